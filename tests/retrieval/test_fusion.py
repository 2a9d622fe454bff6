"""Rankings blended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import Ranking, blend

_RANKING = st.dictionaries(
    st.sampled_from("abcdefgh"), st.floats(-100, 100, allow_nan=False), max_size=8
).map(lambda scores: sorted(scores.items(), key=lambda hit: -hit[1]))
_WEIGHTED = st.lists(st.tuples(st.floats(0.1, 1.0), _RANKING), max_size=4)


def test_each_ranking_is_scaled_from_its_worst_to_its_best_and_weighed() -> None:
    dense = [("a", 0.9), ("b", 0.88), ("c", 0.8)]
    lexical = [("b", 20.0), ("d", 10.0)]
    assert dict(blend((0.6, dense), (0.4, lexical))) == pytest.approx(
        {"a": 0.6, "b": 0.6 * 0.8 + 0.4, "c": 0.0, "d": 0.0}
    )


def test_what_two_rank_high_comes_before_what_one_ranks_first() -> None:
    blended = blend((0.5, [("a", 9.0), ("b", 8.0), ("z", 0.0)]), (0.5, [("c", 9.0), ("b", 8.9)]))
    assert next(key for key, _ in blended) != "c"


def test_ties_go_by_key() -> None:
    assert [key for key, _ in blend((0.5, [("b", 1.0)]), (0.5, [("a", 7.0)]))] == ["a", "b"]


def test_equal_scores_are_all_the_best() -> None:
    assert blend((1.0, [("a", 0.0), ("b", 0.0)])) == [("a", 1.0), ("b", 1.0)]


def test_an_empty_ranking_leaves_its_weight_to_the_others() -> None:
    ranking = [("a", 2.0), ("b", 1.0)]
    assert blend((0.6, ranking), (0.4, [])) == blend((1.0, ranking))
    assert blend() == blend((1.0, [])) == []


@given(_WEIGHTED)
def test_every_key_comes_out_once_best_first_between_0_and_1(
    rankings: list[tuple[float, Ranking]],
) -> None:
    blended = blend(*rankings)
    assert {key for key, _ in blended} == {key for _, one in rankings for key, _ in one}
    assert len({key for key, _ in blended}) == len(blended)
    scores = [score for _, score in blended]
    assert scores == sorted(scores, reverse=True)
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in scores)


@given(_RANKING, st.floats(0.01, 50), st.floats(-10, 10))
def test_the_scale_of_a_ranking_does_not_matter(
    ranking: list[tuple[str, float]], factor: float, offset: float
) -> None:
    other = [("a", 3.0), ("h", 1.0)]
    rescaled = [(key, score * factor + offset) for key, score in ranking]
    spread = len({score for _, score in ranking}) == len({score for _, score in rescaled})
    if spread:  # numbers too near to each other become equal when they are rescaled
        plain = dict(blend((0.6, ranking), (0.4, other)))
        assert dict(blend((0.6, rescaled), (0.4, other))) == pytest.approx(plain, abs=1e-3)
