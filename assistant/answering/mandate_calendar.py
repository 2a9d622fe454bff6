"""Mandates as an iCalendar file (RFC 5545), one entry for each time that one is due.

A printed day, or the last day of a printed month or year, is an all-day event; a session is one on
the day it opens, which is computed and says so. What has no day (every year, no time set) is a
to-do: calendars that show none would have no day to show it on.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from assistant.answering.mandate_table import inferred_names
from assistant.answering.phrases import body_name
from assistant.text.numerals import chinese
from assistant.types import Lang, Mandate, MandateDue

if TYPE_CHECKING:
    from icalendar import Event, Todo

_PRODUCT = "-//resolution-assistant//mandates//{lang}"
_DOMAIN = "resolution-assistant"


def as_calendar(mandates: Iterable[Mandate], *, stamp: datetime, lang: Lang = "zh") -> bytes:
    """The calendar in UTF-8. ``stamp`` is when it was made (DTSTAMP); UIDs depend on the mandate
    alone, so that a calendar read again replaces what it gave before."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT.format(lang=lang.upper()))
    calendar.add("version", "2.0")
    for mandate in mandates:
        for entry in _entries(mandate, lang):
            entry.add("dtstamp", stamp.astimezone(UTC))
            calendar.add_component(entry)
    written: bytes = calendar.to_ical()
    return written


def _entries(mandate: Mandate, lang: Lang) -> Iterator[Event | Todo]:
    from icalendar import Event, Todo

    for ordinal, due in enumerate(mandate.due or (MandateDue(""),)):
        day = _day(due)
        entry = Event() if day else Todo()
        entry.add("uid", _uid(mandate, ordinal))
        entry.add("summary", _summary(mandate, due, lang))
        entry.add("description", "\n".join(_description(mandate, due, lang)))
        entry.add("categories", list(mandate.deliverables) or [mandate.verb])
        if mandate.addressees:
            entry.add("contact", _names(mandate, lang))
        if day:
            entry.add("dtstart", day)
            entry.add("transp", "TRANSPARENT")  # it keeps nobody busy
        yield entry


def _names(mandate: Mandate, lang: Lang) -> str:
    return ("、", ", ")[lang == "en"].join(body_name(e.name, lang) for e in mandate.addressees)


def _uid(mandate: Mandate, ordinal: int) -> str:
    where = f"{mandate.key}|{mandate.position}|{ordinal}"
    return f"{hashlib.sha256(where.encode()).hexdigest()[:32]}@{_DOMAIN}"


def _day(due: MandateDue) -> date | None:
    if due.limit is None:
        return due.opens
    year, month, day = (*map(int, due.limit.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _summary(mandate: Mandate, due: MandateDue, lang: Lang) -> str:
    what = ("、", ", ")[lang == "en"].join(mandate.deliverables) or mandate.verb_text
    when = _session(due, lang)
    return " · ".join(part for part in (_names(mandate, lang), what, when, mandate.label) if part)


def _session(due: MandateDue, lang: Lang) -> str:
    if due.session is None:
        return ""
    if lang == "en":
        return f"session {due.session} (day computed)"
    return f"第{chinese(due.session)}届会议（日期为推算）"


def _description(mandate: Mandate, due: MandateDue, lang: Lang) -> Iterator[str]:
    yield mandate.text
    yield f"{mandate.label}  {mandate.title}"
    if due.opens is not None:
        day = due.opens.isoformat()
        yield (
            f"Day computed: the session opens on {day} by rule; the text prints only the session."
            if lang == "en"
            else f"日期为推算：按规则该届会议于{day}开幕，原文只写届会。"
        )
    elif due.limit is not None and len(due.limit) < len("2030-06-01"):
        yield (
            f"The text prints {due.limit} and no day; the last day of it is given."
            if lang == "en"
            else f"原文只写到{due.limit}，所列为其最后一日。"
        )
    if item := mandate.agenda_item:
        titles = " / ".join(title for title in (item.title, item.sub_item) if title)
        yield f"Agenda item: {titles}" if lang == "en" else f"议程项目：{titles}"
    if inferred := inferred_names(mandate, lang):
        words = ("、", ", ")[lang == "en"].join(inferred)
        yield f"Inferred: {words}" if lang == "en" else f"推定：{words}"
