"""Resolutions in a second language, each kept whole beside the version that questions look up.

In a transaction of the caller. Which version of a symbol leads is decided in ``storing``.
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from assistant.library import structure
from assistant.library.lookups import KnownSource, in_parts
from assistant.library.schema import companions
from assistant.library.structure import Reading
from assistant.types import Lang, Resolution

# About 30 kB each.
_KEPT_IN_MEMORY = 256


@dataclass(frozen=True, slots=True)
class Companion:
    """The texts of a resolution in its other language, by place."""

    lang: Lang
    texts: Mapping[str, str]


def put(connection: Connection, reading: Reading) -> None:
    """Write a version, in the place of one of the same language."""
    resolution = reading.resolution
    discard(connection, resolution.symbol, resolution.lang)
    row = {
        "symbol": resolution.symbol,
        "lang": resolution.lang,
        "resolution": structure.whole(resolution),
        "sha256": resolution.source.sha256,
        "parser": reading.parser,
        "content_hash": structure.content_hash(resolution),
        "of_file": reading.of_file,
    }
    connection.execute(insert(companions), [row])


def parsed_by(connection: Connection, reading: Reading) -> None:
    """Note what parser reads the version as it stands, and how many its file gives."""
    resolution = reading.resolution
    values = {"parser": reading.parser, "of_file": reading.of_file}
    statement = update(companions).where(*_of(resolution.symbol, resolution.lang)).values(values)
    connection.execute(statement)


def discard(connection: Connection, symbol: str, lang: Lang | None = None) -> bool:
    """Delete the version in ``lang``, or all; whether there was one."""
    return connection.execute(delete(companions).where(*_of(symbol, lang))).rowcount > 0


def take(connection: Connection, symbol: str) -> Reading | None:
    """Take out the version of a symbol that is next to lead; None where there is none."""
    row = _row(connection, symbol)
    if row is None:
        return None
    discard(connection, symbol, row["lang"])
    return Reading(structure.from_whole(row["resolution"]), row["parser"], row["of_file"])


def version_of(connection: Connection, symbol: str, lang: Lang) -> str | None:
    """The content hash of a version, None where there is none."""
    statement = select(companions.c.content_hash).where(*_of(symbol, lang))
    return connection.execute(statement).scalar()


def read(connection: Connection, symbol: str, lang: Lang) -> Resolution | None:
    """A version, None where there is none."""
    row = _row(connection, symbol, lang)
    return structure.from_whole(row["resolution"]) if row else None


def langs(connection: Connection) -> dict[str, tuple[Lang, ...]]:
    """The languages of all companions, by symbol."""
    found: dict[str, tuple[Lang, ...]] = defaultdict(tuple)
    statement = select(companions.c.symbol, companions.c.lang).order_by(companions.c.lang)
    for symbol, lang in connection.execute(statement):
        found[symbol] += (lang,)
    return found


def known_sources(connection: Connection, sha256: str) -> tuple[KnownSource, ...]:
    """The companions that were read from a file of these bytes."""
    statement = select(companions).where(companions.c.sha256 == sha256)
    rows = connection.execute(statement).mappings().all()
    parsed = (structure.from_whole(row["resolution"]) for row in rows)
    return tuple(KnownSource.of(r, row) for r, row in zip(parsed, rows, strict=True))


class CompanionTexts:
    """The texts of companions in memory: an answer asks for them paragraph by paragraph."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[str, Companion]] = OrderedDict()

    def of(self, connection: Connection, symbol: str) -> Companion | None:
        """The companion of ``symbol``; None where its version that leads is the only one."""
        statement = select(companions.c.content_hash).where(*_of(symbol, None))
        version = connection.execute(statement.order_by(companions.c.lang)).scalar()
        if version is None:
            return None
        return self._known(symbol, version, lambda: _texts(connection, symbol))

    def _known(self, symbol: str, version: str, load: Callable[[], Companion]) -> Companion:
        with self._lock:
            known, companion = self._kept.get(symbol, ("", None))
        if companion is None or known != version:
            companion = load()
        with self._lock:
            self._kept[symbol] = (version, companion)
            self._kept.move_to_end(symbol)
            while len(self._kept) > _KEPT_IN_MEMORY:
                self._kept.popitem(last=False)
        return companion


def titles(connection: Connection, symbols: Sequence[str], lang: Lang) -> dict[str, str]:
    """The titles of those of ``symbols`` that have a companion in ``lang``. Half a ms each."""
    statement = select(companions.c.symbol, companions.c.resolution).where(
        companions.c.lang == lang
    )
    found: dict[str, str] = {}
    for some in in_parts(sorted(set(symbols))):
        for symbol, stored in connection.execute(statement.where(companions.c.symbol.in_(some))):
            found[symbol] = json.loads(stored)["title"]
    return found


def _texts(connection: Connection, symbol: str) -> Companion:
    row = _row(connection, symbol)
    assert row is not None  # noqa: S101 - its version was just read in the same transaction
    resolution = structure.from_whole(row["resolution"])
    return Companion(resolution.lang, {p.place: p.text for p in resolution.paragraphs})


def _row(connection: Connection, symbol: str, lang: Lang | None = None) -> RowMapping | None:
    statement = select(companions).where(*_of(symbol, lang)).order_by(companions.c.lang)
    return connection.execute(statement).mappings().first()


def _of(symbol: str, lang: Lang | None) -> list[ColumnElement[bool]]:
    by_lang = [] if lang is None else [companions.c.lang == lang]
    return [companions.c.symbol == symbol, *by_lang]
