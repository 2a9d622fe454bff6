"""Dates as resolutions print them: 2017年12月4日, 一九四六年一月廿六日, 4 December 2017."""

from __future__ import annotations

import re
from datetime import date

from assistant.text.english_dates import parse_english_date
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral

_PRINTED = re.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_SPELLED = re.compile(
    rf"(?P<year>[一二][〇○零一二三四五六七八九]{{3}})(?=年)|(?P<number>{CHINESE_NUMERAL}{{1,3}})(?=月|[日号](?!决议))"
    rf"|(?<=第)(?P<meeting>{CHINESE_NUMERAL}{{1,5}})(?=次(?:全体会议|全會|全会))"
)


def arabic_dates(folded: str) -> str:
    """A folded question with its spelled dates and meetings in figures: 九月二十六日 → 9月26日."""
    return _SPELLED.sub(lambda m: str(parse_numeral(m.group()) or m.group()), folded)


def parse_date(text: str) -> date | None:
    """The first whole date of a text, None where there is none or no such day."""
    folded = fold(text).text
    match = _PRINTED.search(arabic_dates(folded))
    if match is None:
        return parse_english_date(folded)
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
