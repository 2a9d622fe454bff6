"""Whatever a clock says, nothing is older than the time that a library was in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.library import ageing
from assistant.library.engine import sqlite_url, writing
from assistant.library.records import Records

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Records]:
    records = Records(sqlite_url(tmp_path / "library.sqlite3"))
    yield records
    records.close()


def _look(records: Records, now: datetime, latest: datetime | None = None) -> None:
    with writing(records.engine) as connection:
        ageing.look(connection, now, latest.isoformat() if latest else None)


def _before(records: Records, now: datetime, age: timedelta = timedelta()) -> datetime:
    with writing(records.engine) as connection:
        return ageing.before(connection, now, age)


def test_while_the_clock_is_right_age_is_what_it_says(records: Records) -> None:
    for n in range(50):
        _look(records, NOW + n * HOUR)
    assert _before(records, NOW + 50 * HOUR, DAY) == NOW + 50 * HOUR - DAY


def test_a_library_that_counts_nothing_goes_by_the_clock(records: Records) -> None:
    assert _before(records, NOW, DAY) == NOW - DAY


@pytest.mark.parametrize("jump", [YEAR, 50 * YEAR])
def test_a_jump_ahead_makes_nothing_more_than_a_day_older(held: Records, jump: timedelta) -> None:
    _look(held, NOW)
    assert _before(held, NOW + jump) == NOW + DAY  # without another look, too
    for n in range(48):
        _look(held, NOW + jump + n * HOUR)
    assert _before(held, NOW + jump + 48 * HOUR) == NOW + DAY + 48 * HOUR


def test_a_jump_back_makes_nothing_younger_nor_older_when_it_is_put_right(held: Records) -> None:
    _look(held, NOW)
    _look(held, NOW - YEAR)
    assert _before(held, NOW - YEAR) == NOW - YEAR  # nothing of now is of the past then
    _look(held, NOW - YEAR + HOUR)
    assert NOW <= _before(held, NOW + HOUR) <= NOW + HOUR


def test_a_library_that_begins_to_count_believes_what_it_holds(held: Records) -> None:
    _look(held, NOW + YEAR, latest=NOW)
    assert _before(held, NOW + YEAR) == NOW + DAY


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=12))
def test_looks_count_never_more_than_a_day_each(held: Records, hours: list[int]) -> None:
    _look(held, NOW)
    begin = _before(held, NOW + 100 * YEAR)
    now = NOW
    for hour in hours:
        now = NOW + hour * HOUR
        _look(held, now)
    assert _before(held, NOW + 500 * YEAR) <= begin + (len(hours) + 1) * DAY
