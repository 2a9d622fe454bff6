"""Files as they arrive: by path, by upload, by standard input, or inside an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InvalidDocument

LARGEST_FILE = 10_000_000  # bytes; the longest resolution with annexes is under one


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file under its name, which is never a path."""

    name: str
    data: bytes
    retrieved: str | None = None  # ISO 8601, for what was fetched

    @classmethod
    def at(cls, path: Path) -> File:
        """The file at ``path``. Raises InvalidDocument: none there, too large, unreadable."""
        return cls(path.name, _bytes_of(path))


@dataclass(frozen=True, slots=True)
class Member:
    """One document that a file holds: the file itself, or an entry of an archive."""

    name: str  # of an entry: archive.zip/entry.txt
    open: Callable[[], File]  # raises InvalidDocument for this entry alone


def members(file: File) -> Iterator[Member]:
    """The documents in ``file``, one by one. Raises InvalidDocument for the archive as a whole."""
    yield Member(file.name, lambda: file)


def _bytes_of(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise InvalidDocument(
                f"{name} 是文件夹，请给出文件。", f"{name} is a folder; give the files in it."
            )
        if not path.is_file():
            raise InvalidDocument(
                f"找不到文件 {name}，请检查路径。", f"There is no file {name}; check the path."
            )
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidDocument(
                f"{name} 超过 10 MB，不像是决议，请只给出决议正文。",
                f"{name} is over 10 MB, too large for a resolution; give the resolution alone.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InvalidDocument(
            f"无法读取 {name}，请检查权限。", f"{name} cannot be read; check its permissions."
        ) from error
