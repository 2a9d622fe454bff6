"""The mandates of a library as arrays, read without an object for each: of 500,000 paragraphs there
are 90,000, which as objects would take 80 MB for a moment, and a process keeps what it took."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, select

from assistant.library.packed import Packed
from assistant.library.schema import mandate_features, mandates, paragraphs, resolutions
from assistant.types import MandateSort

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Scanned:
    """See ``mandate_table.Placed``."""

    keys: Packed  # of each row
    leads: Packed
    lead: Numbers
    symbols: Sequence[str]
    symbol: Numbers
    ordinal: Numbers
    position: Numbers
    orders: Mapping[MandateSort, Numbers]
    having: Mapping[tuple[str, Hashable], Numbers]


_ROWS: Final = (
    select(
        mandates.c.key,
        mandates.c.lead,
        paragraphs.c.symbol,
        mandates.c.due,
        resolutions.c.committee,
        paragraphs.c.ordinal,
        mandates.c.position,
        mandates.c.timed,
        mandates.c.recurring,
        resolutions.c.session.label("of_session"),
        resolutions.c.number,
    )
    .join(paragraphs, paragraphs.c.key == mandates.c.key)
    .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
)
_FEATURES: Final = select(
    paragraphs.c.symbol,
    paragraphs.c.ordinal,
    mandate_features.c.position,
    mandate_features.c.field,
    mandate_features.c.value,
).join(paragraphs, paragraphs.c.key == mandate_features.c.key)

_UNKNOWN: Final = -1  # as in LIBRARY_ORDER: what is not known comes first
_POSITION_BITS: Final = 16
_PARAGRAPH_BITS: Final = _POSITION_BITS + 24


class _Coded:
    """Values by number, in the order in which they came."""

    def __init__(self) -> None:
        self.numbers = array("i")
        self._known: dict[Hashable, int] = {}

    def add(self, value: Hashable) -> None:
        self.numbers.append(self._known.setdefault(value, len(self._known)))

    @property
    def values(self) -> tuple[Any, ...]:
        return tuple(self._known)

    def number(self, value: Hashable) -> int:
        return self._known[value]

    def ranked(self, rank: Mapping[Hashable, int]) -> Numbers:
        """The rank of each row's value."""
        import numpy as np

        ranks = np.array([rank[value] for value in self._known], dtype=np.int32)
        return ranks[np.asarray(self.numbers)] if ranks.size else ranks

    def rows(self) -> Mapping[Hashable, Numbers]:
        """The rows of each value."""
        import numpy as np

        numbers = np.asarray(self.numbers)
        order = np.argsort(numbers, kind="stable").astype(np.int32)
        begins = np.searchsorted(numbers[order], np.arange(1, len(self._known)))
        return dict(zip(self._known, np.split(order, begins), strict=True)) if self._known else {}


def scanned(connection: Connection) -> Scanned:
    """Every mandate."""
    import numpy as np

    keys, leads, lead = Packed(), Packed(), array("i")
    symbols, dues = _Coded(), _Coded()
    stated = {name: _Coded() for name in ("committee", "timed", "recurring", "of_session")}
    ordinals, positions, sessions, numbers = (array("i") for _ in range(4))
    for row in connection.execute(_ROWS):
        keys.add(row.key)
        lead.append(_UNKNOWN if row.lead is None else leads.add(row.lead))
        symbols.add(row.symbol)
        dues.add(row.due)
        for name, coded in stated.items():
            coded.add(getattr(row, name))
        ordinals.append(row.ordinal)
        positions.append(row.position)
        sessions.append(_UNKNOWN if row.of_session is None else row.of_session)
        numbers.append(_UNKNOWN if row.number is None else row.number)
    columns = [np.asarray(one, dtype=np.int32) for one in (ordinals, positions, sessions, numbers)]
    ordinal, position, session, number = columns
    by_name = {symbol: rank for rank, symbol in enumerate(sorted(symbols.values))}
    place = (position, ordinal, symbols.ranked(by_name))  # the last weighs most
    untimed = stated["timed"].ranked({True: 0, False: 1})
    dues_in_order = sorted(one for one in dues.values if one is not None)
    # As strings sort backwards: a year alone, 2030, comes after its days.
    backwards = sorted(dues_in_order, key=lambda due: (*(-ord(one) for one in due), 0))
    first, latest = (dues.ranked(_undated_last(one)) for one in (dues_in_order, backwards))
    ranks: dict[MandateSort, tuple[Numbers, ...]] = {
        "due": (*place, number, session, untimed, first),
        "due_latest": (*place, number, session, untimed, latest),
        "newest": (*place, -number, -session),
        "oldest": (*place, number, session),
    }
    having: dict[tuple[str, Hashable], Numbers] = {
        (name, value): rows
        for name, coded in (("symbol", symbols), *stated.items())
        for value, rows in coded.rows().items()
    }
    having |= _features(connection, symbols, ordinal, position)
    return Scanned(
        keys=keys.sealed(),
        leads=leads.sealed(),
        lead=np.asarray(lead, dtype=np.int32),
        symbols=symbols.values,
        symbol=np.asarray(symbols.numbers, dtype=np.int32),
        ordinal=ordinal,
        position=position,
        orders={sort: np.lexsort(rank).astype(np.int32) for sort, rank in ranks.items()},
        having=having,
    )


def _undated_last(dues: Sequence[str]) -> dict[Hashable, int]:
    return {**{due: rank for rank, due in enumerate(dues)}, None: len(dues)}


def _features(
    connection: Connection, symbols: _Coded, ordinal: Numbers, position: Numbers
) -> dict[tuple[str, Hashable], Numbers]:
    """The rows that have each value of a feature."""
    import numpy as np

    found: dict[tuple[str, Hashable], array[int]] = defaultdict(lambda: array("q"))
    for symbol, of, at, field, value in connection.execute(_FEATURES):
        number = symbols.number(symbol)
        found[field, value].append(number << _PARAGRAPH_BITS | of << _POSITION_BITS | at)
    held = np.asarray(symbols.numbers, dtype=np.int64) << _PARAGRAPH_BITS
    held |= (ordinal.astype(np.int64) << _POSITION_BITS) | position
    order = np.argsort(held)
    in_order = held[order]
    return {
        feature: order[np.searchsorted(in_order, np.asarray(at, dtype=np.int64))].astype(np.int32)
        for feature, at in found.items()
    }
