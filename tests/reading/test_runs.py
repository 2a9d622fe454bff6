"""Runs of type: what becomes ``**``, what a superscript, and what neither."""

from __future__ import annotations

import pytest

from assistant.reading.runs import Run, is_strong_font, marked, superscript


def test_a_strong_verb_is_marked_without_the_blanks_beside_it() -> None:
    runs = [Run("1. "), Run(" 又请 ", strong=True), Run("秘书长")]
    assert marked(runs) == "1.  **又请** 秘书长"


def test_a_strong_number_is_not_part_of_the_verb() -> None:
    assert marked([Run("3. 请", strong=True), Run("秘书长")]) == "3. **请**秘书长"


def test_neighbours_of_one_type_and_the_blanks_between_them_are_one_run() -> None:
    runs = [Run("再", strong=True), Run(" "), Run("请", strong=True), Run("各国")]
    assert marked(runs) == "**再 请**各国"


def test_what_is_strong_from_end_to_end_is_a_heading_without_marks() -> None:
    assert marked([Run("75/45. ", strong=True), Run("后续行动", strong=True)]) == "75/45. 后续行动"


def test_strong_punctuation_alone_is_not_marked() -> None:
    assert marked([Run("请"), Run("，", strong=True), Run("并请")]) == "请，并请"


def test_raised_numbers_are_superscripts_and_other_raised_words_stay() -> None:
    runs = [Run("报告"), Run("1", raised=True), Run("2", raised=True), Run("，第5")]
    assert marked([*runs, Run("th", raised=True)]) == "报告¹²，第5th"


def test_a_line_that_begins_with_a_raised_number_is_a_note() -> None:
    assert marked([Run("3", raised=True), Run("A/75/96。")]) == "³ A/75/96。"
    assert marked([Run("3", raised=True), Run(" A/75/96。")]) == "³ A/75/96。"
    assert marked([Run("13", raised=True), Run(" A/75/96。")]) == "¹³ A/75/96。"


@pytest.mark.parametrize(("digits", "written"), [("10", "¹⁰"), ("a", "a"), ("*", "*"), ("", "")])
def test_only_numbers_have_superscripts(digits: str, written: str) -> None:
    assert superscript(digits) == written


@pytest.mark.parametrize(
    ("font", "strong"),
    [
        ("STKaiti-Regular", True),
        ("ABCDEF+KaiTi", True),
        ("楷体_GB2312", True),
        ("DFKai-SB", True),
        ("TimesNewRomanPS-BoldMT", True),
        ("SimHei", True),
        ("STSong-Light", False),
        ("TimesNewRomanPSMT", False),
        ("Kaisha", False),
    ],
)
def test_bold_kai_and_hei_faces_mark_words_out(font: str, strong: bool) -> None:
    assert is_strong_font(font) is strong
