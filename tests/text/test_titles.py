"""Whether two titles are one."""

from __future__ import annotations

import pytest

from assistant.text.titles import likeness, renewed_key, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("推进多边核裁军谈判", "推进 多边核裁军谈判"),
        ("推進多邊核裁軍談判", "推进多边核裁军谈判"),
        ("“推进多边核裁军谈判”", "推进多边核裁军谈判"),
        ("Follow-up to the Meeting", "follow-up  to the meeting"),
    ],
)
def test_spelling_makes_no_other_title(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-2019两年期方案预算", "2020-2021两年期方案预算"),
        ("第七十四届会议工作报告", "第75届会议工作报告"),
        ("Work of its seventy-fourth session", "Work of its seventy-fifth session"),
    ],
)
def test_what_sessions_renew_makes_no_other_title(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)
    assert renewed_key(one) == renewed_key(other)


def test_other_titles_are_other() -> None:
    assert renewed_key("核裁军") != renewed_key("全面彻底裁军")
    assert renewed_key("2020年") == renewed_key("2020年") != ""


def test_likeness_goes_from_nothing_to_the_same() -> None:
    title = "2013年核裁军问题大会高级别会议的后续行动"
    assert likeness(title, title) == 1.0
    assert likeness(title, "核裁军问题大会高级别会议") > 0.5
    assert likeness(title, "儿童权利") == 0.0
    assert likeness("", title) == 0.0
