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


_BARE_NUMBER = re.compile(rf"(?:{CHINESE_NUMERAL}{{1,3}}|[IVX]{{1,5}})[.、]?")
_NUMBERED_TITLE = re.compile(rf"(?:{CHINESE_NUMERAL}{{1,3}}|[IVX]{{1,5}})[.、]\s*\S.*")


def begins_a_section(folded: str, following: str, wording: Wording) -> bool:
    """Whether a line right below a paragraph heads a section: 一 with its title on the next line
    or no title, or 一. 水井, where a numbered paragraph follows. ``following`` is the next line."""
    if _STOPPED.search(folded.rstrip(".、")) or len(folded) > _LONGEST_HEADING:
        return False
    is_followed = numbered(following, wording) is not None
    if _BARE_NUMBER.fullmatch(folded):
        return is_followed or is_title(following, wording)
    return is_followed and bool(_NUMBERED_TITLE.fullmatch(folded)) and not numbered(folded, wording)


def is_bare_number(folded: str) -> bool:
    """Whether a heading is its number alone: its title may stand on the next line."""
    return _BARE_NUMBER.fullmatch(folded) is not None


def is_title(folded: str, wording: Wording) -> bool:
    """Whether a line may be the title of a section: short, without a stop, no act."""
    is_short = 1 < len(folded) <= _SURELY_A_HEADING and not _STOPPED.search(folded)
    return is_short and not wording.leads(folded) and numbered(folded, wording) is None


def is_heading(folded: str, following: str, wording: Wording) -> bool:
    """Whether a line that goes on nothing heads a section. ``following`` is the next line."""
    if _STOPPED.search(folded) and not re.fullmatch(r"[A-Z]\.|[IVX]+\.", folded):
        return False
    if len(folded) > _LONGEST_HEADING or wording.leads(folded):
        return False
    if _SECTION.fullmatch(folded) or len(folded) <= _SURELY_A_HEADING:
        return True
    return wording.leads(following) is not None or numbered(following, wording) is not None
