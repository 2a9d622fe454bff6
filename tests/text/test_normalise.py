"""Folding: one form for matching, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.normalise import fold, fold_all
from assistant.types import Span

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "第75/45號決議 著重瞭解請乾\u3000\u200b\x00\ufeff，；（）¹⁰ﷺ\ud800\n年月日ab"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("第７５／４５号決議", "第75/45号决议"),
        ("2017 年 12 月 4 日", "2017年12月4日"),
        ("第 75/45 号", "第75/45号"),
        ("請秘書長，著重指出", "请秘书长,着重指出"),
        ("著作", "著作"),
        ("秘\u200b书\x00长\ufeff", "秘书长"),
        ("General  Assembly", "General  Assembly"),
        ("A/69/154 和 A/69/154/Add.1", "A/69/154和A/69/154/Add.1"),
        ("會\ud800議", "会议"),
        ("", ""),
    ],
)
def test_written_forms_meet_in_one(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_case_is_kept() -> None:
    assert fold("A/RES/75/45 op13").text == "A/RES/75/45 op13"


def test_a_folded_span_leads_back_to_the_words_of_the_source() -> None:
    source = "于 2017 年 12 月 4 日通過"
    folded = fold(source)
    start = folded.text.index("2017年")
    span = folded.source(Span(start, start + len("2017年12月4日")))
    assert span.of(source) == "2017 年 12 月 4 日"


def test_a_span_inside_an_expanded_character_covers_the_whole_character() -> None:
    folded = fold("甲\ufdfa乙")
    assert len(folded.text) > 3
    assert folded.source(Span(2, 3)) == Span(1, 2)


def test_an_empty_span_stays_empty() -> None:
    folded = fold(" 甲 乙")
    assert folded.source(Span(1, 1)) == Span(3, 3)
    assert folded.source(Span(2, 2)) == Span(4, 4)


@given(MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(MIXED)
def test_every_span_leads_into_the_source_in_order(text: str) -> None:
    folded = fold(text)
    spans = [folded.source(Span(at, at + 1)) for at in range(len(folded.text))]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet="請會員國著重第号75/45，", max_size=40))
def test_what_neither_grows_nor_vanishes_keeps_its_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert folded.source(Span(0, len(text))) == Span(0, len(text))


@given(st.lists(MIXED, max_size=5))
def test_texts_folded_together_are_as_each_folded_by_itself(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text).text for text in texts]


def test_a_text_that_holds_what_parts_them_is_folded_by_itself() -> None:
    assert fold_all(["請\ue000長", "決議"]) == ["请\ue000长", "决议"]
