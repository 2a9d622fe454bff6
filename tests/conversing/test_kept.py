from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic_core import from_json, to_json

from assistant.conversing import Conversations
from assistant.errors import InvalidFilter
from assistant.library.engine import sqlite_url
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from assistant.types import Answer, Paragraph
from tests.library.specimens import resolution
from tests.server.fake_assistant import ANSWER, CITATION

MINE, THEIRS = "a" * 64, "b" * 64
HELD = resolution()
OP1 = next(one for one in HELD.paragraphs if one.place == "OP1")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    records = Records(sqlite_url(tmp_path / "records.sqlite3"))
    records.put(HELD)
    yield records
    records.close()


@pytest.fixture
def kept(records: Records) -> Conversations:
    return Conversations(records)


def given(answer: str, *cited: tuple[str, str]) -> Answer:
    """An answer that cites these places, each with its text."""
    citations = tuple(
        replace(CITATION, n=n, paragraph=place, text=text)
        for n, (place, text) in enumerate(cited, 1)
    )
    return replace(ANSWER, id=answer, citations=citations, conversation_id=None)


def add(
    records: Records,
    answer: Answer,
    question: str = "75/45？",
    name: str | None = "c",
    owner: str | None = MINE,
) -> None:
    turn = NewTurn(answer.id or "", question, to_json(answer), answer.answer, None)
    records.conversations.add(name, owner, turn)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("75/45？", "75/45？"),
        ("  多行\n的  问题 ", "多行 的 问题"),
        ("字" * 60, "字" * 60),
        ("字" * 61, "字" * 59 + "…"),
        (" ", "新对话"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_a_conversation_is_called_by_its_first_question_until_it_is_named(
    question: str, title: str, records: Records, kept: Conversations
) -> None:
    add(records, given("one"), question)
    add(records, given("two"), "another")
    (listed,) = kept.search(MINE).conversations
    assert (listed.title, listed.turns) == (title, 2)
    renamed = kept.rename("c", MINE, "名称")
    assert renamed is not None
    assert renamed.title == kept.search(MINE).conversations[0].title == "名称"
    assert kept.rename("c", MINE, None) == listed


def test_pages_of_the_list_hold_each_conversation_once(
    records: Records, kept: Conversations
) -> None:
    for n in range(7):
        add(records, given(f"a{n}"), name=f"c{n}")
    seen: list[str] = []
    cursor = None
    for _ in range(3):
        page = kept.search(MINE, cursor=cursor, limit=3)
        assert page.total == 7
        seen += [one.id for one in page.conversations]
        cursor = page.next
    assert cursor is None
    assert seen == [f"c{n}" for n in reversed(range(7))]


@pytest.mark.parametrize("cursor", ["", "x", "é", "W10=", "WyJhIl0=", "WzEsMl0=", "bnVsbA=="])
def test_a_cursor_of_no_list_is_refused(cursor: str, kept: Conversations) -> None:
    with pytest.raises(InvalidFilter):
        kept.search(MINE, cursor=cursor)


def test_without_an_owner_there_is_no_list(records: Records, kept: Conversations) -> None:
    add(records, given("one"), owner=None)
    assert kept.search(None).conversations == ()


def test_what_became_of_the_paragraphs_cited_is_told(records: Records, kept: Conversations) -> None:
    add(records, given("a1", ("OP1", OP1.text), ("OP99", "x"), ("OP1", "other words")))
    found = kept.answer("a1", MINE)
    assert found is not None
    assert [(one.n, one.state) for one in found.cited] == [(1, "same"), (2, "gone"), (3, "changed")]
    changed = Paragraph(HELD.symbol, "OP1", "operative", "改了；", printed="1")
    others = tuple(one for one in HELD.paragraphs if one.place != "OP1")
    records.put(replace(HELD, paragraphs=(*others[:2], changed, *others[2:])))
    found = kept.answer("a1", MINE)
    assert found is not None
    assert [one.state for one in found.cited] == ["changed", "gone", "changed"]
    assert found.answer.citations[0].text == OP1.text  # frozen
    records.remove(HELD.symbol)
    found = kept.answer("a1", MINE)
    assert found is not None
    assert {one.state for one in found.cited} == {"gone"}


def test_an_answer_in_a_language_that_is_held_no_more_is_gone(
    records: Records, kept: Conversations
) -> None:
    answer = given("a1", ("OP1", OP1.text))
    add(records, replace(answer, citations=(replace(answer.citations[0], lang="en"),)))
    found = kept.answer("a1", MINE)
    assert found is not None
    assert [one.state for one in found.cited] == ["gone"]


def test_a_link_shows_one_answer_and_nothing_else_of_its_conversation(
    records: Records, kept: Conversations
) -> None:
    add(records, given("a0"), "before it")
    add(records, given("a1"), "75/45第14段")
    kept.judge("a1", MINE, "wrong", "mine alone")
    shared = kept.share("a1", MINE, shared=True)
    assert shared is not None
    assert (shared.own, shared.answer.conversation_id) == (True, "c")
    read = kept.answer("a1", THEIRS)
    assert read is not None
    assert (read.own, read.answer.conversation_id, read.feedback) == (False, None, None)
    assert read.shared == shared.shared is not None
    text = to_json(read).decode()
    for secret in ("before it", "mine alone", MINE, '"c"', "a0"):
        assert secret not in text


def test_an_answer_that_an_earlier_version_kept_is_read(
    records: Records, kept: Conversations
) -> None:
    written = from_json(to_json(given("a1", ("OP1", OP1.text))))
    for later in ("id", "generation", "comparisons", "comparison", "answerer"):
        del written[later]
    turn = NewTurn("a1", "x", to_json(written), "x", None)
    records.conversations.add("c", MINE, turn)
    found = kept.answer("a1", MINE)
    assert found is not None
    assert found.id == "a1"
    assert found.answer.citations[0].text == OP1.text


def test_those_who_run_the_library_see_what_was_judged_and_not_by_whom(
    records: Records, kept: Conversations
) -> None:
    add(records, given("a0"), "first")
    add(records, given("a1"), "second")
    kept.judge("a1", MINE, "incomplete", "少了一段")
    (judged,) = kept.judged()
    assert (judged.id, judged.earlier, judged.question) == ("a1", ("first",), "second")
    assert (judged.feedback.verdict, judged.feedback.comment) == ("incomplete", "少了一段")
    assert MINE not in to_json(judged).decode()
