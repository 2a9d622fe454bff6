"""Questions about words: the uses of a phrase, or its counterparts, as passages to quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from assistant.library.library import Library
from assistant.retrieval.ask import Ask
from assistant.retrieval.precedents import Uses, collected, phrase_of, uses
from assistant.retrieval.subparagraphs import complete
from assistant.retrieval.wording import renderings
from assistant.types import (
    BilingualExample,
    Found,
    Lang,
    Missing,
    Paragraph,
    Passage,
    Precedent,
    Resolution,
    Span,
    Whole,
)

# Paragraphs of a page: more than of other lists, since when a phrase was used first and last is
# only said of uses that are shown. Near ones come with the first page, and all of them by
# GET /api/v1/precedents.
MOST_EXACT, MOST_NEAR = 100, 10


def precedents_found(ask: Ask, library: Library) -> Found:
    """The paragraphs that use the phrase asked after, then those that come near."""
    question = ask.question
    phrase = phrase_of(question.phrase or "")
    found = uses(phrase, library, None if question.everywhere else frozenset(ask.symbols))
    if question.kinds:
        found = Uses(
            phrase,
            tuple(use for use in found.exact if use.wording.kind in question.kinds),
            tuple(use for use in found.near if use.wording.kind in question.kinds),
        )
    begin = ask.window.begin if ask.window else 0
    exact = found.exact[begin : begin + MOST_EXACT]
    shown = (*exact, *(() if begin else found.near[:MOST_NEAR]))
    told = collected(found, shown, library.records.coverage())
    missing = () if found.exact else (Missing("phrase", phrase.folded, _where(ask)),)
    return Found(
        passages=_quotable(told.hits, ask),
        missing=missing,
        symbols=ask.symbols,
        refused=not found.exact,
        precedents=told,
        whole=_whole(found, begin, len(exact)),
    )


def _whole(found: Uses, begin: int, shown: int) -> Whole | None:
    if shown == len(found.exact):
        return None
    resolutions = len({use.wording.key.partition("#")[0] for use in found.exact})
    return Whole(len(found.exact), resolutions, begin + 1, begin + shown)


def wording_found(ask: Ask, library: Library) -> Found:
    """Paragraphs in both languages that show how a phrase is put in the other one."""
    told = renderings(ask.question.phrase or "", library)
    examples = [e for one in told.renderings for e in one.examples] or list(told.examples)
    missing = () if examples else (Missing("bilingual", told.phrase),)
    return Found(
        passages=tuple(_both_sides(examples, ask)),
        missing=missing,
        symbols=tuple(dict.fromkeys(example.symbol for example in examples)),
        refused=not examples,
        renderings=told,
    )


def _where(ask: Ask) -> str | None:
    return None if ask.question.everywhere else ask.where


def _quotable(hits: Sequence[Precedent], ask: Ask) -> tuple[Passage, ...]:
    """Each hit with the acts that hold the phrase, and before it what an item stands under."""
    read = _by_language(ask)
    held = ask.catalogue.by_symbol
    keys = [
        f"{hit.symbol}#{hit.paragraph}"
        for hit in hits
        if hit.symbol in held and held[hit.symbol].lang == hit.lang
    ]
    leading = {paragraph.key: paragraph for paragraph in ask.records.paragraphs(keys)}
    found: dict[tuple[str, str], Passage] = {}
    for hit in hits:
        paragraph = leading.get(f"{hit.symbol}#{hit.paragraph}")
        if paragraph is None or held[hit.symbol].lang != hit.lang:  # of a text in another language
            paragraph = _paragraph(read(hit.symbol, hit.lang), hit.paragraph)
        own = _passage(paragraph, hit.spans)
        for passage in complete("phrase", (own,), lambda s, lang=hit.lang: read(s, lang)):  # type: ignore[misc]
            key = (passage.paragraph.key, passage.paragraph.text)
            if passage is own or key not in found:
                found[key] = passage
    return tuple(found.values())


def _both_sides(examples: Iterable[BilingualExample], ask: Ask) -> Iterable[Passage]:
    read = _by_language(ask)
    for example in examples:
        zh, en = (read(example.symbol, lang) for lang in ("zh", "en"))
        for text, span in ((zh, example.zh_span), (en, example.en_span)):
            yield _passage(_paragraph(text, example.paragraph), (span,) if span else ())


def _by_language(ask: Ask) -> Callable[[str, Lang], Resolution]:
    @cache
    def read(symbol: str, lang: Lang) -> Resolution:
        leading = ask.read(symbol)
        return leading if leading.lang == lang else ask.records.read(symbol, lang)

    return read


def _paragraph(resolution: Resolution, place: str) -> Paragraph:
    return next(p for p in resolution.paragraphs if p.place == place)


def _passage(paragraph: Paragraph, spans: Sequence[Span]) -> Passage:
    """A paragraph with those of its acts that hold ``spans``; all of it where one holds none."""
    holding = [
        next((i for i, clause in enumerate(paragraph.clauses) if _within(span, clause.span)), None)
        for span in spans
    ]
    clauses = sorted({i for i in holding if i is not None}) if None not in holding else []
    return Passage(paragraph, 1.0, "structure", tuple(clauses))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
