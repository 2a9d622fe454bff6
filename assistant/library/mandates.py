"""The look-up of mandates, as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, and_, exists, or_, select, tuple_

from assistant.library import lookups
from assistant.library.engine import reading
from assistant.library.lookups import LIBRARY_ORDER
from assistant.library.mandate_rows import AskedAct, item_act
from assistant.library.schema import mandate_features, mandates, paragraphs, resolutions
from assistant.library.structure import paragraph_of
from assistant.types import Lang, MandateQuery, Paragraph

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
class MandateKey:
    """Where a mandate stands."""

    key: str  # of the paragraph
    position: int  # index into its clauses, or into its lead's
    lead: str | None  # key of the paragraph whose act an item continues
    symbol: str
    ordinal: int  # of the paragraph in its resolution


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

    def find(self, query: MandateQuery) -> list[MandateKey]:
        """The mandates asked for, with names, symbols and committees as the library has them.

        By the first day on which anything of them is due; those of no day after them (every year,
        within ninety days), and then those that set no time; each in document order.
        """
        statement = (
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
            .order_by(
                mandates.c.due.is_(None),
                mandates.c.due,
                mandates.c.timed.desc(),
                *LIBRARY_ORDER,
                paragraphs.c.ordinal,
                mandates.c.position,
            )
        )
        with reading(self._engine) as connection:
            return [MandateKey(*row) for row in connection.execute(statement)]

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
        statement = (
            select(mandate_features.c.value)
            .where(mandate_features.c.field == field)
            .distinct()
            .order_by(mandate_features.c.value)
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(statement).scalars())

    def committees(self) -> tuple[str, ...]:
        """Every committee that a resolution names, as it is kept."""
        committee = resolutions.c.committee
        statement = select(committee).where(committee.is_not(None)).distinct().order_by(committee)
        with reading(self._engine) as connection:
            return tuple(connection.execute(statement).scalars())


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
    """The conditions on features: begun at the one that fewest mandates have, the others looked up
    at each of those. Looking for the first at every mandate takes seconds; listing all that 秘书长
    is asked takes several times as long as looking at the few of a session (33 ms and 9 over
    100,000 paragraphs). A few resolutions' mandates are fewer still."""
    field, value = mandate_features.c.field, mandate_features.c.value
    wanted: list[ColumnElement[bool]] = []
    if query.due_sessions is not None:
        first, last = query.due_sessions
        sessions = [str(session) for session in range(first, last + 1)]
        wanted.append(and_(field == "session", value.in_(sessions)))
    if query.due_after is not None or query.due_before is not None:
        wanted.append(_due(query))
    if query.deliverables:
        wanted.append(and_(field == "deliverable", value.in_(sorted(query.deliverables))))
    if query.addressees:
        wanted.append(and_(field == "addressee", value.in_(sorted(query.addressees))))
    few = 0 < len(query.symbols) <= _FEW_RESOLUTIONS
    for at, matching in enumerate(wanted):
        yield _with_feature(matching) if at == 0 and not few else _also_with(matching)


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


def _with_feature(matching: ColumnElement[bool]) -> ColumnElement[bool]:
    return tuple_(mandates.c.key, mandates.c.position).in_(
        select(mandate_features.c.key, mandate_features.c.position).where(matching)
    )


def _also_with(matching: ColumnElement[bool]) -> ColumnElement[bool]:
    same = (
        mandate_features.c.key == mandates.c.key,
        mandate_features.c.position == mandates.c.position,
    )
    return exists().where(*same, matching)
