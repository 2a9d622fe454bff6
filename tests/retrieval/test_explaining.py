"""Questions for a meaning or a reason get what says so, or hear that nothing does."""

from __future__ import annotations

import pytest

from tests.retrieval.conftest import Find, gaps, keys
from tests.retrieval.test_combining import marks


@pytest.mark.parametrize("asked", ["核武器公约是指什么", "什么是无核武器区", "什么是核武器国家"])
def test_having_the_words_is_no_definition(find: Find, asked: str) -> None:
    found = find(asked)
    assert found.refused
    assert [kind for kind, _ in gaps(found)] == ["definition"]


def test_what_has_no_definition_is_named_in_the_words_of_the_question(find: Find) -> None:
    assert gaps(find("什么是核武器国家")) == [("definition", "核武器国家")]


def test_a_sentence_that_says_what_something_is_answers(find: Find) -> None:
    found = find("什么是防止使用或威胁使用核武器的唯一绝对保障")
    assert keys(found) == ["75/45#PP5"]
    assert marks(found) == ["核裁军和彻底消除核武器"]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("75/45为什么在纽约召开国际会议", "以审查这方面取得的进展"),
        (
            "75/45为什么对裁军谈判会议感到关切",
            "裁军谈判会议缔结一项全面的核武器公约的谈判工作尚未开始",
        ),
    ],
)
def test_a_reason_that_is_stated_is_marked(find: Find, asked: str, reason: str) -> None:
    found = find(asked)
    assert marks(found) == [reason]
    assert not found.missing


def test_a_reason_that_is_not_stated_is_named_as_missing(find: Find) -> None:
    found = find("中东在75/45里是因为什么被提到的")
    assert keys(found) == ["75/45#PP6"]
    assert gaps(found) == [("reason", "")]
    assert not found.refused
