"""Denials, duties, leave and conditions are told as they are."""

from __future__ import annotations

import pytest

from assistant.answering.generative.claims import claims_of
from assistant.answering.generative.denial import conditions_lost, denials_wrong, duties_wrong


def denied(said: str, held: str) -> list[str]:
    return list(denials_wrong(said, claims_of(said), held, claims_of(held)))


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("还没有制定识字法的会员国", "尚未制定识字法的会员国"),
        ("不能拒绝儿童进入图书馆", "不得拒绝儿童进入图书馆"),
        ("请秘书长提出报告", "请秘书长提出报告,但不得动用经常预算"),
        ("the Code has not entered into force", "notes that it has not yet entered into force"),
    ],
)
def test_a_denial_may_be_worded_otherwise(said: str, held: str) -> None:
    assert not denied(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("制定了识字法的会员国", "尚未制定识字法的会员国"),
        ("可以拒绝儿童进入图书馆", "不得拒绝儿童进入图书馆"),
        ("不必拒绝儿童进入图书馆", "不得拒绝儿童进入图书馆"),
        ("请秘书长不提出报告", "请秘书长提出报告"),
        ("不在没有捐款的情况下不支付", "在没有捐款的情况下不支付"),
        ("the Code has entered into force", "notes that it has not yet entered into force"),
    ],
)
def test_a_denial_lost_put_in_or_turned_is_named(said: str, held: str) -> None:
    assert denied(said, held)


@pytest.mark.parametrize(
    ("said", "held", "asks"),
    [
        ("各国必须执行措施", "建议各国执行措施", True),
        ("各国可以遵守国际法", "所有国家在任何时候都遵守国际法", False),
        ("各国遵守国际法", "所有国家都必须遵守国际法", False),
        ("各国应派代表", "各国派出代表", False),
    ],
)
def test_a_duty_is_neither_laid_nor_lifted(said: str, held: str, asks: bool) -> None:
    assert list(duties_wrong(said, held, asks=asks))


def test_what_is_asked_for_may_be_called_a_duty() -> None:
    assert not list(duties_wrong("请秘书长提出报告,他应提出", "请秘书长提出报告", asks=True))


def test_a_condition_stays_with_what_it_conditions() -> None:
    held = "请秘书长在没有自愿捐款的情况下不支付培训费用,并提出报告"
    assert list(conditions_lost("请秘书长不支付培训费用", held))
    assert not list(conditions_lost("没有自愿捐款时请秘书长不支付培训费用", held))
    assert not list(conditions_lost("请秘书长提出报告", held))
