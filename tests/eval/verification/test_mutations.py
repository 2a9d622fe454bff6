"""Sentences made false by rule are caught, and the rules make them false."""

from __future__ import annotations

import pytest

from eval.verification import Counted, paragraphs
from eval.verification.corruptions import Values
from eval.verification.mutations import Told, misplaced, mutants, verbatim
from eval.verification.table import by_kind, tried, verbatim_kept

CAUGHT, KEPT = 0.99, 0.90
KINDS = {
    "number", "figure", "date", "session", "symbol", "verb", "negation", "body", "country",
    "instrument", "citation", "recombined", "role", "modality",
}  # fmt: skip
SAMPLE = 12  # of so many mutants one is tried: the whole is `python -m eval.verification`


def test_of_sentences_made_false_by_rule_nearly_all_are_caught() -> None:
    table = by_kind(tried(SAMPLE))
    assert set(table) >= KINDS
    assert sum(table.values(), Counted()).share >= CAUGHT
    assert sum(table.values(), Counted()).of >= 500


def test_every_act_may_be_told_in_its_own_words() -> None:
    assert verbatim_kept().share >= 0.99


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("session", "大会请秘书长向大会第七十七届会议提出报告。"),
        ("verb", "大会敦促秘书长向大会第七十六届会议提出报告。"),
        ("negation", "大会请秘书长不向大会第七十六届会议提出报告。"),
        ("role", "大会请大会向秘书长第七十六届会议提出报告。"),
        ("modality", "秘书长向大会第七十六届会议提出报告。"),
    ],
)
def test_a_true_sentence_is_made_false_in_every_way(kind: str, text: str) -> None:
    held = paragraphs()
    told = Told("A/RES/75/45#OP14", "大会请秘书长向大会第七十六届会议提出报告。")
    made = {(m.kind, m.text) for m in mutants(told, held, Values(held, 1))}
    assert (kind, text) in made


def test_what_an_act_says_word_for_word_is_not_called_false() -> None:
    held = {key: each for key, each in paragraphs().items() if key.startswith("A/RES/75/45")}
    own = {told.key: told.text for told in verbatim(held)}
    for mutant in misplaced(held):
        assert mutant.text.removeprefix("大会").strip("。") not in own.get(mutant.key, "")
