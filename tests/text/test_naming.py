"""The words by which a text names what it refers to."""

from __future__ import annotations

import pytest

from assistant.parsing.references import references_of
from assistant.text.naming import naming_words
from assistant.types import Reference, Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("回顾其 2012 年 12 月 3 日第 67/39 号决议，", "2012 年 12 月 3 日第 67/39 号"),
        ("回顾第67/39号和第68/32号决议，", "第67/39号"),
        ("重申《禁止核武器条约》的重要性；", "《禁止核武器条约》"),
        ("A/68/514。", "A/68/514"),
    ],
)
def test_a_number_goes_with_its_date_and_a_title_with_its_marks(text: str, words: str) -> None:
    assert naming_words(text, references_of(text)[0]).of(text) == words


def test_in_english_the_date_follows() -> None:
    text = "Recalling its resolutions 67/39 of 3 December 2012 and 68/32,"
    at = text.index("67/39")
    reference = Reference("resolution", "A/RES/67/39", Span(at, at + 5), "recalls")
    assert naming_words(text, reference).of(text) == "67/39 of 3 December 2012"
