from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from assistant.conversing.candidates import candidate_lines
from assistant.types import Answer, Feedback, FeedbackVerdict, JudgedAnswer, Parallel, Status
from eval.gold import GoldError, read_items
from tests.server.fake_assistant import ANSWER, CITATION, TEXT

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "eval" / "gold.schema.json").read_text(encoding="utf-8")
)


def judged(
    answer: Answer = ANSWER, verdict: FeedbackVerdict = "right", *, earlier: tuple[str, ...] = ()
) -> JudgedAnswer:
    said = Feedback(verdict, "应为第13段\n“引号”", "2026-06-01T12:00:00+00:00")
    return JudgedAnswer("0123456789abcdef", earlier, "75/45第14段", answer, "asked", said)


def reviewed(line: str) -> str:
    """The line as somebody leaves it who found it right."""
    item = json.loads(line)
    del item["review"]
    jsonschema.validate(item, SCHEMA)
    return json.dumps(item)


def test_a_candidate_is_a_gold_question_once_it_was_reviewed_and_not_before() -> None:
    (line,) = candidate_lines([judged()]).splitlines()
    with pytest.raises(GoldError, match="not reviewed"):
        read_items(line)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(line), SCHEMA)
    (item,) = read_items(reviewed(line))
    assert (item.id, item.kind, item.question) == ("feedback-0123456789ab", "lookup", "75/45第14段")
    assert item.groups == (("A/RES/75/45#OP14",),)
    assert item.exact
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    assert item.text_sha == {"A/RES/75/45#OP14": sha}


def test_it_says_what_the_reader_thought_and_of_which_answer() -> None:
    review = json.loads(candidate_lines([judged(verdict="wrong")]))["review"]
    assert (review["verdict"], review["comment"]) == ("wrong", "应为第13段\n“引号”")
    assert (review["answer"], review["origin"]) == (ANSWER.answer, "asked")


def test_what_was_wrong_or_goes_on_on_another_page_is_not_required_exactly() -> None:
    for one in (judged(verdict="incomplete"), judged(replace(ANSWER, page="1-1"))):
        (item,) = read_items(reviewed(candidate_lines([one])))
        assert not item.exact


def test_a_follow_up_brings_the_questions_before_it() -> None:
    carried = replace(ANSWER, understood=replace(ANSWER.understood, carried=("symbols",)))
    line = candidate_lines([judged(carried, earlier=("75/45", "谢谢"))])
    (item,) = read_items(reviewed(line))
    assert (item.turns, item.kind) == (("75/45", "谢谢", "75/45第14段"), "follow_up")


@pytest.mark.parametrize(
    ("status", "kind", "answerable"),
    [
        ("not_found", "refusal", False),
        ("out_of_scope", "off_topic", False),
        ("needs_clarification", "understanding", True),
    ],
)
def test_what_was_refused_is_a_question_to_be_refused(
    status: Status, kind: str, answerable: bool
) -> None:
    refused = replace(ANSWER, status=status, citations=())
    (item,) = read_items(reviewed(candidate_lines([judged(refused)])))
    assert (item.kind, item.answerable, item.expects_answer) == (kind, answerable, False)


def test_an_answer_that_two_judged_is_two_candidates() -> None:
    lines = candidate_lines([judged(), judged(verdict="wrong")]).splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert ids == ["feedback-0123456789ab", "feedback-0123456789ab-2"]


def test_a_second_language_is_fingerprinted_by_the_text_that_leads() -> None:
    english = replace(CITATION, lang="en", text="Requests", parallel=Parallel("zh", TEXT))
    line = candidate_lines([judged(replace(ANSWER, citations=(english,)))])
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    assert json.loads(line)["text_sha"] == {"A/RES/75/45#OP14": sha}


def test_where_nobody_said_anything_there_is_nothing() -> None:
    assert candidate_lines([]) == ""
