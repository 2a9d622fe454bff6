"""The grammar of places (``assistant.types``): parents and children, ranges, written labels.

A place whose number was inferred carries ``~``: ``OP~4``. It is the paragraph that a reader calls
the fourth, so places are compared without it.
"""

from __future__ import annotations

import re

from assistant.text.numerals import parse_numeral, roman

_LAST_STEP = re.compile(r"(?:\([^()]*\)|/[^/()]+)$")
_LABELS = re.compile(r"(?:\([^()]*\))+$")
_SECTION = re.compile(r"(?<![A-Z])S[0-9]+/")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = re.compile(r"[ivx]+")
_LONGEST_RANGE = 26  # labels of one range: the alphabet


def plain(place: str) -> str:
    """The place as it would be had its number been printed: ``OP~4`` is ``OP4``."""
    return place.replace("~", "")


def unsectioned(place: str) -> str:
    """A place as it is called where nobody says which section: ``S2/OP1`` is ``OP1``."""
    return _SECTION.sub("", place)


def parent(place: str) -> str | None:
    """What a place belongs to: ``OP3(a)(ii)`` to ``OP3(a)``, ``ANNEX/ART1`` to ``ANNEX``."""
    above = _LAST_STEP.sub("", place)
    return above if above != place else None


def paragraph_of(place: str) -> str:
    """The whole paragraph of a sub-paragraph: ``OP3(a)(ii)`` stands in ``OP3``."""
    return _LABELS.sub("", place)


def whole_key(key: str) -> str:
    """The key of the whole paragraph that the one at ``key`` is, or is a sub-paragraph of."""
    symbol, _, place = key.partition("#")
    return f"{symbol}#{paragraph_of(place)}" if "(" in place else key


def is_whole(place: str) -> bool:
    """Whether a place is a paragraph of its own, not a sub-paragraph of another."""
    return paragraph_of(place) == place


def covers(above: str, place: str) -> bool:
    """Whether naming ``above`` means ``place``: itself, its sub-paragraphs, an annex's articles."""
    above, place = plain(above), plain(place)
    return place == above or place.startswith((f"{above}(", f"{above}/"))


def normal_label(written: str) -> str:
    """A label as places write it: (甲) and A are ``(a)``, ㈠ and (一) are ``(i)``, 1 is ``(1)``.

    Folded before: ㈠ comes as (一), （甲） as (甲).
    """
    bare = written.strip("()").lower()
    if bare in _STEMS and bare:
        return f"({chr(ord('a') + _STEMS.index(bare))})"
    if bare.isascii():
        return f"({bare})"
    value = parse_numeral(bare)
    return f"({roman(value).lower() if value else bare})"


def label_range(first: str, last: str) -> tuple[str, ...]:
    """The labels from ``(a)`` to ``(f)``, from ``(i)`` to ``(iv)``, from ``(1)`` to ``(3)``.

    Only the two ends where they are of different kinds or run backwards. (i) to (k) are letters.
    """
    one, other = first.strip("()"), last.strip("()")
    if _ROMAN.fullmatch(one) and _ROMAN.fullmatch(other) and (one == "i" or len(other) > 1):
        a, b = parse_numeral(one), parse_numeral(other)
        between = [roman(n).lower() for n in range(a, b + 1)] if a and b and a <= b else []
    elif len(one) == len(other) == 1 and one.isalpha() and other.isalpha():
        between = [chr(c) for c in range(ord(one), ord(other) + 1)]
    elif one.isdecimal() and other.isdecimal():
        between = [str(n) for n in range(int(one), min(int(other), int(one) + _LONGEST_RANGE) + 1)]
    else:
        between = []
    return tuple(f"({label})" for label in between[:_LONGEST_RANGE] or (one, other))
