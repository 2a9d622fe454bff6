"""A value is judged on questions that it was not chosen on."""

from __future__ import annotations

from eval.ablation.weights import _crossed
from eval.external.halves import in_first_half

_IDS = [f"question-{n}" for n in range(40)]
_HALVES = [in_first_half(identifier) for identifier in _IDS]


def test_each_half_is_judged_by_the_value_that_the_other_chose() -> None:
    good_on_first = list(_HALVES)
    good_on_second = [not half for half in _HALVES]
    crossed, chosen = _crossed(_IDS, {0.1: good_on_first, 0.2: good_on_second}, kept=0.1)
    assert chosen == (0.1, 0.2)
    assert not any(crossed)  # what is good on one half alone gains nothing


def test_a_value_that_is_better_everywhere_gains_everywhere() -> None:
    crossed, chosen = _crossed(_IDS, {0.1: [False] * 40, 0.2: [True] * 40}, kept=0.1)
    assert chosen == (0.2, 0.2)
    assert all(crossed)


def test_of_equals_the_one_in_use_is_kept() -> None:
    outcomes = {0.1: _HALVES, 0.2: _HALVES, 0.3: _HALVES}
    assert _crossed(_IDS, outcomes, kept=0.2)[1] == (0.2, 0.2)
