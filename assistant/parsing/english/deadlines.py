"""When an English act asks for something, and what it asks to be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.parsing.english.words import Words
from assistant.text.english_dates import ENGLISH_DATE, MONTH, english_date
from assistant.text.numerals import parse_ordinal
from assistant.types import Deadline, Span

_ORDINAL = (
    r"one[ -]hundredth|(?:one[ -]hundred[ -]and[ -])?"
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    r"|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)"
    r"|\d{1,3}(?:st|nd|rd|th)"
)
_ASSEMBLY = r"(?:the )?(?:General )?Assembly,?"
_SESSIONS = re.compile(
    rf"(?:(?P<assembly>{_ASSEMBLY}) )?(?P<at>at|of|in|for|during|to|until|before|by) "
    rf"(?P<words>(?:its|the) (?:resumed )?(?P<first>{_ORDINAL})"
    rf"(?P<more>(?:(?:,| and|, and) (?:{_ORDINAL}))*) (?:regular )?sessions?\b)(?! devoted)"
    rf"(?: of the (?P<of>[A-Z]\w+(?: [A-Z]\w+)*))?",
)
_ONE = re.compile(_ORDINAL)
# What is told, not asked: the report submitted to it at its seventieth session.
_TOLD = re.compile(
    r"(?<!be )\b(?:adopted|held|submitted|presented|considered|established|taken|made|convened"
    r"|approved|concluded|agreed|issued|contained|expressed)(?: (?:by|to|in)\b[\w -]{0,40})?,? $"
)
_ORGAN = "Council|Committee|Commission|Conference|Board|Body|Forum|Group|Union|Agency|Organization"
_OTHER_ORGAN = re.compile(
    rf"\b(?:{_ORGAN})(?: (?:[A-Z][\w-]+|and|for|in|of|on|the|its)){{0,12}},? $"
)
# Invites the Commission on … to consider at its fiftieth session: the Commission's own.
_ASKS_AN_ORGAN = re.compile(
    rf" (?:that )?the (?:(?:[A-Z]\w+|and|for|of|on|the),? ){{0,8}}?(?:{_ORGAN})\b"
)
_TO_THE_SPEAKER = re.compile(r"\bto it,? $")
_LOOKED_BACK = 120  # characters

_LIMIT = (
    r"(?:(?:by|before|no later than|not later than|until|at the latest by|prior to)"
    r" (?:the end of |the year |mid-|early |late )?)"
)
_DATE = re.compile(rf"\b{_LIMIT}(?:{ENGLISH_DATE}|(?:(?:{MONTH}) )?\d{{4}})\b(?!/)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\bwithin (?:\d{1,3}|[a-z]{2,10}(?:-[a-z]{2,10})?) (?:working )?(?:days|weeks|months|years)\b"
)
_EVERY = r"(?:every|each) (?:other |two |three |four |five |six |second |third )?(?:years?|months)"
_RECURRING = re.compile(
    rf"\b(?:on \d{{1,2}} (?:{MONTH}) )?(?:(?:of )?{_EVERY}|annually|biennially|biannually"
    rf"|triennially|quarterly|on (?:an annual|a biennial|a triennial|a yearly) basis)\b"
    rf"(?:,? on \d{{1,2}} (?:{MONTH})\b)?|\ban annual (?=report|update)",
)


def deadlines_of(words: Words, within: Span, after_verb: int) -> tuple[Deadline, ...]:
    """The sessions, dates and rhythms that an act sets, in text order.

    ``within`` is the act in ``words.masked``, where a quoted title sets no limit, and
    ``after_verb`` where its verb ends. A session counts where
    it is the General Assembly's and something is to be brought before it, a date where it is a
    limit (no later than …), not where it is told.
    """
    found = [
        *_sessions(words.masked, within, after_verb),
        *_dates(words.masked, within),
        *_rhythms(words.masked, within),
    ]
    return tuple(
        replace(one, span=words.span(one.span), text=words.printed(one.span))
        for one in sorted(found, key=lambda one: one.span)
    )


def _sessions(masked: str, within: Span, after_verb: int) -> Iterator[Deadline]:
    asks_an_organ = bool(_ASKS_AN_ORGAN.match(masked, after_verb, within.end))
    for found in _SESSIONS.finditer(masked, within.start, within.end):
        before = masked[max(within.start, found.start() - _LOOKED_BACK) : found.start()]
        if _TOLD.search(before) or _is_of_another_organ(found, before, asks_an_organ):
            continue
        ordinals = list(_ONE.finditer(masked, found.start("first"), found.end("words")))
        begin = found.start("assembly") if found["assembly"] else found.start("words")
        for at, ordinal in enumerate(ordinals):
            is_last = at == len(ordinals) - 1
            end = found.end("words") if is_last else ordinal.end()
            span = Span(begin, end)
            yield Deadline(span, span.of(masked), session=parse_ordinal(ordinal.group()))
            begin = ordinals[at + 1].start() if not is_last else end


def _is_of_another_organ(found: re.Match[str], before: str, asks_an_organ: bool) -> bool:
    if found["of"]:
        return "Assembly" not in found["of"]
    if found["assembly"]:
        return False
    is_own = asks_an_organ and not _TO_THE_SPEAKER.search(before)
    return is_own or bool(_OTHER_ORGAN.search(before))


def _dates(masked: str, within: Span) -> Iterator[Deadline]:
    for found in _DATE.finditer(masked, within.start, within.end):
        day = english_date(found) if found["day"] else None
        yield Deadline(Span(*found.span()), found.group(), date=day)
    for found in _WITHIN.finditer(masked, within.start, within.end):
        yield Deadline(Span(*found.span()), found.group())


def _rhythms(masked: str, within: Span) -> Iterator[Deadline]:
    for found in _RECURRING.finditer(masked, within.start, within.end):
        span = Span(found.start(), found.start() + len(found.group().rstrip()))
        yield Deadline(span, span.of(masked), recurring=True)


# A verb of making with the stretch it governs, past insertions between commas (to submit to it, at
# its eightieth session, a report), and the nouns in it that name what is made.
_REST = "[^,;.]{0,120}(?:,(?! (?:and )?to )[^,;.]{1,80}){0,4}"
_HELD = "the|his|her|its|this|that|such"
_NOT_HELD = "".join(rf"(?<!\b{word} )" for word in _HELD.split("|"))
_DELIVERABLES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{stretch})", re.IGNORECASE), re.compile(rf"\b(?:{nouns})\b"))
    for stretch, nouns in (
        (
            rf"(?:submit|prepare|present|issue|compile|produce)\b{_REST}",
            "reports?|recommendations?|study|proposals?|summary|programme budget",
        ),
        # A report that is there already (transmit the report) is passed on, not made.
        (rf"(?:transmit|forward)\b{_REST}", rf"{_NOT_HELD}reports?|summary|study"),
        (rf"(?:transmit|forward)\b(?=[^,;.]{{0,120}}\b(?:{_HELD}) reports?\b)", "transmit|forward"),
        (
            rf"provide\b{_REST}",
            "reports?|services|(?<!existing )(?<!available )resources|support|assistance"
            "|information|secretariat",
        ),
        (r"to (?=report\b).{6}", "report"),
        (
            rf"(?:convene|hold|organize|organise|arrange)\b{_REST}",
            "meetings?|conferences?|events?|consultations|seminars?|workshops?|dialogue",
        ),
        (
            r"include\b[^;.]{0,60}agenda[^;.]{0,400}",
            "sub-items?|(?<!under the )(?<!under an )(?<!under its )items?",
        ),
        (
            r"(?:establish|set up|create)\b[^,;.]{0,80}",
            "working group|group|committee|commission|fund|mechanism|body|panel|unit",
        ),
        (r"(?:seek|solicit)\b[^,;.]{0,40}", "views|comments"),
    )
)


def deliverables_of(masked: str, within: Span) -> tuple[str, ...]:
    """What an act asks to be made, in text order, each once. ``masked``: quotations blotted out."""
    found: dict[str, int] = {}
    for stretch, nouns in _DELIVERABLES:
        for governed in stretch.finditer(masked, within.start, within.end):
            for noun in nouns.finditer(masked, governed.start(), governed.end()):
                found.setdefault(noun.group(), noun.start())
    return tuple(sorted(found, key=lambda words: found[words]))
