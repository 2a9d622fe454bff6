"""Answers about words: the uses of a phrase, or how the other language puts it, quoted."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.compose import Draft
from assistant.answering.phrases import where
from assistant.text.labels import label
from assistant.text.numerals import chinese
from assistant.types import (
    BilingualExample,
    Coverage,
    Found,
    Lang,
    Paragraph,
    Passage,
    Precedent,
    Precedents,
    Question,
    Renderings,
)

_MOST_NAMED = 5  # resolutions named in a sentence; each has its heading below


def write_precedents(draft: Draft, question: Question, found: Found) -> None:
    """How many paragraphs use the phrase, when first and last, each quoted; then near ones."""
    told = found.precedents
    if told is None:
        return
    exact = [hit for hit in told.hits if hit.match == "exact"]
    near = [hit for hit in told.hits if hit.match == "near"]
    if exact:
        symbols = question.symbols
        if question.everywhere or 0 < len(symbols) <= _MOST_NAMED:
            spoken_of = where(symbols, draft.lang)
            _counted(draft, "uses", exact, told.exact, found, where=spoken_of)
        else:
            _counted(draft, "uses_within", exact, told.exact, found)
        if question.everywhere:
            _first_and_last(draft, told, exact, found)
        if question.selection is None:
            covers(draft, told.coverage)
        _listed(draft, exact, found)
    if near:
        _counted(draft, "near", near, told.near, found)
        _listed(draft, near, found)


def write_wording(draft: Draft, _question: Question, found: Found) -> None:
    """What the tables say, and what the texts print, with both texts of each example."""
    told = found.renderings
    if told is None:
        return
    say_tables(draft, told)
    for one in told.renderings:
        cited = [_paragraph(found, e.symbol, e.paragraph, e.zh) for e in one.examples]
        values = {"phrase": told.phrase, "term": one.text}
        if len(cited) == one.paragraphs:
            draft.count("renders", cited, **values)
        else:
            draft.count("renders_some", cited, total=one.paragraphs, **values)
        _side_by_side(draft, one.examples, found)
    if not told.renderings and told.examples:
        cited = [_paragraph(found, e.symbol, e.paragraph, e.zh) for e in told.examples]
        if not told.enough and len(cited) == told.paragraphs:
            draft.count("too_few", cited, phrase=told.phrase)
        else:
            draft.count("unsettled", cited, phrase=told.phrase, total=told.paragraphs)
        _side_by_side(draft, told.examples, found)
    covers(draft, told.coverage)


def say_tables(draft: Draft, told: Renderings) -> None:
    """What our own tables have for the phrase: each sentence says that it is of a table."""
    join = "”、“" if draft.lang == "zh" else "”, “"
    for table in dict.fromkeys(term.table for term in told.table):
        terms = [term.text for term in told.table if term.table == table]
        draft.say(f"table_{table}", phrase=told.phrase, term=join.join(terms))


def covers(draft: Draft, coverage: Coverage) -> None:
    """What was looked through: an answer about all of it says how much that is."""
    if coverage.sessions:
        first, last = (_ordinal(coverage.sessions[at], draft.lang) for at in (0, -1))
        draft.say("covers", count=coverage.resolutions, first_session=first, last_session=last)
    else:
        draft.say("covers_no_session", count=coverage.resolutions)


def _first_and_last(
    draft: Draft, told: Precedents, exact: Sequence[Precedent], found: Found
) -> None:
    tallies = [t for t in told.by_session if t.name is not None and t.exact]
    ends = ("first_use", tallies[:1]), ("last_use", tallies[1:][-1:])
    for name, (*tally,) in ends:
        for session in tally:
            of_it = [hit for hit in exact if str(hit.session) == session.name]
            # All of a session's uses, or none: a part of them is no count.
            if len(of_it) == session.exact:
                ordinal = _ordinal(int(session.name or 0), draft.lang)
                _counted(draft, name, of_it, session.exact, found, session=ordinal)


def _counted(
    draft: Draft,
    name: str,
    hits: Sequence[Precedent],
    total: int,
    found: Found,
    **values: object,
) -> None:
    """Count ``hits``, which are all there are or some of ``total``."""
    cited = [_paragraph(found, hit.symbol, hit.paragraph, hit.text) for hit in hits]
    assert found.precedents is not None  # noqa: S101 - who counts hits has them
    values["phrase"] = found.precedents.phrase
    if len(cited) == total:
        draft.count(name, cited, **values)
    else:
        draft.count(f"{name}_some", cited, total=total, **values)


def _listed(draft: Draft, hits: Sequence[Precedent], found: Found) -> None:
    """Quote hits, each resolution's under its heading, with the leads of bare items."""
    shown: str | None = None
    for passage in _with_leads(hits, found):
        if passage.paragraph.symbol != shown:
            shown = passage.paragraph.symbol
            draft.say("heading", where=label(shown, draft.lang))
        draft.quote(passage)


def _with_leads(hits: Sequence[Precedent], found: Found) -> list[Passage]:
    """The passages of ``hits`` and the leads that stand before them: those that are no hit."""
    wanted = {(hit.symbol, hit.paragraph, hit.text) for hit in hits}
    every = {(hit.symbol, hit.paragraph, hit.text) for hit in _hits(found)}
    listed: list[Passage] = []
    leads: list[Passage] = []
    for passage in found.passages:
        key = (passage.paragraph.symbol, passage.paragraph.place, passage.paragraph.text)
        if key in wanted:
            listed += [*leads, passage]
        if key in every:
            leads = []
        else:
            leads.append(passage)
    return listed


def _hits(found: Found) -> tuple[Precedent, ...]:
    return found.precedents.hits if found.precedents else ()


def _side_by_side(draft: Draft, examples: Sequence[BilingualExample], found: Found) -> None:
    for example in examples:
        draft.say("heading", where=label(example.symbol, draft.lang))
        for text in (example.zh, example.en):
            draft.quote(_passage(found, example.symbol, example.paragraph, text))


def _passage(found: Found, symbol: str, place: str, text: str) -> Passage:
    """The passage of a paragraph in the language of ``text``."""
    return next(
        passage
        for passage in found.passages
        for p in (passage.paragraph,)
        if (p.symbol, p.place, p.text) == (symbol, place, text)
    )


def _paragraph(found: Found, symbol: str, place: str, text: str) -> Paragraph:
    return _passage(found, symbol, place, text).paragraph


def _ordinal(session: int, lang: Lang) -> str:
    return chinese(session) if lang == "zh" else str(session)
