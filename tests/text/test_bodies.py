"""Offices, organs and groups of states, and names that only look like theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.bodies import (
    BODIES,
    Body,
    english_name,
    find_bodies,
    find_english_bodies,
)
from assistant.text.normalise import fold


def names_in(text: str) -> list[str]:
    return [entity.name for entity in find_bodies(text)]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_every_name_is_found_as_its_body(body: Body) -> None:
    for name in (body.name, *body.aliases):
        assert names_in(name) == [body.name]
        assert fold(name).text == name, "everything here works on folded text"


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_every_english_name_is_found(body: Body) -> None:
    for name in body.english:
        found = find_english_bodies(f"The {name.upper()}, again")
        assert [entity.name for entity in found] == [body.name]
    assert english_name(body.name) == body.english[0]


def test_no_name_belongs_to_two_bodies() -> None:
    names = [name for body in BODIES for name in (body.name, *body.aliases)]
    assert len(names) == len(set(names))
    english = [name for body in BODIES for name in body.english]
    assert len(english) == len(set(english))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请大会主席和联合国秘书长出席", ["大会主席", "秘书长"]),
        ("促请会员国、联合国系统和民间社会", ["会员国", "联合国系统", "民间社会"]),
        ("转递裁军谈判会议和裁军审议委员会", ["裁军谈判会议", "裁军审议委员会"]),
        ("核武器国家和无核武器国家", ["核武器国家", "无核武器国家"]),
        ("各国酌情执行", ["各国"]),
        ("大会建议大会酌情执行", ["大会", "大会"]),
        ("提议大会分别大会和主席职权", ["大会", "大会"]),
    ],
)
def test_the_longest_name_counts_in_text_order(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    ["各国国家元首和政府首脑", "国家安全", "审议大会", "审议和延期大会", "缔约国大会",
     "特别大会", "首脑大会", "部长级大会", "议会联盟大会", "副秘书长", "助理秘书长",
     "每一个人", "个人数据", "非缔约国", "大会堂", "各国人民", "国家元首"],
)  # fmt: skip
def test_a_short_name_inside_another_word_is_no_body(text: str) -> None:
    assert names_in(text) in ([], ["缔约国"])


def test_what_is_named_keeps_the_words_of_the_text() -> None:
    (entity,) = find_bodies("提请联合国秘书长注意")
    assert (entity.name, entity.text) == ("秘书长", "联合国秘书长")
    assert entity.span.of("提请联合国秘书长注意") == "联合国秘书长"


def test_states_does_not_stand_inside_another_english_word() -> None:
    assert find_english_bodies("estates and statesmen") == ()
    assert [e.name for e in find_english_bodies("nuclear-weapon States")] == ["核武器国家"]


def test_a_body_without_an_english_name_keeps_its_own() -> None:
    assert english_name("某机构") == "某机构"


@given(st.text(max_size=60))
def test_what_is_found_stands_in_the_text_and_does_not_overlap(text: str) -> None:
    at = 0
    for entity in find_bodies(text):
        assert entity.span.start >= at
        assert entity.span.of(text) == entity.text
        at = entity.span.end
