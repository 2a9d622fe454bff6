from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from assistant.library import conversations
from assistant.library.engine import open_engine, sqlite_url, writing
from assistant.library.records import Records

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self, _zone: object) -> datetime:
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(conversations, "datetime", clock)
    return clock


def test_a_change_sees_what_is_kept(records: Records) -> None:
    records.conversations.change("c", lambda kept: f"{kept} and one")
    records.conversations.change("c", lambda kept: f"{kept} and two")
    assert records.conversations.load("c") == "None and one and two"


def test_changes_at_once_lose_nothing(records: Records) -> None:
    def add(n: int) -> None:
        for _ in range(10):
            records.conversations.change("c", lambda kept: f"{kept or ''}{n}")

    threads = [threading.Thread(target=add, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(records.conversations.load("c") or "") == sorted("0123" * 10)


def test_a_change_that_fails_leaves_what_was_kept(records: Records) -> None:
    records.conversations.save("c", "kept")

    def fail(_: str | None) -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        records.conversations.change("c", fail)
    assert records.conversations.load("c") == "kept"


def test_a_conversation_is_forgotten(records: Records) -> None:
    records.conversations.save("c", "{}")
    records.conversations.save("d", "{}")
    assert records.conversations.forget("c")
    assert not records.conversations.forget("c")
    assert records.conversations.load("c") is None
    assert records.conversations.load("d") == "{}"


def test_what_nobody_went_on_with_is_forgotten(records: Records, clock: Clock) -> None:
    records.conversations.save("old", "{}")
    records.conversations.save("gone on with", "{}")
    clock.time += timedelta(days=20)
    records.conversations.save("gone on with", "{}")
    records.conversations.save("young", "{}")
    clock.time += timedelta(days=11)
    assert records.conversations.forget_untouched(30) == 1
    assert records.conversations.load("old") is None
    assert records.conversations.load("gone on with") == "{}"
    assert records.conversations.load("young") == "{}"


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=60), timedelta(days=4000)])
def test_a_clock_that_jumps_backwards_loses_nothing(
    back: timedelta, records: Records, clock: Clock
) -> None:
    records.conversations.save("before", "{}")
    clock.time -= back
    assert records.conversations.forget_untouched(30) == 0
    records.conversations.save("meanwhile", "{}")
    records.conversations.save("before", "{}")
    clock.time += back  # put right again
    assert records.conversations.forget_untouched(30) == 0
    assert records.conversations.load("before") == "{}"
    assert records.conversations.load("meanwhile") == "{}"
    clock.time += timedelta(days=31)
    assert records.conversations.forget_untouched(30) == 2


def test_the_time_of_a_change_is_found_by_an_index_also_in_an_older_library(
    tmp_path: Path,
) -> None:
    url = sqlite_url(tmp_path / "records.sqlite3")
    Records(url).close()
    engine = open_engine(url)
    with writing(engine) as connection:
        connection.execute(text("DROP INDEX ix_conversations_updated"))
    Records(url).close()
    indexes = inspect(engine).get_indexes("conversations")
    engine.dispose()
    assert [index["column_names"] for index in indexes] == [["updated"]]
