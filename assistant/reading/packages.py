"""Unpacking ZIP containers, archives and Word files alike, under limits kept while unpacking."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

# Texts pack 3 to 20 times, XML of Word up to 60. Beyond that, and beyond a size that could do
# harm, it is a bomb.
_MOST_RATIO = 200
_HARMLESS = 1_000_000  # bytes
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack without limit in one step
_ENTRY_SIGNATURE = b"PK\x01\x02"
_CHUNK = 1 << 18


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


def is_locked(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry opens only with a password."""
    return bool(entry.flag_bits & 0x41)


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of an entry. Raises TooLarge as soon as there are more than ``limit``, BadEntry."""
    if entry.compress_type not in _METHODS:
        raise BadEntry
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(_CHUNK):
                pieces.append(piece)
                size += len(piece)
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
