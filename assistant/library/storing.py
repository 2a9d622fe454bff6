"""Writing resolutions, and what a library says of itself.

In a transaction of the caller. Of the versions of a symbol in several languages one *leads*: its
paragraphs are what questions look up. The others are its companions.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final, Literal

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from assistant.errors import NotInLibrary
from assistant.library import companions, lookups, structure
from assistant.library.lookups import KnownSource
from assistant.library.schema import (
    clause_addressees,
    clause_deadlines,
    clauses,
    mandate_features,
    mandates,
    mentions,
    meta,
    paragraphs,
    resolutions,
)
from assistant.library.schema import companions as companion_rows
from assistant.library.structure import Reading, Row
from assistant.text.symbols import part_of
from assistant.types import Lang, Resolution

PutOutcome = Literal["added", "replaced", "unchanged"]

# A symbol in one language.
Version = tuple[str, Lang]

# Who leads: people ask in Chinese.
_LEADING: Final[tuple[Lang, ...]] = ("zh", "en")


# ── what a library says of itself ────────────────────────────────────────────────────────────


def begin_library(connection: Connection) -> None:
    """Write what every library says of itself."""
    values = {"library": uuid.uuid4().hex, "generation": "0"}
    connection.execute(insert(meta), [{"name": n, "value": v} for n, v in values.items()])


# Made once: every look-up asks for the generation.
_STATED: Final = select(meta.c.value).where(meta.c.name == bindparam("name"))


def stated(connection: Connection, name: str) -> str | None:
    """What the library says of itself: ``library``, ``generation`` or ``oldest``."""
    return connection.execute(_STATED, {"name": name}).scalar()


def next_generation(connection: Connection) -> None:
    """Count a change of the resolutions."""
    generation = int(stated(connection, "generation") or 0) + 1
    statement = update(meta).where(meta.c.name == "generation").values(value=str(generation))
    connection.execute(statement)


# ── resolutions ──────────────────────────────────────────────────────────────────────────────


def version_of(connection: Connection, symbol: str, lang: Lang | None = None) -> str | None:
    """The content hash of the resolution, None where there is none.

    Without ``lang`` that of the version that leads.
    """
    statement = select(resolutions.c.lang, resolutions.c.content_hash)
    leading = connection.execute(statement.where(resolutions.c.symbol == symbol)).one_or_none()
    if leading is None:
        return None
    if lang in (None, leading.lang):
        content_hash: str = leading.content_hash
        return content_hash
    return companions.version_of(connection, symbol, lang)


def not_in_library(
    symbol: str, lang: Lang | None = None, held: Sequence[Lang] = ()
) -> NotInLibrary:
    """The error for a resolution, or its version in ``lang``, that is not held; ``held`` are the
    languages it is held in."""
    zh, en = _LANGUAGES[lang] if lang else ("", "")
    there_zh = "；有" + "、".join(_LANGUAGES[one][0] for one in held) if held else ""
    there_en = "; it is held in " + " and ".join(_LANGUAGES[one][1] for one in held) if held else ""
    return NotInLibrary(
        f"文库里没有 {symbol}{f' 的{zh}' if zh else ''}{there_zh}",
        f"{symbol} is not in the library{f' in {en}' if en else ''}{there_en}",
    )


_LANGUAGES: Final[dict[Lang, tuple[str, str]]] = {
    "zh": ("中文本", "Chinese"),
    "en": ("英文本", "English"),
}


def put(connection: Connection, reading: Reading) -> PutOutcome:
    """Write a resolution in the place of any of the same symbol and language."""
    resolution = reading.resolution
    symbol, lang = resolution.symbol, resolution.lang
    leading = _leading(connection, symbol)
    leads = leading is None or _LEADING.index(lang) <= _LEADING.index(leading)
    version = version_of(connection, symbol, lang)
    if version == structure.content_hash(resolution):
        _parsed_by(connection, reading, leads)
        return "unchanged"
    if not leads:
        companions.put(connection, reading)
    elif leading in (None, lang):
        _discard(connection, symbol)
        _write(connection, reading)
    else:
        _put_before(connection, reading)
    return "added" if version is None else "replaced"


def remove(connection: Connection, symbol: str, lang: Lang | None = None) -> bool:
    """Delete a resolution, or its version in ``lang`` alone; whether there was one.

    Where the version that leads goes, its companion takes the lead.
    """
    leading = _leading(connection, symbol)
    if lang is not None and lang != leading:
        return companions.discard(connection, symbol, lang)
    heir = companions.take(connection, symbol) if lang is not None else None
    companions.discard(connection, symbol)
    was_there = _discard(connection, symbol)
    if heir is not None:
        _write(connection, heir)
    return was_there


def known_sources(connection: Connection, sha256: str) -> tuple[KnownSource, ...]:
    """The resolutions, leading or not, that were read from a file of these bytes."""
    leading = lookups.known_sources(connection, sha256)
    return (*leading, *companions.known_sources(connection, sha256))


def source_hashes(connection: Connection) -> frozenset[str]:
    """The sha256 of every file that a version, leading or not, was read from."""
    columns = (resolutions.c.sha256, companion_rows.c.sha256)
    return frozenset(one for c in columns for one in connection.execute(select(c)).scalars())


def source_of(connection: Connection, version: Version) -> KnownSource | None:
    """The file that a version was read from, None where there is none."""
    symbol, lang = version
    found = None
    if _leading(connection, symbol) == lang:
        statement = select(resolutions.c.sha256).where(resolutions.c.symbol == symbol)
        found = connection.execute(statement).scalar()
    else:
        companion = companions.read(connection, symbol, lang)
        found = companion.source.sha256 if companion else None
    if found is None:
        return None
    known = known_sources(connection, found)
    return next(one for one in known if (one.symbol, one.lang) == version)


def vanished(connection: Connection, file: Sequence[Resolution]) -> tuple[Version, ...]:
    """The parts that an older text of a file gave and ``file``, what it gives now, does not.

    An older text has the file's name and gave one of the same resolutions, or it has the same
    bytes (and was read by an older parser). Resolutions of other numbers are left alone, and
    those whose symbol came from the caller: he may give the next one.
    """
    given = {(resolution.symbol, resolution.lang) for resolution in file}
    wholes = {(part_of(symbol) or symbol, lang) for symbol, lang in given}
    now = {resolution.source.sha256 for resolution in file}
    names = {resolution.source.name for resolution in file}
    before = (source_of(connection, version) for version in sorted(given))
    texts = now | {source.sha256 for source in before if source and source.name in names}
    old = [known for sha256 in sorted(texts) for known in known_sources(connection, sha256)]
    return tuple(
        (known.symbol, known.lang)
        for known in old
        if not known.symbol_inferred
        and (known.symbol, known.lang) not in given
        and (part_of(known.symbol) or known.symbol, known.lang) in wholes
    )


def _leading(connection: Connection, symbol: str) -> Lang | None:
    statement = select(resolutions.c.lang).where(resolutions.c.symbol == symbol)
    return connection.execute(statement).scalar()


def _put_before(connection: Connection, reading: Reading) -> None:
    """Write a version before the one that leads, which becomes its companion."""
    symbol = reading.resolution.symbol
    before = read_leading(connection, symbol)
    _discard(connection, symbol)
    _write(connection, reading)
    companions.put(connection, before)


def read_leading(connection: Connection, symbol: str) -> Reading:
    """The version that leads, whole. Raises NoResultFound where none is held."""
    found = connection.execute(select(resolutions).where(resolutions.c.symbol == symbol))
    led = found.mappings().one()
    rows = lookups.of_resolution(connection, symbol)
    whole = structure.resolution_of(led, [structure.paragraph_of(row) for row in rows])
    return Reading(whole, led["parser"], led["of_file"])


def write_mandates(connection: Connection, reading: Reading) -> None:
    """Write the mandates of a leading version that has none written."""
    rows = structure.rows_of(reading)
    _insert(connection, (mandates, rows.mandates), (mandate_features, rows.mandate_features))


def _write(connection: Connection, reading: Reading) -> None:
    """Write a leading version that is not there."""
    rows = structure.rows_of(reading)
    connection.execute(insert(resolutions), [rows.resolution])
    _insert(
        connection,
        (paragraphs, rows.paragraphs),
        (clauses, rows.clauses),
        (clause_addressees, rows.addressees),
        (clause_deadlines, rows.deadlines),
        (mentions, rows.mentions),
        (mandates, rows.mandates),
        (mandate_features, rows.mandate_features),
    )


def _insert(connection: Connection, *written: tuple[Table, list[Row]]) -> None:
    for table, rows in written:
        if rows:
            connection.execute(insert(table), rows)


def _discard(connection: Connection, symbol: str) -> bool:
    """Delete a leading version and all that hangs on it; whether there was one."""
    deleted = connection.execute(delete(resolutions).where(resolutions.c.symbol == symbol))
    return deleted.rowcount > 0


def _parsed_by(connection: Connection, reading: Reading, leads: bool) -> None:
    """Note what parser reads a version as it stands, and how many its file gives."""
    if not leads:
        companions.parsed_by(connection, reading)
        return
    statement = update(resolutions).where(resolutions.c.symbol == reading.resolution.symbol)
    connection.execute(statement.values(parser=reading.parser, of_file=reading.of_file))
