from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fetching.pacing import Pacer, back_off, retry_after
from tests.fetching.conftest import Hours

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        ("0", 0),
        ("120", 120),
        (" 120 ", 120),
        ("Fri, 02 Jan 2026 03:05:05 GMT", 60),
        ("Fri, 02 Jan 2026 04:05:05 +0100", 60),
        ("Fri, 02 Jan 2026 03:05:05 -0000", 60),
        ("Thu, 01 Jan 2026 00:00:00 GMT", 0),
        ("-5", 0),
        ("soon", 0),
        ("１２", 0),
        ("", 0),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text(max_size=30))
def test_any_header_is_understood_or_ignored(header: str) -> None:
    assert retry_after(header, NOW) >= 0


@given(
    attempt=st.integers(0, 20),
    pause=st.floats(0, 3600),
    chance=st.floats(0, 1, exclude_max=True),
)
def test_waiting_grows_up_to_a_minute_and_half_of_it_is_chance(
    attempt: int, pause: float, chance: float
) -> None:
    now, later = back_off(attempt, pause, chance), back_off(attempt + 1, pause, chance)
    assert 1 <= now <= later <= 60
    assert back_off(attempt, pause, 0.0) <= now <= 2 * back_off(attempt, pause, 0.0)


def test_the_pause_lies_between_the_end_of_a_request_and_the_next() -> None:
    hours = Hours()
    pacer = Pacer(hours.clock(), 10)
    with pacer.turn():
        hours.passed += 100
    assert hours.slept == []
    hours.passed += 4
    with pacer.turn():
        pass
    assert hours.slept == [6]
    hours.passed += 11
    with pacer.turn():
        pass
    assert hours.slept == [6]
