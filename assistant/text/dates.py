"""Dates as resolutions print them."""

from __future__ import annotations

import re
from datetime import date

from assistant.text.normalise import fold

_PRINTED = re.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")


def parse_date(text: str) -> date | None:
    """The first whole date of a text, None where there is none: ``2017 年 12 月 4 日``."""
    match = _PRINTED.search(fold(text).text)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
