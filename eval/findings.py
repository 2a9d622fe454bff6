"""What is wrong with an answer, seen beside the library alone, without any gold.

Each check is a pure function from an answer to findings; no finding means nothing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.types import Answer, Citation, Quote, Statement
from eval.lexicon import (
    DATE,
    NUMBER,
    SESSION,
    SYMBOL,
    bodies_in,
    connectives,
    negations_in,
    plain,
    verbs_in,
)
from eval.recount import miscounts
from eval.spans import cut
from eval.subject import Truth

_MARKER = re.compile(r"\[\d+\]")
_SINGLE_NUMERAL = re.compile(r"[一二三四五六七八九十两]")  # recounted like any other number
_WORDLESS = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong. ``check`` names the measure it counts against."""

    check: str
    message: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An answer, the turns that led to it, and the library it speaks of."""

    answer: Answer
    turns: tuple[str, ...]
    truth: Truth

    def cited(self, statement: Statement) -> tuple[Citation, ...]:
        """The citations a statement carries, those that do not exist left out."""
        return tuple(c for c in self.answer.citations if c.n in statement.citations)


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
        yield from _unresolved(citation, exhibit.truth)
        if citation.n not in used:
            yield f"citation {citation.n} is used by no statement"
    for n in sorted(used - {c.n for c in answer.citations}):
        yield f"marker [{n}] has no citation"


def _unresolved(citation: Citation, truth: Truth) -> Iterator[str]:
    key = f"{citation.symbol}#{citation.paragraph}"
    paragraph = truth.paragraphs.get(key)
    if paragraph is None:
        yield f"{key} does not exist"
        return
    if citation.text != paragraph.text:
        yield f"{key} does not say what citation {citation.n} says"
    if citation.source.sha256 != truth.resolutions[citation.symbol].source.sha256:
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
        if statement.kind == "quote" and not statement.quotes:
            yield f"quotes nothing: {statement.text}"
        for quote in statement.quotes:
            citation = by_n.get(quote.n) if quote.n in statement.citations else None
            if citation is None:
                yield f"quotes citation {quote.n}, which the statement does not carry"
            elif why := _misquoted(quote, citation, statement, exhibit.truth):
                yield f"citation {quote.n} {why}: {citation.text[quote.start : quote.end]}"


def _misquoted(quote: Quote, citation: Citation, statement: Statement, truth: Truth) -> str | None:
    if not 0 <= quote.start < quote.end <= len(citation.text):
        return "is quoted beyond its text"
    if citation.text[quote.start : quote.end] not in statement.text:
        return "has quoted words that are not in the sentence"
    paragraph = truth.paragraphs.get(f"{citation.symbol}#{citation.paragraph}")
    if paragraph is None or paragraph.text != citation.text:
        return None  # found by invalid_citations
    masthead = truth.resolutions[citation.symbol].masthead.values()
    return cut(paragraph, quote, (f.span for f in masthead if f.place == citation.paragraph))


def own_words(exhibit: Exhibit, statement: Statement) -> str:
    """What a statement says outside its quotations and the labels of what it cites."""
    rest = statement.text
    by_n = {c.n: c for c in exhibit.answer.citations}
    for quote in statement.quotes:
        if quote.n in by_n:
            rest = rest.replace(by_n[quote.n].text[quote.start : quote.end], "|", 1)
    for citation in exhibit.cited(statement):
        rest = rest.replace(citation.label, "|")
    return rest


def loose_slots(exhibit: Exhibit) -> Iterator[str]:
    """Numbers, dates, symbols, bodies, verbs and negations that nothing cited supports."""
    for statement in exhibit.answer.statements:
        rest = own_words(exhibit, statement)
        support = _support(exhibit, statement)
        for slot in _plain_slots(plain(rest), statement.kind == "computed"):
            if slot not in support:
                yield f"{slot} is not in what is cited: {statement.text}"
        for slot in sorted(_worded_slots(exhibit, statement, rest)):
            yield f"{slot} is not in what is cited: {statement.text}"


def _plain_slots(rest: str, recounted: bool) -> Iterator[str]:
    """Symbols, dates, sessions and numbers; bare counts of a computed sentence are recounted."""
    for pattern in (SYMBOL, DATE, SESSION):
        yield from pattern.findall(rest)
        rest = pattern.sub("|", rest)
    if not recounted:
        yield from NUMBER.findall(rest)


def _support(exhibit: Exhibit, statement: Statement) -> str:
    """Where a sentence's slots may come from: what it cites, what was asked, what is held."""
    parts = [f"{c.symbol} {c.label} {c.text}" for c in exhibit.cited(statement)]
    held = exhibit.truth.resolutions.values()
    parts += [f"{r.symbol} {r.symbol.removeprefix('A/RES/')} {r.title}" for r in held]
    parts += [fact.value for r in held for fact in r.masthead.values()]
    parts += [f"第{session}届" for session in exhibit.answer.coverage.sessions]
    parts += exhibit.turns
    return plain(" ".join(parts))


