"""What a conversation remembers, asked of a real library."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.errors import InvalidReplacement
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer, Conversation, Overrides

MINE, THEIRS = "a" * 64, "b" * 64


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("talks")
    with Assistant.open(load_settings({}, data_dir=folder, embedder="hashing")) as assistant:
        yield assistant


def converse(held: Assistant, *questions: str, owner: str | None = MINE) -> list[Answer]:
    answers: list[Answer] = []
    name = None
    for question in questions:
        answers.append(held.ask(question, conversation_id=name, owner=owner))
        name = answers[-1].conversation_id
    return answers


def kept(held: Assistant, name: str | None, owner: str | None = MINE) -> Conversation:
    found = held.conversations.read(name or "", owner)
    assert found is not None
    return found


def cited(answer: Answer) -> list[str]:
    return [f"{one.symbol}#{one.paragraph}" for one in answer.citations]


def test_a_conversation_is_shown_again_as_it_was(held: Assistant) -> None:
    answers = converse(held, "75/45第13段", "谢谢", "下一段")
    again = kept(held, answers[0].conversation_id)
    assert [turn.answer for turn in again.turns] == answers
    assert [turn.question for turn in again.turns] == ["75/45第13段", "谢谢", "下一段"]
    assert {turn.origin for turn in again.turns} == {"asked"}
    assert again.title == "75/45第13段"
    assert len({answer.id for answer in answers}) == 3


def test_an_edited_question_goes_on_from_what_stood_before_it(held: Assistant) -> None:
    first, second, _ = converse(held, "75/45第3段", "72/31第7段", "下一段")
    edited = held.ask(
        "下一段", conversation_id=first.conversation_id, owner=MINE, replaces=second.id
    )
    assert cited(edited) == ["A/RES/75/45#OP4"]  # and not 72/31's
    again = kept(held, first.conversation_id)
    assert [turn.answer.id for turn in again.turns] == [first.id, edited.id]
    assert again.turns[-1].origin == "edited"
    after = held.ask("下一段", conversation_id=first.conversation_id, owner=MINE)
    assert cited(after) == ["A/RES/75/45#OP5"]


def test_a_question_asked_again_takes_its_own_place(held: Assistant) -> None:
    first, second = converse(held, "75/45第3段", "下一段")
    again = held.ask(
        "下一段", conversation_id=first.conversation_id, owner=MINE, replaces=second.id
    )
    assert cited(again) == cited(second) == ["A/RES/75/45#OP4"]
    assert again.id != second.id
    assert [turn.origin for turn in kept(held, first.conversation_id).turns] == [
        "asked",
        "regenerated",
    ]


def test_the_first_question_can_be_replaced_and_gives_the_title_anew(held: Assistant) -> None:
    first, _ = converse(held, "75/45第3段", "下一段")
    held.ask("72/31第7段", conversation_id=first.conversation_id, owner=MINE, replaces=first.id)
    again = kept(held, first.conversation_id)
    assert (again.title, len(again.turns)) == ("72/31第7段", 1)


@pytest.mark.parametrize("replaces", [True, False])
def test_a_reading_put_right_takes_the_place_of_its_question(
    replaces: bool, held: Assistant
) -> None:
    first, second = converse(held, "75/45第3段", "下一段")
    right = held.ask(
        "下一段",
        conversation_id=first.conversation_id,
        owner=MINE,
        corrected=Overrides(symbols=("72/31",)),
        replaces=second.id if replaces else None,
    )
    assert cited(right) == ["A/RES/72/31#OP4"]
    turns = kept(held, first.conversation_id).turns
    assert [(turn.question, turn.origin) for turn in turns] == [
        ("75/45第3段", "asked"),
        ("下一段", "corrected"),
    ]
    after = held.ask("下一段", conversation_id=first.conversation_id, owner=MINE)
    assert cited(after) == ["A/RES/72/31#OP5"]


def test_an_earlier_reading_put_right_cuts_back_to_it(held: Assistant) -> None:
    first, _, _ = converse(held, "75/45第3段", "下一段", "下一段")
    held.ask(
        "75/45第3段",
        conversation_id=first.conversation_id,
        owner=MINE,
        corrected=Overrides(symbols=("72/31",)),
        replaces=first.id,
    )
    assert len(kept(held, first.conversation_id).turns) == 1
    after = held.ask("下一段", conversation_id=first.conversation_id, owner=MINE)
    assert cited(after) == ["A/RES/72/31#OP4"]


def test_what_is_not_in_the_conversation_cannot_be_replaced(held: Assistant) -> None:
    first, second = converse(held, "75/45第3段", "下一段")
    (elsewhere,) = converse(held, "75/45第3段")
    name = first.conversation_id
    held.ask("72/31第7段", conversation_id=name, owner=MINE, replaces=first.id)
    for gone in (second.id, elsewhere.id, "none"):
        with pytest.raises(InvalidReplacement):
            held.ask("x", conversation_id=name, owner=MINE, replaces=gone)
    with pytest.raises(InvalidReplacement):
        held.ask("x", conversation_id=name, owner=THEIRS, replaces=second.id)
    with pytest.raises(InvalidReplacement):
        held.ask("x", replaces=first.id)
    assert len(kept(held, name).turns) == 1


def test_another_owner_goes_on_with_nothing_of_mine(held: Assistant) -> None:
    (mine,) = converse(held, "75/45第13段")
    for other in (THEIRS, None):
        theirs = held.ask("下一段", conversation_id=mine.conversation_id, owner=other)
        assert theirs.conversation_id != mine.conversation_id
        assert cited(theirs) != ["A/RES/75/45#OP14"]
        assert kept(held, theirs.conversation_id, other).turns[0].question == "下一段"
    assert len(kept(held, mine.conversation_id).turns) == 1


def test_what_was_begun_without_an_owner_goes_on_for_whoever_knows_it(held: Assistant) -> None:
    (first,) = converse(held, "75/45第13段", owner=None)
    after = held.ask("下一段", conversation_id=first.conversation_id, owner=MINE)
    assert after.conversation_id == first.conversation_id
    assert cited(after) == ["A/RES/75/45#OP14"]
    listed = held.conversations.search(MINE).conversations
    assert first.conversation_id not in [one.id for one in listed]


def test_a_further_page_is_no_turn_and_bears_no_id(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", page_size=2)
    with Assistant.open(settings) as assistant:
        first = assistant.ask("75/45请秘书长做什么", owner=MINE)
        assert first.page is not None
        more = assistant.ask(
            "75/45请秘书长做什么",
            conversation_id=first.conversation_id,
            owner=MINE,
            page=first.page,
        )
        assert more.id is None
        assert len(kept(assistant, first.conversation_id).turns) == 1


def test_a_stream_that_is_stopped_leaves_the_conversation_as_it_was(held: Assistant) -> None:
    first, second = converse(held, "75/45第3段", "下一段")
    events = held.stream(
        "72/31第7段", conversation_id=first.conversation_id, owner=MINE, replaces=second.id
    )
    next(events)
    events.close()  # type: ignore[attr-defined]
    turns = kept(held, first.conversation_id).turns
    assert [turn.answer.id for turn in turns] == [first.id, second.id]


def test_of_questions_at_once_that_replace_the_same_answer_all_are_kept(held: Assistant) -> None:
    (first,) = converse(held, "75/45第3段")
    name = first.conversation_id
    streams = [
        held.stream(f"75/45第{n}段", conversation_id=name, owner=MINE, replaces=first.id)
        for n in range(4, 8)
    ]
    for stream in streams:  # each has begun while the first answer stood
        next(stream)
    with ThreadPoolExecutor(4) as pool:
        answers = [events[-1].data for events in pool.map(list, streams)]
    turns = kept(held, name).turns
    assert {turn.answer.id for turn in turns} == {
        answer.id for answer in answers if isinstance(answer, Answer)
    }
    assert len(turns) == 4


def test_a_conversation_that_was_deleted_is_not_remembered_when_it_is_gone_on_with(
    held: Assistant,
) -> None:
    first, _ = converse(held, "75/45第13段", "下一段")
    name = first.conversation_id or ""
    assert held.conversations.forget(name, MINE)
    assert held.conversations.answer(first.id or "", MINE) is None
    anew = held.ask("下一段", conversation_id=name, owner=THEIRS)
    assert cited(anew) != ["A/RES/75/45#OP15"]
    assert [turn.question for turn in kept(held, anew.conversation_id, THEIRS).turns] == ["下一段"]


def test_a_hundred_turns_are_kept_and_the_last_ones_referred_to(held: Assistant) -> None:
    name = held.ask("75/45第1段", owner=MINE).conversation_id
    for n in range(99):
        answer = held.ask(f"75/45第{n % 15 + 1}段", conversation_id=name, owner=MINE)
    assert answer.conversation_id == name
    assert len(kept(held, name).turns) == 100
    assert cited(held.ask("上一段", conversation_id=name, owner=MINE)) == ["A/RES/75/45#OP8"]
