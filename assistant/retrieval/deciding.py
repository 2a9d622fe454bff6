"""Which acts come near the best, where what each word weighs is only known within bounds.

What an act scores is the sum of the weights of the words that it has, divided by the same sum for
all acts. Whether one comes near another is the sign of a sum of weights, which their bounds bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.retrieval.evidence import CLOSE, Row

_SURELY = 1e-9  # more than sums of a few floats may be off by


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that each word may weigh."""

    least: tuple[float, ...]
    most: tuple[float, ...]

    def sign(self, sums: Row) -> int:
        """1 where the sum of the weights, each times its part of ``sums``, is surely not negative,
        -1 where it surely is, 0 where the bounds leave it open."""
        parts = list(zip(sums, self.least, self.most, strict=True))
        low = sum(part * (least if part > 0 else most) for part, least, most in parts)
        high = sum(part * (most if part > 0 else least) for part, least, most in parts)
        if low > _SURELY or min(sums, default=0.0) >= 0:
            return 1
        return -1 if high < -_SURELY else 0

    def least_share(self, row: Row) -> float:
        """The least that an act may score."""
        got = sum(part * least for part, least in zip(row, self.least, strict=True))
        lost = sum((1 - part) * most for part, most in zip(row, self.most, strict=True))
        return got / (got + lost) if got else 0.0


@dataclass(frozen=True, slots=True)
class Near:
    """Which acts come near the best, and what that scores at least."""

    near: tuple[bool, ...]
    best: float


def near_the_best(rows: Sequence[Row], others: Sequence[Row], bounds: Bounds) -> Near | None:
    """Which of the acts ``rows`` score at least ``CLOSE`` of the best; None where the bounds leave
    that open, or where one of ``others``, the most that further acts may have, may do so too."""
    different = set(map(tuple, rows))
    best = max(different, key=bounds.least_share, default=None)
    if best is None or not all(bounds.sign(_less(best, row)) > 0 for row in different):
        return None
    bar = tuple(CLOSE * part for part in best)
    signs = {row: bounds.sign(_less(row, bar)) for row in different}
    if 0 in signs.values() or any(bounds.sign(_less(row, bar)) >= 0 for row in others):
        return None
    return Near(tuple(signs[tuple(row)] > 0 for row in rows), bounds.least_share(best))


def _less(one: Row, other: Row) -> Row:
    return tuple(a - b for a, b in zip(one, other, strict=True))
