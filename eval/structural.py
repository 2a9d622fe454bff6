"""Thousands of structural questions over the generated library, with exact answers.

Their figures stand apart from those of the written questions: wordings repeat, and the generator
shares the parser's vocabulary, so they prove completeness, not understanding.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from eval.generator.comparison_questions import comparison_questions
from eval.generator.list_questions import list_questions
from eval.generator.near_misses import near_misses
from eval.generator.questions import library_questions, questions_of, reports_due
from eval.generator.reference_questions import (
    cited_questions,
    document_questions,
    instrument_questions,
    series_questions,
)
from eval.generator.slips import misspelt
from eval.generator.version_questions import version_questions
from eval.generator.wordings import phrase_questions
from eval.gold import GoldItem
from eval.libraries import generated_series, generated_truths
from eval.measures import FORM_CHECKS, Measure, Violations, measure, violations
from eval.trial import Trial

SAMPLE = 400  # of all of them, in every run; with the written questions four minutes of two cores
_OF_EVERY_KIND = 10
PREFIX = "generated:"
_KEPT = (
    "passed",
    "exact_set",
    "refusal_recall",
    "over_refusal",
    "false_premise_accepted",
    "wrong_answers",
)


def structural_items(most: int | None = None) -> tuple[GoldItem, ...]:
    """All of them, or ``most`` that are drawn by their ids: always the same ones, some of every
    kind first."""
    items = {item.id: replace(item, library="generated", reword=False) for item in _all()}
    drawn = sorted(items.values(), key=lambda item: hashlib.sha256(item.id.encode()).digest())
    nth: Counter[str] = Counter()
    places = []
    for item in drawn:
        nth[item.kind] += 1
        places.append(nth[item.kind] > _OF_EVERY_KIND)
    ordered = [item for _, item in sorted(zip(places, drawn, strict=True), key=itemgetter(0))]
    return tuple(ordered[:most])


def _all() -> Iterator[GoldItem]:
    truths = generated_truths()
    held = {truth.symbol for truth in truths}
    for truth in truths:
        yield from (item for pair in near_misses(truth, held) for item in (pair.miss, pair.twin))
        yield from questions_of(truth)
        yield from misspelt(questions_of(truth))
        yield from cited_questions(truth)
        yield from questions_of(truth, "en")
    yield from library_questions(truths)
    yield from reports_due(truths)
    yield from list_questions(truths)
    yield from list_questions(truths, lang="en")
    yield from instrument_questions(truths)
    yield from document_questions(truths)
    yield from series_questions(truths)
    yield from phrase_questions(truths)
    for made in generated_series():
        yield from comparison_questions(made)
        yield from version_questions(made)


def structural_measures(trials: Sequence[Trial]) -> dict[str, Measure]:
    """Their figures, each named apart: ``generated:exact_set``."""
    found = measure(trials) if trials else {}
    return {PREFIX + name: replace(found[name], name=PREFIX + name) for name in _KEPT if found}


def structural_violations(trials: Sequence[Trial]) -> dict[str, Violations]:
    """Which of them broke a rule of form, or answered twice in two ways."""
    if not trials:
        return {}
    found = violations(trials)
    broken = {i for check in (*FORM_CHECKS, "determinism") for i in found[check].ids}
    name = PREFIX + "form"
    return {name: Violations(name, tuple(sorted(broken)), len(trials))}
