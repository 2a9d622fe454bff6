from __future__ import annotations

import getpass
import os
from contextlib import suppress
from datetime import timedelta

import pytest

from assistant.access import TERMINAL, Audit
from assistant.errors import AssistantError
from assistant.library import ageing
from assistant.library.engine import writing
from assistant.library.records import Records
from tests.access.conftest import Wall


def test_what_is_done_is_noted_before_and_ended_after(audit: Audit) -> None:
    name = audit.begin("0123456789ab", "upload", "POST /x", request_id="r", address="192.0.2.1")
    (begun,) = audit.listed()
    assert (begun.who, begun.status, begun.request_id) == ("0123456789ab", None, "r")
    audit.end(name, 202)
    (ended,) = audit.listed()
    assert ended.status == 202


def test_an_end_is_said_once(audit: Audit) -> None:
    name = audit.begin("k", "remove", "DELETE /x")
    audit.end(name, 200)
    audit.end(name, 500)
    assert [entry.status for entry in audit.listed()] == [200]


def test_what_was_done_at_the_terminal_is_noted_whole(audit: Audit) -> None:
    audit.note("keys create", "0123456789ab write")
    (entry,) = audit.listed()
    assert (entry.who, entry.status) == (f"{TERMINAL}:{getpass.getuser()}", 0)


@pytest.mark.parametrize(
    ("raised", "status"), [(None, 0), (RuntimeError, 1), (KeyboardInterrupt, None)]
)
def test_what_is_done_at_the_terminal_is_noted_before_and_how_it_ends_after(
    audit: Audit, raised: type[BaseException] | None, status: int | None
) -> None:
    with suppress(RuntimeError, KeyboardInterrupt), audit.noting("ingest", "a.txt"):
        assert [one.status for one in audit.listed()] == [None]
        if raised:
            raise raised
    assert [(one.what, one.target, one.status) for one in audit.listed()] == [
        ("ingest", "a.txt", status)
    ]


def test_an_account_without_a_name_is_noted_by_its_number(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unnamed() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(getpass, "getuser", unnamed)
    audit.note("keys create", "x")
    assert audit.listed()[0].who == f"{TERMINAL}:{os.getuid()}"


def test_the_latest_come_first_and_may_be_narrowed(audit: Audit, wall: Wall) -> None:
    for who in ("a", "b", "a"):
        audit.begin(who, "upload", "x")
        wall.go(days=1)
    assert [entry.who for entry in audit.listed()] == ["a", "b", "a"]
    assert len(audit.listed(who="a")) == 2
    assert len(audit.listed(last=timedelta(days=1, hours=1))) == 1
    assert len(audit.listed(limit=2)) == 2


def test_old_entries_go_when_new_ones_come(audit: Audit, wall: Wall) -> None:
    audit.begin("old", "upload", "x")
    wall.go(days=31)
    audit.begin("new", "upload", "x")
    assert [entry.who for entry in audit.listed()] == ["new"]


def test_a_target_cannot_forge_a_second_entry(audit: Audit) -> None:
    audit.begin("k", "remove", "DELETE /a\n2026-01-01  admin  upload\u2028\x1b[2K" + "x" * 500)
    (entry,) = audit.listed()
    assert entry.target.isprintable()
    assert len(entry.target) == 300


def test_what_cannot_be_noted_is_an_error_that_keeps_it_from_being_done(
    audit: Audit, records: Records
) -> None:
    from sqlalchemy import text

    from assistant.library.engine import writing

    with writing(records._engine) as connection:
        connection.execute(text("DROP TABLE audit"))
    with pytest.raises(AssistantError):
        audit.begin("k", "upload", "x")


def test_a_clock_that_jumps_ahead_costs_no_entry(
    audit: Audit, wall: Wall, records: Records
) -> None:
    def look() -> None:  # as the service does every hour
        with writing(records.engine) as connection:
            ageing.look(connection, wall.now)

    look()
    audit.begin("before", "upload", "x")
    wall.go(days=365)
    look()
    audit.begin("meanwhile", "upload", "x")
    wall.go(days=-365)
    look()
    audit.begin("after", "upload", "x")
    assert {entry.who for entry in audit.listed()} == {"before", "meanwhile", "after"}
    for _ in range(32):
        wall.go(days=1)
        look()
    audit.begin("last", "upload", "x")
    assert {entry.who for entry in audit.listed()} == {"meanwhile", "last"}
