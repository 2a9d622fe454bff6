"""Which questions are answered and which refused, where passages are given that may not answer.

Two rules are judged: the product's own, which decides by what a question names; and a threshold on
the share of the question's words that the best passage has, chosen on one half of the questions so
that it answers as many of the answerable as the best rule published, and judged on the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.questions import understand
from assistant.retrieval import evidence, retrieve
from assistant.retrieval.ask import Ask
from assistant.retrieval.candidates import all_terms, candidates_for
from assistant.retrieval.hybrid import ranked_candidates
from assistant.text.catalogue import Catalogue
from eval.external.halves import in_first_half
from eval.external.sets import Question, Task
from eval.external.shelf import Shelf
from eval.measures import Measure, share

Outcome = tuple[Question, bool]  # whether it was answered


@dataclass(frozen=True, slots=True)
class Refused:
    """What a rule came to on the unanswerable, and on the answerable."""

    rule: str
    refused: Measure
    answered: Measure


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what the product did and how much of it the best passage has."""

    question: Question
    answered: bool
    coverage: float


def refuse(
    task: Task, shelf: Shelf, tick: Callable[[], None] = lambda: None
) -> tuple[Refused, ...]:
    """Ask every question of its own passages, and judge both rules."""
    catalogue = Catalogue.of(shelf.library.records.summaries())
    judged = []
    for question in task.questions:
        judged.append(judge(question, shelf, catalogue))
        tick()
    product = _by_rule("product", [(each.question, each.answered) for each in judged])
    return (product, by_threshold(judged, task.best["answered"]))


def judge(question: Question, shelf: Shelf, catalogue: Catalogue) -> Judged:
    """What the product does with a question about the passages it is given."""
    symbol = shelf.asked[question.id]
    library = shelf.library
    read = cache(library.records.read)
    understood = understand(question.text, catalogue=catalogue, symbols=(symbol,))
    ask = Ask(understood, (symbol,), library.records, read, catalogue)
    found = candidates_for(ask, library)
    weighed = evidence.weigh(all_terms(understood), [each.folded for each in found])
    ranked = ranked_candidates(understood, weighed, found)
    best = evidence.coverage(weighed, ranked[0][1].folded) if ranked else 0.0
    answered = False
    if understood.intent != "refuse":
        passages = retrieve(understood, library, catalogue, read)
        answered = bool(passages.passages) and not passages.refused
    return Judged(question, answered, best)


def threshold_for(judged: Sequence[Judged], answering: float) -> float:
    """The highest threshold by which that share of the answerable is still answered; 0 of none."""
    kept = sorted((j.coverage for j in judged if j.question.answerable), reverse=True)
    if not kept:
        return 0.0
    return kept[max(0, math.ceil(answering * len(kept)) - 1)]


def by_threshold(judged: Sequence[Judged], answering: float, name: str = "coverage") -> Refused:
    """A threshold chosen on the first half so that it answers that share, judged on the other."""
    chosen_on = [each for each in judged if in_first_half(each.question.id)]
    threshold = threshold_for(chosen_on, answering)
    outcomes = [
        (each.question, each.coverage >= threshold)
        for each in judged
        if not in_first_half(each.question.id)
    ]
    return _by_rule(f"{name} >= {threshold:.3f}", outcomes)


def _by_rule(rule: str, outcomes: Sequence[Outcome]) -> Refused:
    return Refused(
        rule,
        share("refused", (not answered for q, answered in outcomes if not q.answerable)),
        share("answered", (answered for q, answered in outcomes if q.answerable)),
    )
