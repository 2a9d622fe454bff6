"""The database of the records: how it is opened, read and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError

from assistant.errors import InvalidSettings, LibraryBusy, LibraryDamaged

_BUSY_TIMEOUT_MS = 10_000


def sqlite_url(path: Path) -> URL:
    """The URL of a SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(path))


def open_engine(url: str | URL, *, busy_timeout_ms: int = _BUSY_TIMEOUT_MS) -> Engine:
    """An engine whose transactions see one state of the records from begin to end.

    Nothing is connected yet. A SQLite writer waits ``busy_timeout_ms`` for another before it
    gives up with LibraryBusy. Raises InvalidSettings for a URL that cannot be one.
    """
    try:
        if make_url(url).get_backend_name() == "sqlite":
            return _sqlite(url, busy_timeout_ms)
        return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except (ArgumentError, ImportError) as error:
        # The URL itself may hold a password and is not repeated.
        raise InvalidSettings(
            "ASSISTANT_RECORDS_URL 不是可用的 SQLAlchemy 地址（或缺少数据库驱动）",
            "ASSISTANT_RECORDS_URL is not a usable SQLAlchemy URL (or its driver is missing)",
        ) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads."""
    with _explained(), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes all of it or nothing."""
    writer = engine.execution_options(writing=True)
    with _explained(), writer.begin() as connection:
        yield connection


def _sqlite(url: str | URL, busy_timeout_ms: int) -> Engine:
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's own
        # sqlite3 would begin transactions late and not at all for reading: we begin them.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout_ms}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # Every turn of a conversation is saved: not waiting for the disk makes that .2 ms of 4.
        # A power cut may take the last turns and files, but leaves the records whole.
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        # A reader that turns writer fails where another wrote between: writers say so at once.
        writer = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return engine


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise  # a fault of what was written, not of the library
    except OperationalError as error:
        if "locked" in str(error.orig):
            raise LibraryBusy(
                "另一个程序正在写入文库，请稍后再试",
                "another program is writing to the library; try again in a moment",
            ) from error
        raise _damaged(error) from error
    except DatabaseError as error:
        raise _damaged(error) from error


def _damaged(error: DatabaseError) -> LibraryDamaged:
    return LibraryDamaged(
        f"无法读取文库的记录：{error.orig}。请从备份恢复，或换一个空的数据目录重新导入决议",
        f"the library's records cannot be read: {error.orig}. Restore them from a backup, or "
        "ingest the resolutions again into an empty data folder",
    )
