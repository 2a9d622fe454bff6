"""Mandates as a table of comma-separated values that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from assistant.answering.phrases import body_name
from assistant.types import Lang, Mandate, MandateDue

# Excel takes a file without it for one in the local code page.
BOM = "\ufeff"
# A cell that begins so is a formula to a spreadsheet: an apostrophe makes it text (OWASP, CSV
# injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS: dict[str, tuple[str, str]] = {
    "symbol": ("决议", "Resolution"),
    "place": ("段次", "Paragraph"),
    "title": ("标题", "Title"),
    "committee": ("委员会", "Committee"),
    "verb": ("动词", "Action verb"),
    "addressees": ("对象", "Assignee"),
    "addressees_printed": ("对象（原文）", "Assignee as printed"),
    "mentioned": ("提及", "Mentioned entity"),
    "deliverables": ("应交付", "Deliverable"),
    "due_session": ("到期届会", "Due at session"),
    "session_opens": ("届会开幕日（推算）", "Session opens (computed)"),
    "due_date": ("到期日期", "Due by"),
    "recurring": ("定期", "Recurring"),
    "due_printed": ("时限（原文）", "Due as printed"),
    "agenda_item": ("议程项目", "Agenda item"),
    "agenda_sub_item": ("分项", "Sub-item"),
    "agenda_from": ("议程依据", "Agenda according to"),
    "text": ("原文", "Text"),
    "inferred": ("推定", "Inferred"),
    "key": ("索引", "Key"),
}
_INFERRED: dict[str, tuple[str, str]] = {
    "number": ("段号", "number"),
    "boundary": ("起止", "boundary"),
    "verb": ("动词", "verb"),
    "lead": ("动词和对象取自上文", "verb and assignee from the paragraph above"),
    "agenda_item": ("议程项目据另一段", "agenda item by another paragraph"),
}
_SEPARATOR = "; "


def as_csv(mandates: Iterable[Mandate], lang: Lang = "zh") -> str:
    """The table, RFC 4180, with a byte order mark and its columns named in ``lang``.

    Several values in a cell are separated by semicolons. No cell is a formula.
    """
    written = io.StringIO()
    written.write(BOM)
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(names[lang == "en"] for names in COLUMNS.values())
    for mandate in mandates:
        writer.writerow(map(_as_text, _cells(mandate, lang)))
    return written.getvalue()


def inferred_names(mandate: Mandate, lang: Lang) -> tuple[str, ...]:
    """What of a mandate was inferred, in words."""
    return tuple(_INFERRED[part][lang == "en"] for part in mandate.inferred)


def _cells(mandate: Mandate, lang: Lang) -> Iterator[str]:
    item = mandate.agenda_item
    yield from (mandate.symbol, mandate.place, mandate.title, mandate.committee or "")
    yield mandate.verb_text
    yield _joined(body_name(entity.name, lang) for entity in mandate.addressees)
    yield _joined(entity.text for entity in mandate.addressees)
    yield _joined(body_name(entity.name, lang) for entity in mandate.mentioned)
    yield _joined(mandate.deliverables)
    yield _joined(str(due.session) for due in mandate.due if due.session)
    yield _joined(due.opens.isoformat() for due in mandate.due if due.opens)
    yield _joined(due.limit for due in mandate.due if due.limit)
    yield _recurring(mandate.due, lang)
    yield _joined(due.text for due in mandate.due)
    yield from (item.title, item.sub_item or "", item.key) if item else ("", "", "")
    yield mandate.text
    yield _joined(inferred_names(mandate, lang))
    yield mandate.key


def _recurring(due: tuple[MandateDue, ...], lang: Lang) -> str:
    return ("是", "yes")[lang == "en"] if any(one.recurring for one in due) else ""


def _joined(values: Iterable[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(values))


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
