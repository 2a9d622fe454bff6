from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError

from assistant.access import Audit, Keys
from assistant.errors import InvalidSettings, LibraryBusy, LibraryDamaged
from assistant.library.engine import open_engine, reading, sqlite_url, writing
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from tests.library.specimens import resolution


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(sqlite_url(tmp_path / "numbers.sqlite3"), busy_timeout_ms=50)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE numbers (n INTEGER PRIMARY KEY)"))
    yield engine
    engine.dispose()


def _count(engine: Engine) -> int:
    with reading(engine) as connection:
        return int(connection.execute(text("SELECT count(*) FROM numbers")).scalar_one())


def test_a_transaction_that_fails_has_written_nothing(engine: Engine) -> None:
    insert = text("INSERT INTO numbers VALUES (1)")

    def insert_twice() -> None:
        with writing(engine) as connection:
            connection.execute(insert)
            connection.execute(insert)

    with pytest.raises(IntegrityError):
        insert_twice()
    assert _count(engine) == 0


def test_a_reader_sees_one_state_to_its_end(engine: Engine) -> None:
    with reading(engine) as reader:
        before = reader.execute(text("SELECT count(*) FROM numbers")).scalar_one()
        with writing(engine) as writer:
            writer.execute(text("INSERT INTO numbers VALUES (1)"))
        assert reader.execute(text("SELECT count(*) FROM numbers")).scalar_one() == before
    assert _count(engine) == 1


def test_a_second_writer_is_told_that_the_library_is_busy(engine: Engine) -> None:
    with writing(engine), pytest.raises(LibraryBusy), writing(engine):
        pass
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO numbers VALUES (1)"))
    assert _count(engine) == 1


def test_what_refers_to_nothing_is_refused(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE names (n INTEGER REFERENCES numbers (n))"))
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(text("INSERT INTO names VALUES (7)"))


def test_a_damaged_file_is_named_as_damage(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    (tmp_path / "numbers.sqlite3").write_bytes(b"no database" * 999)
    with pytest.raises(LibraryDamaged), reading(engine):
        pass


def test_a_path_with_blanks_and_chinese_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "决议 库?x=1.sqlite3"
    engine = open_engine(sqlite_url(path))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE numbers (n INTEGER)"))
    engine.dispose()
    assert path.exists()


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"]
)
def test_records_in_memory_are_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(
        InvalidSettings, match=r"ASSISTANT_RECORDS_URL.*library\.sqlite3"
    ) as refused:
        open_engine(url)
    assert "内存" in refused.value.zh


@pytest.mark.parametrize(("lasting", "waits"), [(True, 2), (False, 1)])  # FULL, NORMAL
def test_a_write_is_on_the_disk_when_it_has_ended_unless_it_may_be_lost(
    engine: Engine, lasting: bool, waits: int
) -> None:
    for _ in range(2):  # whatever the connection was used for before
        with writing(engine, lasting=not lasting):
            pass
        with writing(engine, lasting=lasting) as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == waits


def test_resolutions_keys_and_the_audit_are_on_the_disk_when_they_are_acknowledged(
    tmp_path: Path,
) -> None:
    records = Records(sqlite_url(tmp_path / "library.sqlite3"))
    synchronous: list[str] = []

    @event.listens_for(records.engine, "before_cursor_execute")
    def _said(_c: object, _k: object, statement: str, *_more: object) -> None:
        if statement.startswith("PRAGMA synchronous"):
            synchronous.append(statement.rpartition(" ")[2])

    keys, audit = Keys(records.keys), Audit(records.audit, 1)
    records.put(resolution())
    keys.rotate(keys.create("", "read").key.id)
    audit.end(audit.begin("who", "what", "it"), 200)
    records.remove("A/RES/75/45")
    assert synchronous == ["FULL"] * 6
    records.conversations.add(None, None, NewTurn("1", "?", b"{}", "", None))
    records.conversations.forget_all_of("nobody")
    assert synchronous[6:] == ["NORMAL", "FULL"]
    records.close()
