"""Paragraphs and their sub-paragraphs: an act is quoted whole, and no item without its lead."""

from __future__ import annotations

from collections.abc import Callable

from assistant.text.places import covers, parent
from assistant.types import Intent, Paragraph, Passage, Resolution

# Lists of acts: 请秘书长： is answered by its items. Elsewhere only the item that was found is.
_WITH_ITEMS: frozenset[Intent] = frozenset({"acts", "deadlines", "content", "compare"})
_WITH_LEADS: frozenset[Intent] = _WITH_ITEMS | {"phrase", "mentioned_by", "references"}


def complete(
    intent: Intent,
    passages: tuple[Passage, ...],
    read: Callable[[str], Resolution],
    leads_items: Callable[[str], bool] = lambda _: True,
) -> tuple[Passage, ...]:
    """``passages`` with the items of an act quoted to its end, and the leads of bare items.

    Each paragraph comes once, beneath the one it belongs to. ``leads_items`` tells by key which
    paragraphs have items at all: of the others nothing else is read.
    """
    if intent not in _WITH_LEADS:
        return passages
    found: dict[str, Passage] = {}
    for passage in passages:
        paragraph = passage.paragraph
        if not paragraph.clauses and "(" in paragraph.place:
            for lead in _leads(paragraph, read(paragraph.symbol).paragraphs):
                found.setdefault(lead.paragraph.key, lead)
        if paragraph.key not in found:
            found[paragraph.key] = passage
        if intent in _WITH_ITEMS and _to_its_end(passage) and leads_items(paragraph.key):
            for item in _below(paragraph, read(paragraph.symbol).paragraphs):
                found[item.key] = Passage(item, passage.score, passage.found_by)
    return tuple(found.values())


def _leads(item: Paragraph, paragraphs: tuple[Paragraph, ...]) -> list[Passage]:
    """What stands above an item that has no act of its own, outermost first."""
    by_place = {paragraph.place: paragraph for paragraph in paragraphs}
    leads: list[Passage] = []
    above = parent(item.place)
    while above is not None and above in by_place:
        lead = by_place[above]
        last = (len(lead.clauses) - 1,) if lead.clauses else ()
        leads.insert(0, Passage(lead, 1.0, "structure", last))
        above = parent(above) if "(" in above and not lead.clauses else None
    return leads


def _to_its_end(passage: Passage) -> bool:
    """Whether the act that leads to the items is among those quoted: it is the last."""
    if passage.spans:
        return False
    return not passage.clauses or len(passage.paragraph.clauses) - 1 in passage.clauses


def _below(above: Paragraph, paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    if above.kind not in ("operative", "annex"):
        return []
    return [
        p
        for p in paragraphs
        if p is not above
        and covers(f"{above.place}", p.place)
        and p.place != above.place
        and "(" in p.place
    ]
