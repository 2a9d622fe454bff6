"""The acts of a library in memory, for look-ups that find thousands of them.

All that 5,000 resolutions ask of the Secretary-General are 12,000 acts: SQL takes 60 ms to join and
sort them, a mask over arrays one. Look-ups in a few resolutions stay SQL. 30 bytes an act, and the
keys of the paragraphs.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, select

from assistant.library import lookups, storing
from assistant.library.engine import reading
from assistant.library.having import Having
from assistant.library.lookups import LIBRARY_ORDER, ActQuery, Found
from assistant.library.schema import clause_addressees, clauses, paragraphs, resolutions

if TYPE_CHECKING:
    from assistant.library.having import Rows

_FEW = 50  # resolutions, which SQL looks up by their symbols


@dataclass(frozen=True, slots=True)
class ActTable:
    """Every act in document order, a row each; and by what is asked for, the rows that have it."""

    symbols: Mapping[str, int]  # the resolutions by number
    versions: Sequence[str]  # of the resolutions
    keys: Sequence[str]  # of the paragraphs that have acts
    resolution: Rows  # of each row
    paragraph: Rows
    position: Rows
    having: Having

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

    def found(self, rows: Rows) -> list[Found]:
        """The acts at ``rows`` by paragraph."""
        placed = zip(
            self.paragraph[rows].tolist(),
            self.resolution[rows].tolist(),
            self.position[rows].tolist(),
            strict=True,
        )
        return [
            Found(self.keys[at], self.versions[of], tuple(part for _, _, part in same))
            for (at, of), same in groupby(placed, key=lambda row: row[:2])
        ]


class Acts:
    """The acts of a library as it is now. The table is read when it is first needed: half a second
    at 100,000 paragraphs. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is read yet."""
        self._engine = engine
        self._lock = threading.Lock()
        self._kept: tuple[str, ActTable] | None = None  # of which generation

    def find(self, query: ActQuery) -> list[Found]:
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
    keys, of_clauses = _clauses(connection, number)
    having: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
    rows: dict[tuple[str, int], int] = {}
    for row, (at, of, position, kind, verb, family) in enumerate(of_clauses):
        rows[keys[at], position] = row
        stated = (("kind", kind), ("verb", verb), ("family", family), ("session", held[of][2]))
        for name in stated:
            having[name].append(row)
    addressed = select(clause_addressees)
    for key, position, name in connection.execute(addressed):
        having["addressee", name].append(rows[key, position])
    placed = np.array([clause[:3] for clause in of_clauses], dtype=np.int32).reshape(-1, 3)
    return ActTable(
        symbols=number,
        versions=[version for _, version, _ in held],
        keys=keys,
        resolution=placed[:, 1].copy(),
        paragraph=placed[:, 0].copy(),
        position=placed[:, 2].copy(),
        having=Having.of(len(of_clauses), having),
    )


_Clause = tuple[int, int, int, str, str, str]


def _clauses(connection: Connection, number: Mapping[str, int]) -> tuple[list[str], list[_Clause]]:
    """The keys of paragraphs with acts and the acts, both in document order. Sorted here: SQLite
    takes longer."""
    statement = select(
        clauses.c.symbol,
        paragraphs.c.ordinal,
        clauses.c.position,
        clauses.c.key,
        paragraphs.c.kind,
        clauses.c.verb,
        clauses.c.family,
    ).join(paragraphs, paragraphs.c.key == clauses.c.key)
    found = [(number[symbol], *rest) for symbol, *rest in connection.execute(statement)]
    found.sort(key=lambda row: row[:3])
    keys: list[str] = []
    placed: list[_Clause] = []
    for of, _, position, key, kind, verb, family in found:
        if not keys or keys[-1] != key:
            keys.append(key)
        placed.append((len(keys) - 1, of, position, kind, verb, family))
    return keys, placed
