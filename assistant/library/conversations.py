"""The conversations of a library by their ids: kept, changed, and forgotten when long untouched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, delete, func, insert, select

from assistant.library.engine import reading, writing
from assistant.library.schema import conversations


class Conversations:
    """The conversations of one library. Saving one is no change of the library.

    What is kept of a conversation is text of the questions room.
    """

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def load(self, name: str) -> str | None:
        """What is kept of a conversation, None for one that is not known."""
        with reading(self._engine) as connection:
            return _kept(connection, name)

    def save(self, name: str, slots: str) -> None:
        """Keep this of a conversation, in the place of what was kept before."""
        self.change(name, lambda _: slots)

    def change(self, name: str, change: Callable[[str | None], str]) -> None:
        """Keep what ``change`` makes of what is kept. Two changes at once follow each other."""
        with self._one_writer, writing(self._engine) as connection:
            row = {
                "id": name,
                "slots": change(_kept(connection, name)),
                "updated": _now(connection),
            }
            connection.execute(delete(conversations).where(conversations.c.id == name))
            connection.execute(insert(conversations), [row])

    def forget(self, name: str) -> bool:
        """Forget a conversation; whether there was one."""
        with self._one_writer, writing(self._engine) as connection:
            gone = connection.execute(delete(conversations).where(conversations.c.id == name))
            return gone.rowcount > 0

    def forget_untouched(self, for_days: int) -> int:
        """Forget what nobody went on with for so many days, of 24 hours; how many there were."""
        last = (datetime.now(UTC) - timedelta(days=for_days)).isoformat()
        with self._one_writer, writing(self._engine) as connection:
            gone = connection.execute(delete(conversations).where(conversations.c.updated < last))
            return gone.rowcount


def _kept(connection: Connection, name: str) -> str | None:
    statement = select(conversations.c.slots).where(conversations.c.id == name)
    return connection.execute(statement).scalar()


def _now(connection: Connection) -> str:
    """The time of a change, never before that of another: a clock that is put back for a while
    must not make what was touched meanwhile look old when it is put right."""
    latest = connection.execute(select(func.max(conversations.c.updated))).scalar()
    return max(datetime.now(UTC).isoformat(), latest or "")
