"""A value stands where the act has it, not where it has another of its kind."""

from __future__ import annotations

import pytest

from assistant.answering.generative.binding import misbound
from assistant.answering.generative.claims import claims_of

HELD = (
    "请秘书长就识字状况征求会员国的意见,设立由十五名成员组成、任期四年的小组,"
    "并回顾2012年12月3日第67/56号和2013年12月5日第68/46号决议"
)


def wrong(said: str, held: str = HELD) -> list[str]:
    texts = [(text, claims_of(text)) for text in (said, held)]
    return [claim.text for claim in misbound(*texts)]


@pytest.mark.parametrize(
    "said",
    [
        "任期四年的小组有15名成员",
        "第68/46号决议于2013年12月5日通过",
        "回顾2013年12月5日第68/46号、2012年12月3日第67/56号决议",
        "请秘书长征求会员国对识字状况的意见",
    ],
)
def test_values_told_in_another_order_stand_where_they_belong(said: str) -> None:
    assert not wrong(said)


@pytest.mark.parametrize(
    "said",
    [
        "设立由四名成员组成、任期十五年的小组",
        "回顾2013年12月5日第67/56号决议",
        "请会员国征求秘书长的意见",
    ],
)
def test_values_in_each_others_place_are_named(said: str) -> None:
    assert wrong(said)


def test_a_list_has_nobody_twice() -> None:
    held = "促请会员国、非政府组织和学术界参加"
    assert not wrong("促请学术界、会员国和非政府组织参加", held)
    assert wrong("促请会员国、学术界和学术界参加", held)


def test_an_act_with_one_value_of_a_kind_binds_nothing() -> None:
    assert not wrong("两年之后提交报告", "提交两年期报告")
