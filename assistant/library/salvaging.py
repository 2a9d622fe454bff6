"""What can still be read of a damaged SQLite file, in a new one."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.library import seals, storing
from assistant.library.engine import reading, sqlite_url, writing
from assistant.library.records import Records
from assistant.library.schema import meta, metadata
from assistant.library.storing import Version

_AT_ONCE: Final = 500  # rows

# How far beyond the last row that was read others are looked for: rows of a page that is gone.
_FARTHEST: Final = 2**22


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came over, and what should have: resolutions by symbol and language."""

    sound: frozenset[Version]
    wanted: frozenset[Version]
    rows_lost: dict[str, int]  # of other tables, at least so many


def salvage(damaged: Path, fresh: Path) -> Salvaged:
    """Fill ``fresh``, which is not there yet, with what can be read of ``damaged``.

    Resolutions come over whole and as they were written, or not at all. Raises OSError and what
    opening records does where ``fresh`` cannot be written.
    """
    Records(sqlite_url(fresh)).close()
    lost = _copied(damaged, fresh)
    records = Records(sqlite_url(fresh))
    try:
        with reading(records.engine) as connection:
            found = seals.examine(connection)
        sound = found.sound | frozenset(found.unsealed)
        with writing(records.engine) as connection:
            for symbol in {symbol for symbol, _ in found.broken}:
                storing.remove(connection, symbol)
            kept = {v for v in sound if v[0] not in {symbol for symbol, _ in found.broken}}
            seals.renew(connection, {symbol for symbol, _ in (*found.broken, *found.unsealed)})
            storing.next_generation(connection)
        return Salvaged(frozenset(kept), sound | frozenset(found.broken), lost)
    finally:
        records.close()


def _copied(damaged: Path, fresh: Path) -> dict[str, int]:
    lost: dict[str, int] = {}
    with closing(sqlite3.connect(fresh)) as target, closing(sqlite3.connect(damaged)) as source:
        source.text_factory = bytes  # a text may be none any more
        for table in metadata.sorted_tables:
            with suppress(sqlite3.DatabaseError):  # not even its columns are told
                lost[table.name] = _copy_table(source, target, table.name)
        _name_anew(target)
        _drop_orphans(target)
        target.commit()
        # What is left free would hold what was taken out again.
        target.execute("VACUUM")
    return {name: rows for name, rows in lost.items() if rows}


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    """Copy the rows that can be read; how many could not, as far as that is known."""
    wanted = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    there = {row[1].decode() for row in source.execute(f"PRAGMA table_info({table})")}
    columns = [name for name in wanted if name in there]
    if not columns:
        return 0
    listed = ", ".join(f'"{name}"' for name in columns)
    replacing = "REPLACE" if table == meta.name else "IGNORE"
    put = f"INSERT OR {replacing} INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    texts = [
        index
        for index, row in enumerate(target.execute(f"PRAGMA table_info({table})"))
        if "BLOB" not in str(row[2]) and row[1] in there
    ]
    lost = 0
    for row in _rows(source, table, listed):
        if row is None:
            lost += 1
            continue
        try:
            target.execute(put, _as_text(row, texts))
        except (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError):
            lost += 1
    return lost


def _as_text(row: tuple[object, ...], texts: list[int]) -> list[object]:
    values = list(row)
    for index in texts:
        value = values[index]
        if isinstance(value, bytes):
            values[index] = value.decode()
    return values


def _rows(
    source: sqlite3.Connection, table: str, listed: str
) -> Iterator[tuple[object, ...] | None]:
    """Every row that can be read, by rowid; None where some could not be."""
    last, step = 0, 1
    page = f"SELECT rowid, {listed} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"  # noqa: S608
    while True:
        try:
            for rowid, *row in source.execute(page, (last, _AT_ONCE)):
                last, step = rowid, 1
                yield tuple(row)
            if not source.execute(page, (last, 1)).fetchone():
                return
        except sqlite3.DatabaseError:
            if step == 1:
                yield None
            last += step
            step *= 2
            if step > _FARTHEST:
                return


def _name_anew(target: sqlite3.Connection) -> None:
    """A library whose generation cannot be read gets another name, so that no index fits it."""
    stated = dict(target.execute("SELECT name, value FROM meta").fetchall())
    if not str(stated.get("generation", "")).isdecimal() or not stated.get("library"):
        new = {"generation": "1", "library": uuid.uuid4().hex}
        put = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
        target.executemany(put, new.items())


def _drop_orphans(target: sqlite3.Connection) -> None:
    """Take out what refers to what is gone, until nothing does."""
    while orphans := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _, _ in orphans:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608
