"""A conversation that its asker keeps is answered as one that is kept here, and leaves nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assistant.errors import InvalidQuestion
from assistant.library.engine import reading
from assistant.library.library import Library
from assistant.library.schema import conversations, turns
from assistant.questions.history import LONGEST
from assistant.service import Assistant
from assistant.types import Answer

GOLD = Path(__file__).parents[2] / "eval" / "gold"
LONG = "哪些段落提到核裁军"


def gold_conversations() -> Iterator[list[str]]:
    for name in ("conversation", "follow_up"):
        for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item.get("library", "samples") == "samples":
                yield [turn if isinstance(turn, str) else turn["ask"] for turn in item["turns"]]


def passing(assistant: Assistant, *questions: str) -> Answer:
    *_, last = assistant.in_passing(questions)
    assert isinstance(last.data, Answer)
    return last.data


def as_kept(assistant: Assistant, *questions: str) -> Answer:
    name = None
    for question in questions:
        answer = assistant.ask(question, conversation_id=name)
        name = answer.conversation_id
    return replace(answer, id=None, conversation_id=None)


def untimed(answer: Answer) -> Answer:
    return replace(answer, timings_ms={})


def rows(library: Library) -> tuple[int, ...]:
    with reading(library.records._engine) as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (conversations, turns)
        )


def cited(answer: Answer) -> list[str]:
    return [f"{one.symbol}#{one.paragraph}" for one in answer.citations]


def showing(library: Library, size: int) -> Assistant:
    return Assistant(library, library.settings.model_copy(update={"page_size": size}))


def test_every_gold_conversation_is_answered_as_if_it_were_kept(assistant: Assistant) -> None:
    found = list(gold_conversations())
    assert len(found) > 20
    for questions in found:
        answer = passing(assistant, *questions)
        assert untimed(answer) == untimed(as_kept(assistant, *questions)), questions


def test_nothing_of_it_is_kept(sample_library: Library, assistant: Assistant) -> None:
    before = rows(sample_library)
    answer = passing(assistant, "75/45请秘书长做什么", "72/31呢")
    assert answer.id is None
    assert answer.conversation_id is None
    assert rows(sample_library) == before
    as_kept(assistant, "75/45请秘书长做什么")
    assert rows(sample_library) > before  # what is counted is what would be kept


def test_an_earlier_question_that_was_refused_is_no_turn(assistant: Assistant) -> None:
    questions = ("75/45第13段", "啊" * 5_000, " ", "下一段")
    assert cited(passing(assistant, *questions)) == ["A/RES/75/45#OP14"]


@pytest.mark.parametrize("last", ["", "啊" * 5_000])
def test_a_last_question_that_is_none_is_refused(assistant: Assistant, last: str) -> None:
    with pytest.raises(InvalidQuestion):
        passing(assistant, "75/45第13段", last)


def test_only_so_many_questions_before_are_asked_again(assistant: Assistant) -> None:
    dropped = ("72/31第7段",)
    within = ("谢谢",) * (LONGEST - 1)
    assert cited(passing(assistant, *dropped, *within, "下一段")) == ["A/RES/72/31#OP8"]
    assert passing(assistant, *dropped, *within, "谢谢", "下一段").status != "answered"


@pytest.mark.parametrize("more", ["更多", "继续", "more", "Next page.", "还有吗？"])
def test_a_long_list_goes_on_when_more_is_asked_for(sample_library: Library, more: str) -> None:
    small = showing(sample_library, 3)
    whole = cited(showing(sample_library, 500).ask(LONG))
    assert len(whole) > 6
    pages = [cited(passing(small, LONG, *[more] * turned)) for turned in range(3)]
    assert pages == [whole[:3], whole[3:6], whole[6:9]]


def test_more_of_nothing_is_a_question_like_any_other(assistant: Assistant) -> None:
    asked = ("75/45第13段", "更多")
    assert untimed(passing(assistant, *asked)) == untimed(as_kept(assistant, *asked))
