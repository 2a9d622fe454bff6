"""What is brought to one form before a question is read, and what is told of it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.questions.preparing import numbered, respelt
from assistant.types import Correction, Lang, Summary

TODAY = date(2026, 3, 1)


def read_as(text: str, lang: Lang = "zh") -> tuple[str, tuple[Correction, ...]]:
    return respelt(text, lang, lambda _: False, TODAY)


@pytest.mark.parametrize(
    ("text", "lang", "read", "said", "year"),
    [
        ("去年通过的决议有哪些", "zh", "2025年通过的决议有哪些", "去年", "2025年"),
        ("前年大会通过了什么", "zh", "2024年大会通过了什么", "前年", "2024年"),
        ("今年的决议请谁做什么", "zh", "2026年的决议请谁做什么", "今年", "2026年"),
        ("resolutions adopted last year", "en", "resolutions adopted in 2025", "last year", "2025"),
        (
            "resolutions passed in this year",
            "en",
            "resolutions passed in 2026",
            "this year",
            "2026",
        ),
    ],
)
def test_a_year_of_adoption_is_counted_from_today_and_told(
    text: str, lang: Lang, read: str, said: str, year: str
) -> None:
    assert read_as(text, lang) == (read, (Correction(said, year, "date"),))


@pytest.mark.parametrize("text", ["秘书长今年要交哪些报告", "去年的通货膨胀是多少"])
def test_another_year_is_left_to_what_is_due(text: str) -> None:
    assert read_as(text) == (text, ())


def test_slips_and_english_words_are_read_together() -> None:
    text, made = read_as("75/45的preamble里密书长提交了什么report")
    assert text == "75/45的序言里秘书长提交了什么报告"
    assert [one.read for one in made] == ["秘书长"]


def test_english_words_of_an_english_question_stay() -> None:
    assert read_as("What is in the preamble?", "en") == ("What is in the preamble?", ())


def test_sessions_are_counted_from_what_was_spoken_of(catalogue: tuple[Summary, ...]) -> None:
    asked = numbered("下届会议要审议什么", "zh", catalogue, ("A/RES/72/31",))
    assert (asked.text, asked.said[0].counted_from) == ("第73届会议要审议什么", "conversation")


def test_a_question_that_speaks_of_no_session_is_not_looked_through(
    catalogue: tuple[Summary, ...],
) -> None:
    assert numbered("75/45请秘书长做什么", "zh", catalogue).said == ()
