"""Reciprocal rank fusion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import RRF_K, fuse

_RANKINGS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), unique=True).map(
        lambda keys: [(key, float(-at)) for at, key in enumerate(keys)]
    ),
    max_size=4,
)


def test_a_key_that_both_rank_high_comes_before_one_that_only_one_ranks_first() -> None:
    fused = fuse([("a", 9.0), ("b", 8.0)], [("c", 0.9), ("b", 0.8)])
    assert [key for key, _ in fused] == ["b", "a", "c"]


def test_the_score_is_the_sum_of_reciprocal_ranks() -> None:
    (best, _) = fuse([("a", 5.0), ("b", 4.0)], [("a", 0.1)])
    assert best == ("a", pytest.approx(2 / (RRF_K + 1)))


def test_only_ranks_count_and_ties_go_by_key() -> None:
    assert fuse([("b", 1.0)], [("a", 1000.0)]) == fuse([("b", 1000.0)], [("a", 1.0)])
    assert [key for key, _ in fuse([("b", 1.0)], [("a", 1.0)])] == ["a", "b"]


def test_an_empty_ranking_changes_nothing() -> None:
    ranking = [("a", 2.0), ("b", 1.0)]
    assert fuse(ranking, []) == fuse(ranking)
    assert fuse() == fuse([], []) == []


@given(_RANKINGS)
def test_every_key_comes_out_once_best_first(rankings: list[list[tuple[str, float]]]) -> None:
    fused = fuse(*rankings)
    assert {key for key, _ in fused} == {key for ranking in rankings for key, _ in ranking}
    assert len({key for key, _ in fused}) == len(fused)
    assert [score for _, score in fused] == sorted((s for _, s in fused), reverse=True)


@given(_RANKINGS)
def test_the_order_in_which_rankings_are_given_does_not_matter(
    rankings: list[list[tuple[str, float]]],
) -> None:
    forth, back = dict(fuse(*rankings)), dict(fuse(*reversed(rankings)))
    assert forth == pytest.approx(back)
