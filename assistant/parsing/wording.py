"""What the lines of a resolution begin with and end with, in Chinese and in English.

Everything here reads folded text (``text.normalise``) without markup. A language of resolutions
is one ``Wording``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from assistant.text.numerals import CHINESE_NUMERAL
from assistant.text.verbs import match_english_verb, match_verb
from assistant.types import Lang, VerbFamily


@dataclass(frozen=True, slots=True)
class Wording:
    """The forms of lines in one language."""

    lang: Lang
    opener: re.Pattern[str]  # fullmatch; groups opener and rest
    opener_inside: re.Pattern[str]  # in the middle of a collapsed page
    enacting: re.Pattern[str]  # fullmatch: what may stand between opener and first paragraph
    ending: re.Pattern[str]  # fullmatch: date and meeting
    publisher: re.Pattern[str]  # fullmatch: the imprint that ends a document
    letterhead: re.Pattern[str]  # fullmatch: what a cover page prints above the masthead
    annex: re.Pattern[str]  # fullmatch; group number
    article: re.Pattern[str]  # match; group number
    notes: re.Pattern[str]  # fullmatch: the heading above the notes
    note: re.Pattern[str]  # fullmatch: what only a note says
    leads: Callable[[str], VerbFamily | None]  # the family of the verb that begins a paragraph


def _family_of_chinese(folded: str) -> VerbFamily | None:
    verb = match_verb(folded)
    return verb.family if verb else None


def _family_of_english(folded: str) -> VerbFamily | None:
    verb = match_english_verb(folded)
    return verb.family if verb else None


_ORGAN = "大会|经济及社会理事会|安全理事会|人权理事会"
_DATE = (
    rf"(?:\d{{4}}|{CHINESE_NUMERAL}{{4}})年(?:\d{{1,2}}|{CHINESE_NUMERAL}{{1,2}})月"
    rf"(?:\d{{1,2}}|{CHINESE_NUMERAL}{{1,3}})日"
)
_MEETING = rf"第(?:\d+|{CHINESE_NUMERAL}+)次(?:全体会议|全会|会议)"
_SYMBOL = r"(?:大会|安全理事会|理事会|人权理事会)?第[^。]{1,400}?号(?:决议|决定)"

_CHINESE = Wording(
    lang="zh",
    # Bare 大会 also heads the cover page: what follows tells (``body``).
    opener=re.compile(rf"(?P<opener>(?:{_ORGAN})[,:]?)(?P<rest>.*)"),
    opener_inside=re.compile(rf"\s(?:{_ORGAN}|大會)[，,]\s"),
    enacting=re.compile("决议:|兹决议:?|(?:兹)?建议大会通过下列决议草案:"),
    ending=re.compile(rf"{_DATE}[,、]?(?:{_MEETING})?[.。]?|{_MEETING}[,、]?(?:{_DATE})?[.。]?"),
    publisher=re.compile("联合国"),
    letterhead=re.compile(rf"联合国|{_ORGAN}"),
    annex=re.compile(rf"附件(?P<number>{CHINESE_NUMERAL}{{1,3}}|\d{{1,2}}|[IVX]{{1,5}})?[:.]?"),
    article=re.compile(
        rf"第(?P<number>{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})条(?=$|[.:\s]|[^,。;的第至和、规所]{{1,20}}$)"
    ),
    notes=re.compile("注(?:释)?:?"),
    note=re.compile(
        rf"(?:(?:见|参见|同上)[^;]{{1,600}}|{_SYMBOL}[^。;]{{0,80}}|联合国.{{2,200}}|《[^》]+》,第.*"
        r"|[A-Z]+(?:/[A-Za-z0-9.()\-]+){1,6}(?:,[^。]{1,80})?)。(?:.*。)?"
    ),
    leads=_family_of_chinese,
)

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH = Wording(
    lang="en",
    opener=re.compile(
        r"(?P<opener>The (?:General Assembly|Economic and Social Council|Security Council"
        r"|Human Rights Council)(?:,|$))\s*(?P<rest>.*)"
    ),
    opener_inside=re.compile(r"\sThe (?:General Assembly|Security Council),\s"),
    enacting=re.compile(r"Resolves:?|Recommends to the General Assembly .*:"),
    ending=re.compile(
        rf"\d{{1,3}}(?:st|nd|rd|th) (?:plenary )?meeting,?(?: \d{{1,2}} (?:{_MONTH}) \d{{4}})?\.?"
        rf"|\d{{1,2}} (?:{_MONTH}) \d{{4}}\.?"
    ),
    publisher=re.compile("United Nations"),
    letterhead=re.compile(
        r"United Nations|General Assembly|Security Council|Economic and Social Council"
        rf"|Human Rights Council|\d{{1,2}} (?:{_MONTH}) \d{{4}}|Original: \w+|English"
    ),
    annex=re.compile(r"Annex(?: (?P<number>[IVX]{1,5}|\d{1,2}))?[:.]?", re.IGNORECASE),
    article=re.compile(r"Article (?P<number>\d{1,3}|[IVX]{1,6})\b", re.IGNORECASE),
    notes=re.compile("Notes?:?"),
    note=re.compile(
        r"(?:See|Ibid\.|Resolution \d|United Nations, Treaty Series|[A-Z]+/[A-Z0-9./]+).*\."
    ),
    leads=_family_of_english,
)

_HAN = re.compile("[\u4e00-\u9fff]")
_ENGLISH_OPENER = re.compile(
    r"^\W*(?:The General Assembly|The Security Council|The Economic and Social Council"
    r"|The Human Rights Council)\b|^\s*\d{1,3}\.\s+[A-Z][a-z]+s\b",
    re.MULTILINE,
)


def wording_of(lines: Iterable[str]) -> Wording | None:
    """The language a document is written in; None for one in neither language."""
    text = "\n".join(lines)
    han = len(_HAN.findall(text))
    if han * 10 > len(text.replace(" ", "")):  # symbols and English titles stand in Chinese texts
        return _CHINESE
    if _ENGLISH_OPENER.search(text):
        return _ENGLISH
    return _CHINESE if han else None


@cache
def wordings() -> dict[Lang, Wording]:
    """Every language there is."""
    return {"zh": _CHINESE, "en": _ENGLISH}
