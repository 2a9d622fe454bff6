"""The database of the records: how it is opened, read and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    InterfaceError,
)
from sqlalchemy.exc import TimeoutError as NoConnection

from assistant.errors import (
    AssistantError,
    InvalidSettings,
    LibraryBusy,
    LibraryDamaged,
    LibraryUnavailable,
    LibraryUnwritable,
)

_BUSY_TIMEOUT_MS = 10_000

# What one process opens: as many as the server's threads, each of which reads one at a time.
_CONNECTIONS = 48
_KEPT_OPEN = 8

# A server that was cut off is noticed within seconds, and no answer waits longer for a statement.
_PATIENCE = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,  # ms
    "keepalives_idle": 10,  # s
    "keepalives_interval": 3,
    "keepalives_count": 3,
}
_STATEMENT_TIMEOUT_MS = 60_000  # of a statement that reads

# Who holds this advisory lock is the one writer of a database, in whatever process.
_WRITER = 7_231_545  # any number, the same in every release

# Who holds this one is the only process that changes an index which all share.
_CHANGER = 7_231_546

# The transaction that the work under way in this thread reads in: see ``within``.
_CURRENT: ContextVar[tuple[Engine, Connection] | None] = ContextVar("snapshot", default=None)


def sqlite_url(path: Path) -> URL:
    """The URL of a SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(path))


