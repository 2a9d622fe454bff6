"""Dates of English texts."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.text.english_dates import parse_english_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 December 2017", date(2017, 12, 4)),
        ("Adopted at the 62nd plenary meeting, on 4 December 2017", date(2017, 12, 4)),
        ("1 May 1974, in part", date(1974, 5, 1)),
        ("31 February 2017", None),
        ("December 2017", None),
        ("104 December 2017", None),
        ("4 December 20171", None),
        ("", None),
    ],
)
def test_a_date_is_a_day_a_month_in_words_and_a_year(text: str, expected: date | None) -> None:
    assert parse_english_date(text) == expected
