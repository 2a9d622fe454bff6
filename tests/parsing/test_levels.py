"""Enumerators of sub-paragraphs: what they say, and how deep they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.levels import Nesting, enumerator_of
from assistant.text.numerals import roman


def labels(*lines: str) -> list[str | None]:
    nesting = Nesting()
    found = []
    for line in lines:
        enumerator = enumerator_of(line)
        placed = nesting.place(enumerator) if enumerator else None
        found.append("".join(placed) if placed else None)
    return found


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("(a) 报告", "(a)"), ("（a）报告", "(a)"), ("a) 报告", "(a)"), ("a. 报告", "(a)"),
        ("(甲)报告", "(a)"), ("(i) 报告", "(i)"), ("㈠报告", "(i)"), ("（一）报告", "(i)"),
        ("(1) 报告", "(1)"), ("①报告", "(1)"), ("• 报告", "(1)"), ("- 报告", "(1)"),
    ],
)  # fmt: skip
def test_every_form_has_one_normal_label(line: str, label: str) -> None:
    assert labels(line) == [label]


@pytest.mark.parametrize("line", ["报告", "(abc) 报告", "-报告", "(甲方)报告", "e.g. 报告", "(a)"])
def test_other_beginnings_are_words(line: str) -> None:
    assert enumerator_of(line) is None


def test_what_is_printed_is_kept() -> None:
    enumerator = enumerator_of("（甲） 报告")
    assert enumerator is not None
    assert (enumerator.printed, "（甲） 报告"[enumerator.length :]) == ("（甲）", "报告")


def test_a_new_kind_goes_one_level_down_and_an_open_one_back_up() -> None:
    assert labels("(a) 一", "(i) 二", "(ii) 三", "• 四", "• 五", "(b) 六", "(i) 七") == [
        "(a)", "(a)(i)", "(a)(ii)", "(a)(ii)(1)", "(a)(ii)(2)", "(b)", "(b)(i)",
    ]  # fmt: skip


def test_the_letter_i_follows_h() -> None:
    assert labels("(h) 一", "(i) 二", "(j) 三") == ["(h)", "(i)", "(j)"]


def test_levels_that_are_labelled_alike_are_told_apart_by_their_print() -> None:
    assert labels("㈤ 一", "(i) 二", "(ii) 三", "㈥ 四") == ["(v)", "(v)(i)", "(v)(ii)", "(vi)"]


def test_one_that_was_lost_between_is_left_out() -> None:
    assert labels("(a) 一", "(c) 三") == ["(a)", "(c)"]


def test_a_label_that_stands_already_has_no_place() -> None:
    assert labels("(a) 一", "(b) 二", "(a) 再") == ["(a)", "(b)", None]


@given(st.integers(1, 60))
def test_a_long_list_counts_on(count: int) -> None:
    assert labels(*(f"({roman(n).lower()}) 项" for n in range(1, min(count, 39) + 1)))[-1] == (
        f"({roman(min(count, 39)).lower()})"
    )
    letters = [chr(97 + n % 26) * (1 + n // 26) for n in range(min(count, 52))]
    assert labels(*(f"({letter}) 项" for letter in letters))[-1] == f"({letters[-1]})"
