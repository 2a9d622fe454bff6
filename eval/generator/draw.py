"""Chance that is always the same: every choice follows from the seed and what it is made for."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, *path: object) -> Random:
    """A source of choices of its own for ``path``, so that no choice shifts another."""
    return Random("/".join(map(str, (seed, *path))))  # noqa: S311 - not for secrets


def some(chance: Random, of: Sequence[T], least: int, most: int) -> tuple[T, ...]:
    """Between ``least`` and ``most`` different members of ``of``, in chance order."""
    count = min(len(of), chance.randint(least, most))
    return tuple(chance.sample(of, count))
