"""Lifting marks and markup: the words stay, and everything knows where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.lifting import lift
from assistant.types import Span

NOTED = frozenset({"¹", "⁴", "¹⁰"})


def test_a_mark_goes_with_the_one_blank_after_it() -> None:
    lifted = lift("《不扩散核武器条约》⁴ 是通过谈判达成的", NOTED)
    assert lifted.text == "《不扩散核武器条约》是通过谈判达成的"
    assert lifted.marks == (("⁴", 10),)


def test_a_mark_inside_a_blank_leaves_the_blank_before_it() -> None:
    assert lift("2000 年⁴ 和 2010 年", NOTED).text == "2000 年和 2010 年"


def test_a_mark_of_two_digits_is_one_mark() -> None:
    assert lift("报告，¹⁰ 2016 年", NOTED).marks == (("¹⁰", 3),)


def test_a_superscript_without_a_note_is_a_word() -> None:
    lifted = lift("五 km² 的面积", NOTED)
    assert lifted.text == "五 km² 的面积"
    assert lifted.marks == ()


@pytest.mark.parametrize(
    ("raw", "text", "bold"),
    [
        ("**请**秘书长", "请秘书长", [Span(0, 2 - 1)]),
        ("**呼吁** 紧急遵守", "呼吁紧急遵守", [Span(0, 2)]),
        ("**又** **请**秘书长", "又请秘书长", [Span(0, 1), Span(1, 2)]),
        ("**请秘书长", "**请秘书长", []),
        ("****", "", []),
    ],
)
def test_bold_markup_goes_with_the_one_blank_after_it(
    raw: str, text: str, bold: list[Span]
) -> None:
    lifted = lift(raw, NOTED)
    assert lifted.text == text
    assert list(lifted.emphasis) == bold


@given(st.text(alphabet="请秘 ¹⁴⁰*，", max_size=40))
def test_every_offset_lies_in_the_text_in_order(raw: str) -> None:
    lifted = lift(raw, NOTED)
    offsets = [offset for _, offset in lifted.marks]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(lifted.text) for offset in offsets)
    assert all(0 <= s.start < s.end <= len(lifted.text) for s in lifted.emphasis)


def test_a_blank_that_parts_latin_words_stays() -> None:
    lifted = lift("**Requests** the Secretary-General,² which", frozenset({"²"}))
    assert lifted.text == "Requests the Secretary-General, which"
