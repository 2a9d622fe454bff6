"""A page of a long list: whole paragraphs, in the list's order, none lost and none twice.

What is counted is the paragraph with its sub-paragraphs. A list that one page shows is left as it
is; a page beyond the end is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.library.act_table import FoundActs
from assistant.library.lookups import Found as ActKeys
from assistant.text.places import whole_key
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
    of_items = [units.setdefault(whole_key(key_of(item)), len(units)) for item in items]
    if window.begin == 0 and len(units) <= window.size:
        return items, None
    end = window.begin + window.size
    shown = [i for i, u in zip(items, of_items, strict=True) if window.begin <= u < end]
    resolutions = len({unit.partition("#")[0] for unit in units})
    return shown, _whole(len(units), resolutions, window)


def page_of_acts(
    keys: Sequence[ActKeys], window: Window | None
) -> tuple[Sequence[ActKeys], Whole | None]:
    """The same of acts: of 60,000 only those are made that are shown."""
    if not isinstance(keys, FoundActs) or window is None:
        return page_of(keys, lambda one: one.key, window)
    units = keys.units
    count = int(units.max(initial=-1)) + 1
    if window.begin == 0 and count <= window.size:
        return keys, None
    is_shown = (units >= window.begin) & (units < window.begin + window.size)
    shown = keys.at(is_shown.nonzero()[0].astype(units.dtype))
    return shown, _whole(count, keys.resolutions, window)


def page_of_resolutions(
    symbols: Sequence[str], window: Window | None
) -> tuple[Sequence[str], Whole | None]:
    """The same of resolutions, of each of which one paragraph is shown."""
    if window is None or (window.begin == 0 and len(symbols) <= window.size):
        return symbols, None
    shown = symbols[window.begin : window.begin + window.size]
    return shown, _whole(len(symbols), len(symbols), window)


def _whole(paragraphs: int, resolutions: int, window: Window) -> Whole:
    last = min(window.begin + window.size, paragraphs)
    return Whole(paragraphs, resolutions, window.begin + 1, last)
