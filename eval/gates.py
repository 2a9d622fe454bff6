"""What must hold. Thresholds only go up; a change here is a commit of its own, with its reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from eval.measures import Measure, Violations
from eval.metrics import enough_for


@dataclass(frozen=True, slots=True)
class Rule:
    """A measure with its point target, and the limit that its 95 % bound must keep.

    ``wants``: ``high`` is judged by the lower bound, ``low`` by the upper.
    """

    measure: str
    wants: Literal["high", "low"]
    target: float
    limit: float


RULES: tuple[Rule, ...] = (
    Rule("exact_set", "high", 0.97, 0.93),
    Rule("group_recall@10", "high", 0.95, 0.90),
    Rule("mrr@10", "high", 0.80, 0.75),
    Rule("citation_recall", "high", 0.98, 0.95),
    Rule("citation_precision", "high", 0.95, 0.90),
    Rule("refusal_recall", "high", 0.95, 0.88),
    Rule("over_refusal", "low", 0.03, 0.06),
    Rule("false_premise_accepted", "low", 0.02, 0.08),
    Rule("wrong_answers", "low", 0.02, 0.05),
    Rule("loss:typo", "low", 0.02, 0.05),
    Rule("loss:filler", "low", 0.02, 0.05),
    Rule("loss:numerals", "low", 0.02, 0.05),
    Rule("loss:symbol", "low", 0.02, 0.05),
    Rule("english_loss", "low", 0.08, 0.12),
    Rule("follow_up_gap", "low", 0.04, 0.08),
    Rule("mutations_caught", "high", 0.99, 0.99),
    Rule("generated:exact_set", "high", 0.97, 0.93),
    Rule("generated:refusal_recall", "high", 0.95, 0.88),
    Rule("generated:over_refusal", "low", 0.03, 0.06),
    Rule("generated:false_premise_accepted", "low", 0.02, 0.08),
)
_POINT_ONLY = frozenset({"mutations_caught"})  # EVAL.md states it as a share, without interval


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate's outcome. ``mode`` says what was judged."""

    name: str
    mode: Literal["zero", "point", "bound"]
    wants: Literal["high", "low"]
    passed: bool
    value: float
    low: float
    high: float
    n: int
    target: float
    limit: float
    target_met: bool
    ids: tuple[str, ...] = ()


def judge_gates(
    measures: Mapping[str, Measure], violations: Mapping[str, Violations], *, whole: bool
) -> tuple[Gate, ...]:
    """Every gate, zero tolerance first.

    In a ``whole`` run a gate that nothing was measured for fails: an empty set proves nothing.
    In a partial run it is left out.
    """
    return (*_zero(violations, whole=whole), *_ruled(measures, whole=whole))


def _zero(violations: Mapping[str, Violations], *, whole: bool) -> Iterator[Gate]:
    for each in violations.values():
        if each.n or whole:
            bad = float(len(each.ids))
            clean = not bad and each.n > 0
            yield Gate(
                each.name, "zero", "low", clean, bad, bad, bad, each.n, 0, 0, clean, ids=each.ids
            )


def _ruled(measures: Mapping[str, Measure], *, whole: bool) -> Iterator[Gate]:
    for rule in RULES:
        measure = measures.get(rule.measure, Measure(rule.measure, math.nan, 0.0, 1.0, 0))
        if whole or not math.isnan(measure.value):
            yield apply(rule, measure)


def apply(rule: Rule, measure: Measure) -> Gate:
    """The point target while the set is small; the bound once its size can carry one."""
    high = rule.wants == "high"
    met = measure.value >= rule.target if high else measure.value <= rule.target
    needed = enough_for(rule.limit if high else 1 - rule.limit)
    by_bound = measure.n >= needed and rule.measure not in _POINT_ONLY
    held = measure.low >= rule.limit if high else measure.high <= rule.limit
    return Gate(
        name=rule.measure,
        mode="bound" if by_bound else "point",
        wants=rule.wants,
        passed=held if by_bound else met,
        value=measure.value,
        low=measure.low,
        high=measure.high,
        n=measure.n,
        target=rule.target,
        limit=rule.limit,
        target_met=met,
    )
