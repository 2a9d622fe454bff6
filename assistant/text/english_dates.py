"""Dates as English resolutions print them: ``4 December 2017``."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
MONTH = "|".join(_MONTHS)

# A whole date, for the patterns of other modules; the groups are what ``english_date`` reads.
ENGLISH_DATE = rf"(?P<day>\d{{1,2}})\s(?P<month>{MONTH})\s(?P<year>\d{{4}})"
_DATE = re.compile(rf"(?<!\d){ENGLISH_DATE}(?!\d)")


def english_date(found: re.Match[str]) -> date | None:
    """The date of a match of ``ENGLISH_DATE``; None for 31 February."""
    try:
        return date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def parse_english_date(text: str) -> date | None:
    """The first whole date of a folded text, None where there is none.

    >>> parse_english_date("on 4 December 2017, at the 62nd plenary meeting").isoformat()
    '2017-12-04'
    """
    found = _DATE.search(text)
    return english_date(found) if found else None
