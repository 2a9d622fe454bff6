"""Choosing a threshold on one half."""

from __future__ import annotations

from eval.external.halves import in_first_half
from eval.external.refusing import Judged, threshold_for
from eval.external.sets import Question


def _judged(coverage: float, *, answerable: bool = True) -> Judged:
    return Judged(Question(str(coverage), "?", answerable=answerable), True, coverage)


def test_the_threshold_answers_the_share_of_the_answerable_that_is_asked_for() -> None:
    judged = [_judged(n / 100) for n in range(1, 101)]
    threshold = threshold_for(judged, 0.95)
    assert sum(each.coverage >= threshold for each in judged) == 95


def test_the_unanswerable_have_no_say_in_it() -> None:
    judged = [_judged(0.5), _judged(0.7), *(_judged(0.1, answerable=False) for _ in range(9))]
    assert threshold_for(judged, 1.0) == 0.5


def test_halves_are_stable_and_about_equal() -> None:
    first = [in_first_half(f"question-{n}") for n in range(1_000)]
    assert first == [in_first_half(f"question-{n}") for n in range(1_000)]
    assert 450 < sum(first) < 550
