"""The lines of an English masthead and ending.

``LINES`` and ``CLOSING`` are tables of what a folded line may be; a group named like a masthead
field is the words that state it. Committees bear their canonical Chinese name, as bodies do
everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.parsing.masthead_forms import LineForm
from assistant.text.bodies import find_english_bodies
from assistant.text.english_dates import ENGLISH_DATE, english_date
from assistant.text.numerals import parse_ordinal
from assistant.types import MastheadField


def _date(found: re.Match[str]) -> str | None:
    day = english_date(found)
    return day.isoformat() if day else None


def _ordinal(words: str) -> str | None:
    number = parse_ordinal(_HYPHENS.sub("-", words))
    return None if number is None else str(number)


def _session(found: re.Match[str]) -> str | None:
    if found["year"]:
        return found["year"]
    kind = (found["kind"] or "").lower()
    prefix = "ES-" if "emergency" in kind else "S-" if "special" in kind else ""
    number = _ordinal(found["ordinal"])
    return number and prefix + number


def _agenda_item(found: re.Match[str]) -> str:
    return re.sub(r"\s+(?=\()", "", found["agenda_item"])


def _committee(found: re.Match[str]) -> str | None:
    bodies = find_english_bodies(found["committee"])
    if bodies:
        return bodies[0].name
    # The Committee, as the Official Records print it, says only that there was one.
    return None if found["committee"] == "Committee" else found["committee"]


def _meeting(found: re.Match[str]) -> str | None:
    return _ordinal(found["count"])


def _as_printed(field: MastheadField) -> Callable[[re.Match[str]], str | None]:
    return lambda found: found[field] and found[field].strip()


_HYPHENS = re.compile("[\u2010-\u2013]")
_HYPHEN = "[-\u2010-\u2013]"
_WORDS = rf"[A-Za-z]{{3,12}}(?:{_HYPHEN}[a-z]{{3,8}})?"  # what parse_ordinal reads: seventy-second
_ORGAN = "General Assembly|Security Council|Economic and Social Council|Human Rights Council"
_SYMBOL = r"[A-Z]+(?:/[A-Za-z0-9.\-]+)+"
_DOCUMENTS = (
    rf"(?P<report>{_SYMBOL})(?:,? (?:and|as) [^()]{{1,80}}?)?"
    r"(?:, paras?\. (?P<report_paragraph>\d+(?:[-\u2013]\d+)?))?"
)
_COMMITTEE = r"(?P<committee>[A-Z][\w ,'\u2019()-]{3,80}?)"
_VOTE = (
    r"(?P<vote>recorded vote of \d+ (?:in favour )?to (?:\d+|none)(?: against)?"
    r"(?:,? with (?:\d+|no) abstentions?)?)"
)
# Meetings are numbered in figures.
_NTH = r"\d{1,4}(?:st|nd|rd|th)"

LINES: tuple[LineForm, ...] = (
    LineForm(
        re.compile(
            rf"(?P<session>(?:(?P<year>\d{{4}})|(?P<ordinal>{_WORDS}|\d{{1,3}}(?:st|nd|rd|th)))"
            r" (?:resumed )?(?P<kind>(?:emergency )?special |regular |organizational )?session)"
            r"(?:\s?\(resumed\))?",
            re.IGNORECASE,
        ),
        {"session": _session},
    ),
    LineForm(
        re.compile(
            r"(?:Agenda items?|Items?) (?P<agenda_item>\d+(?:\s?\([a-z]+\))*"
            r"(?:(?:, | and |, and )(?:\d+(?:\s?\([a-z]+\))*|\([a-z]+\)))*)(?: of the agenda)?",
            re.IGNORECASE,
        ),
        {"agenda_item": _agenda_item},
    ),
    LineForm(
        re.compile(
            rf"(?:Resolutions?|Decisions?) adopted by the (?:{_ORGAN})"
            rf"(?:,? on (?P<date>{ENGLISH_DATE}))?",
            re.IGNORECASE,
        ),
        {"date": _date},
    ),
    LineForm(
        re.compile(
            rf"Adopted by the (?:{_ORGAN}) at its (?P<meeting>(?P<count>{_NTH}) meeting)"
            rf"(?: \(closed\))?,? on (?P<date>{ENGLISH_DATE})"
        ),
        {"meeting": _meeting, "date": _date},
    ),
    LineForm(
        re.compile(
            r"\[?(?:adopted )?(?:on|upon) the (?:report|recommendation|proposal)s? of the"
            rf" {_COMMITTEE}(?: \({_DOCUMENTS}\))?\]?",
            re.IGNORECASE,
        ),
        {
            "committee": _committee,
            "report": _as_printed("report"),
            "report_paragraph": _as_printed("report_paragraph"),
        },
    ),
    # What stands in this bracket is a draft, not a report.
    LineForm(
        re.compile(
            rf"\[?(?:adopted )?without reference to a Main Committee(?: \({_DOCUMENTS}\))?\]?",
            re.IGNORECASE,
        ),
        {},
    ),
    LineForm(
        re.compile(
            rf"Adopted (?:at the (?P<meeting>(?P<count>{_NTH}) (?:plenary )?meeting)"
            rf",? )?(?:on (?P<date>{ENGLISH_DATE}),? )?"
            rf"(?:on the recommendation of the {_COMMITTEE} \({_DOCUMENTS}\)[^,]{{0,8}},? )?"
            rf"(?:by a {_VOTE}|without a vote)(?:,? as follows)?[^:]{{0,8}}:?",
        ),
        {
            "meeting": _meeting,
            "date": _date,
            "committee": _committee,
            "report": _as_printed("report"),
            "report_paragraph": _as_printed("report_paragraph"),
            "vote": _as_printed("vote"),
        },
    ),
    LineForm(
        re.compile(r"(?:In favour|Against|Abstaining|Abstentions?):.*", re.IGNORECASE),
        {},
        lists=True,
    ),
    LineForm(
        re.compile(r"Sponsors?(?: of the draft resolution)?: ?(?P<sponsors>.+)", re.IGNORECASE),
        {"sponsors": _as_printed("sponsors")},
    ),
    LineForm(
        re.compile(
            r"(?P<number>(?:(?:ES|S)-\d{1,2}|\d{1,4})/\d{1,4}(?: ?[A-Z](?![a-z]))?"
            r"|\d{1,4}(?: [A-Z])? \((?:(?:ES|S)-)?[IVXL]+\)(?: ?[A-Z](?![a-z]))?)"
            r"\.(?: ?(?P<title>.*))?"
        ),
        {"number": _as_printed("number"), "title": _as_printed("title")},
    ),
    # A part of a resolution in parts.
    LineForm(re.compile(r"(?P<part>[A-Z])(?:\. *(?P<title>.*))?"), {"title": _as_printed("title")}),
    LineForm(
        re.compile(r"Resolution (?P<number>\d{1,4} \(\d{4}\))", re.IGNORECASE),
        {"number": _as_printed("number")},
    ),
    # The cover: the date below Distr. is the day of printing, and no fact of the resolution.
    LineForm(
        re.compile(
            rf"United Nations(?: {_SYMBOL})?|(?:{_ORGAN})|{_SYMBOL}|Distr\.?:? ?\w*"
            rf"|{ENGLISH_DATE}|Original: \w+|\d\d{_HYPHEN}\d{{5}}(?: ?\([A-Z]\))?.{{0,20}}"
            r"|\*+[\d\s]*\*+|Please recycle.{0,4}|\d{1,3}/\d{1,3}",
            re.IGNORECASE,
        ),
        {},
    ),
)

CLOSING: tuple[LineForm, ...] = (
    LineForm(
        re.compile(
            rf"(?P<meeting>(?P<count>{_NTH}|{_WORDS}) (?:plenary )?meeting)(?:[,.](?: .*)?| .*)?",
            re.IGNORECASE,
        ),
        {"meeting": _meeting},
    ),
    LineForm(re.compile(rf".{{0,80}}?(?P<meeting_date>{ENGLISH_DATE}).*"), {"meeting_date": _date}),
)
