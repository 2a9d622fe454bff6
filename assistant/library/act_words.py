"""The words of acts with the items they lead to, read without the rest of their paragraphs.

Of 5,000 acts among which a few are looked for, 80 ms; as whole paragraphs they take 600.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, select

from assistant.library.engine import reading
from assistant.library.lookups import Found, in_parts
from assistant.library.schema import paragraphs
from assistant.text.places import covers

_LEADING: Final = frozenset({"operative", "annex"})  # kinds of paragraphs whose acts have items
_ROWS: Final = select(
    paragraphs.c.key,
    paragraphs.c.symbol,
    paragraphs.c.place,
    paragraphs.c.kind,
    paragraphs.c.text,
    paragraphs.c.structure,
)
_ITEMS: Final = (
    select(paragraphs.c.symbol, paragraphs.c.place, paragraphs.c.text)
    .where(paragraphs.c.place.contains("("))
    .order_by(paragraphs.c.symbol, paragraphs.c.ordinal)
)


_Which = tuple[str, tuple[int, ...]]  # the key of a paragraph, and its acts


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int


@dataclass(slots=True)
class _Act:
    span: _Stretch


@dataclass(slots=True)
class _Acts:
    """What is read of ``paragraphs.structure``."""

    clauses: list[_Act]


class ActWords:
    """The words of a library's acts. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is kept."""
        self._engine = engine

    def of(self, found: Sequence[Found], leads_items: Callable[[str], bool]) -> list[str]:
        """The words of each of the acts ``found``, as printed, parts and items joined by blanks.

        The last act of a paragraph leads to the items below it; ``leads_items`` tells by key which
        paragraphs may have any.
        """
        decode = _decoder()
        words: dict[_Which, list[str]] = {}
        leading: dict[_Which, tuple[str, str]] = {}
        wanted: dict[str, list[tuple[int, ...]]] = defaultdict(list)
        for one in found:
            wanted[one.key].append(one.parts)
        with reading(self._engine) as connection:
            for some in in_parts(tuple(wanted)):
                rows = connection.execute(_ROWS.where(paragraphs.c.key.in_(some))).all()
                for key, symbol, place, kind, text, structure in rows:
                    spans = [act.span for act in decode(structure).clauses]
                    for parts in wanted[key]:
                        words[key, parts] = [text[spans[i].start : spans[i].end] for i in parts]
                        to_its_end = not parts or len(spans) - 1 in parts
                        if to_its_end and kind in _LEADING and leads_items(key):
                            leading[key, parts] = (symbol, place)
            below = _items(connection, leading)
        return [" ".join((*words[which], *below.get(which, ()))) for which in map(_which, found)]


def _which(found: Found) -> _Which:
    return found.key, found.parts


def _items(
    connection: Connection, leading: Mapping[_Which, tuple[str, str]]
) -> dict[_Which, list[str]]:
    """The texts of the items below each lead, in document order."""
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for some in in_parts(tuple({symbol for symbol, _ in leading.values()})):
        for symbol, place, text in connection.execute(_ITEMS.where(paragraphs.c.symbol.in_(some))):
            held[symbol].append((place, text))
    return {
        which: [text for at, text in held[symbol] if at != place and covers(place, at)]
        for which, (symbol, place) in leading.items()
    }


@cache
def _decoder() -> Callable[[str], _Acts]:
    # Built at first use, as in ``structure``.
    return TypeAdapter(_Acts).validate_json
