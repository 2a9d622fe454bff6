"""Sub-paragraphs: their enumerators, normalised, and how deep each stands.

(甲) and (a) are ``(a)``; ㈠, (一) and (i) are ``(i)``; ①, (1) and the n-th bullet are ``(1)``.
Depth is not printed: a kind of enumerator that was not yet open goes one level down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from assistant.text.numerals import parse_numeral, roman

Kind = Literal["letter", "roman", "figure", "bullet"]

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED_CHINESE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_FORMS = re.compile(
    rf"""(?P<printed>
      [(（]\s?(?P<latin>[a-z]{{1,5}})\s?[)）] | (?P<bare>[a-z])[)）]
    | [(（](?P<stem>[{_STEMS}])[)）] | [(（](?P<chinese>[一二三四五六七八九十]{{1,3}})[)）]
    | (?P<circled_chinese>[{_CIRCLED_CHINESE}]) | (?P<circled>[{_CIRCLED}])
    | [(（](?P<figure>\d{{1,2}})[)）] | (?P<bullet>[•●▪◦■○·‧－–—-])(?=\s)
    )\s*(?=\S)""",
    re.VERBOSE,
)
_ROMAN = re.compile("[ivx]+")


@dataclass(frozen=True, slots=True)
class Enumerator:
    """What a sub-paragraph begins with. ``readings``: value by kind; (i) may be a letter too."""

    printed: str
    length: int  # characters of the line, with the blank after it
    readings: tuple[tuple[Kind, int], ...]


def enumerator_of(text: str) -> Enumerator | None:
    """The enumerator that begins a line, None where none does."""
    found = _FORMS.match(text)
    if found is None:
        return None
    readings = _readings(found)
    return Enumerator(found["printed"], found.end(), readings) if readings else None


def _readings(found: re.Match[str]) -> tuple[tuple[Kind, int], ...]:
    if found["latin"] or found["bare"]:
        return _latin_readings(found["latin"] or found["bare"])
    value: tuple[Kind, int | None]
    if found["bullet"]:
        value = ("bullet", 0)
    elif found["stem"]:
        value = ("letter", _STEMS.index(found["stem"]) + 1)
    elif found["circled_chinese"]:
        value = ("roman", _CIRCLED_CHINESE.index(found["circled_chinese"]) + 1)
    elif found["chinese"]:
        value = ("roman", parse_numeral(found["chinese"]))
    elif found["circled"]:
        value = ("figure", _CIRCLED.index(found["circled"]) + 1)
    else:
        value = ("figure", int(found["figure"]))
    kind, number = value
    return ((kind, number),) if number is not None else ()


def _latin_readings(latin: str) -> tuple[tuple[Kind, int], ...]:
    readings: list[tuple[Kind, int]] = []
    if len(set(latin)) == 1 and len(latin) <= 2:  # (a) … (z), (aa) … (zz)
        readings.append(("letter", ord(latin[0]) - ord("a") + 1 + 26 * (len(latin) - 1)))
    value = parse_numeral(latin) if _ROMAN.fullmatch(latin) else None
    if value is not None:
        readings.append(("roman", value))
    return tuple(readings)


@dataclass(slots=True)
class Nesting:
    """The levels open below one paragraph, each with its kind and last value."""

    _open: list[tuple[Kind, int]] = field(default_factory=list)

    def place(self, enumerator: Enumerator) -> tuple[str, ...] | None:
        """The labels from the outermost level down to this one; None if it is out of order.

        Out of order is what stands already: a second (a) at the same level.
        """
        at = self._depth(enumerator)
        if at is None:
            return None
        depth, kind, value = at
        del self._open[depth:]
        self._open.append((kind, value))
        return tuple(_label(kind, value) for kind, value in self._open)

    def _depth(self, enumerator: Enumerator) -> tuple[int, Kind, int] | None:
        levels = list(enumerate(self._open))
        for depth, (kind, last) in reversed(levels):  # the next of a level that is open
            for read_kind, value in enumerator.readings:
                if kind == read_kind and (value == last + 1 or kind == "bullet"):
                    return depth, kind, value or last + 1
        deepest = len(self._open)
        kinds = {kind for kind, _ in self._open}
        for read_kind, value in enumerator.readings:  # the first of a level below
            if value <= 1 and read_kind not in kinds:
                return deepest, read_kind, value or 1
        for depth, (kind, last) in reversed(levels):  # one was lost between
            for read_kind, value in enumerator.readings:
                if kind == read_kind and value > last:
                    return depth, kind, value
        read_kind, value = enumerator.readings[0]
        return (deepest, read_kind, value) if read_kind not in kinds else None


def _label(kind: Kind, value: int) -> str:
    if kind == "letter":
        letter = chr(ord("a") + (value - 1) % 26)
        return f"({letter * (1 + (value - 1) // 26)})"
    return f"({roman(value).lower()})" if kind == "roman" else f"({value})"
