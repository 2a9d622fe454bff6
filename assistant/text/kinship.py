"""Which symbols stand for one resolution: with and without the year, the whole and its parts.

The Security Council numbers through: ``S/RES/1325`` and ``S/RES/1325(2000)`` are one resolution,
and the year is kept where it is said. A resolution in parts has one symbol for each part;
``A/RES/51/942`` alone means them all.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection
from functools import lru_cache

_YEARS = range(1946, 2100)  # in which the Security Council may have adopted a resolution
_COUNCIL = re.compile(r"(?P<number>S/(?:RES|DEC)/\d+)\((?P<year>\d{4})\)")
_WITHOUT_YEAR = re.compile(r"S/RES/\d+")
_PART = re.compile(
    r"(?P<number>(?:A/HRC|A|E)/(?:RES|DEC)/(?:.+/)?\d+)[A-Z](?P<session>\([^()]+\))?"
)
_WHOLE = re.compile(r"(?P<number>(?:A/HRC|A|E)/(?:RES|DEC)/(?:.+/)?\d+)(?P<session>\([^()]+\))?")


def key(symbol: str) -> str:
    """One form for all the symbols of a resolution: ``S/RES/1325(2000)`` is ``S/RES/1325``."""
    found = _COUNCIL.fullmatch(symbol)
    return found["number"] if found else symbol


def same(one: str, other: str) -> bool:
    """Whether two symbols stand for one resolution. Two different years do not."""
    return one == other or (key(one) == key(other) and key(one) in (one, other))


def part_of(symbol: str) -> str | None:
    """The whole of a part: ``A/RES/51/942B`` belongs to ``A/RES/51/942``; None for a whole."""
    found = _PART.fullmatch(symbol)
    return found["number"] + (found["session"] or "") if found else None


def with_part(whole: str, letter: str) -> str:
    """The symbol of a part: ``A/RES/217(III)`` and A are ``A/RES/217A(III)``.

    Raises:
        ValueError: where ``whole`` is a part, a document or of a body without parts.
    """
    found = _WHOLE.fullmatch(whole)
    if found is None:
        raise ValueError(f"{whole} has no parts")
    return f"{found['number']}{letter}{found['session'] or ''}"


@lru_cache(maxsize=65_536)  # asked twice for every mention that a graph walks over
def root(symbol: str) -> str:
    """One name for a resolution, its parts and its spellings: ``A/RES/51/942B`` is ``…/942``."""
    return part_of(symbol) or key(symbol)


def spellings(symbol: str) -> frozenset[str]:
    """Every symbol by which a text may mean this resolution or a part of it."""
    if _WITHOUT_YEAR.fullmatch(symbol):
        return frozenset({symbol, *(f"{symbol}({year})" for year in _YEARS)})
    if _WHOLE.fullmatch(symbol):
        parts = (with_part(symbol, letter) for letter in string.ascii_uppercase)
        return frozenset({symbol, *parts})
    return frozenset({symbol, key(symbol)})


def printed_numbers(symbol: str) -> tuple[str, ...]:
    """The number as texts print it, which may part it: 1325(2000) and 1325 (2000), 48/226 A."""
    number = re.sub(r".*/(?:RES|DEC)/", "", symbol)
    parted = re.sub(r"(?<=\d)(?=[A-Z])", " ", number)
    return tuple(
        dict.fromkeys((number, parted, number.replace("(", " ("), parted.replace("(", " (")))
    )


def meant_by(symbol: str, held: Collection[str]) -> tuple[str, ...]:
    """The symbols of ``held``, in its order, that ``symbol`` names; empty where none is held.

    >>> meant_by("A/RES/51/942", ("A/RES/51/942A", "A/RES/51/942B", "A/RES/51/94"))
    ('A/RES/51/942A', 'A/RES/51/942B')
    >>> meant_by("S/RES/1325", ("S/RES/1325(2000)",))
    ('S/RES/1325(2000)',)
    """
    if symbol in held:
        return (symbol,)
    return tuple(s for s in held if same(s, symbol) or part_of(s) == symbol)
