"""What a question asks for, and in which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.questions import understand
from assistant.questions.asked import asking_words, find_asked, read_as_asked
from assistant.types import AskedKind, Question


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("公约是哪天通过的?", ["date"]),
        ("公约何时何地开放签署", ["date", "place"]),
        ("会议什么时候、在哪里召开", ["date", "place"]),
        ("第二次会议是哪年哪天开的", ["date"]),
        ("全体会议要开多长时间", ["duration"]),
        ("在哪一届联大上汇报", ["session"]),
        ("引用宪章第几条", ["article"]),
        ("报告转给哪两个机构", ["body"]),
        ("由谁征求意见", ["who"]),
        ("哪些国家要参加", ["who"]),
        ("有多少个国家参加", ["number"]),
        ("工作组是凭几号决议成立的", ["resolution"]),
        ("照哪个条约办", ["instrument"]),
        ("报告的文号是多少", ["document", "number"]),
        ("为什么感到关切", ["reason"]),
        ("对报告持什么态度", ["stance"]),
        ("目标是什么", ["what"]),
        ("什么是无核武器区", ["definition"]),
        ("会议有没有举行", ["whether"]),
    ],
)
def test_what_is_asked_for_is_told_from_its_words(question: str, kinds: list[AskedKind]) -> None:
    assert [asked.kind for asked in find_asked(question, "zh")] == kinds


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("When and where was the Treaty opened for signature?", ["date", "place"]),
        ("To whom shall he transmit the report?", ["who"]),
        ("How many States signed?", ["number"]),
        ("Why is it worried?", ["reason"]),
        ("How long is the meeting?", ["duration"]),
    ],
)
def test_an_english_question_asks_alike(question: str, kinds: list[AskedKind]) -> None:
    assert [asked.kind for asked in find_asked(question, "en")] == kinds


def test_the_words_that_ask_are_told_with_their_place() -> None:
    question = "公约何时开放签署"
    (asked,) = find_asked(question, "zh")
    assert asked.words == asked.span.of(question) == "何时"


def test_several_are_asked_for_where_the_words_say_so() -> None:
    assert find_asked("在哪几年召开", "zh")[0].several
    assert not find_asked("在哪年召开", "zh")[0].several


def test_words_that_only_look_alike_ask_for_nothing_of_the_kind() -> None:
    assert [a.kind for a in find_asked("认为什么更迫切", "zh")] == ["what"]
    assert not find_asked("哪一段提到网播", "zh")
    assert not find_asked("Where is resolution 70/33 mentioned?", "en")
    assert [a.kind for a in find_asked("以什么态度去谈", "zh")] == ["what"]
    assert [a.kind for a in find_asked("哪些决议请秘书长提出报告", "zh")] == ["what"]


def test_a_meaning_asked_after_is_no_list_of_acts() -> None:
    asked = find_asked("什么是核武器国家", "zh")
    listed = Question("", "什么是核武器国家", "zh", "acts", directive=True, asked=asked)
    read = read_as_asked(listed)
    assert (read.intent, read.directive) == ("content", False)


def test_a_place_where_something_happens_is_no_place_in_a_text() -> None:
    asked = find_asked("会议在哪里召开", "zh")
    listed = Question("", "会议在哪里召开", "zh", "phrase", asked=asked)
    assert read_as_asked(listed).intent == "content"
    assert read_as_asked(replace(listed, asked=())).intent == "phrase"
    assert read_as_asked(replace(listed, places=("OP3",))).intent == "phrase"


def test_words_that_only_ask_are_told_from_words_that_name() -> None:
    question = "那个会议是哪天开的，由哪个委员会召集"
    assert [span.of(question) for span in asking_words(question, "zh")] == ["哪天"]


def test_words_that_only_ask_are_no_words_of_the_subject() -> None:
    question = understand("湿地会议是哪天开的", catalogue=())
    assert "天开" not in [term.word for term in question.terms]


def test_a_rank_is_no_number_of_things() -> None:
    assert "number" not in understand("湿地保护排在第几位", catalogue=()).wants
    assert "number" in understand("有几位代表参加", catalogue=()).wants


def test_a_report_that_is_spoken_of_is_not_the_masthead_s() -> None:
    question = understand("对秘书长关于湿地保护的报告持什么态度", catalogue=())
    assert question.intent == "content"
