"""What both indexes are: something that finds paragraphs by a question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

# How many results are asked for beyond the limit: paragraphs of equal text (every END of a
# session) have equal scores, and which of them come first must not depend on the index's insides.
TIES = 16

# At an end of a token that is asked for: whatever token goes on there, *63 has 2063.
OPEN = "*"


@dataclass(frozen=True, slots=True)
class Nearly:
    """Paragraphs that have every token of any of ``groups``, and at least so many of ``tokens``."""

    groups: Collection[Collection[str]]
    tokens: Collection[str]
    least: int


class Index(Protocol):
    """Finds paragraphs. Two ways of finding give scores that cannot be compared."""

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The best ``limit`` paragraphs as (key, score), best first, equal scores by key.

        ``keys`` restricts to these paragraphs; unknown keys are passed over, an empty
        collection finds nothing.
        """


def best(scored: Collection[tuple[str, float]], limit: int) -> list[tuple[str, float]]:
    """The best ``limit`` of ``scored``; equal scores by key."""
    return sorted(scored, key=lambda hit: (-hit[1], hit[0]))[:limit]


def check_count(found: int, expected: int) -> None:
    """Raise ValueError unless an index holds as much as it should."""
    if found != expected:
        raise ValueError(f"{found} paragraphs instead of {expected}")
