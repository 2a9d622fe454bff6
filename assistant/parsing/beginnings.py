"""What a line begins: a numbered paragraph, a heading, furniture of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.parsing.wording import Wording
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral


@dataclass(frozen=True, slots=True)
class Numbered:
    """The printed number that begins a line."""

    printed: str
    number: int
    length: int  # characters of the line up to the text


_ARABIC = re.compile(r"(?P<printed>\d{1,3})\s*[.．]\s*(?!\d+[.．]\d)")
_CHINESE = re.compile(rf"(?P<printed>{CHINESE_NUMERAL}{{1,3}})\s*[、.．]\s*(?=\S)")

_FURNITURE = re.compile(
    r"[A-Z](?:/[A-Za-z0-9]+)*/RES/\S+|\d{1,3}\s?/\s?\d{1,3}|第\d+页(?:,?共\d+页)?"
    r"|\d{2}-\d{5}\b.*|\*\d{6,}\*|[_－─━-]{3,}|Distr\.?:?.*|Original:.*|Page \d+( of \d+)?"
)
_SECTION = re.compile(
    rf"(?:{CHINESE_NUMERAL}{{1,3}}[.、]?|[IVX]{{1,5}}\.?|[A-Z]\.)(?:\s*\S.{{0,60}})?"
    rf"|第{CHINESE_NUMERAL}{{1,3}}(?:章|节|部分|编).{{0,60}}"
)
_STOPPED = re.compile(r"[,;。.:、!?]\W*$")
_LONGEST_HEADING = 40  # characters
_SURELY_A_HEADING = 30  # a wrapped line of a paragraph is longer


def numbered(text: str, wording: Wording) -> Numbered | None:
    """The number that begins a paragraph: ``1. ``, ``1．``, ``1.2048-2049两年期``, ``一、请…``."""
    found = _ARABIC.match(text)
    if found:
        return Numbered(found["printed"], int(found["printed"]), found.end())
    found = _CHINESE.match(text)
    value = parse_numeral(found["printed"]) if found else None
    if found is None or value is None or not wording.leads(fold(text[found.end() :]).text):
        return None
    return Numbered(found["printed"], value, found.end())


def is_furniture(folded: str) -> bool:
    """Whether a line belongs to the page and not to the text: symbol, page number, rule."""
    return _FURNITURE.fullmatch(folded) is not None


def is_heading(folded: str, following: str, wording: Wording) -> bool:
    """Whether a line that goes on nothing heads a section. ``following`` is the next line."""
    if _STOPPED.search(folded) and not re.fullmatch(r"[A-Z]\.|[IVX]+\.", folded):
        return False
    if len(folded) > _LONGEST_HEADING or wording.leads(folded):
        return False
    if _SECTION.fullmatch(folded) or len(folded) <= _SURELY_A_HEADING:
        return True
    return wording.leads(following) is not None or numbered(following, wording) is not None
