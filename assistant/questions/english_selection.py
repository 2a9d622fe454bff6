"""How English questions choose resolutions by their mastheads: a row for each form.

resolutions adopted since 2018, submitted by the First Committee, under agenda item 99, whose title
mentions disarmament, of the seventieth to the seventy-fifth session.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 - as in ``types``

from assistant.text.bodies import find_english_bodies
from assistant.text.numerals import parse_numeral, parse_ordinal
from assistant.types import Selection

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Selection | None]]

_YEAR = r"[12][0-9]{3}"
_ADOPTED = r"(?:(?:that were |which were |were )?(?:adopted|passed) )?"
_NTH = (
    r"(?:[0-9]{1,3}(?:st|nd|rd|th)"
    r"|(?:one[ -]hundred(?:[ -]and)? )?(?:[a-z]+ty-)?[a-z]+(?:st|nd|rd|th)|one hundredth)"
)
_COMMITTEE = r"(?:the )?(?P<c>(?:first|second|third|fourth|fifth|sixth) committee)"
_TITLE_ENDS = r"(?=\s+(?:that|which|do|does|did|and|has|have|are|is|were|was|what|who)\b|[?,.]|$|\s+(?:request|ask|urge|call|invite|decide|encourage|recommend|welcome|convene|establish|submitted|adopted|under|since)\w*)"


def _session(words: str) -> int | None:
    return parse_ordinal(words) or parse_numeral(re.sub(r"(?:st|nd|rd|th)$", "", words))


def _years(first: str | None, last: str | None) -> Selection:
    return Selection(
        since=Date(int(first), 1, 1) if first else None,
        until=Date(int(last), 12, 31) if last else None,
    )


def _sessions(first: str | None, last: str | None) -> Selection | None:
    numbers = tuple(_session(words) if words else None for words in (first, last))
    return Selection(first_session=numbers[0], last_session=numbers[1]) if any(numbers) else None


def _committee(found: re.Match[str]) -> Selection | None:
    bodies = find_english_bodies(found["c"])
    return Selection(committee=bodies[0].name) if bodies else None


def _form(pattern: str, read: Callable[[re.Match[str]], Selection | None]) -> Form:
    return re.compile(pattern, re.IGNORECASE), read


ENGLISH_FORMS: tuple[Form, ...] = (
    _form(
        rf"\b{_ADOPTED}(?:of|from|between|at|in|during) (?:the )?(?P<a>{_NTH})(?: session)? (?:to|and|through|until) (?:the )?(?P<b>{_NTH}) sessions?\b",
        lambda m: _sessions(m["a"], m["b"]),
    ),
    _form(
        rf"\b{_ADOPTED}(?:of|from|between|in)? ?sessions (?P<a>[0-9]{{1,3}}) (?:to|and|through|-) (?P<b>[0-9]{{1,3}})\b",
        lambda m: Selection(first_session=int(m["a"]), last_session=int(m["b"])),
    ),
    _form(
        rf"\b{_ADOPTED}since (?:the )?(?P<a>{_NTH}) session\b", lambda m: _sessions(m["a"], None)
    ),
    _form(
        rf"\b{_ADOPTED}(?:between|from) (?P<a>{_YEAR}) (?:and|to|through|until) (?P<b>{_YEAR})\b",
        lambda m: _years(m["a"], m["b"]),
    ),
    _form(
        rf"\b{_ADOPTED}(?:since|from) (?P<a>{_YEAR})(?: (?:on|onwards?))?\b(?! session)",
        lambda m: _years(m["a"], None),
    ),
    _form(
        rf"\b{_ADOPTED}after (?P<a>{_YEAR})\b", lambda m: _years(str(int(m["a"]) + 1), None)
    ),
    _form(
        rf"\b(?:adopted|passed) before (?P<b>{_YEAR})\b",
        lambda m: _years(None, str(int(m["b"]) - 1)),
    ),
    _form(
        rf"(?<=resolutions )(?:adopted |passed )?(?:of|in|during) (?P<a>{_YEAR})\b",
        lambda m: _years(m["a"], m["a"]),
    ),
    _form(
        rf"\b(?:submitted|recommended|reported|proposed|drafted|prepared|adopted on the report) (?:by|of) {_COMMITTEE}\b",
        _committee,
    ),
    _form(rf"(?<=resolutions )(?:of|from|by) {_COMMITTEE}\b", _committee),
    _form(rf"\b{_COMMITTEE}(?:'s)? (?=resolutions\b)", _committee),
    _form(
        rf"\b{_ADOPTED}under (?:agenda )?item (?P<item>[0-9]{{1,3}}(?: ?\([a-z]{{1,3}}\))?)",
        lambda m: Selection(agenda_item=m["item"].replace(" ", "")),
    ),
    _form(
        r"\b(?:whose title|with a title that|the title of which) (?:contains?|includes?|mentions?|has|have|speaks? of) (?:the words? )?"
        rf"(?:[“\"‘'](?P<quoted>[^”\"’']{{2,80}})[”\"’']|(?P<title>[^?,.]{{2,80}}?){_TITLE_ENDS})",
        lambda m: Selection(title=(m["quoted"] or m["title"]).strip()),
    ),
    _form(
        r"\bwith (?:the words? )?[“\"‘'](?P<title>[^”\"’']{2,80})[”\"’'] in (?:the|their) titles?\b",
        lambda m: Selection(title=m["title"].strip()),
    ),
)  # fmt: skip
