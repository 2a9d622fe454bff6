"""Sub-paragraphs: their enumerators, normalised, and how deep each stands.

(甲) and (a) are ``(a)``; ㈠, (一) and (i) are ``(i)``; ①, (1) and the n-th bullet are ``(1)``.
Depth is not printed: a kind of enumerator that was not yet open goes one level down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from assistant.text.numerals import parse_numeral, roman

Kind = Literal["letter", "roman", "figure"]  # of the normalised label
# How it is printed: two levels may be labelled alike (㈤ above (iii)), and are told apart by this.
Style = Literal["latin letter", "stem", "latin roman", "chinese", "circled", "figure", "bullet"]

_KIND_OF: dict[Style, Kind] = {
    "latin letter": "letter",
    "stem": "letter",
    "latin roman": "roman",
    "chinese": "roman",
    "circled": "figure",
    "figure": "figure",
    "bullet": "figure",
}

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED_CHINESE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_FORMS = re.compile(
    rf"""(?P<printed>
      [(（]\s?(?P<latin>[a-z]{{1,7}})\s?[)）] | (?P<bare>[a-z]{{1,7}})(?:[)）]|[.．](?=\s))
    | [(（](?P<stem>[{_STEMS}])[)）] | [(（](?P<chinese>[一二三四五六七八九十]{{1,3}})[)）]
    | (?P<circled_chinese>[{_CIRCLED_CHINESE}]) | (?P<circled>[{_CIRCLED}])
    | [(（](?P<figure>\d{{1,2}})[)）] | (?P<bullet>[•●▪◦■○·‧－–—-])(?=\s)
    )\s*(?=\S)""",
    re.VERBOSE,
)
_ROMAN = re.compile("[ivx]+")


@dataclass(frozen=True, slots=True)
class Enumerator:
    """What a sub-paragraph begins with. ``readings``: (i) may be a roman numeral or a letter."""

    printed: str
    length: int  # characters of the line, with the blank after it
    readings: tuple[tuple[Style, int], ...]


def enumerator_of(text: str) -> Enumerator | None:
    """The enumerator that begins a line, None where none does."""
    found = _FORMS.match(text)
    if found is None:
        return None
    readings = _readings(found)
    return Enumerator(found["printed"], found.end(), readings) if readings else None


def _readings(found: re.Match[str]) -> tuple[tuple[Style, int], ...]:
    if found["latin"] or found["bare"]:
        return _latin_readings(found["latin"] or found["bare"])
    value: tuple[Style, int | None]
    if found["bullet"]:
        value = ("bullet", 0)
    elif found["stem"]:
        value = ("stem", _STEMS.index(found["stem"]) + 1)
    elif found["circled_chinese"]:
        value = ("chinese", _CIRCLED_CHINESE.index(found["circled_chinese"]) + 1)
    elif found["chinese"]:
        value = ("chinese", parse_numeral(found["chinese"]))
    elif found["circled"]:
        value = ("circled", _CIRCLED.index(found["circled"]) + 1)
    else:
        value = ("figure", int(found["figure"]))
    style, number = value
    return ((style, number),) if number is not None else ()


def _latin_readings(latin: str) -> tuple[tuple[Style, int], ...]:
    readings: list[tuple[Style, int]] = []
    if len(set(latin)) == 1 and len(latin) <= 2:  # (a) … (z), (aa) … (zz)
        readings.append(("latin letter", ord(latin[0]) - ord("a") + 1 + 26 * (len(latin) - 1)))
    value = parse_numeral(latin) if _ROMAN.fullmatch(latin) else None
    if value is not None:
        readings.append(("latin roman", value))
    return tuple(readings)


@dataclass(slots=True)
class Nesting:
    """The levels open below one paragraph, each with its style and last value."""

    _open: list[tuple[Style, int]] = field(default_factory=list)

    def place(self, enumerator: Enumerator) -> tuple[str, ...] | None:
        """The labels from the outermost level down to this one; None if it is out of order.

        Out of order is what stands already: a second (a) at the same level.
        """
        at = self._depth(enumerator)
        if at is None:
            return None
        depth, style, value = at
        del self._open[depth:]
        self._open.append((style, value))
        return tuple(_label(style, value) for style, value in self._open)

    def _depth(self, enumerator: Enumerator) -> tuple[int, Style, int] | None:
        levels = list(enumerate(self._open))
        for depth, (style, last) in reversed(levels):  # the next of a level that is open
            for read, value in enumerator.readings:
                if style == read and (value == last + 1 or style == "bullet"):
                    return depth, style, value or last + 1
        deepest = len(self._open)
        styles = {style for style, _ in self._open}
        for read, value in enumerator.readings:  # the first of a level below
            if value <= 1 and read not in styles:
                return deepest, read, value or 1
        for depth, (style, last) in reversed(levels):  # one was lost between
            for read, value in enumerator.readings:
                if style == read and value > last:
                    return depth, style, value
        read, value = enumerator.readings[0]
        return (deepest, read, value) if read not in styles else None


def _label(style: Style, value: int) -> str:
    kind = _KIND_OF[style]
    if kind == "letter":
        letter = chr(ord("a") + (value - 1) % 26)
        return f"({letter * (1 + (value - 1) // 26)})"
    return f"({roman(value).lower()})" if kind == "roman" else f"({value})"
