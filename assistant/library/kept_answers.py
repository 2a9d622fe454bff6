"""Single answers of conversations by their ids: read, shared, judged."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Engine, delete, insert, update

from assistant.library import kept_turns
from assistant.library.engine import reading, writing
from assistant.library.kept_turns import KeptTurn
from assistant.library.schema import feedback, turns
from assistant.types import FeedbackVerdict


class KeptAnswers:
    """The answers that one library keeps. They go with their conversations.

    A reader may read what is their own or shared, share what is their own, and judge what they
    may read. What nobody owns is the own of whoever knows its id.
    """

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def read(self, answer: str, owner: str | None) -> KeptTurn | None:
        """One answer; None where there is none that the reader may read."""
        with reading(self._engine) as connection:
            found = kept_turns.by_id(connection, answer, owner)
        return found if found is not None and _is_readable(found) else None

    def share(self, answer: str, owner: str | None, *, shared: bool) -> bool:
        """Let whoever has the link read an answer, or take that back; whether it is the reader's
        own. Shared again, it stays shared since the first time."""
        with self._one_writer, writing(self._engine) as connection:
            found = kept_turns.by_id(connection, answer, owner)
            if found is None or not found.own:
                return False
            since = (found.shared or _now()) if shared else None
            connection.execute(update(turns).where(turns.c.id == answer).values(shared=since))
        return True

    def judge(self, answer: str, owner: str, verdict: FeedbackVerdict, comment: str) -> bool:
        """Keep what an owner says of an answer, in the place of what they said before; whether
        there is one that they may read."""
        with self._one_writer, writing(self._engine) as connection:
            found = kept_turns.by_id(connection, answer, owner)
            if found is None or not _is_readable(found):
                return False
            connection.execute(delete(feedback).where(*_said(answer, owner)))
            row = {"answer": answer, "owner": owner, "verdict": verdict, "comment": comment}
            connection.execute(insert(feedback), [row | {"updated": _now()}])
        return True

    def take_back(self, answer: str, owner: str) -> bool:
        """Forget what an owner said of an answer; whether there was anything."""
        with self._one_writer, writing(self._engine) as connection:
            return connection.execute(delete(feedback).where(*_said(answer, owner))).rowcount > 0

    def judged(self) -> tuple[tuple[KeptTurn, tuple[str, ...]], ...]:
        """Every answer with what a reader said of it, and the conversation's questions before it;
        the earliest judgement first."""
        with reading(self._engine) as connection:
            return kept_turns.judged(connection)


def _is_readable(turn: KeptTurn) -> bool:
    return turn.own or turn.shared is not None


def _said(answer: str, owner: str) -> Sequence[ColumnElement[bool]]:
    return feedback.c.answer == answer, feedback.c.owner == owner


def _now() -> str:
    return datetime.now(UTC).isoformat()
