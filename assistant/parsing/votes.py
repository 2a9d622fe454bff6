"""Recorded votes: how many were for and against, and which countries, where they are listed."""

from __future__ import annotations

import re

from assistant.text.normalise import fold
from assistant.types import Vote

_N = r"(?P<{}>\d{{1,3}})"
_COUNTS = (
    re.compile(
        rf"表决,以{_N.format('f')}票(?:赞成)?[,对、]{{0,2}}{_N.format('a')}票(?:反对)?"
        rf"(?:[,、]{_N.format('x')}票弃权)?"
    ),
    re.compile(
        rf"recorded vote of {_N.format('f')}(?: in favour)? to {_N.format('a')}(?: against)?"
        rf"(?:,? with {_N.format('x')} abstentions?)?",
        re.IGNORECASE,
    ),
)
_LISTS = (
    re.compile(r"^赞成[:：](.*)$|^In favour:(.*)$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^反对[:：](.*)$|^Against:(.*)$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^弃权[:：](.*)$|^Abstaining:(.*)$", re.MULTILINE | re.IGNORECASE),
)
_BETWEEN = re.compile(r"\s*[、,，;；]\s*")


def vote_of(masthead: str) -> Vote | None:
    """The vote that the text of META records, None where it records none."""
    folded = "\n".join(fold(line).text for line in masthead.split("\n"))
    found = next(filter(None, (form.search(folded) for form in _COUNTS)), None)
    if found is None:
        return None
    lists = [_countries(form, masthead) for form in _LISTS]
    return Vote(
        in_favour=int(found["f"]),
        against=int(found["a"]),
        abstaining=int(found["x"] or 0),
        countries_in_favour=lists[0],
        countries_against=lists[1],
        countries_abstaining=lists[2],
    )


def _countries(form: re.Pattern[str], masthead: str) -> tuple[str, ...]:
    found = form.search(masthead)
    words = (found[1] or found[2] or "") if found else ""
    return tuple(name for name in _BETWEEN.split(words.strip().rstrip("。.")) if name)
