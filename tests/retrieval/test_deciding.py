"""What weights known within bounds decide is what the weights themselves do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.deciding import Bounds, near_the_best
from assistant.retrieval.evidence import CLOSE, Row

WORDS = 3
PARTS = st.sampled_from([0.0, 0.25, 0.5, 1.0])
ROWS = st.lists(st.tuples(*[PARTS] * WORDS), min_size=1, max_size=6)
WEIGHTS = st.tuples(*[st.floats(0.01, 12)] * WORDS)


def score(row: Row, weights: Row) -> float:
    return sum(w * part for w, part in zip(weights, row, strict=True)) / sum(weights)


@given(ROWS, ROWS, WEIGHTS, WEIGHTS, WEIGHTS)
def test_what_is_decided_holds_for_all_weights_within_the_bounds(
    rows: list[Row], others: list[Row], one: Row, two: Row, within: Row
) -> None:
    least, most = (tuple(map(pick, one, two)) for pick in (min, max))
    told = near_the_best(rows, others, Bounds(least, most))
    if told is None:
        return
    middle = tuple(min(max(w, a), b) for w, a, b in zip(within, least, most, strict=True))
    for weights in (least, most, middle):
        best = max(score(row, weights) for row in rows)
        assert told.best <= best + 1e-9
        assert all(score(row, weights) < CLOSE * best for row in others)
        for row, is_near in zip(rows, told.near, strict=True):
            assert is_near == (score(row, weights) >= CLOSE * best - 1e-12 * (1 if is_near else -1))


def test_weights_that_are_known_decide() -> None:
    rows = [(1.0, 1.0), (1.0, 0.0), (0.0, 1.0)]
    told = near_the_best(rows, [(1.0, 0.0)], Bounds((2.0, 3.0), (2.0, 3.0)))
    assert told is not None
    assert (told.near, told.best) == ((True, False, False), 1.0)


def test_a_word_that_may_weigh_next_to_nothing_leaves_it_open() -> None:
    rows = [(1.0, 1.0), (1.0, 0.0)]
    assert near_the_best(rows, [], Bounds((2.0, 0.01), (2.0, 3.0))) is None


def test_what_was_not_looked_at_and_may_come_near_leaves_it_open() -> None:
    rows = [(1.0, 0.0)]
    assert near_the_best(rows, [(0.0, 1.0)], Bounds((2.0, 1.0), (2.0, 1.0))) is not None
    assert near_the_best(rows, [(0.0, 1.0)], Bounds((2.0, 1.0), (2.0, 2.5))) is None
    assert near_the_best([], [], Bounds((2.0,), (2.0,))) is None
