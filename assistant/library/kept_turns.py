"""Turns of conversations as rows, in a transaction of the caller."""

from __future__ import annotations

import hmac
import zlib
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    delete,
    false,
    func,
    insert,
    select,
    update,
)

from assistant.library import turn_seals
from assistant.library.schema import conversations, feedback, turns
from assistant.text.normalise import fold
from assistant.types import Feedback, TurnOrigin

# Answers repeat themselves (a paragraph in its statement and citation): the quickest level makes
# a third of one in .06 ms, a fifth of a comparison.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn to be kept. ``answer`` is JSON, ``said`` its text; ``slots`` is None where later
    questions do not build on it."""

    id: str
    question: str
    answer: bytes
    said: str
    slots: str | None
    origin: TurnOrigin = "asked"


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A turn as a reader may see it."""

    id: str
    conversation: str
    question: str
    answer: bytes
    asked: str
    origin: TurnOrigin
    shared: str | None
    own: bool
    feedback: Feedback | None  # the reader's own


def may(belongs_to: str | None, owner: str | None) -> bool:
    """Whether ``owner`` may touch what belongs to somebody: nobody's things, who knows of them."""
    if belongs_to is None or owner is None:
        return belongs_to is None
    return hmac.compare_digest(belongs_to.encode(), owner.encode())


def searchable(text: str) -> str:
    """Text as it is searched, and as what is looked for in it: folded, without case."""
    return fold(text).text.casefold()


def slots(connection: Connection, conversation: str) -> tuple[tuple[str, str, str | None], ...]:
    """Id, question and slots of the turns that stand, the earliest first. Raises LibraryDamaged
    where one of them is not as it was written."""
    statement = select(*turn_seals.COLUMNS).where(_standing(conversation))
    rows = connection.execute(statement.order_by(turns.c.ordinal)).mappings().all()
    for row in rows:
        turn_seals.check(row)
    return tuple((row["id"], row["question"], row["slots"]) for row in rows)


def standing(connection: Connection, conversation: str, owner: str | None) -> tuple[KeptTurn, ...]:
    """The turns that stand, the earliest first, with what ``owner`` said of them."""
    statement = _seen_by(owner).where(_standing(conversation)).order_by(turns.c.ordinal)
    return tuple(_kept(row, owner) for row in connection.execute(statement).all())


def by_id(connection: Connection, answer: str, owner: str | None) -> KeptTurn | None:
    """One turn, whether it stands or not, whosever it is."""
    row = connection.execute(_seen_by(owner).where(turns.c.id == answer)).one_or_none()
    return None if row is None else _kept(row, owner)


def append(
    connection: Connection, conversation: str, turn: NewTurn, *, asked: str, searched: bool
) -> None:
    """Write a turn after all others."""
    of_it = turns.c.conversation == conversation
    last = connection.execute(select(func.max(turns.c.ordinal)).where(of_it)).scalar()
    row = {
        "id": turn.id,
        "conversation": conversation,
        "ordinal": 0 if last is None else last + 1,
        "standing": True,
        "asked": asked,
        "origin": turn.origin,
        "question": turn.question,
        "slots": turn.slots,
        "words": searchable(f"{turn.question}\n{turn.said}") if searched else "",
        "answer": zlib.compress(turn.answer, _LEVEL),
        "shared": None,
    }
    connection.execute(insert(turns), [row | {"seal": turn_seals.seal(row)}])


def cut(connection: Connection, conversation: str, answer: str) -> None:
    """Take a turn and all after it out of a conversation. What was shared or judged is kept beside
    it; where the turn stands no more, nothing happens."""
    named = and_(_standing(conversation), turns.c.id == answer)
    ordinal = connection.execute(select(turns.c.ordinal).where(named)).scalar()
    if ordinal is None:
        return
    after = and_(_standing(conversation), turns.c.ordinal >= ordinal)
    judged = select(feedback.c.answer).where(feedback.c.answer == turns.c.id).exists()
    unwanted = and_(after, turns.c.shared.is_(None), ~judged)
    connection.execute(delete(turns).where(unwanted))
    connection.execute(update(turns).where(after).values(standing=False))


def judged(connection: Connection) -> tuple[tuple[KeptTurn, tuple[str, ...]], ...]:
    """Every answer with what a reader said of it, and the questions before it, the earliest
    judgement first."""
    rows = connection.execute(_seen_by(None, every=True).order_by(feedback.c.updated)).all()
    talks = {row.conversation for row in rows}
    asked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for talk in talks:
        wanted = select(turns.c.ordinal, turns.c.question).where(_standing(talk))
        for turn in connection.execute(wanted.order_by(turns.c.ordinal)).all():
            asked[talk].append((turn.ordinal, turn.question))
    return tuple(
        (
            _kept(row, None),
            tuple(
                question for ordinal, question in asked[row.conversation] if ordinal < row.ordinal
            ),
        )
        for row in rows
    )


def _standing(conversation: str) -> ColumnElement[bool]:
    return and_(turns.c.conversation == conversation, turns.c.standing)


def _seen_by(owner: str | None, *, every: bool = False) -> Select[*tuple[object, ...]]:
    """Turns with whose they are and what ``owner`` said of them; ``every``: those of which
    anybody said something, once for each."""
    said = feedback.c.answer == turns.c.id
    if not every:
        said = and_(said, false() if owner is None else feedback.c.owner == owner)
    return (
        select(turns, conversations.c.owner, feedback.c.verdict, feedback.c.comment)
        .add_columns(feedback.c.updated.label("said_at"))
        .join(conversations, conversations.c.id == turns.c.conversation)
        .join(feedback, said, isouter=not every)
    )


def _kept(row: Row[*tuple[object, ...]], owner: str | None) -> KeptTurn:
    turn_seals.check(row._mapping)
    said = Feedback(row.verdict, row.comment, row.said_at) if row.verdict is not None else None
    return KeptTurn(
        id=row.id,
        conversation=row.conversation,
        question=row.question,
        answer=turn_seals.answer(row.answer),
        asked=row.asked,
        origin=row.origin,
        shared=row.shared,
        own=may(row.owner, owner),
        feedback=said,
    )
