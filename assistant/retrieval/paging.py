"""A page of a long list: whole paragraphs, in the list's order, none lost and none twice.

What is counted is the paragraph with its sub-paragraphs. A list that one page shows is left as it
is; a page beyond the end is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.text.places import paragraph_of
from assistant.types import Whole

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list is shown: ``size`` paragraphs after the first ``begin``."""

    begin: int = 0
    size: int = 20


def page_of(
    items: Sequence[T], key_of: Callable[[T], str], window: Window | None
) -> tuple[Sequence[T], Whole | None]:
    """The items of a page, and the list that they are of; None where they are all of it.

    ``key_of`` gives an item's ``symbol#place``; items of one paragraph stay together.
    """
    if window is None:
        return items, None
    units: dict[str, int] = {}
    of_items = [units.setdefault(_unit(key_of(item)), len(units)) for item in items]
    if window.begin == 0 and len(units) <= window.size:
        return items, None
    end = window.begin + window.size
    shown = [i for i, u in zip(items, of_items, strict=True) if window.begin <= u < end]
    whole = Whole(
        paragraphs=len(units),
        resolutions=len({key_of(item).partition("#")[0] for item in items}),
        first=window.begin + 1,
        last=min(end, len(units)),
    )
    return shown, whole


def _unit(key: str) -> str:
    symbol, _, place = key.partition("#")
    return f"{symbol}#{paragraph_of(place)}"
