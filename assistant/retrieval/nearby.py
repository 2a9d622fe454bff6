"""What comes nearest to a question about content that nothing answers, and what came too late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.library.library import Library
from assistant.retrieval import evidence
from assistant.text.normalise import fold
from assistant.types import Found, Missing, Question, Summary

_POOL = 5  # paragraphs of the index among which the nearest is looked for
_YEAR = re.compile(r"(?P<year>[12][0-9]{3})(?:年.*)?")
_OF_CONTENT = frozenset({"term", "content"})


def with_nearest(
    found: Found, question: Question, library: Library, catalogue: tuple[Summary, ...]
) -> Found:
    """A refusal with the paragraph nearest in its words, and its years told from other words.

    A year after the last text is no word that happens to be missing: nothing held can speak of it.
    """
    if not found.refused or not found.missing or question.intent == "refuse":
        return found
    last = max((s.date for s in catalogue if s.date), default=None)
    missing = tuple(_in_time(gap, last) for gap in found.missing)
    found = replace(found, missing=missing)
    if {gap.kind for gap in missing} <= _OF_CONTENT and not found.passages and not found.unrelated:
        # All that is held need not be named: of 500,000 keys the index takes half a second.
        among = found.symbols if len(found.symbols) < len(catalogue) else None
        return replace(found, near=_nearest(among, question, library))
    return found


def _in_time(gap: Missing, last: str | None) -> Missing:
    year = _YEAR.fullmatch(gap.name) if gap.kind == "term" else None
    if year is None or last is None or year["year"] <= last[:4]:
        return gap
    return Missing("later", last, gap.where)


def _nearest(among: Sequence[str] | None, question: Question, library: Library) -> str | None:
    """The best of the index, ``among`` some resolutions, that has a noun or a name of the
    question."""
    naming = [term for term in question.terms if term.noun or term.naming]
    if not naming:
        return None
    keys = None
    if among is not None and (question.symbols or question.session is not None):
        keys = library.records.keys_of(among)
    search = library.lexical.search if question.lang == "zh" else library.dense.search
    for paragraph in library.records.paragraphs(
        [key for key, _ in search(question.folded, _POOL, keys)]
    ):
        folded = fold(paragraph.text).text
        named = paragraph.kind in ("operative", "preambular", "annex")
        if named and any(evidence.hit(term, folded) == 1.0 for term in naming):
            return paragraph.key
    return None
