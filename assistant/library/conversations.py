"""What conversations left open: the slots of their last question, by the conversation's id."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from assistant.library.engine import reading, writing
from assistant.library.schema import conversations


class Conversations:
    """The conversations of one library. Saving one is no change of the library."""

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def load(self, name: str) -> str | None:
        """The slots saved for a conversation, None for one that is not known."""
        statement = select(conversations.c.slots).where(conversations.c.id == name)
        with reading(self._engine) as connection:
            return connection.execute(statement).scalar()

    def save(self, name: str, slots: str) -> None:
        """Save the slots of a conversation, in the place of those saved before."""
        row = {"id": name, "slots": slots, "updated": datetime.now(UTC).isoformat()}
        with self._one_writer, writing(self._engine) as connection:
            connection.execute(delete(conversations).where(conversations.c.id == name))
            connection.execute(insert(conversations), [row])
