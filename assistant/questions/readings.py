"""Another way in which a question may be meant, where the library has an answer to it too.

At most one, and only where the words leave it open: a paragraph of no part named, a title that
several sessions bear, a number alone, a report, a session.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.questions.places import find_places
from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.catalogue import Catalogue
from assistant.text.deliverables import deliverable_name
from assistant.text.labels import label, place_label
from assistant.text.numerals import chinese
from assistant.text.titles import renewed_key
from assistant.types import OtherReading, Overrides, Question, Resolution, Summary

_OPERATIVE = re.compile(r"OP(?P<n>[0-9]+)")
_AT_A_SESSION = re.compile(r"[在于](?:大会|联大)?第?[0-9一二三四五六七八九十百零]+届")
_OF_THE_MASTHEAD = re.compile(
    r"委员会|根据|依据|题头|文号|编号|\b(?:committee|number|symbol)\b", re.I
)
# 第13段 and paragraph 13 may be of the preamble; 第13条 is not.
_OF_EITHER_PART = re.compile(r"段$|\bpara(?:graph)?s?\.?\s*[0-9]+$", re.IGNORECASE)


def other_readings(
    question: Question,
    catalogue: Catalogue,
    read: Callable[[str], Resolution],
    due_at: Callable[[int], bool],
) -> tuple[OtherReading, ...]:
    """The next likely reading of a question, with the slots that ask it so; none where the words
    leave nothing open or the library has nothing else.

    ``due_at`` tells whether anything held is due at a session.
    """
    if question.intent == "refuse" or question.carried:
        return ()
    if not question.symbols:
        found = _due_then(question, due_at)
        return (found,) if found else ()
    held = catalogue.meant_by(question.symbols[0])
    if len(question.symbols) != 1 or len(held) != 1:
        return ()
    resolution = read(held[0])
    found = (
        _other_part(question, resolution)
        or _other_report(question, resolution)
        or _other_session(question, held[0], catalogue)
    )
    return (found,) if found else ()


def _due_then(question: Question, due_at: Callable[[int], bool]) -> OtherReading | None:
    """秘书长在第75届会议要做什么: what its resolutions ask, or what is to be done at it."""
    session = question.session
    if session is None or question.intent != "acts" or not _AT_A_SESSION.search(question.folded):
        return None
    if not due_at(session):
        return None
    zh, en = f"第{chinese(session)}届会议须办理的事项", f"what is due at session {session}"
    overrides = Overrides(intent="deadlines", deadline_session=session, emptied=("session",))
    return OtherReading(zh if question.lang == "zh" else en, overrides)


def _other_report(question: Question, resolution: Resolution) -> OtherReading | None:
    """75/45的报告: the one in its masthead, or those that it asks for."""
    if question.attribute != "report" or _OF_THE_MASTHEAD.search(question.folded):
        return None
    clauses = (clause for paragraph in resolution.paragraphs for clause in paragraph.clauses)
    asked = any(
        clause.family == "directive" and "报告" in map(deliverable_name, clause.deliverables)
        for clause in clauses
    )
    if not asked:
        return None
    name = label(resolution.symbol, question.lang)
    text = f"{name}要求提交的报告" if question.lang == "zh" else f"the reports that {name} asks for"
    overrides = Overrides(intent="acts", deliverables=("报告",), emptied=("attribute",))
    return OtherReading(text, overrides)


def _other_part(question: Question, resolution: Resolution) -> OtherReading | None:
    """第3段 is the third operative paragraph, and there is a third one of the preamble."""
    of_one = _OPERATIVE.fullmatch(question.places[0]) if len(question.places) == 1 else None
    said = find_places(question.folded)
    if of_one is None or len(said) != 1 or said[0].explicit:
        return None
    if not _OF_EITHER_PART.search(said[0].span.of(question.folded).strip()):
        return None
    places = {paragraph.place for paragraph in resolution.paragraphs}
    other = f"PP{of_one['n']}"
    if other not in places or question.places[0] not in places:
        return None
    joint = "" if question.lang == "zh" else ", "
    text = label(resolution.symbol, question.lang) + joint + place_label(other, question.lang)
    return OtherReading(text, Overrides(places=(other,)))


def _other_session(question: Question, symbol: str, catalogue: Catalogue) -> OtherReading | None:
    """The next newest resolution of the same title, or of the same number, where that names it."""
    if any(m.kind == "resolution" for m in find_asked_symbols(question.folded)):
        return None
    meant = catalogue.by_symbol[symbol]
    if question.session is not None or meant.session is None:
        return None
    alike = [s for s in _alike(question, meant, catalogue) if (s.session or 0) < meant.session]
    if not alike:
        return None
    other = max(alike, key=lambda summary: (summary.session or 0, summary.date or ""))
    return OtherReading(label(other.symbol, question.lang), Overrides(symbols=(other.symbol,)))


def _alike(question: Question, meant: Summary, catalogue: Catalogue) -> list[Summary]:
    number = meant.symbol.rsplit("/", 1)[-1]
    by_number = rf"(?<![0-9]){re.escape(number)}号|\bnumber {re.escape(number)}\b"
    if re.search(by_number, question.folded):
        return [s for s in catalogue if s.symbol.rsplit("/", 1)[-1] == number]
    key = renewed_key(meant.title)
    return [s for s in catalogue if key and renewed_key(s.title) == key]
