"""What a masthead and the closing lines state, counts and titles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.library.engine import sqlite_url
from assistant.library.records import Records
from assistant.retrieval.ask import Ask
from assistant.retrieval.masthead import counted, library, masthead_fields, overview
from assistant.retrieval.masthead import masthead as masthead_of
from assistant.types import Fact, Found, Span
from tests.retrieval.conftest import Find, gaps, keys, quoted
from tests.retrieval.specimens import look_up, paragraph, resolution, with_items


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("75/45是什么时候通过的", "2020 年 12 月 7 日"),
        ("72/31是什么时候通过的", "2017 年 12 月 4 日"),
        ("75/45是第几次全体会议通过的", "第 37 次全体会议"),
        ("75/45是哪届会议通过的", "第七十五届会议"),
        ("72/31的议程项目是什么", "99(bb)"),
        ("75/45的议程项目标题是什么", "全面彻底裁军：2013 年核裁军问题大会高级别会议的后续行动"),
        ("72/31由哪个委员会提交", "第一委员会"),
        ("72/31根据哪份报告通过", "A/72/409"),
        ("75/45根据哪份报告通过", "A/75/399、第 96 段"),
        ("72/31的标题是什么", "推进多边核裁军谈判"),
    ],
)
def test_a_value_is_the_words_that_state_it(find: Find, text: str, words: str) -> None:
    (found,) = quoted(find(text))
    assert words in found


def test_a_value_that_a_resolution_does_not_print_is_missing(find: Find) -> None:
    found = find("72/31的议程项目标题是什么")
    assert found.refused
    assert gaps(found) == [("field", "agenda_title")]


@pytest.mark.parametrize("attribute", ["draft", "budget", "nonsense"])
def test_what_no_text_carries_has_no_field(attribute: str) -> None:
    assert masthead_fields(attribute) == ()


@pytest.mark.parametrize(
    ("text", "attribute"),
    [("75/45的表决结果", "votes"), ("75/45的提案国是谁", "sponsors"), ("75/45草案文号", "draft")],
)
def test_what_no_text_carries_is_missing(find: Find, text: str, attribute: str) -> None:
    found = find(text)
    assert (found.refused, found.passages) == (True, ())
    assert gaps(found) == [("attribute", attribute)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("哪份决议是2017年12月4日通过的", "72/31#META"),
        ("哪份决议是在第37次全体会议上通过的", "75/45#END"),
    ],
)
def test_a_resolution_is_found_by_the_value_the_question_states(
    find: Find, text: str, key: str
) -> None:
    assert keys(find(text)) == [key]


@pytest.mark.parametrize(
    ("text", "count"),
    [("75/45有多少段", 31), ("72/31有多少段", 37), ("75/45执行部分有几段", 15),
     ("72/31序言有几段", 21), ("72/31有几个脚注", 13), ("75/45有几个脚注", 4)],
)  # fmt: skip
def test_what_is_counted_is_all_of_it(find: Find, text: str, count: int) -> None:
    assert len(find(text).passages) == count


def test_a_day_of_adoption_printed_below_is_the_day_of_adoption() -> None:
    part = resolution("A/RES/94/7B", "灯塔养护周")
    day = Fact("2050-12-04", "END", Span(0, 10))
    found = look_up(masthead_of, "94/7B是哪天通过的", replace(part, masthead={"meeting_date": day}))
    assert keys(found) == ["94/7B#END"]
    assert quoted(found) == ["2050年12月4日"]


def test_items_headings_and_annexes_are_not_counted() -> None:
    found = look_up(counted, "60/5执行部分有几段", with_items())
    assert keys(found) == ["60/5#OP1", "60/5#OP2", "60/5#OP3", "60/5#OP~4"]


def test_an_overview_is_the_title_and_every_operative_paragraph(find: Find) -> None:
    found = find("75/45讲了什么")
    assert keys(found) == ["75/45#META", *(f"75/45#OP{n}" for n in range(1, 16))]
    assert quoted(found)[0] == "2013 年核裁军问题大会高级别会议的后续行动"


def test_the_library_is_the_title_of_each_resolution(find: Find) -> None:
    assert quoted(find("库里有哪些决议")) == [
        "推进多边核裁军谈判",
        "2013 年核裁军问题大会高级别会议的后续行动",
    ]


def test_a_resolution_whose_masthead_was_lost_is_listed_by_what_it_begins_with(
    tmp_path: Path,
) -> None:
    lost = resolution(
        "A/RES/96/12", "", paragraph("A/RES/96/12", "OP5", "又强调应提供资源;"), meta=""
    )
    records = Records(sqlite_url(tmp_path / "library.sqlite3"))
    records.put(lost)

    def with_records(ask: Ask) -> Found:
        return library(replace(ask, records=records))

    assert keys(look_up(with_records, "库里有哪些决议", lost)) == ["96/12#OP5"]
    records.close()
    assert keys(look_up(overview, "96/12讲了什么", lost)) == ["96/12#OP5"]


def test_a_resolution_without_a_title_is_listed_by_its_agenda_item(tmp_path: Path) -> None:
    untitled = resolution(
        "E/RES/2051/1",
        "",
        paragraph("E/RES/2051/1", "OP1", "呼吁各国；"),
        meta="2051年届会\n议程项目15\n社会和人权问题",
        facts={"agenda_item": "15", "agenda_title": "社会和人权问题"},
    )
    records = Records(sqlite_url(tmp_path / "library.sqlite3"))
    records.put(untitled)

    def with_records(ask: Ask) -> Found:
        return library(replace(ask, records=records))

    assert quoted(look_up(with_records, "库里有哪些决议", untitled)) == ["社会和人权问题"]
    records.close()
