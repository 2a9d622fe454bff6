"""One state of the records for work that goes on in several steps and threads, and while others
write.

An answer reads the same generation from its first look-up to its last. While files are taken in it
reads the generation before them, of which the indexes still are: such a state is *pinned*. SQLite
keeps a state for the transactions that have begun in it, so that some are begun ahead; PostgreSQL
lets later transactions see what an open one sees (its manual, SET TRANSACTION SNAPSHOT).
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Final, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from assistant.errors import LibraryBusy
from assistant.library import engine as engines
from assistant.library import storing

# Begun ahead on SQLite: more answers at once than two processors make wait for each other.
_BEGUN: Final = 16
_PATIENCE: Final = 10.0  # seconds that an answer waits for one of them


class Snapshot:
    """A transaction that reads one state. It holds a connection until it is closed."""

    def __init__(self, connection: Connection, give_back: Callable[[], None]) -> None:
        self._connection = connection
        self._give_back: Callable[[], None] | None = give_back
        with engines.explained():
            self.generation = int(storing.stated(connection, "generation") or 0)

    @contextmanager
    def within(self) -> Iterator[None]:
        """A step of the work: all that its thread reads is of this state."""
        with engines.within(self._connection):
            yield

    def close(self) -> None:
        """Give the connection back. Closing twice is no fault."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            give_back()


class Pin(Protocol):
    """A state that may be read until it is let go of."""

    generation: int

    def snapshot(self) -> Snapshot:
        """The state, for one answer."""

    def close(self) -> None:
        """Let go of it. Snapshots that were taken stay as they are."""


def snapshot(engine: Engine) -> Snapshot:
    """The records as they are now. Raises as ``engine.reading`` does."""
    connection = _begun(engine)
    try:
        return Snapshot(connection, partial(_let_go, connection))
    except BaseException:
        _let_go(connection)
        raise


def pin(engine: Engine) -> Pin:
    """The records as they are now, to be read later. Nobody of this process may write meanwhile.
    Raises as ``engine.reading`` does."""
    return _Begun(engine) if engine.dialect.name == "sqlite" else _Exported(engine)


def _begun(engine: Engine) -> Connection:
    with engines.explained():
        connection = engine.connect()
        connection.begin()
        return connection


def _let_go(connection: Connection) -> None:
    """Give a connection back, or drop one whose database went away meanwhile."""
    if connection.closed:
        return
    try:
        connection.rollback()
    except DBAPIError:
        connection.invalidate()
    connection.close()


class _Begun:
    """Transactions of SQLite begun ahead, each lent to one answer after the other."""

    def __init__(self, engine: Engine) -> None:
        self._free: queue.SimpleQueue[Connection] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        with ExitStack() as opened:
            for _ in range(_BEGUN):
                connection = _begun(engine)
                opened.callback(_let_go, connection)
                self.generation = int(storing.stated(connection, "generation") or 0)
                self._free.put(connection)
            opened.pop_all()

    def snapshot(self) -> Snapshot:
        try:
            connection = self._free.get(timeout=_PATIENCE)
        except queue.Empty:
            raise LibraryBusy(
                "正在导入文件，同时提问的人太多，请稍后再试",
                "files are being taken in and too many questions are asked at once; try again in "
                "a moment",
            ) from None
        return Snapshot(connection, partial(self._give_back, connection))

    def close(self) -> None:
        with self._closing:
            self._closed = True
            while not self._free.empty():
                _let_go(self._free.get())

    def _give_back(self, connection: Connection) -> None:
        with self._closing:
            if not self._closed:
                self._free.put(connection)
                return
        _let_go(connection)


class _Exported:
    """A transaction of PostgreSQL that others may begin where it stands."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection = _begun(engine)
        try:
            with engines.explained():
                said = self._connection.exec_driver_sql("SELECT pg_export_snapshot()")
                self._name: str = said.scalar_one()
                self.generation = int(storing.stated(self._connection, "generation") or 0)
        except BaseException:
            _let_go(self._connection)
            raise

    def snapshot(self) -> Snapshot:
        connection = _begun(self._engine)
        try:
            with engines.explained():
                # As the server gave it: hexadecimal digits and hyphens.
                connection.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{self._name}'")
            return Snapshot(connection, partial(_let_go, connection))
        except BaseException as error:
            _let_go(connection)
            if isinstance(error, DBAPIError):  # whose it was is gone: the server was begun anew
                raise engines.unavailable() from error
            raise

    def close(self) -> None:
        _let_go(self._connection)
