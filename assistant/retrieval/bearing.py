"""What the texts say near a question that they do not answer: an opinion, or what came later.

Nothing is answered by these paragraphs. They are quoted so that the asker can read what was
decided and judge for himself; where nothing speaks of the matter, nothing is cited.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.library.library import Library
from assistant.retrieval import evidence, hybrid
from assistant.retrieval.ask import Ask
from assistant.retrieval.places import paragraphs
from assistant.retrieval.scope import held_scope
from assistant.text.deliverables import deliverable_name
from assistant.text.normalise import fold
from assistant.types import Found, Missing, Passage, Question, Summary, Term

_MOST = 3  # paragraphs pointed to
_YEAR = re.compile(r"[12][0-9]{3}年?.*")
_ON_PROGRESS = re.compile(r"执行情况|落实情况|实施情况|implementation", re.IGNORECASE)
_ENOUGH = 0.5  # share of the nouns and names of the question that a paragraph has to have


def bearing(everywhere: Ask, library: Library) -> Found:
    """The paragraphs that speak of what a refused question is about; refused in any case."""
    question, catalogue = everywhere.question, everywhere.catalogue
    if question.reason not in ("opinion", "later"):
        return Found(refused=True)
    scope = held_scope(question, catalogue, library.records.stated)
    missing = scope.missing
    if question.reason == "later":
        missing = (*missing, _later(question, scope.symbols, catalogue))
    passages: tuple[Passage, ...] = ()
    if scope.symbols and not question.dangling:
        ask = replace(everywhere, symbols=scope.symbols)
        passages = _named_places(ask) if question.places else _of_the_matter(ask, library)
    return Found(passages, missing, scope.symbols, refused=True)


def _later(question: Question, symbols: tuple[str, ...], catalogue: tuple[Summary, ...]) -> Missing:
    """What came after the resolutions asked about, with the day on which the last was adopted."""
    dates = [summary.date for summary in catalogue if summary.symbol in symbols and summary.date]
    where = symbols[0] if question.symbols and len(symbols) == 1 else None
    return Missing("later", max(dates, default=""), where)


def _named_places(ask: Ask) -> tuple[Passage, ...]:
    found = paragraphs(replace(ask, question=replace(ask.question, terms=(), verbs=())))
    return () if found.refused else found.passages[:_MOST]


def _of_the_matter(ask: Ask, library: Library) -> tuple[Passage, ...]:
    """Found as for a question about content, of any kind of words; without its names, nothing."""
    question = ask.question
    naming = [term for term in question.terms if term.noun or term.naming]
    if question.reason == "later":
        naming = [term for term in naming if not _YEAR.fullmatch(term.word)]
        question = replace(question, terms=_without_years(question))
    if not naming and not question.addressees:
        return _progress_reports(ask)
    asked = replace(question, intent="content", wants=(), attribute=None, target=None)
    found = hybrid.content(replace(ask, question=asked), library)
    if found.refused:
        return _progress_reports(ask)
    return tuple(
        passage
        for passage in found.passages
        if sum(evidence.hit(term, fold(passage.paragraph.text).text) == 1.0 for term in naming)
        >= _ENOUGH * len(naming)
    )[:_MOST]


def _without_years(question: Question) -> tuple[Term, ...]:
    """A year after the texts stands in none of them."""
    return tuple(term for term in question.terms if not _YEAR.fullmatch(term.word))


def _progress_reports(ask: Ask) -> tuple[Passage, ...]:
    """Where a resolution asks for a report on how it is implemented: that would tell."""
    if ask.question.reason != "later" or not ask.question.symbols:
        return ()
    return tuple(
        Passage(paragraph, 1.0, "structure", (at,))
        for symbol in ask.symbols
        for paragraph in ask.read(symbol).paragraphs
        for at, clause in enumerate(paragraph.clauses)
        if "报告" in {deliverable_name(one) for one in clause.deliverables}
        and _ON_PROGRESS.search(clause.span.of(paragraph.text))
    )[:_MOST]
