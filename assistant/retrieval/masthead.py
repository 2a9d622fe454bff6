"""What the masthead states, how much there is of a resolution, and what the library holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from assistant.retrieval.ask import Ask, resolutions, whole
from assistant.retrieval.paging import page_of_resolutions
from assistant.retrieval.votes import votes
from assistant.text.places import is_whole
from assistant.types import Found, MastheadField, Missing, MissingKind, Passage, Resolution

# The masthead fields that answer a question for one; the first is the one asked for.
_FIELDS: dict[str, tuple[MastheadField, ...]] = {
    # Parts and early texts print the day below, with the meeting at which they were adopted.
    "date": ("date", "meeting_date"),
    "meeting": ("meeting", "meeting_date"),
    "session": ("session",),
    "agenda_item": ("agenda_item",),
    "agenda_title": ("agenda_title", "agenda_item"),
    "committee": ("committee",),
    "report": ("report", "report_paragraph"),
    "report_paragraph": ("report_paragraph", "report"),
    "title": ("title",),
    "number": ("number", "title"),
    "votes": ("vote",),
    "sponsors": ("sponsors",),
}
# Most texts print none of these, and never did: not a field that this one left out.
_SELDOM_PRINTED = frozenset({"votes", "sponsors"})


def masthead_fields(attribute: str) -> tuple[MastheadField, ...]:
    """The printed fields that answer a question for ``attribute``; empty where none ever does."""
    return _FIELDS.get(attribute, ())


def masthead(ask: Ask) -> Found:
    """The masthead values asked for, of each resolution; or the resolutions that have a value."""
    if not ask.question.attributes:
        return _value(ask)
    parts = tuple(
        _value(replace(ask, question=replace(ask.question, attribute=name, attributes=())))
        for name in ask.question.attributes
    )
    return Found(
        passages=tuple(passage for part in parts for passage in part.passages),
        missing=tuple(gap for part in parts for gap in part.missing),
        symbols=ask.symbols,
        refused=all(part.refused for part in parts),
        parts=parts,
    )


def _value(ask: Ask) -> Found:
    attribute = ask.question.attribute or ""
    fields = masthead_fields(attribute)
    if attribute == "votes":
        return votes(ask)
    if not fields:
        return Found((), (Missing("attribute", attribute, ask.where),), ask.symbols, refused=True)
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in _having_the_value(ask, fields):
        facts = [resolution.masthead[f] for f in fields if f in resolution.masthead]
        if attribute == "date":
            facts = facts[:1]  # any of the two says it
        if not facts or (attribute != "date" and fields[0] not in resolution.masthead):
            kind: MissingKind = "attribute" if attribute in _SELDOM_PRINTED else "field"
            missing.append(Missing(kind, attribute, resolution.symbol))
            continue
        place = facts[0].place
        paragraph = next(p for p in resolution.paragraphs if p.place == place)
        spans = tuple(fact.span for fact in facts if fact.place == place)
        passages.append(Passage(paragraph, 1.0, "structure", (), spans))
    return Found(tuple(passages), tuple(missing), ask.symbols, refused=not passages)


def _having_the_value(ask: Ask, fields: tuple[MastheadField, ...]) -> list[Resolution]:
    """哪份决议是在62次全会上通过的: the resolutions whose value the question itself states."""
    if ask.question.symbols:
        return resolutions(ask)
    values = [ask.records.stated(name) for name in fields]
    states = cache(lambda name, value: _states(ask.question.folded, name, value))
    stated = [
        symbol
        for symbol in ask.symbols
        if any(
            symbol in printed and states(name, printed[symbol])
            for name, printed in zip(fields, values, strict=True)
        )
    ]
    return [ask.read(symbol) for symbol in stated or ask.symbols]


_DATE = re.compile(r"(?P<y>[12][0-9]{3})年(?:(?P<m>[0-9]{1,2})月)?(?:(?P<d>[0-9]{1,2})[日号])?")


def _states(folded: str, name: MastheadField, value: str) -> bool:
    """Whether a question itself states the value: 62次, 2017年, 第一委员会."""
    if name in ("date", "meeting_date"):
        return any(
            value.startswith("-".join(f"{int(part):02d}" for part in match.groups() if part))
            for match in _DATE.finditer(folded)
        )
    # Looked for before a form is made of it: a library has thousands of values.
    return value in folded and bool(re.search(rf"(?<![0-9/]){re.escape(value)}(?![0-9/])", folded))


def counted(ask: Ask) -> Found:
    """The paragraphs or notes a question counts; a sub-paragraph is no paragraph."""
    question = ask.question
    kinds = ("footnote",) if question.attribute == "footnotes" else question.kinds
    wanted = kinds or ("preambular", "operative")
    found = [
        p
        for resolution in resolutions(ask)
        for p in resolution.paragraphs
        if p.kind in wanted and is_whole(p.place)
    ]
    return Found(tuple(whole(paragraph) for paragraph in found), (), ask.symbols, refused=not found)


_WHOLE = 3  # resolutions that are shown whole; of more than that nobody reads every paragraph


def overview(ask: Ask) -> Found:
    """The title, where one is printed, and every operative paragraph; of many resolutions the
    titles alone."""
    if len(ask.symbols) > _WHOLE:
        return library(ask)
    found = [
        passage
        for resolution in resolutions(ask)
        for passage in (
            *_printed_title(resolution),
            *(whole(p) for p in resolution.paragraphs if p.kind == "operative"),
        )
    ]
    return Found(tuple(found), (), ask.symbols, refused=not found)


def library(ask: Ask) -> Found:
    """The title of every resolution looked in; of many a page."""
    shown, whole = page_of_resolutions(ask.symbols, ask.window)
    return Found(tuple(_titles(ask, shown)), (), ask.symbols, whole=whole)


def _titles(ask: Ask, symbols: Sequence[str]) -> Iterator[Passage]:
    """The printed titles; without one the agenda item's, the masthead, or what comes first."""
    printed = {
        symbol: masthead["title" if "title" in masthead else "agenda_title"]
        for symbol, masthead in ask.records.mastheads(symbols).items()
        if "title" in masthead or "agenda_title" in masthead
    }
    keys = [f"{symbol}#{title.place}" for symbol, title in printed.items()]
    titles = {paragraph.symbol: paragraph for paragraph in ask.records.paragraphs(keys)}
    for symbol in symbols:
        if symbol in titles:
            yield Passage(titles[symbol], 1.0, "structure", (), (printed[symbol].span,))
        else:
            yield whole(next(p for p in ask.read(symbol).paragraphs if p.text))


def _printed_title(resolution: Resolution) -> list[Passage]:
    title = resolution.masthead.get("title")
    return [
        Passage(paragraph, 1.0, "structure", (), (title.span,))
        for paragraph in resolution.paragraphs
        if title is not None and paragraph.place == title.place
    ]
