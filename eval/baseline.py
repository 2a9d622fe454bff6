"""What passed before: paired comparison on the same items, and the trend over baselines."""

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
SIGNIFICANT = 0.05
_KEPT_ENTRIES = 50  # of the trend: about a year of weekly baselines


@dataclass(frozen=True, slots=True)
class Baseline:
    """Outcomes by item id, and one entry of measures for each baseline ever written."""

    items: Mapping[str, bool] = field(default_factory=dict)
    history: tuple[Mapping[str, Any], ...] = ()


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
    return Baseline(items=raw["items"], history=tuple(raw["history"]))


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


def updated(
    baseline: Baseline, trials: Sequence[Trial], measures: Mapping[str, Measure], *, label: str
) -> Baseline:
    """The baseline this run makes, with an entry of the trend labelled ``label``."""
    figures = {
        name: round(m.value, 4) for name, m in sorted(measures.items()) if not math.isnan(m.value)
    }
    entry = {"label": label, "items": len(trials), "measures": figures}
    return Baseline(
        items={t.item.id: t.original.passed for t in trials},
        history=(*baseline.history, entry)[-_KEPT_ENTRIES:],
    )


def write_baseline(baseline: Baseline, path: Path = BASELINE_FILE) -> None:
    """Write it so that a change of one item is a change of one line."""
    raw = {"items": dict(sorted(baseline.items.items())), "history": list(baseline.history)}
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
