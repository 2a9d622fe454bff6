"""The file in which jieba keeps its dictionary ready, used only while it is what was written.

jieba takes whatever stands there for its dictionary. With a changed byte in it words would be cut
elsewhere, and questions read otherwise.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_FILE: Final = "jieba.cache"  # its own name for it
_CHECKSUM: Final = "jieba.crc32"


@contextmanager
def trusted(folder: Path) -> Iterator[str]:
    """The folder for jieba to be initialised in: ``folder``, emptied of what is not to be trusted,
    or one that is gone afterwards where that cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _stated(folder) != _checksum(folder):
            (folder / _FILE).unlink(missing_ok=True)
        if not (folder / _FILE).exists():
            (folder / _CHECKSUM).write_text("")  # tells whether it can be written to
    except OSError:
        with TemporaryDirectory() as passing:
            yield passing
        return
    yield str(folder)
    with suppress(OSError):
        (folder / _CHECKSUM).write_text(_checksum(folder))


def _stated(folder: Path) -> str:
    try:
        return (folder / _CHECKSUM).read_text(errors="replace")
    except OSError:
        return ""


def _checksum(folder: Path) -> str:
    try:
        return f"{zlib.crc32((folder / _FILE).read_bytes()):08x}"
    except FileNotFoundError:
        return ""
