from __future__ import annotations

import math

import pytest

from eval.gates import RULES, Rule, apply, judge_gates
from eval.measures import Measure, Violations, share

HIGH = Rule("exact_set", "high", 0.97, 0.93)
LOW = Rule("wrong_answers", "low", 0.02, 0.05)


@pytest.mark.parametrize(
    ("hits", "n", "mode", "passed"),
    [
        (20, 20, "point", True),
        (19, 20, "point", False),
        (51, 51, "point", True),
        (52, 52, "bound", True),
        (51, 52, "bound", False),  # .98, above the target, but the bound says .90
        (200, 200, "bound", True),
    ],
)
def test_the_bound_is_judged_once_the_set_can_carry_one(
    hits: int, n: int, mode: str, passed: bool
) -> None:
    gate = apply(HIGH, share("exact_set", [True] * hits + [False] * (n - hits)))
    assert (gate.mode, gate.passed) == (mode, passed)


def test_what_must_be_low_is_judged_by_the_upper_bound() -> None:
    assert apply(LOW, share("wrong_answers", [False] * 20)).passed
    assert not apply(LOW, share("wrong_answers", [False] * 19 + [True])).passed
    assert apply(LOW, share("wrong_answers", [False] * 73)).mode == "bound"


def test_an_empty_set_fails_a_whole_run_and_is_left_out_of_a_partial_one() -> None:
    empty = {"lookup": Violations("lookup", (), 0)}
    whole = judge_gates({}, empty, whole=True)
    assert len(whole) == len(RULES) + 1
    assert not any(gate.passed for gate in whole)
    assert (
        judge_gates({"exact_set": Measure("exact_set", math.nan, 0, 1, 0)}, empty, whole=False)
        == ()
    )


def test_one_violation_breaks_a_zero_tolerance_gate() -> None:
    (gate,) = judge_gates({}, {"lookup": Violations("lookup", ("l-7",), 300)}, whole=False)
    assert not gate.passed
    assert gate.ids == ("l-7",)
