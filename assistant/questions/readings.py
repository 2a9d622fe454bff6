"""Another way in which a question may be meant, where the library has an answer to it too.

At most one, and only where the words leave it open: a paragraph of no part named, a title that
several sessions bear, a number alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.questions.places import find_places
from assistant.text.catalogue import Catalogue
from assistant.text.labels import label, place_label
from assistant.text.symbols import find_symbols
from assistant.text.titles import renewed_key
from assistant.types import OtherReading, Overrides, Question, Resolution, Summary

_OPERATIVE = re.compile(r"OP(?P<n>[0-9]+)")
# 第13段 and paragraph 13 may be of the preamble; 第13条 is not.
_OF_EITHER_PART = re.compile(r"段$|\bpara(?:graph)?s?\.?\s*[0-9]+$", re.IGNORECASE)


def other_readings(
    question: Question, catalogue: Catalogue, read: Callable[[str], Resolution]
) -> tuple[OtherReading, ...]:
    """The next likely reading of a question, with the slots that ask it so; none where the words
    leave nothing open or the library has nothing else."""
    if question.intent == "refuse" or len(question.symbols) != 1 or question.carried:
        return ()
    held = catalogue.meant_by(question.symbols[0])
    if len(held) != 1:
        return ()
    found = _other_part(question, read(held[0])) or _other_session(question, held[0], catalogue)
    return (found,) if found else ()


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
    if any(m.kind == "resolution" for m in find_symbols(question.folded)):
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
