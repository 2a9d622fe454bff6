"""The mandates of a library in memory, ranked as lists show them.

Of 5,000 resolutions a list may have thousands: SQL takes 60 ms to join and sort them for a page of
fifty. Look-ups in a few resolutions stay SQL. 100 bytes a mandate.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, overload

from sqlalchemy import Connection

from assistant.library import mandate_scan
from assistant.library.having import Having
from assistant.types import MandateQuery, MandateSort

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.library.having import Mask
    from assistant.library.packed import Packed


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
class Placed:
    """Where mandates stand, by row."""

    keys: Packed
    leads: Packed
    lead: NDArray[np.int32]  # number in ``leads``, -1 for none
    symbols: Sequence[str]
    symbol: NDArray[np.int32]  # number in ``symbols``
    ordinal: NDArray[np.int32]
    position: NDArray[np.int32]

    def at(self, row: int) -> MandateKey:
        """The mandate of a row."""
        lead = int(self.lead[row])
        return MandateKey(
            self.keys[row],
            int(self.position[row]),
            None if lead < 0 else self.leads[lead],
            self.symbols[self.symbol[row]],
            int(self.ordinal[row]),
        )


class RankedMandates(Sequence[MandateKey]):
    """Mandates in the order asked for, each made when it is looked at: of 90,000 a page shows
    fifty."""

    def __init__(self, placed: Placed, rows: NDArray[np.int32]) -> None:
        self._placed = placed
        self._rows = rows

    @property
    def resolutions(self) -> int:
        """How many resolutions they are of."""
        import numpy as np

        return len(np.unique(self._placed.symbol[self._rows]))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> MandateKey: ...

    @overload
    def __getitem__(self, at: slice) -> list[MandateKey]: ...

    def __getitem__(self, at: int | slice) -> MandateKey | list[MandateKey]:
        if isinstance(at, slice):
            return [self._placed.at(row) for row in self._rows[at].tolist()]
        return self._placed.at(int(self._rows[at]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return id(self)


def count_resolutions(found: Sequence[MandateKey]) -> int:
    """How many resolutions the mandates found are of."""
    if isinstance(found, RankedMandates):
        return found.resolutions
    return len({one.symbol for one in found})


@dataclass(frozen=True, slots=True)
class MandateTable:
    """Every mandate, ranked as ``MandateSort`` says: arrays, a row for each in the order of the
    library."""

    placed: Placed
    orders: Mapping[MandateSort, NDArray[np.int32]]  # the rows in each order
    having: Having

    @classmethod
    def read(cls, connection: Connection) -> MandateTable:
        """The table of a library. Sorted here: SQLite takes longer."""
        scanned = mandate_scan.scanned(connection)
        placed = Placed(
            scanned.keys,
            scanned.leads,
            scanned.lead,
            scanned.symbols,
            scanned.symbol,
            scanned.ordinal,
            scanned.position,
        )
        return cls(placed, scanned.orders, Having(len(scanned.keys), scanned.having))

    def find(self, query: MandateQuery) -> RankedMandates:
        """The mandates asked for, as ``Mandates.find`` gives them."""
        asked = self.having.everything()
        for _, mask in self._masks(query):
            asked &= mask
        order = self.orders[query.sort]
        return RankedMandates(self.placed, order[asked[order]])

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
