"""What comes nearest to a question that nothing answers, among however many resolutions."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import event

from assistant.library.library import Library
from assistant.retrieval.nearby import with_nearest
from assistant.types import Found, Missing, Question, Term
from tests.retrieval.test_holding import generated

__all__ = ["generated"]


def test_the_nearest_of_a_session_is_looked_for_in_a_few_statements(generated: Library) -> None:
    catalogue = generated.records.summaries()
    session = max(summary.session or 0 for summary in catalogue)
    term = Term("潮汐观测", ("潮汐观测",), noun=True)
    question = replace(Question("?", "潮汐观测", "zh", "content", terms=(term,)), session=session)
    found = Found((), (Missing("term", "飞碟"),), catalogue.symbols, refused=True)
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(generated.records.engine, "before_cursor_execute", note)
    try:
        near = with_nearest(found, question, generated, catalogue).near
    finally:
        event.remove(generated.records.engine, "before_cursor_execute", note)
    assert near is not None
    ((paragraph,),) = [generated.records.paragraphs([near])]
    assert "潮汐观测" in paragraph.text
    assert len(catalogue) > 20 > len(statements)