def open_engine(url: str | URL, *, busy_timeout_ms: int = _BUSY_TIMEOUT_MS) -> Engine:
    """An engine whose transactions see one state of the records from begin to end.

    Nothing is connected yet. A writer waits ``busy_timeout_ms`` for another before it gives up
    with LibraryBusy. Raises InvalidSettings for a URL that cannot be one.
    """
    try:
        made = make_url(url)
        if made.get_backend_name() == "sqlite":
            return _sqlite(made, busy_timeout_ms)
        if made.get_backend_name() == "postgresql":
            return _postgresql(made, busy_timeout_ms)
    except (ArgumentError, ImportError) as error:
        # The URL itself may hold a password and is not repeated.
        raise _unusable() from error
    raise _unusable()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: that of the snapshot under way in this thread, if any."""
    current = _CURRENT.get()
    if current is not None and current[0] is engine:
        with explained():
            yield current[1]
        return
    with explained(), engine.begin() as connection:
        yield connection


@contextmanager
def within(connection: Connection) -> Iterator[None]:
    """Every :func:`reading` of this thread reads in the transaction of ``connection``. Nothing may
    be yielded out of it to another thread."""
    token = _CURRENT.set((connection.engine, connection))
    try:
        yield
    finally:
        _CURRENT.reset(token)


def is_within(engine: Engine) -> bool:
    """Whether this thread reads ``within`` a transaction of ``engine``."""
    current = _CURRENT.get()
    return current is not None and current[0] is engine


@contextmanager
def writing(engine: Engine, *, lasting: bool = True) -> Iterator[Connection]:
    """A transaction that writes all of it or nothing. One at a time, in all processes.

    When it has ended, it is on the disk and a power cut cannot take it back; unless it is not
    ``lasting``: then a power cut may take the last seconds of such, as a whole.
    """
    writer = engine.execution_options(writing="FULL" if lasting else "NORMAL")
    if engine.dialect.name != "sqlite":
        # The lock is a statement, and a repeatable read would see nothing that was written while
        # it was waited for. Behind the lock nobody else writes: every statement sees one state.
        writer = writer.execution_options(isolation_level="READ COMMITTED")
    with explained(), writer.begin() as connection:
        yield connection


@contextmanager
def exclusive(engine: Engine) -> Iterator[None]:
    """Work on what all processes share beside the records, by one of them at a time. One that ends
    in the middle is no longer in the way. Waits for the others."""
    if engine.dialect.name == "sqlite":  # which one process alone has open
        yield
        return
    alone = engine.execution_options(isolation_level="AUTOCOMMIT")
    with explained(), alone.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({_CHANGER})")
        try:
            yield
        finally:
            connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_CHANGER})")


def _sqlite(url: URL, busy_timeout_ms: int) -> Engine:
    if url.database in (None, "", ":memory:") or "mode" in url.query:
        raise _in_memory()
    # Answers hold one each while they are made, see ``snapshots``.
    engine = create_engine(url, max_overflow=_CONNECTIONS)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's own
        # sqlite3 would begin transactions late and not at all for reading: we begin them.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout_ms}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        if condemned := connection.get_execution_options().get("condemned"):
            raise condemned  # see ``examining``
        # A reader that turns writer fails where another wrote between: writers say so at once.
        writer = connection.get_execution_options().get("writing")
        if writer:
            # FULL waits for the disk at the end, NORMAL does not: both leave the file whole.
            connection.exec_driver_sql(f"PRAGMA synchronous = {writer}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return engine


def _postgresql(url: URL, busy_timeout_ms: int) -> Engine:
    engine = create_engine(
        # The one driver that comes with the program, whatever the URL says.
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        pool_size=_KEPT_OPEN,
        max_overflow=_CONNECTIONS - _KEPT_OPEN,
        pool_timeout=busy_timeout_ms / 1000,
        connect_args=_PATIENCE | {"application_name": "resolution-assistant"},
    )

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") == "AUTOCOMMIT":
            return
        if options.get("writing"):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {busy_timeout_ms}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
        else:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {_STATEMENT_TIMEOUT_MS}")

    return engine


# ── what went wrong ──────────────────────────────────────────────────────────────────────────

# PostgreSQL's codes (its manual, appendix A): another writer is in the way.
_BUSY = frozenset({"40001", "40P01", "55P03"})
# Connections, resources, operators who stop it, a disk that is full, statements cut short, and
# what comes after one of these in the same transaction.
_UNAVAILABLE = ("08", "25", "53", "57", "58")


@contextmanager
def explained() -> Iterator[None]:
    """What the database says as an error of ours."""
    try:
        yield
    except (DataError, IntegrityError):
        raise  # a fault of what was written, not of the library
    except (NoConnection, DisconnectionError) as error:
        raise _busy() from error
    except (DatabaseError, InterfaceError) as error:
        raise _meaning(error) from error


def _meaning(error: DBAPIError) -> AssistantError:
    if error.orig is not None and hasattr(error.orig, "sqlstate"):  # sqlite3's errors have none
        code = error.orig.sqlstate  # None where there is no connection
        if code in _BUSY:
            return _busy()
        if code is None or code.startswith(_UNAVAILABLE):
            return unavailable()
    elif "locked" in str(error.orig):
        return _busy()
    elif any(told in str(error.orig) for told in _UNWRITABLE):
        return _unwritable(error)
    return _damaged(error)


# What SQLite says of a disk that is full, or takes nothing, or fails.
_UNWRITABLE = ("disk is full", "readonly database", "disk I/O error", "unable to open database")


def _unwritable(error: DBAPIError) -> LibraryUnwritable:
    return LibraryUnwritable(
        f"无法写入决议库（{error.orig}）；已保存的内容没有受损。请腾出磁盘空间，或检查数据目录"
        "（ASSISTANT_DATA_DIR）能否写入，然后再试",
        f"the library cannot be written to ({error.orig}); what is kept there is whole. Free some "
        "disk space, or see that the data folder (ASSISTANT_DATA_DIR) can be written to, and try "
        "again",
    )


def _busy() -> LibraryBusy:
    return LibraryBusy(
        "另一个程序正在写入决议库，请稍后再试",
        "another program is writing to the library; try again in a moment",
    )


def unavailable() -> LibraryUnavailable:
    """The error of a database that does not answer."""
    # What the driver says names hosts and users, and is in no reader's language.
    return LibraryUnavailable(
        "暂时连不上保存决议库的数据库，请稍后再试；如果一直如此，请检查数据库是否在运行、"
        "ASSISTANT_RECORDS_URL 是否正确",
        "the database of the library cannot be reached for now; try again in a moment. If it stays "
        "so, see that it runs, and check ASSISTANT_RECORDS_URL",
    )


def _unusable() -> InvalidSettings:
    return InvalidSettings(
        "ASSISTANT_RECORDS_URL 不是可用的 SQLite 或 PostgreSQL 地址（或缺少数据库驱动：安装 "
        "resolution-assistant[postgres]）",
        "ASSISTANT_RECORDS_URL is not a usable URL of SQLite or PostgreSQL (or the driver is "
        "missing: install resolution-assistant[postgres])",
    )


def _in_memory() -> InvalidSettings:
    # Each connection to it would have records of its own, and they would end with the program.
    return InvalidSettings(
        "ASSISTANT_RECORDS_URL 没有写明 SQLite 文件：内存中的决议库不能使用。请写成 "
        "sqlite:////完整路径/library.sqlite3",
        "ASSISTANT_RECORDS_URL names no SQLite file, and a library in memory cannot be used: write "
        "sqlite:////whole/path/library.sqlite3",
    )


def _damaged(error: DBAPIError) -> LibraryDamaged:
    told = str(error.orig).partition(" with text")[0]  # which may be of somebody's conversation
    return LibraryDamaged(
        f"无法读取决议库的记录：{told}。请运行 assistant doctor --mend 修复，或从备份恢复"
        "（assistant restore）",
        f"the library's records cannot be read: {told}. Run assistant doctor --mend, or "
        "restore a backup (assistant restore)",
    )
