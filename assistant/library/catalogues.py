"""The library as a whole, in memory until it changes: its resolutions, what mastheads state."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Connection, Engine, select

from assistant.library import companions, storing
from assistant.library.engine import reading
from assistant.library.lookups import LIBRARY_ORDER
from assistant.library.schema import paragraphs, resolutions
from assistant.library.structure import summary_of
from assistant.text.catalogue import AnnexTitle, Catalogue
from assistant.text.normalise import fold
from assistant.text.places import parent, plain
from assistant.types import MastheadField

_SUMMARISED: Final = (
    resolutions.c.symbol,
    resolutions.c.title,
    resolutions.c.lang,
    resolutions.c.session,
    resolutions.c.date,
    resolutions.c.committee,
    resolutions.c.preambular,
    resolutions.c.operative,
)

_Stated = Mapping[MastheadField, Mapping[str, str]]
_NOTHING: Mapping[str, str] = {}


class Catalogues:
    """The catalogue of a library as it is now: reading 5,000 resolutions takes 80 ms, which every
    question would wait for. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is read yet."""
        self._engine = engine
        self._lock = threading.Lock()
        self._held: tuple[str, Catalogue] = ("", Catalogue())  # of which generation
        self._stated: tuple[str, _Stated] = ("", {})
        self._leading: tuple[str, frozenset[str]] = ("", frozenset())
        self._sources: tuple[str, Mapping[str, str]] = ("", {})

    def held(self) -> Catalogue:
        """Every resolution, by session and number."""
        with reading(self._engine) as connection, self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._held[0] != generation:
                catalogue = _catalogue(connection)
                catalogue.generation = int(generation or 0)
                self._held = (generation, catalogue)
            return self._held[1]

    def known(self) -> Catalogue:
        """The one that was read last, whatever has become of the library since. Asks nobody."""
        return self._held[1]

    def stated(self, name: MastheadField) -> Mapping[str, str]:
        """The value of a masthead field by the symbols that state it, in the order of the library.
        All fields are read together, at the first that is asked for."""
        with reading(self._engine) as connection, self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._stated[0] != generation:
                self._stated = (generation, _mastheads(connection))
            return self._stated[1].get(name, _NOTHING)

    def sources(self) -> Mapping[str, str]:
        """The source of every resolution as it is stored, by symbol."""
        with reading(self._engine) as connection, self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._sources[0] != generation:
                statement = select(resolutions.c.symbol, resolutions.c.source)
                # A list: dict() takes a result for a mapping, because it has keys().
                rows = connection.execute(statement).all()
                self._sources = (generation, dict(rows))
            return self._sources[1]

    def leading_items(self) -> frozenset[str]:
        """The keys, made ``plain``, of the paragraphs that have sub-paragraphs: 请秘书长： with its
        (a) and (b)."""
        with reading(self._engine) as connection, self._lock:
            generation = storing.stated(connection, "generation") or ""
            if self._leading[0] != generation:
                self._leading = (generation, _leading(connection))
            return self._leading[1]


def _leading(connection: Connection) -> frozenset[str]:
    statement = select(paragraphs.c.symbol, paragraphs.c.place)
    found = set()
    for symbol, place in connection.execute(statement.where(paragraphs.c.place.contains("("))):
        above = parent(plain(place))
        while above is not None and f"{symbol}#{above}" not in found:
            found.add(f"{symbol}#{above}")
            above = parent(above)
    return frozenset(found)


def _catalogue(connection: Connection) -> Catalogue:
    others = companions.langs(connection)
    rows = connection.execute(select(*_SUMMARISED).order_by(*LIBRARY_ORDER)).mappings()
    summaries = (summary_of(row, others.get(row["symbol"], ())) for row in rows)
    return Catalogue.holding(summaries, _annexes(connection))


def _annexes(connection: Connection) -> Iterator[AnnexTitle]:
    """The titles of annexes: the line below 附件 in what heads one."""
    columns = select(paragraphs.c.symbol, paragraphs.c.place, paragraphs.c.text)
    heads = columns.where(paragraphs.c.place.like("ANNEX%"), paragraphs.c.place.not_like("%/%"))
    for symbol, place, text in connection.execute(heads):
        _, _, below = text.partition("\n")
        title = fold(below.partition("\n")[0]).text.strip("《》“” ")
        if title:
            yield AnnexTitle(title, symbol, place)


def _mastheads(connection: Connection) -> _Stated:
    statement = select(resolutions.c.symbol, resolutions.c.masthead).order_by(*LIBRARY_ORDER)
    found: dict[MastheadField, dict[str, str]] = {}
    known: dict[str, str] = {}
    for symbol, masthead in connection.execute(statement):
        # Not as Facts: of 5,000 mastheads that takes half a second instead of a tenth.
        for name, fact in json.loads(masthead).items():
            # Committees, agenda items and days are those of many: each is kept once.
            found.setdefault(name, {})[symbol] = known.setdefault(fact["value"], fact["value"])
    return found
