"""Word's automatic numbers, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.reading.docx_xml import attribute, child, children, is_on, value, whole
from assistant.reading.numbering import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r"%([1-9])")
_LARGEST_START = 100_000
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")  # how symbol fonts write their bullets


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str  # "(%1)"
    start: int
    restarts_after: int | None  # None: after any higher level; 0: never
    suffix: str
    plain: bool  # all numbers of the text as 1, 2, 3


class Numbers:
    """Gives each numbered paragraph its number, in the order of the text."""

    def __init__(self, part: Element | None) -> None:
        self._abstract = {
            attribute(one, "abstractNumId"): one for one in children(part, "abstractNum")
        }
        self._defined = {attribute(one, "numId"): one for one in children(part, "num")}
        # A list style: the definition it is used by points to the one that has its levels.
        self._by_style = {
            value(one, "styleLink"): one
            for one in self._abstract.values()
            if value(one, "styleLink")
        }
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._counts: dict[str, dict[int, int]] = {}  # by abstract definition: lists share it
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, depth: int) -> str:
        """The next number of a definition at a level, with the blank behind it; or nothing."""
        level = self._level(number, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._family(number), {})
        override = self._start_override(number, depth)
        if override is not None and (number, depth) not in self._begun:
            counts[depth] = override
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((number, depth))
        for deeper in [one for one in counts if one > depth]:
            below = self._level(number, deeper)
            if below is None or below.restarts_after is None or below.restarts_after > depth:
                del counts[deeper]
        written = _PLACE.sub(lambda found: self._place(number, level, found, counts), level.text)
        written = _PRIVATE_USE.sub("•", written).strip()
        return written + level.suffix if written else ""

    def _place(
        self, number: str, level: _Level, found: re.Match[str], counts: dict[int, int]
    ) -> str:
        at = int(found[1]) - 1
        other = self._level(number, at) or level
        count = counts.setdefault(at, other.start)
        return numeral(count, "decimal" if level.plain else other.kind)

    def _family(self, number: str) -> str:
        return value(self._defined.get(number), "abstractNumId")

    def _start_override(self, number: str, depth: int) -> int | None:
        override = self._override(number, depth)
        return _start(value(override, "startOverride"))

    def _override(self, number: str, depth: int) -> Element | None:
        overrides = children(self._defined.get(number), "lvlOverride")
        return next((one for one in overrides if attribute(one, "ilvl") == str(depth)), None)

    def _level(self, number: str, depth: int) -> _Level | None:
        if (number, depth) not in self._levels:
            self._levels[number, depth] = self._read_level(number, depth)
        return self._levels[number, depth]

    def _read_level(self, number: str, depth: int) -> _Level | None:
        if number not in self._defined:
            return None
        own = child(self._override(number, depth), "lvl")
        family = self._abstract.get(self._family(number))
        family = self._by_style.get(value(family, "numStyleLink"), family)
        abstract = children(family, "lvl")
        element = (
            own
            if own is not None
            else next((one for one in abstract if attribute(one, "ilvl") == str(depth)), None)
        )
        if element is None:
            return None
        start = _start(value(element, "start"))
        return _Level(
            kind=value(element, "numFmt") or "decimal",
            text="" if value(element, "numFmt") == "none" else value(element, "lvlText"),
            start=1 if start is None else start,
            restarts_after=whole(value(element, "lvlRestart")),
            suffix="" if value(element, "suff") == "nothing" else " ",
            plain=bool(is_on(element, "isLgl")),
        )


def _start(text: str) -> int | None:
    number = whole(text)
    return None if number is None else max(0, min(_LARGEST_START, number))
