from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.sessions import opening_day, session_range


@pytest.mark.parametrize(
    ("session", "opened"),
    [
        (58, date(2003, 9, 16)),
        (70, date(2015, 9, 15)),
        (73, date(2018, 9, 18)),
        (74, date(2019, 9, 17)),
        (75, date(2020, 9, 15)),
        (76, date(2021, 9, 14)),
        (77, date(2022, 9, 13)),
        (78, date(2023, 9, 5)),
        (79, date(2024, 9, 10)),
        (80, date(2025, 9, 9)),
    ],
)
def test_the_rule_gives_the_days_on_which_sessions_really_opened(
    session: int, opened: date
) -> None:
    assert opening_day(session) == opened


@given(st.integers(1, 999))
def test_a_session_opens_on_a_tuesday_of_september(session: int) -> None:
    day = opening_day(session)
    assert (day.year, day.month, day.weekday()) == (1945 + session, 9, 1)


@pytest.mark.parametrize("session", [0, -1, 1000, 100_000])
def test_there_is_no_day_for_a_session_that_cannot_be(session: int) -> None:
    with pytest.raises(ValueError, match="no session"):
        opening_day(session)


@pytest.mark.parametrize(
    ("written", "sessions"),
    [
        ("76", (76, 76)),
        ("76-78", (76, 78)),
        ("７６—７８", (76, 78)),
        ("第七十六届", (76, 76)),
        ("第七十四届至第七十六届会议", (74, 76)),
        ("78-76", (78, 76)),
        ("76-", None),
        ("x", None),
        ("", None),
        ("-76", None),
        ("76,78", None),
    ],
)
def test_sessions_are_read_as_they_are_written(
    written: str, sessions: tuple[int, int] | None
) -> None:
    assert session_range(written) == sessions
