"""Uploads on disk until they are in the library, so that none is lost with the process.

uploads/<id>/upload.json    written when the upload was accepted
uploads/<id>/attempts       one byte for each time that taking it in began
uploads/<id>/0001/<name>    the files
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

_log = logging.getLogger(__name__)

_ACCEPTED: Final = "upload.json"
_ATTEMPTS: Final = "attempts"


@dataclass(frozen=True, slots=True)
class Upload:
    """An accepted upload: its files by path, and what was asked with them. ``logged`` stands in
    the lines that are logged of it: the id of the request that brought it."""

    id: str
    paths: tuple[Path, ...]
    symbol: str | None = None
    dry_run: bool = False
    logged: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Manifest:
    """``upload.json``: paths are relative to its folder, ``number`` is the order of acceptance."""

    number: int
    paths: tuple[str, ...]
    symbol: str | None
    dry_run: bool
    logged: Mapping[str, str] = field(default_factory=dict)  # there was none at first


_MANIFEST: Final = TypeAdapter(_Manifest)


class Spool:
    """The folder of uploads that are not in the library yet. It is made when it is needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._accepted = 0

    def begin(self) -> tuple[str, Path]:
        """An id that cannot be guessed, and an empty folder for what comes."""
        name = secrets.token_hex(16)
        folder = self._folder / name
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        return name, folder

    def accept(self, upload: Upload) -> None:
        """From here on the upload outlives the process, and a power cut."""
        folder = self._folder / upload.id
        self._accepted += 1
        paths = tuple(path.relative_to(folder).as_posix() for path in upload.paths)
        manifest = _Manifest(self._accepted, paths, upload.symbol, upload.dry_run, upload.logged)
        unfinished = folder / f"{_ACCEPTED}.new"
        unfinished.write_bytes(_MANIFEST.dump_json(manifest))
        for path in (*upload.paths, unfinished):
            _to_disk(path)
        unfinished.replace(folder / _ACCEPTED)
        for path in dict.fromkeys((*(path.parent for path in upload.paths), folder, self._folder)):
            _to_disk(path)

    def attempt(self, name: str) -> None:
        """Notes that taking this upload in has begun."""
        with (self._folder / name / _ATTEMPTS).open("ab") as attempts:
            attempts.write(b".")

    def attempts(self, name: str) -> int:
        """How often taking this upload in has begun without coming to an end."""
        try:
            return (self._folder / name / _ATTEMPTS).stat().st_size
        except FileNotFoundError:
            return 0

    def interrupted(self, name: str) -> None:
        """The server is told to stop: that this upload did not end is not its own fault."""
        (self._folder / name / _ATTEMPTS).unlink(missing_ok=True)

    def discard(self, name: str) -> None:
        """The upload is in the library, or was never accepted."""
        shutil.rmtree(self._folder / name, ignore_errors=True)

    def left_over(self) -> tuple[Upload, ...]:
        """What an earlier process accepted and did not finish, in order; the rest is removed."""
        if not self._folder.is_dir():
            return ()
        found = [(self._read(folder), folder) for folder in self._folder.iterdir()]
        for manifest, folder in found:
            if manifest is None:
                self.discard(folder.name)
        kept = sorted((m.number, folder, m) for m, folder in found if m is not None)
        self._accepted = max((number for number, _, _ in kept), default=0)
        return tuple(
            Upload(
                folder.name,
                tuple(folder / path for path in m.paths),
                m.symbol,
                m.dry_run,
                m.logged,
            )
            for _, folder, m in kept
        )

    def _read(self, folder: Path) -> _Manifest | None:
        try:
            return _MANIFEST.validate_json((folder / _ACCEPTED).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            _log.warning("an upload that cannot be read was removed from %s", self._folder)
            return None


def _to_disk(path: Path) -> None:
    """Wait until a file, or which files a folder has, is on the disk."""
    if path.is_dir() and os.name == "nt":  # where folders cannot be opened, nor need to be
        return
    # Windows lets only writers wait; for others reading is enough.
    opened = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
