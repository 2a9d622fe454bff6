"""What is wrong with an answer, seen beside the library alone, without any gold.

Each check is a pure function from an answer to findings; no finding means nothing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.types import Citation, Quote, Statement
from eval.facts import loose_facts, needless_in
from eval.lexicon import plain
from eval.recount import miscounts
from eval.sentences import QUOTED, Said, read_sentences
from eval.slots import Exhibit, loose_slots
from eval.spans import cut, is_name
from eval.subject import Truth

_MARKER = re.compile(r"\[\d+\]")
_NAMING = frozenset({"quoted", "named"})  # sentences that list what texts name
_WORDLESS = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong. ``check`` names the measure it counts against."""

    check: str
    message: str


def examine(exhibit: Exhibit) -> tuple[Finding, ...]:
    """Every finding of every check, in a fixed order."""
    return tuple(
        Finding(name, message) for name, check in CHECKS.items() for message in check(exhibit)
    )


def invalid_citations(exhibit: Exhibit) -> Iterator[str]:
    """Citations that do not resolve, do not say what the paragraph says, or are loose."""
    answer = exhibit.answer
    if [c.n for c in answer.citations] != list(range(1, len(answer.citations) + 1)):
        yield "citations are not numbered 1, 2, 3 …"
    used = {n for s in answer.statements for n in s.citations}
    for citation in answer.citations:
        yield from unresolved(citation, exhibit.truth)
        if citation.n not in used:
            yield f"citation {citation.n} is used by no statement"
    for n in sorted(used - {c.n for c in answer.citations}):
        yield f"marker [{n}] has no citation"


def unresolved(citation: Citation, truth: Truth) -> Iterator[str]:
    """What of a citation is not so in the library."""
    key = f"{citation.symbol}#{citation.paragraph}"
    paragraph = truth.cited(citation)
    if paragraph is None:
        yield f"{key} does not exist"
        return
    if citation.text != paragraph.text:
        yield f"{key} does not say what citation {citation.n} says"
    if citation.source.sha256 != truth.sources.get((citation.symbol, citation.lang)):
        yield f"citation {citation.n} names another source"
    if citation.href != f"/resolutions/{key}":
        yield f"citation {citation.n} links to {citation.href}"
    if citation.inferred != bool(paragraph.inferred):
        yield f"citation {citation.n} is wrong about what was inferred"
    if not set(re.findall(r"\d+", citation.label)) <= set(re.findall(r"\d+", key)):
        yield f"citation {citation.n} is labelled {citation.label}"


def unfaithful_quotes(exhibit: Exhibit) -> Iterator[str]:
    """Quoted spans that do not stand in the statement, or are cut so that they mislead."""
    by_n = {c.n: c for c in exhibit.answer.citations}
    for statement in exhibit.answer.statements:
        names = {each.recount for each in read_sentences(exhibit.own(statement)) or ()} & _NAMING
        if statement.kind == "quote" and not statement.quotes:
            yield f"quotes nothing: {statement.text}"
        for quote in statement.quotes:
            citation = by_n.get(quote.n) if quote.n in statement.citations else None
            if citation is None:
                yield f"quotes citation {quote.n}, which the statement does not carry"
            elif names and is_name(citation.text, quote):
                continue
            elif why := _misquoted(quote, citation, statement, exhibit.truth):
                yield f"citation {quote.n} {why}: {citation.text[quote.start : quote.end]}"


def _misquoted(quote: Quote, citation: Citation, statement: Statement, truth: Truth) -> str | None:
    if not 0 <= quote.start < quote.end <= len(citation.text):
        return "is quoted beyond its text"
    if citation.text[quote.start : quote.end] not in statement.text:
        return "has quoted words that are not in the sentence"
    paragraph = truth.cited(citation)
    if paragraph is None or paragraph.text != citation.text:
        return None  # found by invalid_citations
    if statement.kind == "fact":
        return None  # words quoted within a sentence have its verb: their slots are checked
    masthead = truth.resolutions[citation.symbol].masthead.values()
    return cut(paragraph, quote, (f.span for f in masthead if f.place == citation.paragraph))


def unsupported_words(exhibit: Exhibit) -> Iterator[str]:
    """Words of the answer's own that are no sentence of the list: a clause nothing supports.

    A model's sentence (``fact``) has words of its own; its slots are checked instead.
    """
    for statement in exhibit.answer.statements:
        own = exhibit.own(statement)
        if statement.kind != "fact" and read_sentences(own) is None:
            yield f"says of its own {own.replace(QUOTED, '…')}"


def unsupported_sentences(exhibit: Exhibit) -> Iterator[str]:
    """Sentences that claim something and cite nothing."""
    for statement in exhibit.answer.statements:
        if statement.kind in ("quote", "fact") and not statement.citations:
            yield f"cites nothing: {statement.text}"


def needless_citations(exhibit: Exhibit) -> Iterator[str]:
    """Citations a sentence would be as well supported without (leave one out)."""
    for statement in exhibit.answer.statements:
        if statement.kind in ("quote", "fact"):
            for n in needless_of(exhibit, statement):
                yield f"citation {n} supports nothing in: {statement.text}"
        if len(set(statement.citations)) != len(statement.citations):
            yield f"cites twice: {statement.text}"


def needless_of(exhibit: Exhibit, statement: Statement) -> tuple[int, ...]:
    """A quotation needs what it quotes, a model's sentence what carries it."""
    quoted = {q.n for q in statement.quotes}
    if statement.kind == "fact":
        return tuple(n for n in needless_in(exhibit, statement) if n not in quoted)
    return tuple(sorted(set(statement.citations) - quoted))


def wrong_text(exhibit: Exhibit) -> Iterator[str]:
    """The text for people must be its statements, in order, with markers and nothing more."""
    answer = exhibit.answer
    if not answer.statements:
        return
    said = _MARKER.sub("", plain("".join(s.text for s in answer.statements)))
    shown = _MARKER.sub("", plain(answer.answer))
    if _WORDLESS.sub("", said) != _WORDLESS.sub("", shown):
        yield "the text for people is not what the statements say"


def wrong_counts(exhibit: Exhibit) -> Iterator[str]:
    """Computed sentences that do not come out when done again, and lists of another length."""
    for statement in exhibit.answer.statements:
        for each in read_sentences(exhibit.own(statement)) or ():
            if each.recount == "lead" and _leads_elsewhere(each, statement, exhibit):
                yield f"quotes another resolution than it names: {statement.text}"
            if each.recount == "quoted" and each.value("n") != len(statement.quotes):
                yield f"lists {len(statement.quotes)}: {statement.text}"
        if statement.kind == "computed":
            said = read_sentences(exhibit.own(statement))
            yield from miscounts(said or (), statement, exhibit.answer, exhibit.truth)


def _leads_elsewhere(lead: Said, statement: Statement, exhibit: Exhibit) -> bool:
    """Whether 第75/45号决议： stands before words of another resolution."""
    quoted = {c.symbol for q in statement.quotes for c in exhibit.cited(statement) if c.n == q.n}
    named = set(lead.symbols("where"))
    return bool(named and quoted) and named != quoted


def _loose(exhibit: Exhibit) -> Iterator[str]:
    yield from loose_slots(exhibit)
    yield from loose_facts(exhibit)


CHECKS: dict[str, Callable[[Exhibit], Iterator[str]]] = {
    "citation_validity": invalid_citations,
    "quote_fidelity": unfaithful_quotes,
    "slots": _loose,
    "closed_words": unsupported_words,
    "supported": unsupported_sentences,
    "needed": needless_citations,
    "text": wrong_text,
    "recount": wrong_counts,
}
