"""Notes, what a resolution mentions, and who mentions it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.library.records import Hit
from assistant.retrieval.ask import Ask, resolutions, whole
from assistant.retrieval.graph import library_position
from assistant.retrieval.meanings import mentioning
from assistant.retrieval.places import actual_place
from assistant.retrieval.series import part_of_series, series_of, titled
from assistant.text import instruments
from assistant.text.naming import naming_words
from assistant.text.places import covers
from assistant.text.symbols import spellings
from assistant.types import (
    Found,
    Invocation,
    Missing,
    MissingKind,
    Paragraph,
    Passage,
    SeriesMember,
)


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
    """What a resolution mentions: other resolutions, or documents, or instruments, or both."""
    asked = frozenset((ask.question.target or "").split())
    wanted = asked or {"resolution", "decision"}
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


_INVOKED: dict[str, Invocation] = {
    "回顾": "recalls",
    "重申": "reaffirms",
    "注意到": "notes",
    "欢迎": "welcomes",
}


def mentioned_by(ask: Ask) -> Found:
    """Every paragraph that mentions the target, in document order.

    Where the question says how (谁回顾了…), those that mention it otherwise are left out, unless
    there are no others: then that nobody does so is said, and they are shown.
    """
    target = ask.question.target or ""
    hits, inferred = _mentions(ask, target)
    if ask.question.attribute == "date":
        return _dated(ask, hits, target)
    verbs = frozenset(_INVOKED[verb] for verb in ask.question.verbs if verb in _INVOKED)
    as_asked = _invoked(hits, verbs) if verbs else hits
    passages = tuple(
        Passage(
            paragraph,
            1.0,
            "structure",
            _clauses_around(paragraph, [paragraph.references[i].span.start for i in parts]),
        )
        for paragraph, parts in as_asked or hits
    )
    if not passages:
        passages = _as_report(ask, target)
    if not passages:
        return Found((), (Missing("reference", target, ask.where),), ask.symbols, refused=True)
    missing: tuple[Missing, ...] = ()
    if hits and not as_asked:
        missing = (Missing("invocation", f"{ask.question.verbs[0]} {target}", ask.where),)
    return Found(passages, missing, ask.symbols, inferred=inferred)


def _mentions(ask: Ask, target: str) -> tuple[list[Hit], bool]:
    """The paragraphs looked in that mention the target; whether a short title had to be read."""
    kinds = ask.question.kinds
    inferred = False
    if "/" in target:
        found: Iterable[Hit] = ask.records.mentions_of(spellings(target))
    else:
        rows = mentioning(ask.records, instruments.identity(target), instrument=True)
        looked_in = frozenset(ask.symbols)
        rows = tuple(row for row in rows if row.mention.symbol in looked_in)
        inferred = any(row.inferred for row in rows)
        positions: dict[str, list[int]] = {}
        for row in rows:
            positions.setdefault(row.mention.key, []).append(row.mention.position)
        texts = ask.records.paragraphs(list(positions))
        found = ((paragraph, tuple(positions[paragraph.key])) for paragraph in texts)
    looked = [
        (paragraph, parts)
        for paragraph, parts in found
        if paragraph.symbol in ask.symbols and (not kinds or paragraph.kind in kinds)
    ]
    return looked, inferred


def _invoked(hits: list[Hit], invocations: frozenset[Invocation]) -> list[Hit]:
    narrowed = (
        (paragraph, tuple(i for i in parts if paragraph.references[i].invoked in invocations))
        for paragraph, parts in hits
    )
    return [(paragraph, parts) for paragraph, parts in narrowed if parts]


def _dated(ask: Ask, hits: list[Hit], target: str) -> Found:
    """The date of a resolution, as those that mention it print it."""
    passages = []
    for paragraph, parts in hits:
        dated = [
            naming_words(paragraph.text, paragraph.references[i])
            for i in parts
            if paragraph.references[i].date is not None
        ]
        if dated:
            passages.append(Passage(paragraph, 1.0, "structure", (), (dated[0],)))
    missing = () if passages else (Missing("reference", target),)
    return Found(tuple(passages), missing, ask.symbols, refused=not passages)


def _as_report(ask: Ask, target: str) -> tuple[Passage, ...]:
    """Mastheads that name the target as the report on which the resolution was adopted."""
    return tuple(
        Passage(p, 1.0, "structure", (), (fact.span,))
        for resolution in resolutions(ask)
        for fact in [resolution.masthead.get("report")]
        if fact is not None and fact.value == target
        for p in resolution.paragraphs
        if p.place == fact.place
    )


def series(ask: Ask) -> Found:
    """The resolutions of one item over the sessions: mastheads of those held, and then the
    paragraphs that name those that are not, with the words that do."""
    question = ask.question
    symbols = question.symbols or titled(ask.records, question.target or "")
    if not question.symbols and not question.target:
        return Found((), (), ask.symbols, ambiguous=True)
    whole_series = series_of(ask.records, symbols, lang=question.lang)
    if whole_series is None:
        name = question.symbols[0] if question.symbols else question.target or ""
        kind: MissingKind = "symbol" if question.symbols else "named"
        return Found((), (Missing(kind, name),), ask.symbols, refused=True)
    members = part_of_series(whole_series, question.attribute, question.symbols)
    if not members:
        missing = Missing("series", question.attribute or "", question.symbols[0])
        return Found((), (missing,), ask.symbols, refused=True)
    asked = replace(whole_series, members=members)
    passages = (
        *(passage for one in members if one.held for passage in _masthead(ask, one)),
        *_naming(ask, members),
    )
    return Found(passages, (), ask.symbols, series=asked)


def _masthead(ask: Ask, member: SeriesMember) -> tuple[Passage, ...]:
    """Date and title where they are printed; the first words of the text where nothing is."""
    resolution = ask.read(member.symbol)
    stated = [resolution.masthead.get(field) for field in ("date", "title")]
    facts = [fact for fact in stated if fact is not None and fact.place == "META"]
    texts = [paragraph for paragraph in resolution.paragraphs if paragraph.text]
    if texts and texts[0].place == "META" and facts:
        spans = tuple(sorted({fact.span for fact in facts}))
        return (Passage(texts[0], 1.0, "structure", (), spans),)
    return tuple(whole(paragraph) for paragraph in texts[:1])


def _naming(ask: Ask, members: Iterable[SeriesMember]) -> Iterator[Passage]:
    """The newest paragraph that names each member not held, one passage for each paragraph."""
    named: dict[str, list[SeriesMember]] = {}
    for member in members:
        if not member.held:
            named.setdefault(max(member.evidence, key=library_position), []).append(member)
    for paragraph in ask.records.paragraphs(list(named)):
        wanted = [member.symbol for member in named[paragraph.key]]
        spans = {
            one.target: naming_words(paragraph.text, one)
            for one in reversed(paragraph.references)
            if one.target in wanted
        }
        yield Passage(paragraph, 1.0, "structure", (), tuple(sorted(spans.values())))


def _clauses_around(paragraph: Paragraph, offsets: list[int]) -> tuple[int, ...]:
    return tuple(
        i
        for i, clause in enumerate(paragraph.clauses)
        if any(clause.span.start <= at < clause.span.end for at in offsets)
    )
