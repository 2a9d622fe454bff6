"""A paragraph, and statements that quote it."""

from __future__ import annotations

from assistant.answering.compose import Draft, Origin
from assistant.types import (
    Citation,
    CitedSource,
    Clause,
    Lang,
    Paragraph,
    Passage,
    Quote,
    Source,
    Span,
    Statement,
)

OP6 = "表示注意到秘书长的报告，并请秘书长将报告转递裁军谈判会议；"
OP14 = "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；"


def paragraph(place: str, text: str, *acts: str) -> Paragraph:
    """A paragraph with its ``acts``, each a stretch of its text."""
    clauses = tuple(
        Clause(Span(at, at + len(act)), "请", Span(at, at + 1), "directive", 3)
        for act in acts
        for at in [text.index(act)]
    )
    return Paragraph("A/RES/75/45", place, "operative", text, clauses=clauses)


def passage(shown: Paragraph, *clauses: int, spans: tuple[Span, ...] = ()) -> Passage:
    return Passage(shown, 1.0, "structure", clauses, spans)


def draft(lang: Lang = "zh") -> Draft:
    return Draft(lang, lambda p: Origin(Source(f"{p.symbol.replace('/', '_')}.txt", "ab" * 32)))


def citation(n: int = 1, text: str = OP14) -> Citation:
    return Citation(
        n, "A/RES/75/45", "OP14", False, "第75/45号决议，执行部分第14段", text,
        CitedSource("A_RES_75_45.txt", "ab" * 32), "/resolutions/A/RES/75/45#OP14",
    )  # fmt: skip


def quotation(text: str = OP14, n: int = 1) -> Statement:
    """A statement that quotes the whole of ``text``."""
    return Statement(text, "quote", (n,), (Quote(n, 0, len(text)),), "verbatim")
