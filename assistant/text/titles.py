"""Whether two titles are one: spelling aside, and how much of their words they share."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL

# What a title renews each year: 第七十五届会议, 2018-2019两年期, at its seventy-fifth session.
_RENEWED = re.compile(
    rf"第(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})届(?:会议|常会|大会)?"
    r"|[12][0-9]{3}(?:[-–—至][12]?[0-9]{1,3})?年?(?:两年期|年度)?"
    r"|\b(?:[a-z]+[- ])?(?:[a-z]+(?:st|nd|rd|th)|[0-9]{1,3}(?:st|nd|rd|th)) session\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=65_536)  # asked for every title of a library, and folding takes 20 µs
def title_key(title: str) -> str:
    """One form for all spellings of a resolution's title: script, width, blanks, stops, quotes."""
    return re.sub(r"[\W_]", "", fold(title).text.lower())


@lru_cache(maxsize=65_536)
def renewed_key(title: str) -> str:
    """The same without what sessions renew; the whole where nothing else is left."""
    return title_key(_RENEWED.sub(" ", fold(title).text)) or title_key(title)


@lru_cache(maxsize=65_536)
def pairs(key: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a key."""
    return frozenset(key[i : i + 2] for i in range(len(key) - 1))


def likeness(one: str, other: str) -> float:
    """How much of two titles is the same, 0 to 1, by pairs of characters, what is renewed aside.

    >>> round(likeness("核裁军问题大会高级别会议", "2013年核裁军问题大会高级别会议的后续行动"), 2)
    0.81
    """
    a, b = pairs(renewed_key(one)), pairs(renewed_key(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
