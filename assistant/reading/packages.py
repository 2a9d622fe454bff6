"""Unpacking ZIP containers, archives and Word files alike, under limits kept while unpacking."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Literal

# Texts pack 3 to 20 times, XML of Word up to 60. Beyond that, and beyond a size that could do
# harm, it is a bomb.
_MOST_RATIO = 200
_HARMLESS = 1_000_000  # bytes
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack without limit in one step
_ENTRY_SIGNATURE = b"PK\x01\x02"
_CHUNK = 1 << 18


# What office files have first: ODF and EPUB by their standard, Office Open XML by habit.
_MIMETYPE_AT = 30
_RELATIONS = b"_rels/.rels"
_FIRST_ENTRIES = 4_096  # bytes
MOST_PARTS = 5_000  # of an office file: a picture or note each

PackageKind = Literal["word", "other", "archive"]


class BadEntry(Exception):
    """An entry, or the container, is damaged or packed in a way that is not read."""


class TooLarge(Exception):
    """More than the limit, when unpacked."""


def entries_of(data: bytes, most: int) -> zipfile.ZipFile:
    """The container, opened. Raises TooLarge (over ``most`` entries) or BadEntry."""
    # Before zipfile reads the list of entries: a hostile one has millions.
    if data.count(_ENTRY_SIGNATURE) > 2 * most:
        raise TooLarge
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as error:
        raise BadEntry from error
    if len(archive.infolist()) > most:
        raise TooLarge
    return archive


def package_kind(data: bytes) -> PackageKind | None:
    """Whether bytes are a Word file, another office file, or an archive; None: no ZIP container."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if data[_MIMETYPE_AT : _MIMETYPE_AT + 8] == b"mimetype":
        return "other"
    return _kind_by_parts(data) if _RELATIONS in data else "archive"


def _kind_by_parts(data: bytes) -> PackageKind:
    try:
        names = set(entries_of(data, MOST_PARTS).namelist())
    except TooLarge:
        return "archive"
    except BadEntry:  # cut short: the list of entries at its end is gone
        return "word" if _RELATIONS in data[:_FIRST_ENTRIES] else "archive"
    if _RELATIONS.decode() not in names:
        return "archive"
    return "word" if any(name.startswith("word/") for name in names) else "other"


def is_locked(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry opens only with a password."""
    return bool(entry.flag_bits & 0x41)


def unpacked(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    limit: int,
    taken: Callable[[int], None] | None = None,
) -> bytes:
    """The bytes of an entry. Raises TooLarge as soon as there are more than ``limit``, BadEntry.
    ``taken`` hears how many there are so far, also where it comes to nothing."""
    if entry.compress_type not in _METHODS:
        raise BadEntry
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(_CHUNK):
                pieces.append(piece)
                size += len(piece)
                if taken:
                    taken(size)
                suspicious = size > max(_HARMLESS, _MOST_RATIO * entry.compress_size)
                if size > limit or suspicious:
                    raise TooLarge
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,  # locked
        NotImplementedError,
        UnicodeDecodeError,
    ) as error:
        raise BadEntry from error
    return b"".join(pieces)
