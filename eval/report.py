"""The report as data: everything the page and the table show, and programs read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from assistant.types import Answer
from eval.baseline import Baseline, Comparison
from eval.gates import Gate
from eval.measures import Measure, Violations, passed_by_kind
from eval.selftest import Caught, DummyResult, ranked_rightly
from eval.subject import Truth
from eval.trial import Attempt, Trial


@dataclass(frozen=True, slots=True)
class Run:
    """Everything one run of the evaluation found."""

    trials: tuple[Trial, ...]
    truth: Truth
    measures: Mapping[str, Measure]
    violations: Mapping[str, Violations]
    gates: tuple[Gate, ...]
    caught: Caught
    dummies: tuple[DummyResult, ...]
    leaks: tuple[str, ...]
    comparison: Comparison
    baseline: Baseline
    whole: bool  # every item with its variants
    seconds: float
    milliseconds: Mapping[str, float] = field(default_factory=dict)  # p50, p95 of one question

    @property
    def failures(self) -> tuple[str, ...]:
        """Why the run fails, one line each; empty when it passes."""
        found = [f"gate {gate.name}" for gate in self.gates if not gate.passed]
        if self.comparison.regressed:
            found.append(f"regression, McNemar p = {self.comparison.p:.4f}")
        if self.leaks:
            found.append(f"{len(self.leaks)} questions copy their paragraphs")
        if self.caught.untouched_blamed:
            found.append("the judge contradicts itself")
        if self.whole and not ranked_rightly(self.dummies):
            found.append("the dummies do not rank as they should")
        return tuple(found)


def as_json(run: Run) -> dict[str, Any]:
    """The report's data, NaN as null."""
    return {
        "version": 1,
        "passed": not run.failures,
        "failures": list(run.failures),
        "whole": run.whole,
        "questions": len(run.trials),
        "asked": sum(len(t.attempts) for t in run.trials),
        "seconds": round(run.seconds, 1),
        "milliseconds": dict(run.milliseconds),
        "gates": [_clean(asdict(gate)) for gate in run.gates],
        "measures": {name: _clean(asdict(m)) for name, m in sorted(run.measures.items())},
        "by_kind": _slices(passed_by_kind(run.trials, lambda item: item.kind)),
        "by_split": _slices(passed_by_kind(run.trials, lambda item: item.split)),
        "failed": [_failed(t, run.truth) for t in run.trials if not t.original.passed],
        "failed_variants": [v for t in run.trials for v in _failed_variants(t)],
        "comparison": asdict(run.comparison),
        "history": list(run.baseline.history),
        "leaks": list(run.leaks),
        "mutations": {
            "tried": dict(run.caught.tried),
            "caught": dict(run.caught.caught),
            "escaped": list(run.caught.escaped),
            "untouched_blamed": list(run.caught.untouched_blamed),
        },
        "dummies": [
            {"name": d.name, "score": round(d.score, 4), "tripped": list(d.tripped)}
            for d in run.dummies
        ],
    }


def _clean(raw: dict[str, Any]) -> dict[str, Any]:
    return {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in raw.items()}


def _slices(slices: Mapping[str, Measure]) -> dict[str, dict[str, Any]]:
    return {name: _clean(asdict(m)) for name, m in slices.items()}


def _failed(trial: Trial, truth: Truth) -> dict[str, Any]:
    item, attempt = trial.item, trial.original
    return {
        "id": item.id,
        "kind": item.kind,
        "split": item.split,
        "turns": list(item.turns),
        "expected": _expected(trial),
        "groups": [list(group) for group in item.groups],
        "gold_texts": {
            key: truth.paragraphs[key].text for key in sorted(item.keys) if key in truth.paragraphs
        },
        "reason": item.reason,
        **_outcome(attempt),
    }


def _expected(trial: Trial) -> str:
    item = trial.item
    if item.expects_answer:
        return "answered"
    return " / ".join(item.status) or "refused"


def _outcome(attempt: Attempt) -> dict[str, Any]:
    verdict = attempt.verdict
    return {
        "status": attempt.answer.status if attempt.answer else "error",
        "answer": _shown(attempt.answer) if attempt.answer else "",
        "intent": attempt.answer.understood.intent if attempt.answer else "",
        "cited": list(verdict.cited),
        "wrong": [*verdict.wrong, *(f"{f.check}: {f.message}" for f in verdict.findings)],
    }


def _shown(answer: Answer) -> str:
    return "\n".join((answer.answer, *answer.missing, answer.clarify or "")).strip()


def _failed_variants(trial: Trial) -> Sequence[dict[str, Any]]:
    """Variants that failed where the original passed: what rewording alone broke."""
    if not trial.original.passed:
        return ()
    return [
        {
            "id": trial.item.id,
            "variant": attempt.kind,
            "turns": list(attempt.turns),
            "original": list(trial.original.verdict.cited),
            **_outcome(attempt),
        }
        for attempt in (*trial.variants, *((trial.standalone,) if trial.standalone else ()))
        if not attempt.passed
        or (attempt.kind != "standalone" and not trial.same_as_original(attempt))
    ]
