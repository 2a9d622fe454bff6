"""What takes long to make, kept ready in a file of the user's cache.

It is used only while it is what was written: its checksum stands before it. Where nothing can be
written, or what is there was damaged, it is made again.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from platformdirs import user_cache_path

_CHECKSUM_BYTES: Final = 4


def cache_folder() -> Path:
    """In a folder of ours: whoever writes to it decides how words are cut and questions found."""
    return user_cache_path("resolution-assistant")


def read(file: Path) -> memoryview | None:
    """What was written to ``file``; None where that is not there, or not as it was."""
    try:
        data = memoryview(file.read_bytes())
    except OSError:
        return None
    stated, told = data[:_CHECKSUM_BYTES], data[_CHECKSUM_BYTES:]
    return told if _checksum(told) == stated else None


def write(file: Path, told: bytes) -> None:
    """Keep it in ``file``, as a whole or not at all; its folder is made for its owner alone. Where
    that cannot be done, nothing is kept."""
    passing = file.with_name(f"{file.name}-{uuid4().hex}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            passing.write_bytes(_checksum(told) + told)
            passing.replace(file)
        finally:
            passing.unlink(missing_ok=True)


def _checksum(told: bytes | memoryview) -> bytes:
    return zlib.crc32(told).to_bytes(_CHECKSUM_BYTES, "big")
