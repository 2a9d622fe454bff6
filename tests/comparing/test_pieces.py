"""What is never cut in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparing.pieces import masked, pieces
from assistant.text.normalise import fold


@pytest.mark.parametrize(
    ("text", "kind", "whole"),
    [
        ("向大会第七十六届会议提出报告", "session", "第七十六届"),
        ("at its seventy-sixth session", "session", "seventy-sixth"),
        ("at its 76th session", "session", "76th"),
        ("2019 年 12 月 12 日第 74/54 号决议", "date", "2019年12月12日"),
        ("2019 年 12 月 12 日第 74/54 号决议", "symbol", "74/54"),
        ("resolution 74/54 of 12 December 2019", "date", "12 December 2019"),
        ("每年 9 月 26 日", "day", "9月26日"),
        ("《条约》第六条", "number", "第六"),
        ("批款 5 526 600 美元", "number", "5 526 600"),
        ("2048-2049 两年期", "year", "2048"),
        ("文件 A/75/96", "symbol", "A/75/96"),
    ],
)
def test_symbols_dates_sessions_and_numbers_are_whole_pieces(
    text: str, kind: str, whole: str
) -> None:
    assert [p.text for p in pieces(text) if p.kind == kind][:1] == [whole]


def test_a_word_ends_where_a_verb_does() -> None:
    assert [p.text for p in pieces("重申明确", cuts={2})][:1] == ["重申"]


@given(st.text(alphabet="第七十六届会议2019年12月日A/75号决议 ,，and 请秘书长", max_size=60))
def test_pieces_hold_every_character_but_blanks_once_and_in_order(text: str) -> None:
    folded = fold(text).text
    at = 0
    for piece in pieces(text):
        assert folded[at : piece.span.start].strip() == ""
        assert piece.span.of(folded) == piece.text
        at = piece.span.end
    assert folded[at:].strip() == ""


def test_what_a_session_renews_is_masked_with_the_words_around_it() -> None:
    text = fold("回顾其 2019 年 12 月 12 日第 74/54 号决议和第七十五届会议").text
    assert masked(text).split() == ["回顾其", "和", "会议"]
