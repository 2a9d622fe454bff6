"""Numerals: every written form, and nothing that merely contains one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.numerals import chinese, parse_numeral, parse_ordinal, roman


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("45", 45),
        ("４５", 45),
        ("十三", 13),
        ("七十五", 75),
        ("十", 10),
        ("一百零三", 103),
        ("一百一十", 110),
        ("二千零一", 2001),
        ("二一五九", 2159),
        ("二〇二〇", 2020),
        ("廿九", 29),
        ("卅", 30),
        ("两", 2),
        ("一万二千", 12_000),
        ("XXII", 22),
        ("iv", 4),
        ("Ⅳ", 4),
    ],
)
def test_each_written_form_has_its_value(written: str, value: int) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize(
    "written",
    ["", "唯一一支", "第十三", "十三段", "四十五十", "IIII", "百", "千", "万", "零零十", "abc",
     "4 5", "十百", "一" * 40, "九" * 5000, "零十"],
)  # fmt: skip
def test_what_is_not_wholly_a_numeral_is_none(written: str) -> None:
    assert parse_numeral(written) is None


def test_a_spelled_ordinal_leaves_out_the_leading_one_of_ten() -> None:
    assert chinese(76) == "七十六"
    assert chinese(13) == "十三"
    assert chinese(113) == "一百一十三"
    assert chinese(1005) == "一千零五"


@given(st.integers(0, 9999))
def test_reading_what_was_spelled_gives_the_number_back(value: int) -> None:
    assert parse_numeral(chinese(value)) == value


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(value: int) -> None:
    assert parse_numeral(roman(value)) == value


@given(st.text(max_size=20))
def test_no_text_makes_it_fail(text: str) -> None:
    parse_numeral(text)


@pytest.mark.parametrize("value", [-1, 10_000])
def test_a_number_that_cannot_be_spelled_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        chinese(value)
    with pytest.raises(ValueError, match="not between"):
        roman(value)


@pytest.mark.parametrize(
    ("written", "value"),
    [("seventy-fifth", 75), ("Seventy Fifth", 75), ("75th", 75), ("22nd", 22), ("tenth", 10),
     ("eightieth", 80), ("seventy", None), ("seventy-five", None), ("fifth-seventy", None),
     ("twenty-tenth", None), ("", None), ("七十五", None)],
)  # fmt: skip
def test_an_english_ordinal_has_its_value(written: str, value: int | None) -> None:
    assert parse_ordinal(written) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundredth", 100),
        ("One hundred and second", 102),
        ("one-hundred-and-twenty-first", 121),
        ("one hundred and", None),
        ("one hundred", None),
    ],
)
def test_ordinals_go_past_the_hundredth_session(text: str, value: int | None) -> None:
    assert parse_ordinal(text) == value
