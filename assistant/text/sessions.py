"""When the regular sessions of the General Assembly open: computed, never printed.

Rule 1 of the Assembly's rules of procedure: the third Tuesday of September, since resolution 57/301
(58th session) the Tuesday of its third week, counted from the first that has a working day; since
the 78th session they have opened a week earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from assistant.errors import InvalidFilter
from assistant.text.normalise import fold
from assistant.text.numerals import parse_numeral

LAST_SESSION = 999  # a session beyond any that can be meant
FIRST_YEAR = 1945  # the year before the first session's: session n opens in n + 1945
_BY_WEEKS = 58
_A_WEEK_EARLIER = 78
_SATURDAY = 5


def is_session(number: int) -> bool:
    """Whether there can be a session of that number."""
    return 1 <= number <= LAST_SESSION


def opening_day(session: int) -> date:
    """The day on which a regular session opens by the rule.

    Raises ValueError for a session that cannot be, below 1 or above ``LAST_SESSION``.

    >>> opening_day(76).isoformat(), opening_day(79).isoformat()
    ('2021-09-14', '2024-09-10')
    """
    if not is_session(session):
        raise ValueError(f"there is no session {session}")
    first = date(session + FIRST_YEAR, 9, 1)
    if session < _BY_WEEKS:
        to_tuesday = (1 - first.weekday()) % 7
        return first + timedelta(days=to_tuesday + 14)
    # A month that begins on a weekend has its first working day in the week after.
    working = first + timedelta(days=max(0, 7 - first.weekday()) * (first.weekday() >= _SATURDAY))
    tuesday = working + timedelta(days=1 - working.weekday())
    return tuesday + timedelta(weeks=1 if session >= _A_WEEK_EARLIER else 2)


def sessions_named(name: str, written: str | None) -> tuple[int, int] | None:
    """The range of sessions ``written`` for the filter ``name``, None where nothing is. Raises
    InvalidFilter for what is neither a session nor a range."""
    if written is None:
        return None
    found = session_range(written)
    if found is None:
        raise InvalidFilter(
            f"{name} 应为届次或范围，例如 76 或 76-78。",
            f"{name} has to be a session or a range of them, such as 76 or 76-78.",
        )
    return found


def session_ranges(name: str, written: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The sessions and ranges written for the filter ``name``. Raises InvalidFilter."""
    found = (sessions_named(name, one) for one in written)
    return tuple(one for one in found if one is not None)


_NUMBER = r"第?([0-9〇零一二三四五六七八九十百]+)(?:届|st|nd|rd|th)?(?:会议)?"
_RANGE = re.compile(rf"{_NUMBER}(?:\s*(?:-|–|—|~|至|到|to)\s*{_NUMBER})?")


def session_range(written: str) -> tuple[int, int] | None:
    """The first and last session of one session or a range, None where it is neither.

    >>> session_range("76"), session_range("第七十四至七十六届")
    ((76, 76), (74, 76))
    """
    found = _RANGE.fullmatch(fold(written).text.strip())
    first = parse_numeral(found[1]) if found else None
    if found is None or first is None:
        return None
    last = parse_numeral(found[2]) if found[2] else first
    return (first, last) if last is not None else None
