"""Answers and a conversation to be exported."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import (
    Answer,
    Citation,
    Conversation,
    ConversationTurn,
    Generation,
    Statement,
)
from tests.server.fake_assistant import ANSWER, CITATION

ASKED = "2026-06-01T12:34:56.789+00:00"


def citation(symbol: str, place: str, n: int = 1, *, inferred: bool = False) -> Citation:
    return replace(CITATION, n=n, symbol=symbol, paragraph=place, inferred=inferred)


def answer(*statements: tuple[str, tuple[int, ...]]) -> Answer:
    """An answer of these sentences; citation n is of operative paragraph n."""
    cited = sorted({n for _, numbers in statements for n in numbers})
    return replace(
        ANSWER,
        statements=tuple(Statement(text, "quote", numbers) for text, numbers in statements),
        citations=tuple(
            replace(citation("A/RES/75/45", f"OP{n}", n), label=f"第75/45号决议，执行部分第{n}段")
            for n in cited
        ),
    )


def phrased(given: Answer) -> Answer:
    """The same, its first sentence a model's."""
    first, *others = given.statements
    return replace(
        given,
        statements=(replace(first, kind="fact"), *others),
        generation=Generation("模型 *m*", "0" * 16, None),
    )


def conversation(title: str, *turns: tuple[str, Answer]) -> Conversation:
    asked = (ConversationTurn(question, given, ASKED, "asked") for question, given in turns)
    return Conversation("c", title, ASKED, tuple(asked))
