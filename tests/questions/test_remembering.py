from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant.questions.history import LONGEST, Turn
from assistant.questions.remembering import before, recall, written
from assistant.questions.understand import understand
from assistant.types import OtherReading, Overrides, Question, Selection, Summary


def question(text: str, catalogue: tuple[Summary, ...]) -> Question:
    return understand(text, catalogue=catalogue)


@pytest.mark.parametrize(
    "text",
    [
        "75/45请秘书长做什么",
        "2018年以来第一委员会提出的决议有哪些请秘书长提交报告",
        "2025年以前要完成什么",
        "彻底消除核武器国际日是哪一天",
        "“深为关切”英文怎么说",
        "What does 75/45 decide?",
    ],
)
def test_a_turn_is_recalled_as_it_was(text: str, catalogue: tuple[Summary, ...]) -> None:
    turn = Turn(question(text, catalogue), ("A/RES/75/45#OP3",), ("A/RES/75/45",))
    assert recall(written(turn)) == (turn,)


def test_turns_follow_each_other_and_the_oldest_go(catalogue: tuple[Summary, ...]) -> None:
    kept = [
        written(Turn(question(f"75/45第{n}段", catalogue))) if n % 2 else None
        for n in range(1, 2 * LONGEST + 7)
    ]
    places = [turn.question.places for turn in recall(*kept)]
    assert places == [(f"OP{n}",) for n in range(7, 2 * LONGEST + 6, 2)]


def test_what_a_version_before_kept_together_is_followed_by_the_turns_since(
    catalogue: tuple[Summary, ...],
) -> None:
    first, second, third = (Turn(question(t, catalogue)) for t in ("75/45", "72/31", "第3段"))
    two = [json.loads(written(turn))["turns"][0] for turn in (first, second)]
    kept = json.dumps({"version": 2, "turns": two})
    assert recall(kept, None, written(third)) == (first, second, third)


def test_the_turns_before_a_question_put_right_are_those_without_it(
    catalogue: tuple[Summary, ...],
) -> None:
    first, second = (Turn(question(t, catalogue)) for t in ("75/45", "72/31"))
    assert before((first, second), "72/31") == (first,)
    assert before((first, second), "75/45") == (first, second)


def test_other_readings_are_not_kept(catalogue: tuple[Summary, ...]) -> None:
    asked = replace(
        question("75/45", catalogue),
        others=(OtherReading("72/31", Overrides(selection=Selection(title="x"))),),
    )
    assert recall(written(Turn(asked)))[0].question.others == ()


def test_what_the_version_before_kept_is_a_conversation_of_one_turn() -> None:
    # The last question alone, as the first version wrote it.
    kept = json.dumps(
        {
            "text": "75/45第7段",
            "folded": "75/45第7段",
            "lang": "zh",
            "intent": "paragraph",
            "symbols": ["A/RES/75/45"],
            "places": ["OP7"],
            "terms": [],
        }
    )
    (turn,) = recall(kept)
    assert (turn.question.symbols, turn.question.places) == (("A/RES/75/45",), ("OP7",))


def test_a_turn_of_another_version_is_left_out_and_the_others_stay(
    catalogue: tuple[Summary, ...],
) -> None:
    kept = json.loads(written(Turn(question("75/45第7段", catalogue))))
    newer = {"question": {"intent": "dance"}}
    kept["turns"] = [newer, *kept["turns"], "not a turn"]
    kept["version"] = 99
    (turn,) = recall(json.dumps(kept))
    assert turn.question.places == ("OP7",)


@pytest.mark.parametrize("kept", [None, "", "{", "[]", "null", '"x"', "{}", '{"version": 2}'])
def test_what_is_no_conversation_begins_anew(kept: str | None) -> None:
    assert recall(kept) == ()
