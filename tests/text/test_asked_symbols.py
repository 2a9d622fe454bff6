"""Symbols as questions name them."""

import pytest

from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.normalise import fold


def asked(question: str) -> list[str]:
    return [mention.symbol for mention in find_asked_symbols(fold(question).text)]


@pytest.mark.parametrize(
    ("question", "symbol"),
    [
        ("安理会第2052/27号决议请谁做什么", "S/RES/2052/27"),
        ("安全理事会第75/45号决议", "S/RES/75/45"),
        ("大会第2052/27号决议", "A/RES/2052/27"),
        ("经社理事会第98/61号决议", "E/RES/98/61"),
        ("人权理事会第75/45号决议", "A/HRC/RES/75/45"),
        ("大会第75/45号决议", "A/RES/75/45"),
        ("第2052/27号决议", "E/RES/2052/27"),
    ],
)
def test_the_organ_that_is_named_is_the_one_that_is_meant(question: str, symbol: str) -> None:
    assert asked(question) == [symbol]


def test_a_council_that_is_the_subject_did_not_adopt_it() -> None:
    assert asked("关于加强经济及社会理事会的第61/16号决议") == ["A/RES/61/16"]


def test_a_year_and_a_number_alone_are_the_economic_and_social_councils() -> None:
    assert asked("2052/27呼吁谁做什么") == ["E/RES/2052/27"]
    assert asked("比较2052/27和2051/3") == ["E/RES/2052/27", "E/RES/2051/3"]


@pytest.mark.parametrize("text", ["2015/16年度", "2015/16", "2052/07/21", "2052/7月", "E/2023/15"])
def test_two_years_and_dates_are_no_symbols(text: str) -> None:
    assert not [symbol for symbol in asked(text) if "/RES/" in symbol]


@pytest.mark.parametrize(
    "text",
    [
        "第99/88号决议A第3段",
        "第99/88号决议 A 第3段",
        "99/88号决议A部分的第3段",
        "第99/88A号决议第3段",
    ],
)
def test_a_part_may_stand_behind_the_word_resolution(text: str) -> None:
    (mention,) = find_asked_symbols(text)
    assert mention.symbol == "A/RES/99/88A"
    assert "A" not in text[: mention.whole.start] + text[mention.whole.end :]


def test_a_letter_that_begins_a_word_is_no_part() -> None:
    (mention,) = find_asked_symbols("第99/88号决议APEC怎么说")
    assert mention.symbol == "A/RES/99/88"


def test_a_letter_behind_a_resolution_without_parts_is_left_alone() -> None:
    (mention,) = find_asked_symbols("安理会第1540号决议 A 是什么")
    assert mention.symbol.startswith("S/RES/1540")
