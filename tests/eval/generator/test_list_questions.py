"""Questions over a generated library by any combination of slots, with exact answers."""

from __future__ import annotations

import pytest

from assistant.types import Lang
from eval.generator import Truth, resolutions
from eval.generator.list_questions import list_questions
from eval.gold import KINDS, GoldItem


@pytest.fixture(scope="module")
def truths() -> list[Truth]:
    return [truth for file in resolutions(3, 40) for truth in file.truths]


@pytest.fixture(scope="module", params=["zh", "en"])
def items(truths: list[Truth], request: pytest.FixtureRequest) -> tuple[GoldItem, ...]:
    lang: Lang = request.param
    return tuple(list_questions(truths, 80, lang))


def test_each_question_is_asked_once_and_has_an_answer_or_says_that_there_is_none(
    items: tuple[GoldItem, ...],
) -> None:
    assert len({item.question for item in items}) == len(items) == 80
    assert {item.kind for item in items} <= KINDS
    for item in items:
        assert item.expects_answer == bool(item.groups)
        assert item.exact == bool(item.groups)


def test_every_answer_is_of_paragraphs_that_are_there(
    items: tuple[GoldItem, ...], truths: list[Truth]
) -> None:
    keys = {truth.key(paragraph) for truth in truths for paragraph in truth.paragraphs}
    assert {key for item in items for key in item.keys} <= keys


def test_slots_are_combined_in_many_ways_and_some_combinations_are_nowhere(
    items: tuple[GoldItem, ...],
) -> None:
    assert len({item.reason for item in items}) > 20
    assert any(len(item.reason.split(" × ")) > 3 for item in items)
    assert any(not item.answerable for item in items)


def test_what_meets_all_slots_is_in_the_answer_and_nothing_else(truths: list[Truth]) -> None:
    for item in list_questions(truths, 80):
        if item.reason == "addressee × deliverable × committee" and item.answerable:
            (committee,) = {
                truth.masthead["committee"]
                for truth in truths
                if truth.symbol == item.groups[0][0].partition("#")[0]
            }
            assert f"由{committee}提出" in item.question
            return
    pytest.fail("no such combination was asked")


def test_the_same_library_is_asked_the_same(truths: list[Truth]) -> None:
    assert tuple(list_questions(truths, 20)) == tuple(list_questions(truths, 20))
