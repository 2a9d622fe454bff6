from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from assistant.answering.mandate_calendar import as_calendar
from assistant.types import AgendaItem, Lang, Mandate, MandateDue
from tests.server.fake_assistant import MANDATE

STAMP = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))


def entries(*mandates: Mandate, lang: Lang = "zh") -> list[Any]:
    """What another program reads of the calendar."""
    calendar = Calendar.from_ical(as_calendar(mandates, stamp=STAMP, lang=lang))
    assert calendar["version"] == "2.0"
    return list(calendar.subcomponents)


def test_a_session_is_an_all_day_event_on_the_day_it_opens_and_says_that_this_is_computed() -> None:
    (event,) = entries(MANDATE)
    assert event.name == "VEVENT"
    assert event.decoded("dtstart") == date(2021, 9, 14)
    assert "dtend" not in event, "an event of a date and no end lasts that day"
    assert "秘书长 · 报告 · 第七十六届会议（日期为推算）" in event["summary"]
    assert MANDATE.text in event["description"]
    assert "日期为推算" in event["description"]
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp") == datetime(2026, 3, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("limit", "day", "noted"),
    [
        ("2026-09-01", date(2026, 9, 1), False),
        ("2028-02", date(2028, 2, 29), True),
        ("2030", date(2030, 12, 31), True),
    ],
)
def test_a_printed_limit_is_an_event_on_its_last_day(limit: str, day: date, noted: bool) -> None:
    (event,) = entries(replace(MANDATE, due=(MandateDue("不迟于…", limit=limit),)))
    assert event.decoded("dtstart") == day
    assert ("所列为其最后一日" in event["description"]) is noted
    assert "推算" not in event["description"]


@pytest.mark.parametrize("due", [(), (MandateDue("每年", recurring=True),)])
def test_what_has_no_day_is_a_to_do_without_one(due: tuple[MandateDue, ...]) -> None:
    (todo,) = entries(replace(MANDATE, due=due))
    assert todo.name == "VTODO"
    assert "due" not in todo
    assert "dtstart" not in todo


def test_every_time_has_its_entry_and_no_two_share_an_id() -> None:
    twice = replace(MANDATE, due=(*MANDATE.due, MandateDue("每年", recurring=True)))
    other = replace(MANDATE, position=1)
    ids = [entry["uid"] for entry in entries(twice, other)]
    assert len(set(ids)) == 3


def test_the_same_mandate_keeps_its_id_in_any_language_and_company() -> None:
    (alone,) = entries(MANDATE)
    other = replace(MANDATE, key="A/RES/75/45#OP13")
    *_, again = entries(other, MANDATE, lang="en")
    assert again["uid"] == alone["uid"]
    assert "session 76 (day computed)" in again["summary"]


def test_punctuation_and_line_breaks_of_a_text_survive() -> None:
    text = "请；甲,乙\\丙:\n第二行" * 20
    item = AgendaItem("全面, 彻底; 裁军", None, "A/RES/75/45#OP15")
    (event,) = entries(replace(MANDATE, text=text, agenda_item=item, inferred=("agenda_item",)))
    assert event["description"].startswith(text)
    assert "议程项目：全面, 彻底; 裁军" in event["description"]
    assert "推定：议程项目据另一段" in event["description"]


def test_no_line_of_the_file_is_longer_than_the_format_allows() -> None:
    written = as_calendar([replace(MANDATE, text="裁军" * 500)], stamp=STAMP)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    written.decode()
