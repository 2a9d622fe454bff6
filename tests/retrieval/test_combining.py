"""Questions that ask for several things, and what answers each."""

from __future__ import annotations

from assistant.library.library import Library
from assistant.types import Found, Summary
from tests.retrieval.conftest import Find, gaps, keys


def marks(found: Found) -> list[str]:
    return [span.of(p.paragraph.text) for p in found.passages for span in p.answers]


def test_a_paragraph_that_tells_all_of_it_is_enough(find: Find) -> None:
    found = find("核裁军高级别国际会议什么时候、在哪里召开")
    assert keys(found) == ["75/45#OP5"]
    assert marks(found) == ["稍后决定的日期", "纽约"]
    assert found.missing == ()


def test_two_paragraphs_answer_where_neither_tells_all_of_it(find: Find) -> None:
    found = find("禁止核武器条约何时通过、何时开放签署")
    assert set(marks(found)) == {"2017 年 7 月 7 日", "2017 年 9 月 20 日"}
    assert "72/31#OP3" in keys(found)
    assert len(found.passages) == 2
    assert found.missing == ()


def test_what_no_paragraph_tells_is_named_in_the_words_that_ask(find: Find) -> None:
    found = find("禁止核武器条约什么时候开放签署，有多少个国家签了")
    assert keys(found) == ["72/31#OP3"]
    assert not found.refused
    assert gaps(found) == [("asked", "多少个国家")]


def test_where_nothing_is_told_of_any_of_it_the_question_is_refused(find: Find) -> None:
    found = find("候鸟保护公约何时通过、在哪个城市开放签署")
    assert found.refused
    assert not found.passages


def test_each_of_two_resolutions_gets_its_paragraphs(find: Find) -> None:
    found = find("72/31和75/45分别对千年宣言怎么说")
    assert keys(found) == ["72/31#PP6", "75/45#PP7"]


def test_of_two_resolutions_the_one_that_does_not_say_it_is_named(find: Find) -> None:
    found = find("72/31和75/45分别怎么说裂变材料")
    assert keys(found) == ["72/31#OP6"]
    assert {gap.where for gap in found.missing} == {"A/RES/75/45"}
    assert not found.refused


def test_the_same_question_finds_the_same(
    find: Find, sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    asked = "禁止核武器条约何时通过、何时开放签署"
    assert find(asked) == find(asked)


def test_every_masthead_value_asked_for_is_found_or_named(find: Find) -> None:
    found = find("75/45是谁提出的、什么时候通过的")
    sponsors, day = found.parts
    assert sponsors.refused
    assert keys(day) == ["75/45#META"]
    assert not found.refused
    assert gaps(found) == [("attribute", "sponsors")]


def test_masthead_values_of_which_none_is_printed_are_refused(find: Find) -> None:
    assert find("75/45是谁提出的、表决结果如何").refused
