from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import (
    bootstrap,
    bootstrap_difference,
    completeness,
    covers,
    enough_for,
    f1,
    mcnemar,
    mean,
    outside,
    recall_at,
    reciprocal_rank,
    wilson,
)

GROUPS = (("a#OP1",), ("a#OP7", "a#OP9"))


@pytest.mark.parametrize(("gate", "items"), [(0.93, 52), (0.95, 73), (0.92, 45)])
def test_a_bound_takes_the_numbers_that_the_specification_names(gate: float, items: int) -> None:
    assert enough_for(gate) == items
    assert wilson(items, items)[0] >= gate > wilson(items - 1, items - 1)[0]


def test_wilson_agrees_with_a_published_value() -> None:
    low, high = wilson(8, 10)  # Wilson 1927 as tabulated: 0.490, 0.943
    assert low == pytest.approx(0.490, abs=0.001)
    assert high == pytest.approx(0.943, abs=0.001)


@given(st.integers(1, 300), st.data())
def test_a_share_lies_within_its_interval(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1


def test_nothing_measured_is_no_success() -> None:
    assert math.isnan(mean([]))
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_bootstrap_is_repeatable_and_holds_the_mean() -> None:
    values = [1.0] * 30 + [0.0] * 10
    assert bootstrap(values) == bootstrap(values)
    low, high = bootstrap(values)
    assert low < 0.75 < high
    assert bootstrap_difference(values, values)[0] < 0 < bootstrap_difference(values, values)[1]


def test_mcnemar_counts_only_what_changed() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(0, 6) == pytest.approx(2 / 64)
    assert mcnemar(5, 5) == 1


def test_citing_a_parent_covers_its_children_but_not_its_namesakes() -> None:
    assert covers("a#OP3", "a#OP3(a)")
    assert not covers("a#OP3(a)", "a#OP3")
    assert not covers("a#OP1", "a#OP13")


def test_any_member_of_a_group_will_do_and_every_group_is_needed() -> None:
    assert completeness(GROUPS, ("a#OP1", "a#OP9")) == 1
    assert completeness(GROUPS, ("a#OP7", "a#OP9")) == 0.5
    assert outside(GROUPS, ("a#OP1", "a#OP2")) == ("a#OP2",)


def test_citing_everything_scores_below_citing_what_is_needed() -> None:
    everything = tuple(f"a#OP{n}" for n in range(1, 30))
    assert f1(GROUPS, ("a#OP1", "a#OP7")) == 1
    assert 0 < f1(GROUPS, everything) < 0.3
    assert f1(GROUPS, ()) == 0


def test_ranking_figures() -> None:
    ranked = ("x", "a#OP9", "y", "z", "u", "a#OP1")
    assert recall_at(GROUPS, ranked, 5) == 0.5
    assert recall_at(GROUPS, ranked, 10) == 1
    assert reciprocal_rank(GROUPS, ranked) == 0.5
    assert reciprocal_rank(GROUPS, ("x",)) == 0
