"""The words of acts, read by themselves: those that the paragraphs read whole say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sqlalchemy import event

from assistant.library.library import Library
from assistant.library.lookups import ActQuery, Found
from assistant.library.records import Records
from assistant.retrieval.subparagraphs import complete
from assistant.text.places import plain
from assistant.types import Passage
from tests.retrieval.test_holding import generated

__all__ = ["generated"]


def leads_items(records: Records) -> Callable[[str], bool]:
    leading = records.leading_items()
    return lambda key: plain(key) in leading


def read_whole(records: Records, found: Found) -> str:
    ((paragraph, parts),) = records.hits([found])
    passage = Passage(paragraph, 1.0, "structure", parts)
    words = [paragraph.clauses[i].span.of(paragraph.text) for i in parts]
    _, *items = complete("acts", (passage,), cache(records.read), leads_items(records))
    return " ".join((*words, *(item.paragraph.text for item in items)))


def test_they_are_those_of_the_paragraphs_with_their_items(generated: Library) -> None:
    records = generated.records
    found = list(records.act_keys(ActQuery()))
    single = [replace(one, parts=(part,)) for one in found for part in one.parts]
    for some in (found, single):
        words = records.act_words.of(some, leads_items(records))
        assert words == [read_whole(records, one) for one in some]
    assert any("(" in one.key for one in found)
    assert any(len(one.parts) > 1 for one in found)


def test_many_take_a_few_statements(generated: Library) -> None:
    records = generated.records
    found = list(records.act_keys(ActQuery()))
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(records.engine, "before_cursor_execute", note)
    try:
        assert len(records.act_words.of(found, lambda _: True)) == len(found) > 500
    finally:
        event.remove(records.engine, "before_cursor_execute", note)
    assert sum("paragraphs" in one for one in statements) == 2


def test_of_none_there_are_none(generated: Library) -> None:
    assert generated.records.act_words.of([], lambda _: True) == []
