"""What a question says is to be made, and of whom."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.making import find_making
from assistant.types import Question, Summary

_HELD = tuple(
    Summary(f"A/RES/{n}/1", "", f"第{n}号", "zh", n, f"{1945 + n}-12-04", None, 9, 9)
    for n in (72, 75)
)


def understood(text: str) -> Question:
    return understand(text, catalogue=_HELD)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("请秘书长提交报告", ("报告",)),
        ("请秘书长就本决议的执行情况提出一份综合报告", ("报告",)),
        ("请秘书长向大会报告执行情况", ("报告",)),
        ("请大会主席召开高级别会议", ("会议",)),
        ("决定设立一个不限成员名额工作组", ("工作组",)),
        ("设立信托基金并请秘书长提供服务", ("基金", "服务")),
        ("请秘书长征求会员国的意见", ("意见",)),
        ("决定列入题为的分项", ("分项",)),
    ],
)
def test_a_verb_of_making_governs_what_is_made(words: str, made: tuple[str, ...]) -> None:
    making = find_making(words, "zh")
    assert making is not None
    assert making.names == made


@pytest.mark.parametrize(
    "words",
    [
        "秘书长提交的报告写了什么",
        "工作组向谁汇报的",
        "设立的工作组有哪些成员",
        "提交报告的时间",
        "请报告员做什么",
        "提出了哪些建议",
    ],
)
def test_what_is_there_already_is_not_to_be_made(words: str) -> None:
    assert find_making(words, "zh") is None


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("request the Secretary-General to submit a report", ("报告",)),
        ("request annual reports", ("报告",)),
        ("convene two meetings", ("会议",)),
        ("establish working groups", ("工作组",)),
        ("provide the necessary services", ("服务",)),
    ],
)
def test_english_says_it_too(words: str, made: tuple[str, ...]) -> None:
    making = find_making(words, "en")
    assert making is not None
    assert making.names == made


def test_the_report_that_was_submitted_is_not_to_be_made() -> None:
    assert find_making("the report submitted by the panel", "en") is None
    assert find_making("submitted reports", "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "第七十五届会议有哪些决议请秘书长提交报告？",
        "Which resolutions of the seventy-fifth session request the Secretary-General to submit a "
        "report?",
        "Resolutions adopted at the 75th session that ask the Secretary-General to submit a report",
    ],
)
def test_acts_are_asked_for_by_body_session_and_what_is_made(text: str) -> None:
    question = understood(text)
    assert question.intent == "acts"
    assert question.deliverables == ("报告",)
    assert question.addressees == ("秘书长",)
    assert question.session == 75
    assert question.directive
    assert not question.terms


def test_a_committee_that_proposed_is_asked_nothing() -> None:
    question = understood("第一委员会提出的决议里哪些请秘书长召开会议")
    assert question.selection is not None
    assert question.selection.committee == "第一委员会"
    assert (question.deliverables, question.addressees) == (("会议",), ("秘书长",))


def test_what_is_provided_is_no_verb_of_the_question() -> None:
    question = understood("Which resolutions request the Secretary-General to provide support?")
    assert (question.verbs, question.directive) == ((), True)
    assert question.deliverables == ("支助",)


def test_a_group_that_is_set_up_is_nobody_who_is_asked() -> None:
    question = understood("哪些决议决定设立工作组？")
    assert (question.verbs, question.addressees) == (("决定",), ())
    assert question.deliverables == ("工作组",)


def test_who_receives_a_report_is_not_who_makes_it() -> None:
    question = understood("哪些决议请秘书长向安全理事会提交报告？")
    assert question.addressees == ("秘书长",)
    assert [term.word for term in question.terms] == ["安全理事会"]


def test_what_it_is_about_stays_to_be_looked_for() -> None:
    question = understood("哪些决议请秘书长提交关于核裁军的报告？")
    assert question.intent == "acts"
    assert [term.word for term in question.terms] == ["核裁军"]


@pytest.mark.parametrize(
    "text",
    [
        "为什么72/1要秘书长提交报告？",
        "72/1欢迎设立工作组吗？",
        "哪些决议欢迎召开会议？",
        "72/1请秘书长提交关于核裁军的报告",
    ],
)
def test_what_asks_for_something_else_is_read_as_before(text: str) -> None:
    assert not understood(text).deliverables
