"""Footnotes, what a resolution mentions, and what mentions it."""

from __future__ import annotations

import pytest

from tests.retrieval.conftest import Find, gaps, keys, quoted


def test_all_footnotes_come_in_their_order(find: Find) -> None:
    assert keys(find("72/31有哪些脚注")) == [f"72/31#FN{n}" for n in range(1, 14)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75/45序言第11段的脚注", ["75/45#FN2"]),
        ("72/31序言第10段的脚注", ["72/31#FN5", "72/31#FN6", "72/31#FN7"]),
        ("72/31第10段的脚注", ["72/31#FN4"]),
    ],
)
def test_the_footnotes_of_a_paragraph_are_those_it_marks(
    find: Find, text: str, found: list[str]
) -> None:
    assert keys(find(text)) == found


def test_a_paragraph_without_footnotes_has_none(find: Find) -> None:
    found = find("75/45第6段的脚注")
    assert found.refused
    assert [kind for kind, _ in gaps(found)] == ["footnote"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75/45回顾了哪些决议", ["75/45#PP1"]),
        ("72/31回顾了哪些决议", ["72/31#PP1"]),
        ("75/45序言提到哪些条约", ["75/45#PP7", "75/45#PP12", "75/45#PP13"]),
    ],
)
def test_what_a_resolution_mentions_is_found_by_kind(
    find: Find, text: str, found: list[str]
) -> None:
    assert keys(find(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("哪些决议提到第67/39号决议", ["72/31#PP15", "75/45#PP1"]),
        ("75/45提到74/54的是哪些段", ["75/45#PP1", "75/45#PP11", "75/45#OP6"]),
        ("哪些段落提到A/75/96", ["75/45#FN2"]),
        ("Which resolutions mention resolution 67/39?", ["72/31#PP15", "75/45#PP1"]),
    ],
)
def test_what_mentions_a_target_is_found_in_both(find: Find, text: str, found: list[str]) -> None:
    assert keys(find(text)) == found


def test_a_target_that_nothing_mentions_is_missing(find: Find) -> None:
    found = find("哪些决议提到第1/1号决议")
    assert found.refused
    assert gaps(found) == [("reference", "A/RES/1/1")]


def test_the_date_of_a_resolution_that_is_not_held_is_the_one_that_is_printed(find: Find) -> None:
    found = find("68/32是什么时候通过的")
    assert gaps(found) == [("symbol", "A/RES/68/32")]
    assert "2013 年 12 月 5 日第 68/32 号" in quoted(found)
