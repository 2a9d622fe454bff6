"""Replies to requests that must not be carried out twice, for whoever asks a second time."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, insert, select, true, update

from assistant.library.engine import writing
from assistant.library.reply_schema import replies
from assistant.library.schema import conversations
from assistant.types import ReplyState

HOURS_KEPT: Final = 24
# Twice as long as the slowest answer that a language model may take its time for: whoever began
# has died by then.
_UNDER_WAY: Final = timedelta(minutes=10)
# A program that gives each of its requests a key fills this in a day at seven a minute.
MOST_KEPT: Final = 10_000
# Of one owner, so that nobody pushes out what others were answered: an answer a minute for a
# working day.
MOST_OF_ONE: Final = 500
_LONGEST: Final = 1_000_000  # bytes, deflated


def _now() -> datetime:
    return datetime.now(UTC)


class KeptReplies:
    """The replies of one library, each under its owner and the key that this owner chose."""

    def __init__(
        self,
        engine: Engine,
        one_writer: threading.Lock,
        clock: Callable[[], datetime] = _now,
        most: int = MOST_KEPT,
        most_of_one: int = MOST_OF_ONE,
    ) -> None:
        self._engine = engine
        self._one_writer = one_writer
        self._clock = clock
        self._most = most
        self._most_of_one = most_of_one

    def begin(self, owner: str, key: str, request: str) -> ReplyState | bytes:
        """The reply there is; else whether the caller is to make it (``begun``), somebody else is
        at it (``under_way``), or the key stands for another request (``another``)."""
        now = self._clock()
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            old = (now - timedelta(hours=HOURS_KEPT)).isoformat()
            connection.execute(delete(replies).where(replies.c.begun < old))
            query = select(replies).where(_named(owner, key))
            row = connection.execute(query).mappings().one_or_none()
            if row is None:
                new = {"owner": owner, "key": key, "request": request, "begun": now.isoformat()}
                connection.execute(insert(replies), [new])
                _make_room(connection, replies.c.owner == owner, self._most_of_one)
                _make_room(connection, true(), self._most)
                return "begun"
            if row["request"] != request:
                return "another"
            if row["reply"] is not None:
                return zlib.decompress(row["reply"])
            # One that begins in the future began while the clock was wrong.
            if abs(now - datetime.fromisoformat(row["begun"])) < _UNDER_WAY:
                return "under_way"
            connection.execute(
                update(replies).where(_named(owner, key)).values(begun=now.isoformat())
            )
            return "begun"

    def finish(self, owner: str, key: str, reply: bytes, conversation: str | None = None) -> None:
        """Keep the reply, as long as ``conversation`` is kept. One that is too long is not: whoever
        asks again has it made again."""
        kept = zlib.compress(reply)
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            if len(kept) > _LONGEST:
                connection.execute(delete(replies).where(_named(owner, key)))
                return
            of = select(conversations.c.id).where(conversations.c.id == conversation)
            values = {"reply": kept, "conversation": of.scalar_subquery()}
            connection.execute(update(replies).where(_named(owner, key)).values(values))

    def give_up(self, owner: str, key: str) -> None:
        """Nothing came of it: the key stands for nothing any more."""
        unfinished = and_(_named(owner, key), replies.c.reply.is_(None))
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            connection.execute(delete(replies).where(unfinished))


def _make_room(connection: Connection, among: ColumnElement[bool], most: int) -> None:
    newest = select(replies.c.begun).where(among).order_by(replies.c.begun.desc())
    last = connection.execute(newest.offset(most).limit(1)).scalar()
    if last is not None:
        finished = replies.c.reply.is_not(None)
        connection.execute(delete(replies).where(among, replies.c.begun <= last, finished))


def _named(owner: str, key: str) -> ColumnElement[bool]:
    return and_(replies.c.owner == owner, replies.c.key == key)
