"""Files as they arrive: by path, by upload, by standard input, or inside an archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InvalidDocument

# A text of 40 pages is under a million bytes; a PDF of the same with its fonts, pictures and
# signatures can reach twenty million. The text formats have a smaller limit of their own.
LARGEST_FILE = 50_000_000  # bytes
# 2,000 resolutions are about 400 MB as PDF and 40 MB as DOCX.
LARGEST_ARCHIVE = 500_000_000  # bytes
ARCHIVE_STARTS = (b"PK\x03\x04", b"PK\x05\x06")  # the second: without any entry


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


def too_large(name: str, limit: int = LARGEST_FILE) -> InvalidDocument:
    """The refusal of a file over ``limit`` bytes."""
    megabytes = limit // 1_000_000
    return InvalidDocument(
        f"{name} 超过 {megabytes} MB，不像是决议，请只给出决议正文。",
        f"{name} is over {megabytes} MB, too large for a resolution; give the resolution alone.",
    )


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
        with path.open("rb") as stream:
            start = stream.read(len(ARCHIVE_STARTS[0]))
            limit = LARGEST_ARCHIVE if start in ARCHIVE_STARTS else LARGEST_FILE
            # Read to the limit and one more: a file may grow, and a pipe has no size.
            data = start + stream.read(limit)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InvalidDocument(
            f"无法读取 {name}，请检查权限。", f"{name} cannot be read; check its permissions."
        ) from error
    if len(data) > limit:
        raise too_large(name, limit)
    return data
