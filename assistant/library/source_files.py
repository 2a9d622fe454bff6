"""The files that the library was read from, byte for byte, under the sha256 of their bytes.

    <data_dir>/sources/<sha256>

A file is kept once its resolutions are in the records and goes with the last resolution that was
read from it. What is lost is kept again by ingesting the file again, changed or not.
"""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.errors import LibraryDamaged
from assistant.reading.media_types import media_type_of

__all__ = ["Kept", "SourceFiles", "media_type_of"]

_log = logging.getLogger(__name__)

_NAME: Final = re.compile(r"[0-9a-f]{64}")
_UNFINISHED: Final = ".new"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the files that a library needs, by their sha256."""

    sound: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]


class SourceFiles:
    """The files of one library. With ``keeps`` false none is kept, and those that are there go at
    the next change."""

    def __init__(self, folder: Path, *, keeps: bool) -> None:
        """The folder is made when it is needed."""
        self._folder = folder
        self.keeps = keeps

    def keep(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a file. A disk that takes no more is logged, and costs the file."""
        path = self._folder / sha256
        if not self.keeps or not _NAME.fullmatch(sha256) or path.exists():
            return
        unfinished = self._folder / f"{sha256}.{secrets.token_hex(4)}{_UNFINISHED}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(path)
        except OSError as error:
            _log.warning("a source file could not be kept: %s", error.strerror)
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def holds(self, sha256: str) -> bool:
        """Whether a file is there; not whether it is sound."""
        return self.keeps and (self._folder / sha256).is_file()

    def read(self, sha256: str) -> bytes | None:
        """The bytes of a file as they came, None where it is not kept.

        Raises LibraryDamaged where they are others by now.
        """
        if not self.keeps:
            return None
        try:
            data = (self._folder / sha256).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise damaged() from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged()
        return data

    def listed(self) -> frozenset[str]:
        """Everything in the folder, what was never finished included."""
        try:
            return frozenset(path.name for path in self._folder.iterdir())
        except OSError:
            return frozenset()

    def tidy(self, listed: Collection[str], needed: Collection[str]) -> None:
        """Take out what is ``listed`` and not ``needed``. Listed first, needed after: what another
        thread keeps meanwhile is not listed."""
        wanted = frozenset(needed) if self.keeps else frozenset()
        for name in listed:
            ours = _NAME.fullmatch(name) or name.endswith(_UNFINISHED)
            if ours and name not in wanted:
                with suppress(OSError):
                    (self._folder / name).unlink(missing_ok=True)

    def examined(self, needed: Collection[str]) -> Kept:
        """Every needed file, read."""
        missing, altered = [], []
        for sha256 in sorted(needed):
            try:
                if self.read(sha256) is None:
                    missing.append(sha256)
            except LibraryDamaged:
                altered.append(sha256)
        sound = len(needed) - len(missing) - len(altered)
        return Kept(sound, tuple(missing), tuple(altered))


def damaged() -> LibraryDamaged:
    """The error of a file that is not what it was."""
    return LibraryDamaged(
        "保存的原文件已损坏或被改动；请重新导入这份文件（assistant ingest）",
        "the source file that was kept is damaged or was changed; ingest the file again "
        "(assistant ingest)",
    )
