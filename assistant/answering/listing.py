"""Passages as lists: grouped by resolution, counted, and where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answering.compose import Draft
from assistant.answering.naming import ALL_RESOLUTIONS, ASKED_RESOLUTIONS
from assistant.answering.phrases import where
from assistant.text.labels import label
from assistant.text.places import paragraph_of
from assistant.types import Paragraph, Passage, Question

_MOST_NAMED = 5  # resolutions named in a sentence; each has its heading below


def by_resolution(passages: Sequence[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    """The passages of each resolution, in their order."""
    for symbol, group in groupby(passages, key=lambda passage: passage.paragraph.symbol):
        yield symbol, list(group)


def grouped(draft: Draft, passages: Sequence[Passage]) -> None:
    """Quote passages, each resolution's under its own heading where the list is of several."""
    groups = list(by_resolution(passages))
    of = len(groups) if draft.whole is None else draft.whole.resolutions
    for symbol, group in groups:
        if of > 1:
            draft.say("heading", where=label(symbol, draft.lang))
        for passage in group:
            draft.quote(passage)


def cited(passages: Sequence[Passage]) -> list[Paragraph]:
    """What is counted: paragraphs, each with its sub-paragraphs as one."""
    first: dict[tuple[str, str], Paragraph] = {}
    for passage in passages:
        paragraph = passage.paragraph
        first.setdefault((paragraph.symbol, paragraph_of(paragraph.place)), paragraph)
    return list(first.values())


def where_of(draft: Draft, question: Question, passages: Sequence[Passage]) -> str:
    """The resolutions that a list is from: by name where all of them are shown and few."""
    symbols = tuple(dict.fromkeys(passage.paragraph.symbol for passage in passages))
    paged = draft.whole is not None and draft.whole.resolutions > 1
    if len(symbols) <= _MOST_NAMED and not paged:
        return where(symbols, draft.lang)
    chosen = question.symbols or question.session is not None or question.selection is not None
    named = ASKED_RESOLUTIONS if chosen else ALL_RESOLUTIONS
    return named[draft.lang == "en"]
