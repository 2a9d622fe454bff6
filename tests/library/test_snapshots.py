"""One state of the records, read in steps while others write; on either database."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy.exc import DataError

from assistant.errors import LibraryBusy, LibraryUnavailable
from assistant.library import snapshots
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from tests.library.specimens import resolution


def _put(records: Records, n: int) -> None:
    records.put(resolution(f"A/RES/60/{n}", 60))


def test_a_snapshot_stays_what_it_was_in_whatever_thread_it_is_read(records: Records) -> None:
    _put(records, 1)
    snapshot = records.snapshot()
    _put(records, 2)
    found: list[tuple[str, ...]] = []

    def look() -> None:
        with snapshot.within():
            found.append(records.symbols())

    for _ in range(2):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert found == [("A/RES/60/1",)] * 2
    assert records.symbols() == ("A/RES/60/1", "A/RES/60/2")
    assert snapshot.generation == 1
    snapshot.close()
    snapshot.close()


def test_what_is_written_within_is_written_and_not_seen_before_it_ends(records: Records) -> None:
    snapshot = records.snapshot()
    with snapshot.within():
        turn = NewTurn("an answer", "75/45", b"{}", "", None)
        records.conversations.add("kept", None, turn)
        assert records.conversations.read("kept", None) is None
    assert records.conversations.read("kept", None) is not None
    snapshot.close()


def test_a_pinned_state_is_given_to_many_while_the_records_go_on(records: Records) -> None:
    _put(records, 1)
    pin = records.pin()
    for n in range(2, 6):
        _put(records, n)
        taken = [pin.snapshot() for _ in range(3)]
        for snapshot in taken:
            assert snapshot.generation == pin.generation == 1
            with snapshot.within():
                assert records.symbols() == ("A/RES/60/1",)
                assert records.read("A/RES/60/1") == resolution("A/RES/60/1", 60)
            snapshot.close()
    last = pin.snapshot()
    pin.close()
    with last.within():
        assert records.generation == 1
    last.close()


@pytest.mark.parametrize("records", ["sqlite"], indirect=True)
def test_more_answers_than_there_are_transactions_wait_and_are_told(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "_PATIENCE", 0.05)
    pin = records.pin()
    taken = [pin.snapshot() for _ in range(snapshots._BEGUN)]
    with pytest.raises(LibraryBusy):
        pin.snapshot()
    taken.pop().close()
    taken.append(pin.snapshot())
    for snapshot in taken:
        snapshot.close()
    pin.close()


@pytest.mark.parametrize("records", ["postgresql"], indirect=True)
def test_a_state_whose_server_was_begun_anew_is_gone_and_says_so(records: Records) -> None:
    pin = records.pin()
    pin.close()
    with pytest.raises(LibraryUnavailable):
        pin.snapshot()
    assert records.generation == 0


@pytest.mark.parametrize("records", ["postgresql"], indirect=True)
def test_a_text_that_the_database_cannot_keep_is_a_fault_of_the_text(records: Records) -> None:
    turn = NewTurn("an answer", "75/45\0", b"{}", "", None)
    with pytest.raises(DataError):
        records.conversations.add("kept", None, turn)
    assert records.conversations.read("kept", None) is None
