"""The day, month or year that a printed limit names: 不迟于2030年, by the end of June 2027."""

from __future__ import annotations

import re

from assistant.text.dates import parse_date
from assistant.text.english_dates import MONTH
from assistant.text.normalise import fold

_CHINESE = re.compile(r"(?P<year>[12]\d{3})年(?:底|末)?(?:(?P<month>\d{1,2})月)?")
_ENGLISH = re.compile(
    rf"(?:\b(?P<month>{MONTH})\s)?(?<!\d)(?P<year>[12]\d{{3}})(?!\d)", re.IGNORECASE
)
_MONTHS = tuple(MONTH.lower().split("|"))


def limit_of(text: str) -> str | None:
    """The limit in ISO 8601, no finer than it is printed; None where no year is.

    >>> limit_of("至迟于2026年9月1日"), limit_of("2027年6月以前"), limit_of("by the end of 2030")
    ('2026-09-01', '2027-06', '2030')
    """
    if day := parse_date(text):
        return day.isoformat()
    folded = fold(text).text
    if found := _CHINESE.search(folded):
        month = int(found["month"]) if found["month"] else None
    elif found := _ENGLISH.search(folded):
        month = _MONTHS.index(found["month"].lower()) + 1 if found["month"] else None
    else:
        return None
    return f"{found['year']}-{month:02d}" if month and month <= 12 else found["year"]
