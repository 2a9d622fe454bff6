from __future__ import annotations

import pytest

from eval.gold import GoldItem
from eval.slices import expected_of, form_of, language_of, turn_of
from eval.subject import Truth


def item(*turns: str, library: str = "samples", keys: tuple[str, ...] = ()) -> GoldItem:
    groups = tuple((key,) for key in keys)
    return GoldItem("x-1", "dev", "lookup", turns, groups=groups, library=library)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("第75/45号决议第13段", "zh"),
        ("A/RES/75/45第13段", "zh"),
        ("75/45里SG要做什么", "zh"),
        ("第75/45号决议里Secretary-General要做什么", "mixed"),
        ("What does 75/45 decide?", "en"),
    ],
)
def test_a_symbol_is_no_foreign_word(question: str, language: str) -> None:
    assert language_of(item(question)) == language


def test_turns_are_told_apart_up_to_the_third() -> None:
    assert [turn_of(item(*"abcd"[:n])) for n in (1, 2, 3, 4)] == [
        "1 turn", "2 turns", "3+ turns", "3+ turns",
    ]  # fmt: skip


def test_what_has_to_come_of_a_question() -> None:
    assert expected_of(item("?", keys=("A/RES/75/45#OP1",))) == "answer"


def test_the_form_is_that_of_the_texts_that_answer(truth: Truth) -> None:
    truths = {"samples": truth}
    assert form_of(truths, item("?", keys=("A/RES/75/45#OP13",))) == "modern"
    assert form_of(truths, item("?")) == "none"
    generated = item("?", library="generated", keys=("A/RES/104/1#OP1", "A/RES/107/2#OP1"))
    assert form_of(truths, generated) == "several"
    assert form_of(truths, item("?", library="generated", keys=("A/RES/104/1#OP1",))) == "records"
