"""The conversations of a library: gone on with, cut back, listed, named, forgotten.

What an owner began is theirs alone. What nobody owns belongs to whoever knows its id.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from assistant.library import ageing, kept_turns
from assistant.library.engine import reading, writing
from assistant.library.kept_turns import KeptTurn, NewTurn, may, searchable
from assistant.library.schema import conversations, feedback, turns

_MOST_WORDS = 8  # of a search; what comes after them is left out


@dataclass(frozen=True, slots=True)
class Before:
    """What a question may go on with: slots from before format 4, and the turns that stand."""

    slots: str
    turns: tuple[tuple[str, str, str | None], ...]  # id of the answer, question, slots


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in a list; ``first`` is its first question."""

    id: str
    title: str | None
    first: str
    turns: int
    updated: str


@dataclass(frozen=True, slots=True)
class Search:
    """Which conversations of an owner are listed: those with all of the words, after a place."""

    words: str = ""
    after: tuple[str, str] | None = None  # time and id of the last one listed


# Looks at a conversation as it is in the moment in which it would be changed; what it raises keeps
# that from being done.
Precondition = Callable[[Listed, tuple[KeptTurn, ...]], None]


class Conversations:
    """The conversations of one library. Adding to one is no change of the library."""

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    # ── going on ─────────────────────────────────────────────────────────────────────────────

    def before(self, name: str, owner: str | None) -> Before | None:
        """What a conversation holds so far; None for one that is not known, or another's."""
        with reading(self._engine) as connection:
            row = _theirs(connection, name, owner)
            return None if row is None else Before(row.slots, kept_turns.slots(connection, name))

    def add(
        self, name: str | None, owner: str | None, turn: NewTurn, *, instead_of: str | None = None
    ) -> str:
        """Keep a turn; the name of the conversation it is kept in.

        That is a new one where ``name`` is None or another owner's. A conversation that was not
        known is begun under that name, as ``owner``'s. ``instead_of``, a turn of it, goes first
        with all that came after. Of two turns at once both are kept, as they end.
        """
        # A turn for every question: not waiting for the disk makes .2 ms of 4.
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            now = _now(connection)
            row = None if name is None else _row(connection, name)
            if name is None or (row is not None and not may(row.owner, owner)):
                name, row = uuid.uuid4().hex, None
            if row is None:
                new = {"id": name, "slots": "", "updated": now, "owner": owner}
                connection.execute(insert(conversations), [new])
            else:
                owner = row.owner
                touched = update(conversations).where(conversations.c.id == name)
                connection.execute(touched.values(updated=now))
                if instead_of is not None:
                    kept_turns.cut(connection, name, instead_of)
            kept_turns.append(connection, name, turn, asked=now, searched=owner is not None)
            return name

    # ── an owner's own ───────────────────────────────────────────────────────────────────────

    def search(self, owner: str, search: Search, limit: int) -> tuple[tuple[Listed, ...], int]:
        """A page of an owner's conversations, the one last gone on with first, and how many there
        are on all pages."""
        wanted = and_(conversations.c.owner == owner, *_having(search.words))
        standing = and_(turns.c.conversation == conversations.c.id, turns.c.standing)
        first = select(turns.c.question).where(standing).order_by(turns.c.ordinal).limit(1)
        number = select(func.count()).where(standing)
        updated, name = conversations.c.updated, conversations.c.id
        listed = select(
            name,
            conversations.c.title,
            first.scalar_subquery().label("first"),
            number.scalar_subquery().label("turns"),
            updated,
        ).where(wanted)
        if search.after is not None:
            time, last = search.after
            listed = listed.where(or_(updated < time, and_(updated == time, name < last)))
        listed = listed.order_by(updated.desc(), name.desc()).limit(limit)
        with reading(self._engine) as connection:
            total = connection.execute(
                select(func.count()).select_from(conversations).where(wanted)
            )
            rows = connection.execute(listed).all()
            found = tuple(Listed(r.id, r.title, r.first or "", r.turns, r.updated) for r in rows)
            return found, total.scalar_one()

    def read(self, name: str, owner: str | None) -> tuple[Listed, tuple[KeptTurn, ...]] | None:
        """A conversation with the turns that stand, the earliest first; None for one that is not
        known, or another's."""
        with reading(self._engine) as connection:
            return _read(connection, name, owner)

    def rename(
        self, name: str, owner: str | None, title: str | None, check: Precondition | None = None
    ) -> bool:
        """Give a conversation a title, or take it away; whether there was one to name."""
        with self._one_writer, writing(self._engine) as connection:
            if not _may_change(connection, name, owner, check):
                return False
            values = {"title": title, "title_words": searchable(title) if title else None}
            named = update(conversations).where(conversations.c.id == name).values(values)
            connection.execute(named)
            return True

    # ── forgetting ───────────────────────────────────────────────────────────────────────────

    def forget(self, name: str, owner: str | None, check: Precondition | None = None) -> bool:
        """Forget a conversation with all that was kept of it; whether there was one."""
        with self._one_writer, writing(self._engine) as connection:
            if not _may_change(connection, name, owner, check):
                return False
            connection.execute(delete(conversations).where(conversations.c.id == name))
            return True

    def forget_all_of(self, owner: str) -> int:
        """Forget all that an owner began and said of answers; how many conversations there were."""
        with self._one_writer, writing(self._engine) as connection:
            connection.execute(delete(feedback).where(feedback.c.owner == owner))
            gone = connection.execute(delete(conversations).where(conversations.c.owner == owner))
            return gone.rowcount

    def forget_untouched(self, for_days: int) -> int:
        """Forget what nobody went on with for so many days of the library's use, see ``ageing``;
        how many there were. With 0 nothing is forgotten, and the time is counted all the same."""
        now = datetime.now(UTC)
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            latest = connection.execute(select(func.max(conversations.c.updated))).scalar()
            ageing.look(connection, now, latest)
            if for_days == 0:
                return 0
            last = ageing.before(connection, now, timedelta(days=for_days)).isoformat()
            gone = connection.execute(delete(conversations).where(conversations.c.updated < last))
            return gone.rowcount


