"""The look-up of mandates: of a few resolutions as SQL, over a library in memory."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, exists, or_, select

from assistant.library import lookups, storing
from assistant.library.engine import reading
from assistant.library.lookups import LIBRARY_ORDER
from assistant.library.mandate_rows import AskedAct, item_act
from assistant.library.mandate_table import MandateFacet, MandateKey, MandateTable
from assistant.library.schema import mandate_features, mandates, paragraphs, resolutions
from assistant.library.structure import paragraph_of
from assistant.types import Lang, MandateQuery, MandateSort, Paragraph

_FEW_RESOLUTIONS = 100
# What a list says of a mandate's resolution.
_TOLD = (
    resolutions.c.symbol,
    resolutions.c.title,
    resolutions.c.session,
    resolutions.c.committee,
    resolutions.c.lang,
)


@dataclass(frozen=True, slots=True)
class KeptMandate:
    """A mandate as it was read, and what a list says of its resolution."""

    act: AskedAct
    title: str
    session: int | None
    committee: str | None
    lang: Lang


class Mandates:
    """The mandates of one library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._kept: tuple[str, MandateTable] | None = None  # of which generation

    def find(self, query: MandateQuery) -> Sequence[MandateKey]:
        """The mandates asked for, with names, symbols and committees as the library has them.

        In the order that ``query`` asks for.
        """
        with reading(self._engine) as connection:
            if 0 < len(query.symbols) <= _FEW_RESOLUTIONS:
                return [MandateKey(*row) for row in connection.execute(_statement(query))]
            return self._table(connection).find(query)

    def counts(self, query: MandateQuery) -> dict[MandateFacet, dict[Hashable, int]]:
        """How many mandates have each value of a facet under the other filters, named as ``find``
        takes them."""
        with reading(self._engine) as connection:
            table = self._table(connection)
        return table.counts(query)

    def _table(self, connection: Connection) -> MandateTable:
        with self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._kept is None or self._kept[0] != generation:
                self._kept = (generation, MandateTable.read(connection))
            return self._kept[1]

    def read(self, keys: Sequence[MandateKey]) -> list[KeptMandate]:
        """The mandates at ``keys``, in that order."""
        wanted = {key for one in keys for key in (one.key, one.lead) if key is not None}
        statement = select(*_TOLD).where(
            resolutions.c.symbol.in_(sorted({one.symbol for one in keys}))
        )
        with reading(self._engine) as connection:
            rows = lookups.rows_by_keys(connection, sorted(wanted))
            held = {row["symbol"]: row for row in connection.execute(statement).mappings()}
        by_key = {row["key"]: paragraph_of(row) for row in rows}
        found = ((_asked(one, by_key, held[one.symbol]["lang"]), held[one.symbol]) for one in keys)
        return [
            KeptMandate(act, row["title"], row["session"], row["committee"], row["lang"])
            for act, row in found
            if act is not None
        ]

    def names(self, field: str) -> tuple[str, ...]:
        """Every value of a feature that any mandate has: ``addressee``, ``deliverable``."""
        with reading(self._engine) as connection:
            values = self._table(connection).having.values.get(field, ())
        return tuple(sorted(map(str, values)))

    def committees(self) -> tuple[str, ...]:
        """Every committee that a resolution names, as it is kept."""
        committee = resolutions.c.committee
        statement = select(committee).where(committee.is_not(None)).distinct().order_by(committee)
        with reading(self._engine) as connection:
            return tuple(connection.execute(statement).scalars())


def _statement(query: MandateQuery) -> Select[Any]:
    """The mandates asked for, ranked as ``MandateTable`` ranks them."""
    return (
        select(
            mandates.c.key,
            mandates.c.position,
            mandates.c.lead,
            paragraphs.c.symbol,
            paragraphs.c.ordinal,
        )
        .join(paragraphs, paragraphs.c.key == mandates.c.key)
        .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
        .where(*_conditions(query))
        .order_by(*_ORDERS[query.sort], paragraphs.c.ordinal, mandates.c.position)
    )


_SESSION, _NUMBER, _SYMBOL = LIBRARY_ORDER
_ORDERS: Final[dict[MandateSort, tuple[ColumnElement[Any], ...]]] = {
    "due": (mandates.c.due.is_(None), mandates.c.due, mandates.c.timed.desc(), *LIBRARY_ORDER),
    "due_latest": (
        mandates.c.due.is_(None),
        mandates.c.due.desc(),
        mandates.c.timed.desc(),
        *LIBRARY_ORDER,
    ),
    "newest": (_SESSION.desc(), _NUMBER.desc(), _SYMBOL),
    "oldest": LIBRARY_ORDER,
}


def _asked(one: MandateKey, by_key: dict[str, Paragraph], lang: Lang) -> AskedAct | None:
    paragraph = by_key[one.key]
    if one.lead is None:
        return AskedAct(paragraph, one.position, paragraph.clauses[one.position])
    return item_act(paragraph, by_key[one.lead], lang)


def _conditions(query: MandateQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.symbols:
        conditions.append(paragraphs.c.symbol.in_(sorted(query.symbols)))
    if query.sessions is not None:
        conditions.append(resolutions.c.session.between(*query.sessions))
    if query.committees:
        conditions.append(resolutions.c.committee.in_(sorted(query.committees)))
    conditions.extend(_of_features(query))
    if query.recurring is not None:
        conditions.append(mandates.c.recurring.is_(query.recurring))
    if query.timed is not None:
        conditions.append(mandates.c.timed.is_(query.timed))
    return conditions


def _of_features(query: MandateQuery) -> Iterator[ColumnElement[bool]]:
    """The conditions on features, looked up at each mandate of a few resolutions."""
    field, value = mandate_features.c.field, mandate_features.c.value
    if query.due_sessions is not None:
        first, last = query.due_sessions
        sessions = [str(session) for session in range(first, last + 1)]
        yield _with(and_(field == "session", value.in_(sessions)))
    if query.due_after is not None or query.due_before is not None:
        yield _with(_due(query))
    if query.deliverables:
        yield _with(and_(field == "deliverable", value.in_(sorted(query.deliverables))))
    if query.addressees:
        yield _with(and_(field == "addressee", value.in_(sorted(query.addressees))))


def _due(query: MandateQuery) -> ColumnElement[bool]:
    """Due within the days; a month or year counts if any day of it does."""
    value = mandate_features.c.value
    within = [mandate_features.c.field == "due"]
    if query.due_before is not None:
        within.append(value <= query.due_before.isoformat())
    if query.due_after is not None:
        day = query.due_after.isoformat()
        within.append(or_(value >= day, value.in_((day[:4], day[:7]))))
    return and_(*within)


def _with(matching: ColumnElement[bool]) -> ColumnElement[bool]:
    same = (
        mandate_features.c.key == mandates.c.key,
        mandate_features.c.position == mandates.c.position,
    )
    return exists().where(*same, matching)
