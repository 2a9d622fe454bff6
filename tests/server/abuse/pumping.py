"""Texts that make a regular expression try everything: made from its own parsed form.

For each repeated part: what leads up to it, then what it repeats many times, then something that
fits nowhere. A part that can be repeated in two ways (``(a+)+``, ``a*a*``, ``(a|a)*``) is tried in
all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# Fits into hardly any pattern; the others are what sets most often leave out.
ENDS = ("\x00", "!")
_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "x",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "x",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
_TRIED = ("a", "一", "1", " ", "x", ",", "Z", "。", "(", "/", "-", "é")
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
# Times from which on a part counts as repeated: one that repeats something itself can be cut in
# many ways; of one character or word it takes many to take long.
_FEW, _MANY = 8, 60


def attacks(pattern: re.Pattern[str], times: int) -> Iterator[str]:
    """Texts of about ``times`` characters or repeated parts, each once."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    seen: set[tuple[str, str]] = set()
    for before, pump in _pumps(list(parsed), ""):
        for one in {pump, *pump[:3]} - {""}:
            if (before, one) in seen:
                continue
            seen.add((before, one))
            pumped = one * (times // len(one))
            for end in ENDS:
                yield f"{before}{pumped}{end}"
            yield f"{one * 3}{before}{pumped}"
            yield f"{before} " * (times // (len(before) + 1)) if before else pumped


def _pumps(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What leads up to each repeated part of a sequence, and what it repeats."""
    for at, (kind, value) in enumerate(nodes):
        lead = before + "".join(_example(node) for node in nodes[:at])
        if kind in _REPEATS:
            _, most, inner = value
            if most is sre.MAXREPEAT or most >= (_FEW if _repeats(inner) else _MANY):
                yield lead, _example_of(inner)
                yield from ((lead, other) for other in _alternatives(inner))
            yield from _pumps(list(inner), lead)
        elif kind is sre.SUBPATTERN:
            yield from _pumps(list(value[-1]), lead)
        elif kind is sre.ATOMIC_GROUP:
            yield from _pumps(list(value), lead)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(list(branch), lead)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _pumps(list(value[1]), lead)


def _repeats(nodes: Any) -> bool:
    """Whether a part can be cut in several ways: it repeats something, or has branches."""
    return any(
        kind in _REPEATS
        or kind is sre.BRANCH
        or (kind is sre.SUBPATTERN and _repeats(value[-1]))
        or (kind is sre.ATOMIC_GROUP and _repeats(value))
        for kind, value in nodes
    )


def _alternatives(nodes: Any) -> Iterator[str]:
    """What each branch and set within a repeated part begins with."""
    for kind, value in nodes:
        if kind is sre.BRANCH:
            for branch in value[1][:6]:
                yield _example_of(branch)
        elif kind is sre.SUBPATTERN:
            yield from _alternatives(value[-1])
        elif kind is sre.IN:
            yield from (one for one in _TRIED if _in_set(value, one))


def _example_of(nodes: Any) -> str:
    return "".join(_example(node) for node in nodes)


def _example(node: Any) -> str:
    """The shortest text that a part fits; none for assertions, places and references to groups."""
    kind, value = node
    if kind in _REPEATS:
        least, _, inner = value
        return _example_of(inner) * min(max(least, 1), 4)
    made = _SHORTEST.get(kind)
    return made(value) if made else ""


def _of_set(members: Any) -> str:
    for one in _TRIED:
        if _in_set(members, one):
            return one
    for kind, value in members:
        if kind is sre.LITERAL:
            return chr(value)
        if kind is sre.RANGE:
            return chr(value[0])
    return "\x00"


def _in_set(members: Any, one: str) -> bool:
    within, negated = False, False
    for kind, value in members:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            within |= chr(value) == one
        elif kind is sre.RANGE:
            within |= value[0] <= ord(one) <= value[1]
        elif kind is sre.CATEGORY:
            within |= _CATEGORIES[value] == one
    return within != negated


_SHORTEST: dict[Any, Callable[[Any], str]] = {
    sre.LITERAL: chr,
    sre.NOT_LITERAL: lambda value: "a" if value != ord("a") else "b",
    sre.ANY: lambda _value: "a",
    sre.IN: _of_set,
    sre.SUBPATTERN: lambda value: _example_of(value[-1]),
    sre.ATOMIC_GROUP: _example_of,
    sre.BRANCH: lambda value: _example_of(value[1][0]),
}
