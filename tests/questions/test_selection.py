"""Resolutions chosen by what their mastheads state."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.questions import understand
from assistant.questions.selection import find_selection
from assistant.types import Selection, Summary


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("哪些决议由第一委员会提出", Selection(committee="第一委员会")),
        ("第六委员会总共提了哪些决议", Selection(committee="第六委员会")),
        ("第六委员会在第105届提出了哪些决议", Selection(committee="第六委员会")),
        ("2060年以来哪些段落敦促会员国", Selection(since=date(2060, 1, 1))),
        ("第118届会议上第一委员会提出的决议,请谁做什么", Selection(committee="第一委员会")),
        ("第四委员会在第126届会议提出的决议,促请了谁", Selection(committee="第四委员会")),
        ("请大会主席开会的决议里,属于第二委员会的", Selection(committee="第二委员会")),
        ("第三委员会提出、2067年通过的决议",
         Selection(committee="第三委员会", since=date(2067, 1, 1), until=date(2067, 12, 31))),
        ("题目是讲雨水收集的决议有哪些", Selection(title="雨水收集")),
        ("议程项目99(bb)下标题含“核裁军”的决议", Selection(agenda_item="99(bb)", title="核裁军")),
        ("第二委员会的决议里请秘书长做什么", Selection(committee="第二委员会")),
        ("根据社会发展委员会的报告通过的决议", Selection(committee="社会发展委员会")),
        ("2018年以来哪些决议促请核武器国家", Selection(since=date(2018, 1, 1))),
        ("2018年以前通过的决议", Selection(until=date(2017, 12, 31))),
        ("2018年至2020年通过的决议有哪些",
         Selection(since=date(2018, 1, 1), until=date(2020, 12, 31))),
        ("第七十届至第七十五届会议的决议", Selection(first_session=70, last_session=75)),
        ("第70届会议以来的决议", Selection(first_session=70)),
        ("议程项目99(bb)下的决议", Selection(agenda_item="99(bb)")),
        ("标题里有“核裁军”的决议有哪些", Selection(title="核裁军")),
        ("第一委员会的决议中2018年以来请秘书长做什么",
         Selection(committee="第一委员会", since=date(2018, 1, 1))),
    ],
)  # fmt: skip
def test_each_way_to_choose_resolutions_is_read(text: str, selection: Selection) -> None:
    found = find_selection(text)
    assert found is not None
    assert found[0] == selection


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("which resolutions adopted since 2018 urge States", Selection(since=date(2018, 1, 1))),
        ("resolutions adopted after 2018", Selection(since=date(2019, 1, 1))),
        ("resolutions adopted before 2018", Selection(until=date(2017, 12, 31))),
        ("resolutions between 2018 and 2020",
         Selection(since=date(2018, 1, 1), until=date(2020, 12, 31))),
        ("resolutions adopted in 2018",
         Selection(since=date(2018, 1, 1), until=date(2018, 12, 31))),
        ("resolutions of the seventieth to the seventy-fifth session",
         Selection(first_session=70, last_session=75)),
        ("resolutions of sessions 70 to 75", Selection(first_session=70, last_session=75)),
        ("resolutions since the one hundred and third session", Selection(first_session=103)),
        ("resolutions submitted by the First Committee", Selection(committee="第一委员会")),
        ("First Committee resolutions", Selection(committee="第一委员会")),
        ("which resolutions under agenda item 99(bb) ask", Selection(agenda_item="99(bb)")),
        ("resolutions whose title mentions nuclear disarmament request",
         Selection(title="nuclear disarmament")),
        ('resolutions with "disarmament" in the title', Selection(title="disarmament")),
        ("which resolutions of the First Committee since 2018",
         Selection(committee="第一委员会", since=date(2018, 1, 1))),
        ("2018年通过的决议中哪些请秘书长做什么",
         Selection(since=date(2018, 1, 1), until=date(2018, 12, 31))),
    ],
)  # fmt: skip
def test_english_and_years_choose_them_too(text: str, selection: Selection) -> None:
    found = find_selection(text)
    assert found is not None
    assert found[0] == selection


def test_what_chooses_is_cut_out_and_the_rest_is_asked() -> None:
    text = "2018年以来哪些决议促请核武器国家"
    found = find_selection(text)
    assert found is not None
    assert [span.of(text) for span in found[1]] == ["2018年以来"]


@pytest.mark.parametrize(
    "text",
    [
        "请第一委员会做什么",
        "2018年以来发生了什么",
        "向第七十六届会议提交的报告",
        "2025年以前要完成什么",
        "第13段说什么",
        "决议请委员会做什么",
        "列出所有鼓励国际法委员会的决议",
    ],
)
def test_other_questions_choose_nothing(text: str) -> None:
    assert find_selection(text) is None


def test_a_session_beside_a_committee_chooses_too() -> None:
    held = (Summary("A/RES/75/1", "", "", "zh", 75, "2020-12-07", "第六委员会", 1, 1),)
    question = understand("第75届会议期间第六委员会提出的决议", catalogue=held)
    assert question.intent == "library"
    assert question.session == 75
    assert question.selection == Selection(committee="第六委员会")
