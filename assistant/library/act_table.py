"""The acts of a library in memory, for look-ups that find thousands of them.

All that 5,000 resolutions ask of the Secretary-General are 12,000 acts: SQL takes 60 ms to join and
sort them, a mask over arrays one. Look-ups in a few resolutions stay SQL. 30 bytes an act, the keys
of the paragraphs and 12 bytes each.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, overload

from sqlalchemy import Connection, Engine, select

from assistant.library import lookups, storing
from assistant.library.act_scan import (
    MOST_ACTS,
    PARAGRAPH_BITS,
    POSITION_BITS,
    addressed,
    named,
    scanned_acts,
)
from assistant.library.engine import reading
from assistant.library.having import Having
from assistant.library.lookups import LIBRARY_ORDER, ActQuery, Found
from assistant.library.packed import Packed
from assistant.library.schema import resolutions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.library.having import Rows

    Hashes = NDArray[np.int64]

_FEW = 50  # resolutions, which SQL looks up by their symbols


@dataclass(frozen=True, slots=True)
class ActTable:
    """Every act in document order, a row each; and by what is asked for, the rows that have it."""

    symbols: Mapping[str, int]  # the resolutions by number
    versions: Sequence[str]  # of the resolutions
    keys: Packed  # of the paragraphs that have acts
    key: Rows  # of each paragraph, its number in ``keys``
    resolution: Rows  # of each row
    paragraph: Rows
    position: Rows
    having: Having
    hashes: Hashes  # of each paragraph's key, made ``plain``
    unit: Rows  # of each paragraph: the number of the whole one that it is, or is an item of

    def find(self, query: ActQuery) -> Rows:
        """The rows that ``query`` asks for, in document order."""
        import numpy as np

        asked = self.having.everything()
        for field, wanted in (
            ("kind", query.kinds),
            ("verb", query.verbs),
            ("family", query.families),
            ("session", query.sessions),
            ("addressee", query.addressees),
        ):
            if wanted:
                asked &= self.having.any_of(field, wanted)
        if query.symbols:
            within = np.zeros(len(self.symbols), dtype=bool)
            named = [self.symbols[s] for s in query.symbols if s in self.symbols]
            within[np.array(named, dtype=np.int32)] = True
            asked &= within[self.resolution]
        return np.flatnonzero(asked).astype(np.int32)

    def found(self, rows: Rows) -> FoundActs:
        """The acts at ``rows`` by paragraph."""
        return FoundActs(self, rows)


class FoundActs(Sequence[Found]):
    """Acts that were found, by paragraph, each made when it is looked at: of 60,000 requests to the
    Secretary-General a page shows forty."""

    def __init__(self, table: ActTable, rows: Rows) -> None:
        import numpy as np

        self._table = table
        self._rows = rows
        begins = np.flatnonzero(np.diff(table.paragraph[rows], prepend=-1))
        self._bounds = np.append(begins, len(rows)).astype(np.int32)

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, at: int) -> Found: ...

    @overload
    def __getitem__(self, at: slice) -> list[Found]: ...

    def __getitem__(self, at: int | slice) -> Found | list[Found]:
        if isinstance(at, slice):
            return [self._made(one) for one in range(*at.indices(len(self)))]
        return self._made(range(len(self))[at])

    def __iter__(self) -> Iterator[Found]:
        table, bounds = self._table, self._bounds.tolist()
        positions = table.position[self._rows].tolist()
        versions = table.resolution[self._rows[self._bounds[:-1]]].tolist()
        spans = pairwise(bounds)
        for key, of, (begin, end) in zip(self.keys(), versions, spans, strict=True):
            yield Found(key, table.versions[of], tuple(positions[begin:end]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return id(self)

    def keys(self) -> Iterator[str]:
        """The keys of the paragraphs, in order."""
        table = self._table
        numbers = table.key[table.paragraph[self._rows[self._bounds[:-1]]]]
        return map(table.keys.__getitem__, numbers.tolist())

    def positions(self, names: Sequence[str]) -> Rows:
        """Where the acts stand whose keys, made ``plain``, are among ``names``, by their hashes: of
        60,000 only these are made. One in 10¹⁹ may be another."""
        import numpy as np

        hashes = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        table = self._table
        own = table.hashes[table.paragraph[self._rows[self._bounds[:-1]]]]
        return np.flatnonzero(np.isin(own, hashes)).astype(np.int32)

    def at(self, positions: Rows) -> list[Found]:
        """Those at ``positions``."""
        table = self._table
        first = self._rows[self._bounds[:-1][positions]]
        bounds = self._bounds[:-1][positions].tolist(), self._bounds[1:][positions].tolist()
        numbers = table.key[table.paragraph[first]].tolist()
        versions = table.resolution[first].tolist()
        parts = table.position[self._rows]
        return [
            Found(table.keys[number], table.versions[of], tuple(parts[begin:end].tolist()))
            for number, of, begin, end in zip(numbers, versions, *bounds, strict=True)
        ]

    @property
    def resolutions(self) -> int:
        """How many resolutions they stand in."""
        import numpy as np

        return len(np.unique(self._table.resolution[self._rows]))

    @property
    def units(self) -> Rows:
        """Of each, the number of the whole paragraph that it is or is an item of, from 0 in the
        order in which they come."""
        import numpy as np

        units = self._table.unit[self._table.paragraph[self._rows[self._bounds[:-1]]]]
        _, first, which = np.unique(units, return_index=True, return_inverse=True)
        return first.argsort().argsort()[which].astype(np.int32)

    def _made(self, at: int) -> Found:
        table = self._table
        rows = self._rows[self._bounds[at] : self._bounds[at + 1]]
        key = table.keys[table.key[table.paragraph[rows[0]]]]
        parts = tuple(table.position[rows].tolist())
        return Found(key, table.versions[table.resolution[rows[0]]], parts)


class Acts:
    """The acts of a library as it is now. The table is read when it is first needed: half a second
    at 100,000 paragraphs. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is read yet."""
        self._engine = engine
        self._lock = threading.Lock()
        self._kept: tuple[str, ActTable] | None = None  # of which generation

    def find(self, query: ActQuery) -> Sequence[Found]:
        """The acts that ``query`` asks for, by paragraph, in document order."""
        with reading(self._engine) as connection:
            if _needs_sql(query):
                return lookups.acts(connection, query)
            table = self._table(connection)
        return table.found(table.find(query))

    def any(self, query: ActQuery) -> bool:
        """Whether there is any act that ``query`` asks for."""
        with reading(self._engine) as connection:
            if _needs_sql(query):
                return lookups.any_act(connection, query)
            table = self._table(connection)
        return bool(table.find(query).size)

    def _table(self, connection: Connection) -> ActTable:
        with self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._kept is None or self._kept[0] != generation:
                self._kept = (generation, _read(connection))
            return self._kept[1]


def _needs_sql(query: ActQuery) -> bool:
    """Whether a query is of few acts, or of what the table does not have."""
    few = 0 < len(query.symbols) <= _FEW
    return few or query.deadline_session is not None or bool(query.deliverables)


def _read(connection: Connection) -> ActTable:
    import numpy as np

    statement = select(resolutions.c.symbol, resolutions.c.content_hash, resolutions.c.session)
    held = connection.execute(statement.order_by(*LIBRARY_ORDER)).all()
    number = {symbol: at for at, (symbol, _, _) in enumerate(held)}
    scanned = scanned_acts(connection, number)
    order = np.argsort(np.asarray(scanned.at), kind="stable")
    at = np.asarray(scanned.at, dtype=np.int64)[order]
    begins = np.diff(at >> POSITION_BITS, prepend=-1) != 0
    rows = {
        name: np.flatnonzero(np.asarray(codes, dtype=np.uint16)[order] == code).astype(np.int32)
        for codes, names in scanned.stated
        for code, name in enumerate(names)
    }
    of = at >> PARAGRAPH_BITS
    sessions = np.array([-1 if s is None else s for _, _, s in held], dtype=np.int32)
    for session in {s for _, _, s in held}:
        mine = sessions[of] == (-1 if session is None else session)
        rows["session", session] = np.flatnonzero(mine).astype(np.int32)
    for name, asked in addressed(connection, number).items():
        found = np.searchsorted(at, np.sort(np.asarray(asked, dtype=np.int64)))
        rows["addressee", name] = found.astype(np.int32)
    key = np.asarray(scanned.key, dtype=np.int32)[order][begins]
    hashes, units = named(map(scanned.keys.__getitem__, key.tolist()), of[begins].tolist())
    return ActTable(
        symbols=number,
        versions=[version for _, version, _ in held],
        keys=scanned.keys,
        key=key,
        resolution=of.astype(np.int32),
        paragraph=(np.cumsum(begins) - 1).astype(np.int32),
        position=(at & MOST_ACTS).astype(np.int32),
        having=Having(len(at), {name: one for name, one in rows.items() if one.size}),
        hashes=np.asarray(hashes, dtype=np.int64),
        unit=np.asarray(units, dtype=np.int32),
    )
