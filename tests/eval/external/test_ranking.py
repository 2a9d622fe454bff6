"""The arithmetic of rankings."""

from __future__ import annotations

import math

import numpy as np
import pytest

from eval.external.ranking import MEASURES, Ranked, measured, score
from eval.external.sets import Task


def test_recall_is_the_share_of_what_answers_that_is_among_the_first() -> None:
    r1, r5, r10, rr, _ = score(["x", "a", "y", "z", "w", "b"], frozenset("ab"))
    assert (r1, r5, r10, rr) == (0.0, 0.5, 1.0, 0.5)


def test_gain_is_discounted_by_place_and_1_where_all_come_first() -> None:
    assert score(["a", "b", "x"], frozenset("ab"))[-1] == pytest.approx(1.0)
    late = score(["x", "a"], frozenset("a"))[-1]
    assert late == pytest.approx(1 / math.log2(3))


def test_what_comes_after_ten_counts_for_nothing() -> None:
    assert score([*"abcdefghij", "right"], frozenset({"right"})) == (0, 0, 0, 0, 0)
    assert score([], frozenset({"right"})) == (0, 0, 0, 0, 0)


def test_intervals_hold_the_mean_and_are_the_same_every_time() -> None:
    scores = np.tile([[1.0] * 5, [0.0] * 5], (50, 1))
    measures = measured(scores)
    assert [each.name for each in measures] == list(MEASURES)
    assert measures == measured(scores)
    for each in measures:
        assert each.low < each.value == 0.5 < each.high
        assert each.high - each.low == pytest.approx(2 * 1.96 * 0.5 / math.sqrt(100), rel=0.15)


def test_a_figure_counts_as_reached_at_the_digits_it_is_known_to() -> None:
    measures = measured(np.full((10, 5), 0.5878))
    task = Task("t", (), {"MRR@10": 0.588, "R@1": 0.589})
    assert Ranked(task, measures).missed == ("R@1",)