def _worded_slots(exhibit: Exhibit, statement: Statement, rest: str) -> set[str]:
    """Bodies and verbs must be the asker's where the asker named one, else the paragraph's."""
    asked = " ".join(exhibit.turns)
    cited = " ".join(c.text for c in exhibit.cited(statement))
    loose: set[str] = set()
    for find in (bodies_in, verbs_in):
        used, named = find(rest), find(asked)
        loose |= used - (named or find(cited))
    if exhibit.answer.status == "answered" and negations_in(_without_connectives(rest)):
        loose.add("a negation")
    return loose


def _without_connectives(rest: str) -> str:
    for word in connectives():
        rest = rest.replace(word, "|")
    return rest


def unsupported_words(exhibit: Exhibit) -> Iterator[str]:
    """Words of the answer's own that are on no list: a clause that nothing supports."""
    names = sorted(exhibit.truth.names, key=len, reverse=True)
    for statement in exhibit.answer.statements:
        rest = plain(own_words(exhibit, statement))
        for pattern in (SYMBOL, DATE, SESSION, NUMBER):
            rest = pattern.sub("|", rest)
        if statement.kind == "computed":
            rest = _SINGLE_NUMERAL.sub("|", rest)
        for word in map(plain, names):
            rest = rest.replace(word, "|")
        rest = _without_connectives(rest)
        for word in sorted(bodies_in(rest) | verbs_in(rest), key=len, reverse=True):
            rest = rest.replace(word, "|")
        asked = "" if exhibit.answer.status == "answered" else plain(" ".join(exhibit.turns))
        if left := [w for w in _WORDLESS.split(rest) if w and w not in asked]:
            yield f"says of its own {' … '.join(left)}"


def unsupported_sentences(exhibit: Exhibit) -> Iterator[str]:
    """Sentences that claim something and cite nothing."""
    for statement in exhibit.answer.statements:
        if statement.kind in ("quote", "fact") and not statement.citations:
            yield f"cites nothing: {statement.text}"


def needless_citations(exhibit: Exhibit) -> Iterator[str]:
    """Citations a sentence would be as well supported without (leave one out)."""
    for statement in exhibit.answer.statements:
        if statement.kind in ("quote", "fact"):
            quoted = {q.n for q in statement.quotes}
            for n in sorted(set(statement.citations) - quoted):
                yield f"citation {n} supports nothing in: {statement.text}"
        if len(set(statement.citations)) != len(statement.citations):
            yield f"cites twice: {statement.text}"


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
    """Computed sentences whose counts do not come out when done again."""
    for statement in exhibit.answer.statements:
        if statement.kind == "computed":
            rest = plain(own_words(exhibit, statement))
            yield from miscounts(rest, statement, exhibit.answer, exhibit.truth)


CHECKS: dict[str, Callable[[Exhibit], Iterator[str]]] = {
    "citation_validity": invalid_citations,
    "quote_fidelity": unfaithful_quotes,
    "slots": loose_slots,
    "closed_words": unsupported_words,
    "supported": unsupported_sentences,
    "needed": needless_citations,
    "text": wrong_text,
    "recount": wrong_counts,
}
