"""Recorded votes: how many were for and against, and which countries, where they are listed."""

from __future__ import annotations

import re

from assistant.text.normalise import fold
from assistant.types import Vote

_COUNTS = (
    re.compile(
        r"表决,以(?P<f>\d{1,3})票(?:赞成)?(?:[,对、]{0,2}(?P<a>\d{1,3}|[零无])票(?:反对)?)?"
        r"(?:[,、](?P<x>\d{1,3}|[零无])票弃权)?"
    ),
    re.compile(
        r"vote of (?P<f>\d{1,3}|none)(?: in favour)? to (?P<a>\d{1,3}|none)(?: against)?"
        r"(?:,? with (?P<x>\d{1,3}|no|one) abstentions?)?",
        re.IGNORECASE,
    ),
)
_LISTS = (
    re.compile(r"^赞成[:：](.*)$|^In favou?r:(.*)$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^反对[:：](.*)$|^Against:(.*)$", re.MULTILINE | re.IGNORECASE),
    re.compile(
        r"^弃权[:：](.*)$|^Abstain(?:ing|ed):(.*)$|^Abstentions:(.*)$", re.MULTILINE | re.IGNORECASE
    ),
)
_WORDS = {"none": 0, "no": 0, "零": 0, "无": 0, "one": 1}
_BETWEEN = re.compile(r"\s*[、,，;；]\s*")


def vote_of(masthead: str) -> Vote | None:
    """The vote that the text of META records, None where it records none."""
    folded = "\n".join(fold(line).text for line in masthead.split("\n"))
    found = next(filter(None, (form.search(folded) for form in _COUNTS)), None)
    if found is None:
        return None
    lists = [_countries(form, masthead) for form in _LISTS]
    return Vote(
        in_favour=_number(found["f"]),
        against=_number(found["a"] or "0"),
        abstaining=_number(found["x"] or "0"),
        countries_in_favour=lists[0],
        countries_against=lists[1],
        countries_abstaining=lists[2],
    )


def _number(word: str) -> int:
    lower = word.lower()
    return _WORDS[lower] if lower in _WORDS else int(lower)


def _countries(form: re.Pattern[str], masthead: str) -> tuple[str, ...]:
    found = form.search(masthead)
    words = next(filter(None, found.groups()), "") if found else ""
    names = _BETWEEN.split(words.strip().rstrip("。."))
    return tuple(name for name in names if name and name.lower() not in _WORDS)
