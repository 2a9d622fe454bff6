"""The arithmetic of judging: pure functions on numbers and key sets."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Z95 = 1.959963984540054  # two-sided 95 %
_RESAMPLES = 1000
_SEED = 20170707


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share (Wilson 1927). (0, 1) without observations."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, Z95 * Z95
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile interval of a mean, resampled by question with a fixed seed."""
    if not values:
        return 0.0, 1.0
    draw = random.Random(_SEED)  # noqa: S311  resampling, not secrecy
    means = sorted(
        math.fsum(draw.choices(values, k=len(values))) / len(values) for _ in range(_RESAMPLES)
    )
    return means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES) - 1]


def bootstrap_difference(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile interval of the difference of two means of separate questions."""
    if not one or not other:
        return -1.0, 1.0
    draw = random.Random(_SEED)  # noqa: S311  resampling, not secrecy
    differences = sorted(
        mean(draw.choices(one, k=len(one))) - mean(draw.choices(other, k=len(other)))
        for _ in range(_RESAMPLES)
    )
    return differences[int(0.025 * _RESAMPLES)], differences[int(0.975 * _RESAMPLES) - 1]


def enough_for(gate: float) -> int:
    """How many faultless observations a Wilson bound of ``gate`` takes: .93 takes 52."""
    z2 = Z95 * Z95
    return math.ceil(gate * z2 / (1 - gate)) if gate < 1 else 1


def mean(values: Sequence[float]) -> float:
    """The mean; NaN of nothing, so that an empty set never looks like success."""
    return math.fsum(values) / len(values) if values else math.nan


def mcnemar(gained: int, lost: int) -> float:
    """Two-sided exact McNemar p-value of paired pass/fail outcomes that changed."""
    n = gained + lost
    if n == 0:
        return 1.0
    tail = sum(math.comb(n, k) for k in range(min(gained, lost) + 1)) / 2**n
    return float(min(1.0, 2 * tail))


Groups = Sequence[Sequence[str]]


def covers(cited: str, key: str) -> bool:
    """Whether citing ``cited`` cites ``key``: itself, or the parent that it belongs to."""
    return key == cited or key.startswith((f"{cited}(", f"{cited}/"))


def group_hit(group: Sequence[str], cited: Sequence[str]) -> bool:
    """Whether any member of a group is cited."""
    return any(covers(each, key) for key in group for each in cited)


def completeness(groups: Groups, cited: Sequence[str]) -> float:
    """Share of gold groups that are cited; 1 where nothing is asked for."""
    return sum(group_hit(g, cited) for g in groups) / len(groups) if groups else 1.0


def outside(groups: Groups, cited: Sequence[str]) -> tuple[str, ...]:
    """What is cited that no group names."""
    keys = [key for group in groups for key in group]
    return tuple(c for c in cited if not any(covers(c, key) for key in keys))


def f1(groups: Groups, cited: Sequence[str]) -> float:
    """Harmonic mean of groups cited and of citations that belong to a group."""
    if not groups or not cited:
        return 0.0
    recall = completeness(groups, cited)
    precision = 1 - len(outside(groups, cited)) / len(cited)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def recall_at(groups: Groups, ranked: Sequence[str], k: int) -> float:
    """Share of gold groups among the first ``k`` of a ranking."""
    return completeness(groups, ranked[:k])


def reciprocal_rank(groups: Groups, ranked: Sequence[str], k: int = 10) -> float:
    """1 / rank of the first gold paragraph among the first ``k``, else 0."""
    for rank, key in enumerate(ranked[:k], 1):
        if any(group_hit(group, (key,)) for group in groups):
            return 1 / rank
    return 0.0