_Kept = Row[str, str, str | None, str | None]  # slots, updated, owner, title


def _row(connection: Connection, name: str) -> _Kept | None:
    wanted = conversations.c
    statement = select(wanted.slots, wanted.updated, wanted.owner, wanted.title)
    return connection.execute(statement.where(wanted.id == name)).one_or_none()


def _read(
    connection: Connection, name: str, owner: str | None
) -> tuple[Listed, tuple[KeptTurn, ...]] | None:
    row = _theirs(connection, name, owner)
    if row is None:
        return None
    standing = kept_turns.standing(connection, name, owner)
    first = standing[0].question if standing else ""
    return Listed(name, row.title, first, len(standing), row.updated), standing


def _may_change(
    connection: Connection, name: str, owner: str | None, check: Precondition | None
) -> bool:
    """Whether it is there and theirs, with ``check`` in the transaction that changes it."""
    if check is None:
        return _theirs(connection, name, owner) is not None
    found = _read(connection, name, owner)
    if found is not None:
        check(*found)
    return found is not None


def _theirs(connection: Connection, name: str, owner: str | None) -> _Kept | None:
    row = _row(connection, name)
    return row if row is not None and may(row.owner, owner) else None


def _having(words: str) -> Iterator[ColumnElement[bool]]:
    """Each word stands in the title, or in a question or answer."""
    for word in words.split()[:_MOST_WORDS]:
        folded = searchable(word)
        said = and_(
            turns.c.conversation == conversations.c.id,
            turns.c.standing,
            turns.c.words.contains(folded, autoescape=True),
        )
        named = conversations.c.title_words.contains(folded, autoescape=True)
        yield or_(named, select(turns.c.id).where(said).exists())


def _now(connection: Connection) -> str:
    """The time of a change, never before that of another: a clock that is put back for a while
    must not make what was touched meanwhile look old when it is put right."""
    latest = connection.execute(select(func.max(conversations.c.updated))).scalar()
    return max(datetime.now(UTC).isoformat(), latest or "")
