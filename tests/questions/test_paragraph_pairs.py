"""Two paragraphs shown one after the other are compared with each other."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.history import Turn
from assistant.types import Question, Summary

EARLIER, LATER = "A/RES/72/31", "A/RES/75/45"


def last_of(turns: tuple[str, ...], catalogue: tuple[Summary, ...]) -> Question:
    known: tuple[Turn, ...] = ()
    for text in turns:
        question = understand(text, catalogue=catalogue, turns=known)
        known = (*known, Turn(question))
    return known[-1].question


@pytest.mark.parametrize(
    ("turns", "symbols", "places"),
    [
        (
            ("75/45第13段", "72/31第13段", "和刚才那个比，措辞一样吗"),
            (LATER, EARLIER),
            ("OP13", "OP13"),
        ),
        (("75/45第13段", "下一段", "和刚才那个比，有什么不同"), (LATER,), ("OP13", "OP14")),
        (("75/45第3段", "72/31第14段", "这两段有什么不同"), (LATER, EARLIER), ("OP3", "OP14")),
        (("75/45第3段", "谢谢", "72/31第2段", "比一比"), (LATER, EARLIER), ("OP3", "OP2")),
    ],
)
def test_the_two_paragraphs_shown_last_are_compared(
    catalogue: tuple[Summary, ...],
    turns: tuple[str, ...],
    symbols: tuple[str, ...],
    places: tuple[str, ...],
) -> None:
    question = last_of(turns, catalogue)
    assert (question.intent, question.symbols, question.places) == ("compare", symbols, places)


@pytest.mark.parametrize(
    "turns",
    [
        ("75/45第13段", "72/31第13段", "和刚才那份决议有什么不同"),
        ("75/45第13段", "72/31第13段", "75/45和72/31有什么不同"),
        ("75/45请秘书长做什么", "72/31第13段", "和刚才那个比，有什么不同"),
    ],
)
def test_resolutions_are_not_taken_for_their_paragraphs(
    catalogue: tuple[Summary, ...], turns: tuple[str, ...]
) -> None:
    assert len(last_of(turns, catalogue).places) <= 1
