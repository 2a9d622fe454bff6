"""What a recital of earlier resolutions says of them."""

from __future__ import annotations

import pytest

from assistant.retrieval.recitals import Recital, recitals
from tests.retrieval.referring import parsed, written


def recital_of(text: str, number: str = "75/45") -> Recital | None:
    (resolution,) = parsed(written(number, "核裁军问题", text))
    found = [r for p in resolution.paragraphs if p.place == "PP1" for r in recitals(p)]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("回顾其关于推进核裁军的 2018 年 12 月 5 日第 73/40 号和第 74/54 号决议，", "推进核裁军"),
        ("回顾其关于推进核裁军的第 73/40 号决议，", "推进核裁军"),
        ("回顾其题为“推进核裁军”的第 73/40 号决议，", "推进核裁军"),
        ("回顾其 2018 年 12 月 5 日第 73/40 号决议，", None),
    ],
)
def test_what_earlier_resolutions_are_about_is_read(text: str, subject: str | None) -> None:
    found = recital_of(text)
    assert found is not None
    assert found.own
    assert found.subject == subject


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("回顾其第 73/40 号和第 74/54 号决议，", True),
        ("回顾其第 70/40 号、第 72/1 号和第 74/54 号决议，", True),
        ("回顾第 73/40 号和第 74/54 号决议，", False),  # not said to be its own
        ("回顾其第 74/54 号决议，", False),  # one alone may be of any item
        ("回顾其第 74/40 号和第 74/54 号决议，", False),  # two of a session
        ("回顾其第 46/182 号和第 60/1 号决议，", False),  # nothing since
        ("回顾其关于儿童权利的第 73/40 号和第 74/54 号决议，", False),  # about something
    ],
)
def test_a_list_of_ones_own_with_one_a_session_is_a_succession(text: str, is_one: bool) -> None:
    found = recital_of(text)
    assert found is not None
    assert found.is_succession is is_one


def test_resolutions_of_another_organ_are_no_earlier_ones() -> None:
    assert recital_of("回顾安全理事会第1325(2000)号决议，") is None


def test_what_is_carried_out_is_not_recalled() -> None:
    assert recital_of("审议了秘书长根据第 74/54 号决议提出的报告，") is None


def test_english_names_the_subject_after_the_numbers() -> None:
    text = """Agenda item 10
Resolution adopted by the General Assembly on 7 December 2020
[on the report of the First Committee (A/75/399)]
75/45. Nuclear disarmament
The General Assembly,
Recalling its resolutions 73/40 of 5 December 2018 and 74/54 of 12 December 2019 on lasting peace,
1. Decides to remain seized of the matter.
37th plenary meeting
7 December 2020
"""
    (resolution,) = parsed(text)
    (found,) = [r for p in resolution.paragraphs if p.place == "PP1" for r in recitals(p)]
    assert found.own
    assert found.subject == "lasting peace"
