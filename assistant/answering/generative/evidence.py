"""What a model is given to write from: an extractive answer's quotations, each with its acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.generative.support import Act, acts_of
from assistant.text.labels import adopter
from assistant.types import Citation, Paragraph, Quote, Statement


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands in one place of the answer, as the model is given it: words and their acts."""

    key: int  # 1, 2, 3 …: the model's name for it
    n: int  # of its citation
    shown: str  # what the model is given: label, who speaks, the words verbatim in one line
    text: str  # of the whole paragraph, as the citation has it
    acts: tuple[Act, ...]


def evidence_of(
    frame: Sequence[Statement],
    citations: Sequence[Citation],
    paragraphs: Mapping[str, Paragraph],
    leads: Mapping[str, str],
) -> tuple[Evidence, ...]:
    """The evidence of each quotation of an answer, in its order.

    ``paragraphs`` are those cited, by key; ``leads`` the words above an item that its own go on.
    """
    quotations = [statement for statement in frame if statement.kind == "quote"]
    found = []
    for key, statement in enumerate(quotations, 1):
        citation = citations[statement.citations[0] - 1]
        address = f"{citation.symbol}#{citation.paragraph}"
        lead = leads.get(address, "")
        acts = _quoted_acts(paragraphs[address], statement.quotes, lead)
        words = _one_line(f"{lead}{_quoted(statement, citation)}")
        shown = f"{_named(citation, paragraphs[address])}{words}"
        found.append(Evidence(key, citation.n, shown, citation.text, acts))
    return tuple(found)


def _named(citation: Citation, paragraph: Paragraph) -> str:
    """Which paragraph it is, and who speaks in it where it begins with its verb: asked to write a
    sentence, a model would name anybody."""
    speaks = paragraph.clauses and not paragraph.place.startswith("ANNEX")
    who = adopter(paragraph.symbol, citation.lang) if speaks else None
    if citation.lang == "en":
        return f"({citation.label}) " + (f"{who}: " if who else "")
    return f"（{citation.label}）" + (f"{who}：" if who else "")


def _one_line(words: str) -> str:
    """Without line ends: a paragraph cannot begin a line of the list, and so not forge a key."""
    return " ".join(words.splitlines())


def _quoted(statement: Statement, citation: Citation) -> str:
    return "……".join(citation.text[quote.start : quote.end] for quote in statement.quotes)


def _quoted_acts(paragraph: Paragraph, quotes: Sequence[Quote], lead: str) -> tuple[Act, ...]:
    """The acts that a quotation shows; of a paragraph without acts, all of it."""
    acts = acts_of(paragraph, lead)
    if not paragraph.clauses:
        return acts
    return tuple(
        act
        for act, clause in zip(acts, paragraph.clauses, strict=True)
        if any(q.start < clause.span.end and clause.span.start < q.end for q in quotes)
    )


def listed(evidence: Sequence[Evidence]) -> str:
    """The evidence as it stands in a prompt, a line each."""
    return "\n".join(f"[{each.key}] {each.shown}" for each in evidence)
