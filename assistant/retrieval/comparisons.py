"""Comparisons for a question: two resolutions, or a series, each with the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from assistant.comparing import compare, compare_paragraphs
from assistant.errors import NotComparable
from assistant.library.records import Records
from assistant.retrieval import evidence
from assistant.retrieval.acts import acts
from assistant.retrieval.ask import Ask, whole
from assistant.retrieval.common_language import common_language, in_common_language
from assistant.retrieval.masthead import overview
from assistant.retrieval.series import series_of
from assistant.text.normalise import fold
from assistant.text.symbols import parse_symbol, session_of
from assistant.types import (
    ComparedParagraph,
    Comparison,
    Found,
    Lang,
    Missing,
    Passage,
    Question,
    Resolution,
    Term,
)

_TWO = 2


def compared(ask: Ask) -> Found | None:
    """The comparison a question asks for; None where it is to be answered from each side alone.

    A body or verb asked about in two resolutions that have little in common is looked up in both:
    nothing of it can be held against anything.
    """
    question = ask.question
    if len(question.places) == _TWO:
        return _two_paragraphs(ask)
    symbols = _symbols(ask)
    if not _is_meant(question, symbols):
        return None if question.attribute is None else _asks_back(ask)
    ask = replace(ask, read=in_common_language(ask.records, symbols, ask.read, question.lang))
    resolutions = [ask.read(symbol) for symbol in symbols]
    comparisons = _comparisons(resolutions)
    if comparisons is None:
        return Found((), (Missing("language", "", symbols[0]),), symbols, refused=True)
    all_related = all(comparison.related for comparison in comparisons)
    of_acts = question.addressees or question.verbs or question.directive
    if of_acts and not (all_related and question.attribute):
        return acts(replace(ask, symbols=symbols))
    passages = _passages(resolutions, comparisons)
    if len(comparisons) == 1 and not comparisons[0].related and question.attribute is None:
        each = overview(replace(ask, symbols=symbols))
        passages = (*each.passages, *(p for p in passages if p.paragraph.kind == "preambular"))
    return Found(passages, (), symbols, comparisons=comparisons)


def _two_paragraphs(ask: Ask) -> Found | None:
    """The two paragraphs that were shown last, beside each other; None where one is not held."""
    symbols = ask.question.symbols
    read = in_common_language(ask.records, symbols, ask.read, ask.question.lang)
    resolutions = read(symbols[0]), read(symbols[-1])
    sides = [
        next((p for p in resolution.paragraphs if p.place == place), None)
        for resolution, place in zip(resolutions, ask.question.places, strict=True)
    ]
    if sides[0] is None or sides[1] is None:
        return None
    try:
        made = compare_paragraphs(resolutions[0], sides[0], resolutions[1], sides[1])
    except NotComparable:
        return Found((), (Missing("language", "", symbols[0]),), symbols, refused=True)
    return Found((whole(sides[0]), whole(sides[1])), (), symbols, comparisons=(made,))


def paired(ask: Ask) -> Found | None:
    """The aligned pairs in which both texts have all that a question names, a treaty or an event;
    None where there are none. The other words of such a question are the asker's own."""
    named = [term for term in ask.question.terms if term.naming]
    if not named or len(ask.symbols) != _TWO:
        return None
    resolutions = [ask.read(symbol) for symbol in _symbols(ask)]
    comparisons = _comparisons(resolutions) or ()
    both = {
        f"{symbol}#{side.place}"
        for comparison in comparisons
        for row in comparison.rows
        if row.first and row.second and _has_all(named, row.first) and _has_all(named, row.second)
        for symbol, side in ((comparison.first, row.first), (comparison.second, row.second))
    }
    passages = tuple(
        whole(paragraph)
        for resolution in resolutions
        for paragraph in resolution.paragraphs
        if paragraph.key in both
    )
    return Found(passages, (), ask.symbols) if passages else None


def _has_all(named: Iterable[Term], side: ComparedParagraph) -> bool:
    folded = fold(side.text).text
    return all(evidence.hit(term, folded) == 1.0 for term in named)


def _symbols(ask: Ask) -> tuple[str, ...]:
    """The resolutions to compare, oldest first or in the order that the question gives."""
    question = ask.question
    if question.attribute == "series" or (question.attribute and len(ask.symbols) == 1):
        found = series_of(ask.records, ask.symbols)
        held = tuple(member.symbol for member in found.members if member.held) if found else ()
        return held if len(held) > 1 else ask.symbols
    if question.attribute is not None and question.symbols:
        return ask.symbols
    return tuple(sorted(ask.symbols, key=lambda symbol: session_of(symbol) or 0))


def _is_meant(question: Question, symbols: tuple[str, ...]) -> bool:
    """Whether these are to be compared: two, or several where the question names them."""
    if len(symbols) < _TWO or (question.attribute == "series" and not question.symbols):
        return False
    return len(symbols) == _TWO or bool(question.symbols)


def _asks_back(ask: Ask) -> Found:
    if len(ask.symbols) > 1:
        return Found((), (), ask.symbols, ambiguous=True)
    return Found((), (Missing("counterpart", "", ask.where),), ask.symbols, refused=True)


def _comparisons(resolutions: list[Resolution]) -> tuple[Comparison, ...] | None:
    try:
        return tuple(compare(a, b) for a, b in pairwise(resolutions))
    except NotComparable:
        return None


def _passages(
    resolutions: Iterable[Resolution], comparisons: Iterable[Comparison]
) -> tuple[Passage, ...]:
    """Every paragraph of the tables."""
    wanted: set[str] = set()
    for comparison in comparisons:
        for row in comparison.rows:
            wanted |= {f"{comparison.first}#{row.first.place}"} if row.first else set()
            wanted |= {f"{comparison.second}#{row.second.place}"} if row.second else set()
    return tuple(
        whole(paragraph)
        for resolution in resolutions
        for paragraph in resolution.paragraphs
        if paragraph.key in wanted
    )


def compare_held(
    records: Records, a: str, b: str, lang: Lang | None = None, *, reader: Lang = "zh"
) -> Comparison:
    """Two resolutions of the library beside each other, ``a`` first, symbols in any written form.

    They are read in ``lang``, else in a language that both are held in: the reader's, if it is one.

    Raises:
        NotInLibrary: one of them is not held, or not in ``lang``.
        NotComparable: they are one, no language has both, or a symbol means several parts.
    """
    symbols = [_one(records, symbol) for symbol in (a, b)]
    chosen = lang or common_language(records, symbols, reader)
    return compare(*(records.read(symbol, chosen) for symbol in symbols))


def _one(records: Records, written: str) -> str:
    meant = records.meant_by(parse_symbol(written) or written)
    if len(meant) > 1:
        names = "、".join(meant)
        raise NotComparable(
            f"{written} 有多个部分（{names}），请说明对照哪一部分。",
            f"{written} has several parts ({', '.join(meant)}); name the one to compare.",
        )
    return meant[0]
