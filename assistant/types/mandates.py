"""Mandates: who is to do what by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Literal

from assistant.types.library import Coverage
from assistant.types.listing import Facet
from assistant.types.resolution import Entity, Lang, Span

# newest, oldest: by the resolution's session and number. due: by the first day on which anything of
# it is due, the earliest first; due_latest: the latest first. Those of no day (every year, within
# ninety days) come after them either way, and then those that set no time. All else is in document
# order.
MandateForm = Literal["csv", "ics"]  # a table, or a calendar (RFC 5545)
MandateSort = Literal["newest", "oldest", "due", "due_latest"]


@dataclass(frozen=True, slots=True)
class MandateQuery:
    """Which mandates are wanted. What is empty does not restrict; the rest all has to hold.

    Ranges include both ends. A session is due on the day it opens, which is computed.
    """

    symbols: tuple[str, ...] = ()  # in any written form; a resolution in parts means all of them
    sessions: tuple[int, int] | None = None  # of the resolutions
    committees: tuple[str, ...] = ()  # that reported on the resolution, in any written form
    due_sessions: tuple[int, int] | None = None
    due_after: Date | None = None
    due_before: Date | None = None
    addressees: tuple[str, ...] = ()  # any of them, in any written form
    deliverables: tuple[str, ...] = ()  # any of them: 报告, report, 会议 …
    recurring: bool | None = None
    timed: bool | None = None  # whether it sets any time at all
    sort: MandateSort = "due"


@dataclass(frozen=True, slots=True)
class MandateDue:
    """When, or for which session, something is due."""

    text: str  # as printed
    session: int | None = None
    opens: Date | None = None  # the day that session opens: computed, never printed
    limit: str | None = None  # a printed limit in ISO 8601, no finer than printed: 2030, 2030-06
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The agenda item under which something is taken up, as printed."""

    title: str
    sub_item: str | None
    key: str  # of the paragraph that says so


MandateInference = Literal[
    "number",  # the paragraph's, as ``Inferred``
    "boundary",
    "verb",
    "lead",  # verb and addressees are those of the paragraph above the item
    "agenda_item",  # another paragraph puts it on the agenda of the session this is due at
]


@dataclass(frozen=True, slots=True)
class Mandate:
    """An act that sets a time or asks for something to be made, with its words verbatim.

    The fields are those of the mandate registry of the UN: action verb, assignee (addressee),
    mentioned entity, deliverable.
    """

    key: str  # symbol#place
    position: int  # which act of the paragraph, from 0
    symbol: str
    place: str
    label: str
    title: str  # of the resolution
    session: int | None  # of the resolution
    committee: str | None
    verb: str  # canonical
    verb_text: str  # as printed, with adverbs; of the paragraph above where it leads
    addressees: tuple[Entity, ...]  # canonical name and printed words; likewise
    mentioned: tuple[Entity, ...]
    text: str  # the whole act, verbatim
    span: Span  # of it in the paragraph's text
    asked: str  # what follows verb and addressee, verbatim
    deliverables: tuple[str, ...]  # as printed
    due: tuple[MandateDue, ...]  # in text order; empty where no time is set
    agenda_item: AgendaItem | None
    inferred: tuple[MandateInference, ...]
    lang: Lang
    href: str


@dataclass(frozen=True, slots=True)
class MandatePage:
    """Mandates in the order that was asked for."""

    mandates: tuple[Mandate, ...]
    total: int  # of all pages
    resolutions: int  # that they come from, on all pages
    coverage: Coverage
    next: str | None = None  # the cursor of the next page; None on the last


@dataclass(frozen=True, slots=True)
class MandateFacets:
    """What mandates can be narrowed by, each counted under the other filters.

    A mandate may have several addressees, deliverables or sessions it is due at, so that these do
    not add up to a total. The most frequent first; sessions the latest first.
    """

    addressees: tuple[Facet, ...]
    deliverables: tuple[Facet, ...]
    committees: tuple[Facet, ...]
    sessions: tuple[Facet, ...]  # of the resolutions
    due_sessions: tuple[Facet, ...]
    timed: int  # that set a time
    untimed: int
    recurring: int
    once: int  # that do not recur, or set no time
