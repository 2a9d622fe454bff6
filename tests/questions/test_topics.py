"""Resolutions chosen by what they are about, which is their title."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.topics import find_topic
from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.types import Question, Summary


def held(number: int, title: str) -> Summary:
    symbol = f"A/RES/{100 + number}/1"
    return Summary(symbol, symbol, title, "zh", 100 + number, f"20{45 + number}-12-01", None, 1, 1)


CATALOGUE = Catalogue.of(
    (
        held(1, "米兰托高原蜂群保育的可持续管理"),
        held(2, "埃索拉湾区蜂群保育与灾害预防"),
        held(3, "卡伦高原石桥养护"),
        held(4, "Safety of mountain bridges"),
    )
)


def ask(text: str) -> Question:
    return understand(text, catalogue=CATALOGUE)


@pytest.mark.parametrize(
    "question",
    [
        "蜂群保育方面有哪些决议",
        "关于蜂群保育的决议有几份",
        "关于蜂群保育的两份决议",
        "哪些决议谈蜂群保育",
        "有哪些关于蜂群保育的决议？",
        "蜂群保育的两份决议",
        "蜂群保育問題有哪些決議",
    ],
)
def test_words_of_titles_choose_the_resolutions(question: str) -> None:
    understood = ask(question)
    assert understood.selection is not None
    assert understood.selection.title == "蜂群保育"
    assert understood.intent == "library"


def test_what_is_called_a_topic_chooses_though_it_is_a_whole_title() -> None:
    understood = ask("卡伦高原石桥养护这个题目，秘书长要向哪些届会交报告")
    assert understood.selection is not None
    assert understood.selection.title == "卡伦高原石桥养护"
    assert understood.symbols == ()


def test_english_words_choose_by_english_titles() -> None:
    understood = ask("Which resolutions are about mountain bridges?")
    assert understood.selection is not None
    assert understood.selection.title == "mountain bridges"


def test_what_is_asked_of_them_is_asked_of_those_chosen() -> None:
    understood = ask("关于蜂群保育的所有决议请秘书长做什么")
    assert understood.selection is not None
    assert understood.selection.title == "蜂群保育"
    assert (understood.intent, understood.addressees) == ("acts", ("秘书长",))
    assert ask("蜂群保育的两份决议分别讲什么").intent == "overview"


@pytest.mark.parametrize(
    "question", ["夜间天空方面有哪些决议", "哪些决议提到蜂群保育", "有哪些决议"]
)
def test_words_that_no_title_has_and_words_to_be_looked_for_choose_nothing(question: str) -> None:
    assert find_topic(fold(question).text, CATALOGUE) is None


def test_other_conditions_hold_beside_the_topic() -> None:
    understood = ask("第一百零二届会议蜂群保育方面有哪些决议")
    assert understood.selection is not None
    assert understood.selection.title == "蜂群保育"
    assert 102 in (understood.session, understood.selection.first_session)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("卡伦高原石桥养护是什么时候通过的", "masthead"),
        ("卡伦高原石桥养护请秘书长做什么", "acts"),
        ("关于卡伦高原石桥养护由谁提出", "masthead"),
    ],
)
def test_a_whole_title_that_begins_a_question_names_its_resolution(
    question: str, intent: str
) -> None:
    understood = ask(question)
    assert (understood.symbols, understood.intent) == (("A/RES/103/1",), intent)
