"""Checksums of an index's files: a disk that gives other bytes than were written is found out
before anything is answered from them.

CRC-32, at 2 GB/s: it is to find what decays or was cut off, not who forges. Reading every file of
an index of 100,000 paragraphs takes a third of a second, most of it to be read in any case.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from io import BufferedReader
from pathlib import Path
from typing import Final

# Bytes read at once. While a server starts, other threads take the interpreter between two pieces:
# with pieces of 1 MB the 900 MB of 423,937 texts took 2.4 s.
_PIECE: Final = 2**26
_SQLITE: Final = ".sqlite3"
_LOCK: Final = ".lock"
_OF_A_GRAPH: Final = ".bin"
_WRITTEN_GRAPH: Final = "index_metadata.pickle"

# Chroma writes a row of this table whenever it opens a collection, and nothing else.
_WRITTEN_BY_READERS: Final = "acquire_write"

# What a SQLite file's first page says of its last change and of its length: see "The Database
# Header" of https://www.sqlite.org/fileformat.html.
_OF_ITS_LAST_CHANGE: Final = ((24, 32), (92, 100))


def seal(folder: Path) -> dict[str, str]:
    """The length and checksum of every file below ``folder``, by its path there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): _stated(path, path.stat().st_size)
        for path in files
        if path.suffix != _LOCK and not _is_unwritten(path)
    }


def broken(folder: Path, sealed: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the ``sealed`` files that are missing or are not what they were. What came to the
    folder later is no part of the index."""
    return tuple(name for name, stated in sealed.items() if not _is_sound(folder / name, stated))


def _is_unwritten(path: Path) -> bool:
    """Whether a file is of a graph that Chroma has not written: a single vector, and those that
    ``dense`` did not settle, it keeps in its database alone, and the graph's files are made anew,
    of no matter what, at each opening."""
    return path.suffix == _OF_A_GRAPH and not (path.parent / _WRITTEN_GRAPH).exists()


def _is_sound(path: Path, stated: str) -> bool:
    try:
        length = int(stated.partition("-")[0])
        # A SQLite file grows by the rows that its readers write.
        grows = path.suffix == _SQLITE
        is_whole = path.stat().st_size >= length if grows else path.stat().st_size == length
        return is_whole and _stated(path, length) == stated
    except (OSError, sqlite3.Error, ValueError):
        return False


def _stated(path: Path, length: int) -> str:
    with path.open("rb") as file:
        checksum = _of_sqlite(path, file, length) if path.suffix == _SQLITE else _of(file, length)
    return f"{length}-{checksum:08x}"


def _of(file: BufferedReader, length: int) -> int:
    # Into one place: a new one for each piece takes longer than the checksum.
    place = memoryview(bytearray(min(_PIECE, length)))
    checksum = 0
    while length > 0 and (read := file.readinto(place[:length])):
        checksum = zlib.crc32(place[:read], checksum)
        length -= read
    return checksum


def _of_sqlite(path: Path, file: BufferedReader, length: int) -> int:
    """The checksum of all but what readers change."""
    first = bytearray(file.read(min(length, 100)))
    size = int.from_bytes(first[16:18], "big")
    size = 2**16 if size == 1 else size
    if size < 512:
        raise ValueError("not a SQLite file")
    for start, end in _OF_ITS_LAST_CHANGE:
        first[start:end] = bytes(end - start)
    checksum = zlib.crc32(first)
    left_out = _root_of(path, _WRITTEN_BY_READERS)
    file.seek(len(first))
    at = len(first)
    if left_out:
        before = (left_out - 1) * size
        checksum = zlib.crc32(_of(file, before - at).to_bytes(4, "big"), checksum)
        at = before + size
        file.seek(at)
    return zlib.crc32(_of(file, length - at).to_bytes(4, "big"), checksum)


def _root_of(path: Path, table: str) -> int | None:
    """The first page of a table, counted from 1; None where there is no such table."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        statement = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        found = connection.execute(statement, (table,)).fetchone()
    return None if found is None else int(found[0])
