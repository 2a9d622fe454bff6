"""A table of alternatives: each row a choice, each set with the figures of both halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.retrieval.fusion import Ranking
from eval.ablation.trials import Trial
from eval.external.ranking import MEASURES

_MRR = MEASURES.index("MRR@10")
_FIRST = MEASURES.index("R@1")


@dataclass(frozen=True, slots=True)
class Row:
    """A choice and how it ranked each trial, in the order of the trials."""

    name: str
    rankings: Sequence[Sequence[Ranking]]
    chosen: bool = False  # what the product does


def table(trials: Sequence[Trial], rows: Sequence[Row]) -> str:
    """MRR@10 (R@1 for sentences and their counterparts) as Markdown, first half / other half.

    The product's row is bold. The last column is the mean over the sets of the first half, by
    which rows are compared.
    """
    headings = [
        f"{trial.name} {_measure_of(trial)} (n = {len(trial.questions)})" for trial in trials
    ]
    lines = ["| choice | " + " | ".join([*headings, "mean, 1st half"]) + " |"]
    lines.append("|---" * (len(trials) + 2) + "|")
    for row in rows:
        cells, firsts = [], []
        for trial, ranked in zip(trials, row.rankings, strict=True):
            at = _FIRST if trial.name == "un_zh_en" else _MRR
            values = trial.figures(ranked)[:, at]
            half = np.array(trial.first_half)
            firsts.append(float(values[half].mean()))
            cells.append(f"{firsts[-1]:.3f} / {values[~half].mean():.3f}")
        cells.append(f"{np.mean(firsts):.4f}")
        mark = "**" if row.chosen else ""
        lines.append(f"| {mark}{row.name}{mark} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _measure_of(trial: Trial) -> str:
    return "R@1" if trial.name == "un_zh_en" else "MRR@10"
