"""Deadlines and deliverables: by when an act asks, and for what."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.parsing.clauses import clauses_of
from assistant.types import Clause


def only(text: str) -> Clause:
    (clause,) = clauses_of(text)
    return clause


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("又请秘书长向大会第七十六届会议提出报告；", [("大会第七十六届会议", 76, None, False)]),
        ("再次请大会主席于每年 9 月 26 日安排会议；", [("于每年 9 月 26 日", None, None, True)]),
        ("请秘书长不迟于2025年3月1日提出报告；",
         [("不迟于2025年3月1日", None, date(2025, 3, 1), False)]),
        ("促请各国在2030年前实现目标；", [("在2030年前", None, None, False)]),
        ("决定于稍后决定的日期召开会议；", []),
        ("请秘书长纪念2013年9月26日举行的会议；", []),
        ("决定列入题为“向大会第七十届会议提出的报告”的项目；", []),
        ("请秘书长不迟于2025年2月31日提出报告；", [("不迟于2025年2月31日", None, None, False)]),
    ],
)  # fmt: skip
def test_an_act_says_by_when(
    text: str, due: list[tuple[str, int | None, date | None, bool]]
) -> None:
    found = [(d.text, d.session, d.date, d.recurring) for d in only(text).deadlines]
    assert found == due


def test_only_what_asks_or_decides_has_deadlines() -> None:
    assert only("欢迎向大会第七十六届会议提出的报告；").deadlines == ()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("请秘书长征求意见，就此向大会第七十六届会议提出报告；", ("意见", "报告")),
        ("决定列入题为“召开会议”的分项。", ("分项",)),
        ("决定将题为“召开会议”的项目列入大会第九十一届会议临时议程。", ("项目",)),
        ("请秘书长提供必要支助和必要服务；", ("支助", "服务")),
        ("决定在纽约召开一次国际会议；", ("会议",)),
        ("请秘书长向大会第七十六届会议汇报本决议的执行情况；", ("汇报",)),
        ("请秘书长每年向大会报告进展；", ("报告",)),
        # A report that is there is passed on, not made.
        ("请秘书长将报告转递裁军谈判会议；", ("转递",)),
        ("请秘书长征求意见，就此提出报告，并将报告转交裁军谈判会议；", ("意见", "报告", "转交")),
        ("请各国注意秘书长向大会报告的情况；", ()),
        (f"决定列入题为“{'甲' * 200}”的分项。", ("分项",)),
        ("重申条约的重要性；", ()),
    ],
)
def test_an_act_says_what_is_to_be_made(text: str, things: tuple[str, ...]) -> None:
    assert only(text).deliverables == things
