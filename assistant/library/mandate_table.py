"""The mandates of a library in memory, ranked as lists show them.

Of 5,000 resolutions a list may have thousands: SQL takes 60 ms to join and sort them for a page of
fifty. Look-ups in a few resolutions stay SQL. 300 bytes a mandate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import Connection, Row, select

from assistant.library.having import Having
from assistant.library.schema import mandate_features, mandates, paragraphs, resolutions
from assistant.types import MandateQuery, MandateSort

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.library.having import Mask


MandateFacet = Literal[
    "addressee", "deliverable", "committee", "session", "due_session", "timed", "recurring"
]
# Filter → the field of the table that it asks.
_FIELDS: Final[dict[MandateFacet, str]] = {
    "addressee": "addressee",
    "deliverable": "deliverable",
    "committee": "committee",
    "session": "of_session",
    "due_session": "session",
    "timed": "timed",
    "recurring": "recurring",
}


@dataclass(frozen=True, slots=True)
class MandateKey:
    """Where a mandate stands."""

    key: str  # of the paragraph
    position: int  # index into its clauses, or into its lead's
    lead: str | None  # key of the paragraph whose act an item continues
    symbol: str
    ordinal: int  # of the paragraph in its resolution


@dataclass(frozen=True, slots=True)
class MandateTable:
    """Every mandate, ranked as ``MandateSort`` says."""

    ranked: Sequence[MandateKey]  # by the day they are due
    orders: Mapping[MandateSort, NDArray[np.int32]]  # the other orders: indices into ``ranked``
    having: Having

    @classmethod
    def read(cls, connection: Connection) -> MandateTable:
        """The table of a library. Sorted here: SQLite takes longer."""
        import numpy as np

        rows = sorted(connection.execute(_ROWS).all(), key=_RANKS["due"])
        ranked = [MandateKey(*row[:5]) for row in rows]
        having: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
        at: dict[tuple[str, int], int] = {}
        for number, row in enumerate(rows):
            at[row.key, row.position] = number
            for field in ("symbol", "of_session", "committee", "timed", "recurring"):
                having[field, getattr(row, field)].append(number)
        for key, position, field, value in connection.execute(select(mandate_features)):
            having[field, value].append(at[key, position])
        orders: dict[MandateSort, NDArray[np.int32]] = {
            sort: np.array(sorted(range(len(rows)), key=lambda n: rank(rows[n])), dtype=np.int32)
            for sort, rank in _RANKS.items()
            if sort != "due"
        }
        return cls(ranked, orders, Having.of(len(ranked), having))

    def find(self, query: MandateQuery) -> list[MandateKey]:
        """The mandates asked for, as ``Mandates.find`` gives them."""
        import numpy as np

        asked = self.having.everything()
        for _, mask in self._masks(query):
            asked &= mask
        if query.sort == "due":
            return [self.ranked[row] for row in np.flatnonzero(asked).tolist()]
        order = self.orders[query.sort]
        return [self.ranked[row] for row in order[asked[order]].tolist()]

    def counts(self, query: MandateQuery) -> dict[MandateFacet, dict[Hashable, int]]:
        """How many mandates have each value of a facet, of those that the other filters leave."""
        masks = tuple(self._masks(query))
        found = {}
        for facet, field in _FIELDS.items():
            left = self.having.everything()
            for name, mask in masks:
                if name != facet:
                    left &= mask
            found[facet] = self.having.counted(field, left)
        return found

    def _masks(self, query: MandateQuery) -> Iterator[tuple[str, Mask]]:
        """What each filter leaves, by its name."""
        having = self.having
        if query.symbols:
            yield "symbol", having.any_of("symbol", query.symbols)
        if query.sessions is not None:
            first, last = query.sessions
            held = having.values.get("of_session", ())
            within = [s for s in held if isinstance(s, int) and first <= s <= last]
            yield "session", having.any_of("of_session", within)
        if query.committees:
            yield "committee", having.any_of("committee", query.committees)
        if query.due_sessions is not None:
            first, last = query.due_sessions
            yield "due_session", having.any_of("session", map(str, range(first, last + 1)))
        if query.due_after is not None or query.due_before is not None:
            yield "due", having.any_of("due", self._days(query))
        if query.deliverables:
            yield "deliverable", having.any_of("deliverable", query.deliverables)
        if query.addressees:
            yield "addressee", having.any_of("addressee", query.addressees)
        if query.recurring is not None:
            yield "recurring", having.any_of("recurring", (query.recurring,))
        if query.timed is not None:
            yield "timed", having.any_of("timed", (query.timed,))

    def _days(self, query: MandateQuery) -> Iterator[str]:
        """The days within the query's; a month or year counts if any day of it does."""
        before = query.due_before.isoformat() if query.due_before else None
        after = query.due_after.isoformat() if query.due_after else None
        for day in map(str, self.having.values.get("due", ())):
            begun = after is None or day >= after or day in (after[:4], after[:7])
            if begun and (before is None or day <= before):
                yield day


_ROWS = (
    select(
        mandates.c.key,
        mandates.c.position,
        mandates.c.lead,
        paragraphs.c.symbol,
        paragraphs.c.ordinal,
        mandates.c.due,
        mandates.c.timed,
        mandates.c.recurring,
        resolutions.c.session.label("of_session"),
        resolutions.c.number,
        resolutions.c.committee,
    )
    .join(paragraphs, paragraphs.c.key == mandates.c.key)
    .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
)


_Row = Row[*tuple[Any, ...]]


def _place(row: _Row) -> tuple[Any, ...]:
    """Where it stands in the library."""
    session = -1 if row.of_session is None else row.of_session
    number = -1 if row.number is None else row.number
    return session, number, row.symbol, row.ordinal, row.position


def _newest(row: _Row) -> tuple[Any, ...]:
    session, number, *rest = _place(row)
    return -session, -number, *rest


def _due(row: _Row) -> tuple[Any, ...]:
    return row.due is None, row.due or "", not row.timed, *_place(row)


def _due_latest(row: _Row) -> tuple[Any, ...]:
    # As strings sort backwards: a year alone, 2030, comes after its days.
    backwards = (*(-ord(one) for one in row.due or ""), 0)
    return row.due is None, backwards, not row.timed, *_place(row)


_RANKS: Final[dict[MandateSort, Callable[[_Row], tuple[Any, ...]]]] = {
    "due": _due,
    "due_latest": _due_latest,
    "newest": _newest,
    "oldest": _place,
}
