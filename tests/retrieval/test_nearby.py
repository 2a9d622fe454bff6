"""What comes nearest to a question that nothing answers, among however many resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import event

from assistant.library.library import Library
from assistant.retrieval.nearby import with_nearest
from assistant.types import Found, Missing, Question, Term
from tests.retrieval.test_holding import generated

__all__ = ["generated"]


TERM = Term("潮汐观测", ("潮汐观测",), noun=True)
QUESTION = Question("?", "潮汐观测", "zh", "content", terms=(TERM,))


def statements_for(question: Question, symbols: Sequence[str], library: Library) -> list[str]:
    """What is asked of the records while the nearest is looked for, and found."""
    catalogue = library.records.summaries()
    found = Found((), (Missing("term", "飞碟"),), tuple(symbols), refused=True)
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(library.records.engine, "before_cursor_execute", note)
    try:
        near = with_nearest(found, question, library, catalogue).near
    finally:
        event.remove(library.records.engine, "before_cursor_execute", note)
    assert near is not None
    (paragraph,) = library.records.paragraphs([near])
    assert "潮汐观测" in paragraph.text
    assert paragraph.symbol in symbols
    return statements


def test_the_nearest_of_a_session_is_looked_for_in_a_few_statements(generated: Library) -> None:
    symbols = [s.symbol for s in generated.records.summaries()][1:]
    statements = statements_for(replace(QUESTION, session=101), symbols, generated)
    assert len(symbols) > 50
    assert len(statements) < 20  # not one a resolution


def test_of_a_whole_library_no_key_is_named(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generated.records, "keys_of", None)  # would be called
    symbols = generated.records.symbols()
    assert statements_for(replace(QUESTION, symbols=("E/RES/2063/102",)), symbols, generated)
