"""References: what a paragraph names, and how it invokes it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.parsing.clauses import clauses_of
from assistant.parsing.references import of_own_organ, references_of, references_of_notes
from assistant.types import Reference


def refer(text: str) -> tuple[Reference, ...]:
    return references_of(text, clauses_of(text))


def targets(text: str) -> list[tuple[str, str]]:
    return [(one.target, one.invoked) for one in refer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("回顾其 2012 年 12 月 3 日第 67/39 号决议，", [("A/RES/67/39", "recalls")]),
        ("重申其第67/39号决议，", [("A/RES/67/39", "reaffirms")]),
        ("注意到第50/473号决定，", [("A/DEC/50/473", "notes")]),
        ("欢迎大会第67/39号决议，", [("A/RES/67/39", "welcomes")]),
        ("欢迎大会第67/39号决议所设工作组的报告，", [("A/RES/67/39", "cites")]),
        ("注意到秘书长根据第74/54号决议提出的报告，", [("A/RES/74/54", "pursuant_to")]),
        ("欢迎依照其2012年12月3日第67/39号决议举行的会议，", [("A/RES/67/39", "pursuant_to")]),
        ("回顾根据第67/39号和第68/32号决议举行的会议，",
         [("A/RES/67/39", "pursuant_to"), ("A/RES/68/32", "pursuant_to")]),
        ("回顾《联合国千年宣言》，其中指出目标，", [("联合国千年宣言", "recalls")]),
        ("回顾如《联合国千年宣言》所载，", [("联合国千年宣言", "cites")]),
        ("重申《不扩散核武器条约》的重要性；", [("不扩散核武器条约", "cites")]),
        ("强调第67/39号决议，", [("A/RES/67/39", "cites")]),
        ("见第75/45号决议和A/50/1027。", [("A/RES/75/45", "cites"), ("A/50/1027", "cites")]),
        ("回顾大会题为“第67/39号决议的执行”的2015年9月25日第70/1号决议，",
         [("A/RES/67/39", "cites"), ("A/RES/70/1", "recalls")]),
    ],
)  # fmt: skip
def test_how_it_is_invoked_follows_from_the_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert targets(text) == expected


def test_every_member_of_a_list_is_recalled_with_its_own_date() -> None:
    text = "回顾其关于裁军的 2012 年 12 月 3 日第 67/56 号和 2013 年 12 月 5 日第 68/46 号决议，"
    one, other = refer(text)
    assert (one.target, one.date, one.invoked) == ("A/RES/67/56", date(2012, 12, 3), "recalls")
    assert (other.target, other.date) == ("A/RES/68/46", date(2013, 12, 5))
    assert one.span.of(text) == "67/56"


def test_a_bare_fraction_is_no_reference() -> None:
    assert refer("请秘书长审查75/45的比例；") == ()


def test_a_short_title_stands_for_the_long_one_before_it() -> None:
    found = targets("促请尚未签署《禁止核武器条约》的国家批准《条约》；")
    assert found == [("禁止核武器条约", "cites"), ("禁止核武器条约", "cites")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("S-10/2 号决议，第二节。", "第二节"),
        ("NPT/CONF.1995/32 (Part I)", "Part I"),
        ("A/92/117，附件一。", "附件一"),
        ("根据《不扩散核武器条约》第六条承担的义务，", "第六条"),
        ("《条约汇编》，第 729 卷，第 10485 号。", "第 729 卷，第 10485 号"),
        ("A/75/96。", None),
    ],
)
def test_the_part_that_is_meant_is_kept_as_printed(text: str, part: str | None) -> None:
    assert refer(text)[0].part == part


def test_the_treaty_series_is_where_a_treaty_is_printed_and_no_treaty() -> None:
    assert refer("联合国，《条约汇编》，第 729 卷。")[0].kind == "document"


def test_the_same_again_refers_through_several_notes() -> None:
    notes = references_of_notes(["S-10/2 号决议，第二节。", "同上，第四节。", "同上。"])
    assert [(one.target, one.invoked, one.part) for (one,) in notes] == [
        ("A/RES/S-10/2", "cites", "第二节"),
        ("A/RES/S-10/2", "same_as_before", "第四节"),
        ("A/RES/S-10/2", "same_as_before", None),
    ]


def test_the_same_again_with_nothing_before_it_refers_to_nothing() -> None:
    assert references_of_notes(["同上，第四节。"]) == [()]


@pytest.mark.parametrize(("organ", "target"), [("E", "E/RES/11(II)"), ("A", "A/RES/11(II)")])
def test_its_own_resolution_is_that_of_the_organ_that_speaks(organ: str, target: str) -> None:
    text = "回顾其据以设立妇女地位委员会的1946年6月21日第11(II)号决议，又回顾大会第70/1号决议"
    found = of_own_organ(text, references_of(text), organ)
    assert [one.target for one in found] == [target, "A/RES/70/1"]
