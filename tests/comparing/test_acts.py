"""Verbs, addressees and deadlines of two aligned paragraphs."""

from __future__ import annotations

import pytest

from assistant.comparing.acts import act_changes
from assistant.comparing.renewal import Renewal
from assistant.types import VerbChange
from tests.comparing.texts import english, paragraph, resolution


def changes(first: str, second: str) -> list[VerbChange]:
    old, new = resolution(75, ("回顾历史",), first), resolution(76, ("回顾历史",), second)
    sides = paragraph(old, "OP1"), paragraph(new, "OP1")
    return list(act_changes(*sides, Renewal.between(old, new)))


def said(first: str, second: str) -> list[tuple[str, str, str]]:
    return [(change.kind, change.before, change.after) for change in changes(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("注意到湿地的现状", "欢迎湿地的现状", "stronger"),
        ("欢迎湿地的现状", "赞赏湿地的现状", "stronger"),
        ("敦促会员国养护湿地", "鼓励会员国养护湿地", "weaker"),
        ("敦促会员国养护湿地", "强烈敦促会员国养护湿地", "stronger"),
        ("赞赏地注意到湿地的现状", "注意到湿地的现状", "weaker"),
        ("回顾湿地的现状", "重申湿地的现状", "stronger"),
        ("重申湿地的现状", "强调湿地的现状", "verb"),
    ],
)
def test_a_verb_says_more_or_less_or_something_else(first: str, second: str, kind: str) -> None:
    assert [change.kind for change in changes(first, second)] == [kind]


def test_the_verbs_are_told_as_printed() -> None:
    assert said("注意到湿地的现状", "赞赏地注意到湿地的现状") == [
        ("stronger", "注意到", "赞赏地注意到")
    ]


def test_another_addressee_is_told() -> None:
    assert said("请秘书长养护湿地", "请会员国养护湿地") == [("addressee", "秘书长", "会员国")]


def test_a_deadline_moves_with_the_session_or_is_changed() -> None:
    first = "请秘书长向大会第七十六届会议提出报告"
    assert said(first, "请秘书长向大会第七十七届会议提出报告") == []
    assert said(first, "请秘书长向大会第七十八届会议提出报告") == [
        ("deadline", "大会第七十六届会议", "大会第七十八届会议")
    ]


def test_an_act_that_joins_a_paragraph_is_told_as_added_and_its_loss_as_dropped() -> None:
    one = "注意到秘书长的报告"
    two = "注意到秘书长的报告，并请秘书长将报告转递裁军谈判会议"
    assert said(one, two) == [("act_added", "", "请")]
    assert said(two, one) == [("act_dropped", "请", "")]


def test_english_verbs_are_ranked_alike() -> None:
    old = english(75, "Notes the state of the wetlands")
    new = english(76, "Welcomes the state of the wetlands")
    (change,) = act_changes(paragraph(old, "OP1"), paragraph(new, "OP1"), Renewal.between(old, new))
    assert (change.kind, change.before, change.after) == ("stronger", "Notes", "Welcomes")
