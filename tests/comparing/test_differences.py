"""Word differences of two paragraphs."""

# ruff: noqa: E501 - a table of pairs

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparing.differences import differences
from assistant.comparing.renewal import Renewal
from assistant.types import Paragraph
from tests.comparing.texts import shown

NEXT = Renewal(75, 76)


def side(text: str) -> Paragraph:
    return Paragraph("A/RES/75/9", "OP1", "operative", text)


def compared(first: str, second: str, renewal: Renewal = NEXT) -> str:
    return shown(differences(side(first), side(second), renewal), first, second)


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        # what every session renews
        ("向第七十六届会议提出报告", "向第七十七届会议提出报告", "向<第七十六届→第七十七届>会议提出报告"),
        ("根据第 74/54 号决议", "根据第 75/45 号决议", "根据第 <74/54→75/45> 号决议"),
        ("报告 A/75/96。", "报告 A/76/110。", "报告 <A/75/96→A/76/110>。"),
        ("在 2021 年 3 月 1 日之前", "在 2022 年 3 月 1 日之前", "在 <2021 年 3 月 1 日→2022 年 3 月 1 日>之前"),
        ("请秘书长提出报告；", "请秘书长提出报告。", "请秘书长提出报告<；→。>"),
        ("请秘书长提出报告", "又请秘书长提出报告", "<→又>请秘书长提出报告"),
        ("at its seventy-sixth session", "at its seventy-seventh session", "at its <seventy-sixth→seventy-seventh> session"),
        ("Encourages States", "Also encourages States", "<Encourages→Also encourages> States"),
        # what somebody negotiated
        ("向第七十六届会议提出报告", "向第七十八届会议提出报告", "向[第七十六届→第七十八届]会议提出报告"),
        ("《条约》第六条", "《条约》第七条", "《条约》[第六→第七]条"),
        ("批款 5 526 600 美元", "批款 5 526 700 美元", "批款 [5 526 600→5 526 700] 美元"),
        ("所有国家都有权参加", "所有国家都不得参加", "所有国家都[有权→不得]参加"),
        ("每年 9 月 26 日举行", "每年 9 月 27 日举行", "每年 [9 月 26 日→9 月 27 日]举行"),
        ("请秘书长提出报告", "请秘书长就此提出报告", "请秘书长[→就此]提出报告"),
        ("请秘书长就此提出报告", "请秘书长提出报告", "请秘书长[就此→]提出报告"),
    ],
)  # fmt: skip
def test_changes_are_whole_words_and_renewal_is_told_apart(
    first: str, second: str, difference: str
) -> None:
    assert compared(first, second) == difference


def test_a_list_that_grew_by_the_last_resolution_is_renewed() -> None:
    first = "回顾其 2018 年 12 月 5 日第 73/40 号和 2019 年 12 月 12 日第 74/54 号决议，"
    second = (
        "回顾其 2018 年 12 月 5 日第 73/40 号、2019 年 12 月 12 日第 74/54 号"
        "和 2020 年 12 月 7 日第 75/45 号决议，"
    )
    said = compared(first, second)
    assert "[" not in said
    assert said.count("<") == 2


def test_a_list_that_grew_by_something_else_is_a_change() -> None:
    first = "回顾其 2019 年 12 月 12 日第 74/54 号决议，"
    second = "回顾其 2019 年 12 月 12 日第 74/54 号和 2012 年 12 月 3 日第 67/39 号决议，"
    assert "[→" in compared(first, second)


def test_a_reference_to_a_paragraph_that_moved_is_renewed() -> None:
    renewal = Renewal(75, 76, frozenset({("第3", "第4")}))
    assert compared("上文第 3 段", "上文第 4 段", renewal) == "上文<第 3→第 4> 段"
    assert compared("上文第 3 段", "上文第 5 段", renewal) == "上文[第 3→第 5] 段"


def test_nothing_is_renewal_between_resolutions_of_no_known_session() -> None:
    assert "[" in compared("第七十六届会议", "第七十七届会议", Renewal())


@given(*[st.text(alphabet="请秘书长就向第七十六届会议提出报告 ，；2019年A/75", max_size=40)] * 2)
def test_changes_cover_both_texts_from_end_to_end(first: str, second: str) -> None:
    words = differences(side(first), side(second), NEXT)
    if words:
        assert "".join(w.first.of(first) for w in words) == first
        assert "".join(w.second.of(second) for w in words) == second
    assert all(w.kind != "inserted" or not w.first.of(first).strip() for w in words)


@given(st.text(alphabet="请秘书长就向第七十六届会议提出报告 ，；2019年A/75", max_size=40))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(word.kind == "same" for word in differences(side(text), side(text), NEXT))
