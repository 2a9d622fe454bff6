"""Paragraphs by number, in the resolutions that are held."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.retrieval.places import actual_place
from tests.retrieval.conftest import Find, gaps, keys, quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75/45第13段", "75/45#OP13"),
        ("75/45序言最后一段", "75/45#PP16"),
        ("72/31序言最后一段", "72/31#PP21"),
        ("75/45最后两段", "75/45#OP14 75/45#OP15"),
        ("72/31脚注13", "72/31#FN13"),
        ("72/31和75/45第3段", "72/31#OP3 75/45#OP3"),
        ("两份决议的最后一段", "72/31#OP16 75/45#OP15"),
    ],
)
def test_named_paragraphs_are_found_in_each_resolution(find: Find, text: str, found: str) -> None:
    assert keys(find(text)) == found.split()


def test_a_whole_part_is_every_paragraph_of_it(find: Find) -> None:
    assert keys(find("75/45序言全文")) == [f"75/45#PP{n}" for n in range(1, 17)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45第16段", [("place", "OP16")]),
        ("75/45序言第17段", [("place", "PP17")]),
        ("75/45脚注5", [("place", "FN5")]),
        ("75/45第0段", [("place", "OP0")]),
        ("75/45第13段(a)", [("place", "OP13(a)")]),
        ("75/45序言倒数第20段", [("place", "PP-20")]),
    ],
)
def test_a_paragraph_that_is_not_there_is_missing(
    find: Find, text: str, missing: list[tuple[str, str]]
) -> None:
    found = find(text)
    assert (keys(found), gaps(found)) == ([], missing)


def test_a_range_that_is_partly_there_is_found_in_part(find: Find) -> None:
    found = find("75/45第14至17段")
    assert keys(found) == ["75/45#OP14", "75/45#OP15"]
    assert gaps(found) == [("place", "OP16"), ("place", "OP17")]
    assert not found.refused


def test_a_missing_paragraph_says_how_many_there_are(find: Find) -> None:
    assert [gap.held for gap in find("75/45第16段、序言第17段").missing] == ["15", "16"]


def test_a_note_that_points_at_the_one_before_brings_it(find: Find) -> None:
    assert keys(find("72/31脚注2的“同上”指什么")) == ["72/31#FN2", "72/31#FN1"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45第13段为什么谴责", [("verb", "谴责")]),
        ("75/45第13段请会员国做什么", [("addressee", "会员国")]),
        ("75/45第13段对朝鲜说了什么", [("term", "朝鲜")]),
    ],
)
def test_what_is_laid_into_a_paragraph_that_lacks_it_is_missing(
    find: Find, text: str, missing: list[tuple[str, str]]
) -> None:
    found = find(text)
    assert found.refused
    assert gaps(found) == missing


def test_the_words_of_a_paragraph_are_whole(find: Find) -> None:
    assert quoted(find("75/45第14段")) == [
        "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；"
    ]


def test_places_from_the_end_are_numbered_by_the_resolution(sample_library: Library) -> None:
    later = sample_library.records.read("A/RES/75/45")
    assert actual_place("OP-1", later) == "OP15"
    assert actual_place("PP-16", later) == "PP1"
    assert actual_place("PP-17", later) == "PP-17", "there is none: left for the refusal to name"
    assert actual_place("OP3", later) == "OP3"
