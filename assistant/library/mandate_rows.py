"""The acts of a resolution that are mandates, as rows.

A mandate is an operative act that asks or decides (directive, decision) and sets a time or names
what is to be made; or an item of the list that such an act leads to.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.parsing.items import act_of_item
from assistant.text.deliverables import deliverable_name
from assistant.text.limits import limit_of
from assistant.text.places import parent
from assistant.text.sessions import is_session, opening_day
from assistant.types import Clause, Deadline, Lang, Paragraph, Resolution

_ASKING = frozenset({"directive", "decision"})


@dataclass(frozen=True, slots=True)
class AskedAct:
    """An act that is a mandate, of its own paragraph or lent to an item by ``lead``."""

    paragraph: Paragraph
    position: int  # index into the clauses of the paragraph, or of its lead
    clause: Clause
    lead: Paragraph | None = None

    def row(self) -> dict[str, Any]:
        """Its row of ``mandates``."""
        days = [day for due in self.clause.deadlines if (day := due_day(due))]
        return {
            "key": self.paragraph.key,
            "position": self.position,
            "lead": self.lead.key if self.lead else None,
            "due": min(map(_last_day, days), default=None),
            "timed": bool(self.clause.deadlines),
            "recurring": any(due.recurring for due in self.clause.deadlines),
        }

    def feature_rows(self) -> list[dict[str, Any]]:
        """Its rows of ``mandate_features``, each value once."""
        clause = self.clause
        found: dict[tuple[str, str], None] = {}
        for due in clause.deadlines:
            if due.session is not None:
                found["session", str(due.session)] = None
            if day := due_day(due):
                found["due", day] = None
        found |= {("addressee", entity.name): None for entity in clause.addressees}
        made = (deliverable_name(printed) or printed for printed in clause.deliverables)
        found |= {("deliverable", name): None for name in made}
        return [
            {"key": self.paragraph.key, "position": self.position, "field": field, "value": value}
            for field, value in found
        ]


def due_day(due: Deadline) -> str | None:
    """When something is due in ISO 8601, no finer than it is printed; a session's opening day."""
    if due.date is not None:
        return due.date.isoformat()
    if due.session is not None and is_session(due.session):
        return opening_day(due.session).isoformat()
    return None if due.recurring else limit_of(due.text)


def _last_day(limit: str) -> str:
    """A limit's last day: 2030 is over with 2030-12-31."""
    year, _, month = limit[:7].partition("-")
    if len(limit) > len("2030-06"):
        return limit
    last = monthrange(int(year), int(month))[1] if month else 31
    return f"{year}-{month or 12}-{last}"


def asked_acts(resolution: Resolution) -> Iterator[AskedAct]:
    """Every mandate of a resolution, in document order."""
    by_place = {paragraph.place: paragraph for paragraph in resolution.paragraphs}
    for paragraph in resolution.paragraphs:
        if paragraph.kind == "operative":
            yield from _of_paragraph(paragraph, by_place, resolution.lang)


def _of_paragraph(
    paragraph: Paragraph, by_place: Mapping[str, Paragraph], lang: Lang
) -> Iterator[AskedAct]:
    for position, clause in enumerate(paragraph.clauses):
        if clause.family in _ASKING and (clause.deadlines or clause.deliverables):
            yield AskedAct(paragraph, position, clause)
    lead = _lead_of(paragraph, by_place) if not paragraph.clauses else None
    if lead is not None and (item := item_act(paragraph, lead, lang)):
        yield item


def _lead_of(item: Paragraph, by_place: Mapping[str, Paragraph]) -> Paragraph | None:
    """The nearest paragraph above an item that has acts."""
    above = parent(item.place) if "(" in item.place else None
    while above is not None:
        lead = by_place.get(above)
        if lead is not None and lead.clauses:
            return lead
        above = parent(above) if "(" in above else None
    return None


def item_act(item: Paragraph, lead: Paragraph, lang: Lang) -> AskedAct | None:
    """The mandate that an item is under the last act of ``lead``; None where it is none."""
    position = len(lead.clauses) - 1
    clause = act_of_item(lead.clauses[position], item.text, lang)
    return AskedAct(item, position, clause, lead) if clause else None
