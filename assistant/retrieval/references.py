"""Notes, what a resolution mentions, and who mentions it."""

from __future__ import annotations

import re

from assistant.retrieval.ask import Ask, resolutions, whole
from assistant.retrieval.places import actual_place
from assistant.text.places import covers
from assistant.text.symbols import spellings
from assistant.types import Found, Missing, Paragraph, Passage, Reference, Span


def footnotes(ask: Ask) -> Found:
    """All notes, or those that the named paragraphs mark."""
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in resolutions(ask):
        notes = {p.place: p for p in resolution.paragraphs if p.kind == "footnote"}
        wanted = list(notes)
        if ask.question.places:
            places = [actual_place(place, resolution) for place in ask.question.places]
            marked = [p for p in resolution.paragraphs if any(covers(a, p.place) for a in places)]
            wanted = [mark.footnote for p in marked for mark in p.marks]
        if not wanted:
            missing.append(Missing("footnote", "", resolution.symbol))
        passages.extend(whole(notes[place]) for place in wanted if place in notes)
    return Found(tuple(passages), tuple(missing), ask.symbols, refused=not passages)


def references(ask: Ask) -> Found:
    """What a resolution mentions: other resolutions, or documents, or instruments."""
    wanted = {"instrument": {"instrument"}, "document": {"document"}}.get(
        ask.question.target or "", {"resolution", "decision"}
    )
    recalled = "回顾" in ask.question.verbs
    passages = []
    for paragraph, parts in ask.records.references_of(ask.symbols):
        kept = [paragraph.references[i] for i in parts if paragraph.references[i].kind in wanted]
        if recalled:
            kept = [reference for reference in kept if reference.invoked == "recalls"]
        if ask.question.kinds and paragraph.kind not in ask.question.kinds:
            continue
        if kept:
            clauses = _clauses_around(paragraph, [reference.span.start for reference in kept])
            passages.append(Passage(paragraph, 1.0, "structure", clauses))
    missing = () if passages else (Missing("reference", ask.question.target or "", ask.where),)
    return Found(tuple(passages), missing, ask.symbols, refused=not passages)


def mentioned_by(ask: Ask) -> Found:
    """Every paragraph that mentions the target, in document order."""
    target = ask.question.target or ""
    passages = []
    for paragraph, parts in ask.records.mentions_of(spellings(target)):
        if paragraph.symbol not in ask.symbols:
            continue
        if ask.question.attribute == "date":
            spans = [_with_date(paragraph, paragraph.references[i]) for i in parts]
            dated = tuple(span for span in spans if span is not None)[:1]
            if dated:
                passages.append(Passage(paragraph, 1.0, "structure", (), dated))
        else:
            starts = [paragraph.references[i].span.start for i in parts]
            passages.append(
                Passage(paragraph, 1.0, "structure", _clauses_around(paragraph, starts))
            )
    if not passages:
        passages = [
            Passage(p, 1.0, "structure", (), (fact.span,))
            for resolution in resolutions(ask)
            for fact in [resolution.masthead.get("report")]
            if fact is not None and fact.value == target
            for p in resolution.paragraphs
            if p.place == fact.place
        ]
    missing = () if passages else (Missing("reference", target),)
    return Found(tuple(passages), missing, ask.symbols, refused=not passages)


_PRINTED_DATE = re.compile(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日(?=[^0-9]{0,6}$)")


def _with_date(paragraph: Paragraph, reference: Reference) -> Span | None:
    """A reference with the date printed before it: 2012 年 12 月 3 日第 67/39 号."""
    before = paragraph.text[max(0, reference.span.start - 30) : reference.span.start]
    match = _PRINTED_DATE.search(before)
    if reference.date is None or match is None:
        return None
    end = reference.span.end
    closing = re.match(r"\s*号", paragraph.text[end:])
    start = reference.span.start - len(before) + match.start()
    return Span(start, end + (closing.end() if closing else 0))


def _clauses_around(paragraph: Paragraph, offsets: list[int]) -> tuple[int, ...]:
    return tuple(
        i
        for i, clause in enumerate(paragraph.clauses)
        if any(clause.span.start <= at < clause.span.end for at in offsets)
    )
