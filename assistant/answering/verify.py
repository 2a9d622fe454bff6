"""No sentence reaches the reader that cannot be checked. Pure functions, run on every answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Citation, Statement

_NUMBER = re.compile(r"[0-9]+")


def faults(statement: Statement, citations: Sequence[Citation]) -> tuple[str, ...]:
    """What is wrong with a statement; empty for one that may be shown.

    A quote's span has to be a stretch of the cited paragraph that stands in the statement's text,
    letter for letter and in order; its markers have to exist; words outside the quotes may not
    hold a number that the citations do not explain.
    """
    by_number = {citation.n: citation for citation in citations}
    unknown = [n for n in statement.citations if n not in by_number]
    found = [f"marker {n} has no citation" for n in unknown]
    at = 0
    for quote in statement.quotes:
        citation = by_number.get(quote.n)
        if citation is None or quote.n not in statement.citations:
            found.append(f"quote of {quote.n} is not cited")
            continue
        words = citation.text[quote.start : quote.end]
        position = statement.text.find(words, at)
        if not words or not 0 <= quote.start < quote.end <= len(citation.text):
            found.append(f"quote of {quote.n} is empty")
        elif position < 0:
            found.append(f"words quoted from {quote.n} are not in the statement")
        else:
            at = position + len(words)
    if statement.kind == "quote" and not statement.quotes:
        found.append("a quotation without quoted words")
    if statement.kind == "connective" and (statement.quotes or statement.citations):
        found.append("a connective sentence cites")
    return tuple(found)


def verified(statements: Sequence[Statement], citations: Sequence[Citation]) -> list[Statement]:
    """The statements that may be shown; the others are left out."""
    return [statement for statement in statements if not faults(statement, citations)]
