"""What passed before: paired comparison on the same items, and the trend over runs."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.measures import Measure
from eval.metrics import bootstrap, mcnemar, mean
from eval.trial import Trial

BASELINE_FILE = Path(__file__).parent / "baseline.json"
HISTORY_FILE = Path(__file__).parent / "history.jsonl"
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True)
class Baseline:
    """Outcomes by item id."""

    items: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """This run against the baseline, on the items both know."""

    newly_failed: tuple[str, ...]
    newly_passed: tuple[str, ...]
    p: float  # exact McNemar, two-sided
    change: float  # of the share passed
    low: float  # paired bootstrap, 95 %
    high: float
    n: int

    @property
    def regressed(self) -> bool:
        """More lost than gained, and not by chance."""
        return len(self.newly_failed) > len(self.newly_passed) and self.p < SIGNIFICANT


def read_baseline(path: Path = BASELINE_FILE) -> Baseline:
    """The committed baseline; an empty one where none was written yet."""
    if not path.exists():
        return Baseline()
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Baseline(items=raw["items"])


def compare(baseline: Baseline, trials: Sequence[Trial]) -> Comparison:
    """Paired outcomes of the items that both have."""
    now = {t.item.id: t.original.passed for t in trials}
    both = [i for i in now if i in baseline.items]
    lost = tuple(i for i in both if baseline.items[i] and not now[i])
    gained = tuple(i for i in both if now[i] and not baseline.items[i])
    changes = [float(now[i]) - float(baseline.items[i]) for i in both]
    low, high = bootstrap(changes) if changes else (0.0, 0.0)
    return Comparison(
        newly_failed=lost,
        newly_passed=gained,
        p=mcnemar(len(gained), len(lost)),
        change=mean(changes) if changes else 0.0,
        low=low,
        high=high,
        n=len(both),
    )


def updated(trials: Sequence[Trial]) -> Baseline:
    """The baseline that a run makes."""
    return Baseline({t.item.id: t.original.passed for t in trials})


def write_baseline(baseline: Baseline, path: Path = BASELINE_FILE) -> None:
    """Write it so that a change of one item is a change of one line."""
    raw = {"items": dict(sorted(baseline.items.items()))}
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_history(path: Path = HISTORY_FILE) -> tuple[Mapping[str, Any], ...]:
    """The trend: an entry for every run that was recorded, the oldest first."""
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


def entry(
    questions: int, measures: Mapping[str, Measure], *, label: str, day: str, failed: int
) -> dict[str, Any]:
    """One run for the trend: its ``day`` (ISO 8601), version, and figures."""
    figures = {
        name: round(m.value, 4) for name, m in sorted(measures.items()) if not math.isnan(m.value)
    }
    return {
        "date": day, "label": label, "questions": questions, "failed_gates": failed,
        "measures": figures,
    }  # fmt: skip


def record(made: Mapping[str, Any], path: Path = HISTORY_FILE) -> None:
    """Add a run to the trend."""
    with path.open("a", encoding="utf-8", newline="\n") as history:
        history.write(json.dumps(made, ensure_ascii=False) + "\n")
