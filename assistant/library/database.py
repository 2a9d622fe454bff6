"""An open database of records: what it says of itself, and the states of it that can be read."""

from __future__ import annotations

import threading

from sqlalchemy import URL, Engine

from assistant.errors import LibraryDamaged
from assistant.library import migrating, snapshots, storing
from assistant.library.engine import open_engine, reading
from assistant.library.snapshots import Pin, Snapshot


class Database:
    """A database with the tables of this program. Safe to use from many threads."""

    def __init__(self, url: str | URL) -> None:
        """Open or begin it at a SQLAlchemy URL. Raises LibraryDamaged, InvalidSettings, and
        LibraryUnavailable where it does not answer."""
        self._engine = open_engine(url)
        self._one_writer = threading.Lock()
        try:
            migrating.bring_up(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @property
    def engine(self) -> Engine:
        """The database, for what else is kept in it."""
        return self._engine

    @property
    def is_shared(self) -> bool:
        """Whether other processes may change the records too."""
        return self._engine.dialect.name != "sqlite"

    def check_revision(self) -> None:
        """Raise LibraryDamaged where a newer program has changed the tables so that this one may
        not go on with them."""
        with reading(self._engine) as connection:
            migrating.is_current(connection)

    def snapshot(self) -> Snapshot:
        """The records as they are now, for an answer. Raises as all reading does."""
        return snapshots.snapshot(self._engine)

    def pin(self) -> Pin:
        """The records as they are now, to be read while they change. Raises as reading does."""
        with self._one_writer:
            return snapshots.pin(self._engine)

    @property
    def identity(self) -> str:
        """A random name given when the records were begun: no two libraries share it."""
        return self._stated("library")

    @property
    def generation(self) -> int:
        """How many times the resolutions have changed; 0 while nothing was put."""
        return int(self._stated("generation"))

    def _stated(self, name: str) -> str:
        with reading(self._engine) as connection:
            value = storing.stated(connection, name)
        if value is None:
            raise LibraryDamaged(
                f"决议库的记录缺少 {name}；请从备份恢复",
                f"the library's records do not state their {name}; restore them from a backup",
            )
        return value
