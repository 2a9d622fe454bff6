"""Another reading is named only where the words leave it open and the library has it."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.readings import other_readings
from assistant.text.catalogue import Catalogue
from assistant.types import (
    Clause,
    OtherReading,
    Overrides,
    Paragraph,
    Resolution,
    Source,
    Span,
    Summary,
)


def paragraph(place: str) -> Paragraph:
    kind = "preambular" if place.startswith("PP") else "operative"
    report = Clause(Span(0, 2), "请", Span(0, 1), "directive", 3, deliverables=("报告",))
    clauses = (report,) if place == "OP3" else ()
    return Paragraph("A/RES/75/45", place, kind, "请提出报告", clauses=clauses)  # type: ignore[arg-type]


RESOLUTION = Resolution(
    symbol="A/RES/75/45",
    lang="zh",
    title="核裁军问题高级别会议的后续行动",
    paragraphs=tuple(map(paragraph, ("PP1", "PP2", "OP1", "OP2", "OP3"))),
    masthead={},
    source=Source("75-45.txt", "0" * 64),
)
HELD = Catalogue(
    Summary(symbol, "", title, "zh", session, None, None, 2, 3)
    for symbol, title, session in (
        ("A/RES/70/45", "另一个题目", 70),
        ("A/RES/72/38", "核裁军问题高级别会议的后续行动", 72),
        ("A/RES/73/40", "核裁军问题高级别会议的后续行动", 73),
        ("A/RES/75/45", "核裁军问题高级别会议的后续行动", 75),
    )
)


def others(text: str) -> tuple[OtherReading, ...]:
    return other_readings(
        understand(text, catalogue=HELD), HELD, lambda _: RESOLUTION, lambda n: n == 75
    )


def test_a_paragraph_of_no_part_named_may_be_of_the_preamble() -> None:
    found = OtherReading("第75/45号决议序言部分第2段", Overrides(places=("PP2",)))
    assert others("75/45第2段写了什么") == (found,)


def test_in_english_the_other_reading_is_named_in_english() -> None:
    (found,) = others("What does paragraph 2 of 75/45 say?")
    assert found.text == "resolution 75/45, preambular paragraph 2"


@pytest.mark.parametrize(
    "text",
    [
        "75/45第3段写了什么",  # there is no third one of the preamble
        "75/45执行部分第2段写了什么",
        "75/45序言部分第2段写了什么",
        "75/45 OP2写了什么",
        "75/45第二条写了什么",
        "75/45第1至2段写了什么",
        "75/45请秘书长做什么",
        "72/31第2段写了什么",  # not held
    ],
)
def test_where_nothing_is_open_no_other_reading_is_named(text: str) -> None:
    assert others(text) == ()


def test_a_title_of_several_sessions_may_mean_the_one_before() -> None:
    found = OtherReading("第73/40号决议", Overrides(symbols=("A/RES/73/40",)))
    assert others("关于核裁军问题高级别会议后续行动的决议请秘书长做什么") == (found,)


def test_a_number_alone_may_mean_that_of_an_earlier_session() -> None:
    found = OtherReading("第70/45号决议", Overrides(symbols=("A/RES/70/45",)))
    assert others("45号决议请秘书长做什么") == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "第七十三届会议关于核裁军问题高级别会议后续行动的决议请秘书长做什么",
        "75/45请秘书长做什么",
        "第七十届会议关于另一个题目的决议",
    ],
)
def test_a_title_with_its_session_means_one_resolution(text: str) -> None:
    assert others(text) == ()


def test_a_report_may_be_that_of_the_masthead_or_one_that_is_asked_for() -> None:
    (found,) = others("75/45的报告是哪份")
    assert found.text == "第75/45号决议要求提交的报告"
    assert found.overrides.deliverables == ("报告",)


def test_the_report_of_a_committee_is_that_of_the_masthead() -> None:
    assert others("75/45根据的是委员会的哪份报告") == ()


def test_at_a_session_may_mean_what_is_due_then() -> None:
    (found,) = others("秘书长在第75届会议要做什么")
    assert (found.text, found.overrides.deadline_session) == ("第七十五届会议须办理的事项", 75)


def test_where_nothing_is_due_at_a_session_its_resolutions_are_meant() -> None:
    assert others("秘书长在第73届会议要做什么") == ()
