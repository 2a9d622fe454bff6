"""How far apart the symbols of two resolutions are: slips of the pen, then near numbers."""

from __future__ import annotations

import re

_NEAR = 3  # figures by which a number may differ to be near: 75/46 and 75/45
_NUMBERED = re.compile(
    r"(?P<before>[A-Z/]*?(?:ES-)?)(?P<session>[0-9]+)/(?P<n>[0-9]+)(?P<part>[A-Z]?)"
)


def distance(asked: str, held: str) -> int | None:
    """How far two symbols are apart, None for too far: a slip of the pen, then a near number."""
    a, b = _NUMBERED.fullmatch(asked), _NUMBERED.fullmatch(held)
    if a is None or b is None or a["before"] != b["before"]:
        return None
    if a["session"] == b["session"] and a["n"] == b["n"]:
        return 0  # another part of it
    if a["session"] == b["session"]:
        if sorted(a["n"]) == sorted(b["n"]):
            return 1
        apart = abs(int(a["n"]) - int(b["n"]))
        return 1 + apart if apart <= _NEAR else None
    if a["n"] == b["n"] and abs(int(a["session"]) - int(b["session"])) == 1:
        return 2
    swapped = (a["session"], a["n"]) == (b["n"], b["session"])
    return 1 if swapped or sorted(a["session"] + a["n"]) == sorted(b["session"] + b["n"]) else None


def apart(asked: str, target: str) -> int:
    """How far a resolution lies from the one asked about, to put several in order."""
    figures = [[int(n) for n in re.findall(r"[0-9]+", symbol)[:2]] for symbol in (asked, target)]
    if any(len(pair) < 2 for pair in figures):
        return 10**6
    (s, n), (t, m) = figures
    return abs(s - t) * 1000 + abs(n - m)
