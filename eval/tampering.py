"""Changing one thing about an answer and leaving the rest in agreement with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.types import Answer, Citation, Quote, Statement


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt answer and how it was spoilt."""

    mutation: str
    answer: Answer


def with_text(answer: Answer, index: int, text: str) -> Answer:
    """``answer`` with the words of one sentence replaced."""
    return with_statement(answer, index, replace(answer.statements[index], text=text))


def with_statement(answer: Answer, index: int, statement: Statement) -> Answer:
    """``answer`` with one sentence replaced, in the statements and in the text for people."""
    old = answer.statements[index].text
    statements = (*answer.statements[:index], statement, *answer.statements[index + 1 :])
    shown = answer.answer.replace(old, statement.text, 1)
    if shown == answer.answer and old != statement.text:
        shown = "\n".join(s.text for s in statements)
    return replace(answer, statements=statements, answer=shown)


def with_citation(answer: Answer, citation: Citation) -> Answer:
    """``answer`` with the citation of the same number replaced."""
    kept = (citation if c.n == citation.n else c for c in answer.citations)
    return replace(answer, citations=tuple(kept))


def quotations(answer: Answer) -> Iterator[tuple[int, Statement, Quote, Citation]]:
    """Every quotation with its sentence's index, its sentence, and its citation."""
    by_n = {c.n: c for c in answer.citations}
    for index, statement in enumerate(answer.statements):
        for quote in statement.quotes:
            if quote.n in by_n:
                yield index, statement, quote, by_n[quote.n]


def appended(answer: Answer, statement: Statement) -> Answer:
    """``answer`` with one more sentence at its end."""
    return replace(
        answer,
        statements=(*answer.statements, statement),
        answer=f"{answer.answer}\n{statement.text}",
    )
