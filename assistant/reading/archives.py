"""ZIP archives: their entries one by one, trusting nothing that an archive says of itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from assistant.errors import InvalidDocument
from assistant.reading.files import (
    LARGEST_ARCHIVE,
    LARGEST_FILE,
    File,
    Member,
    too_large,
)
from assistant.reading.packages import (
    BadEntry,
    TooLarge,
    entries_of,
    is_locked,
    package_kind,
    unpacked,
)

# The whole General Assembly passes about 300 resolutions a session, in six languages.
MOST_ENTRIES = 20_000
# What all entries together may unpack to: four times the largest archive.
LARGEST_TOTAL = 2_000_000_000  # bytes

# What systems put into archives beside what was meant.
_LEFT_BY_SYSTEMS = re.compile(
    r"(?:^|/)(?:__MACOSX(?:/|$)|\.|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
_NAME_IS_UTF8 = 0x800  # flag of an entry (APPNOTE.TXT 4.4.4)


def members(file: File) -> Iterator[Member]:
    """The documents in ``file``, one by one; ``file`` itself unless it is an archive.

    Folders and what systems leave behind are passed over. An entry that cannot be read raises in
    its own ``Member.open``, and the rest go on. An archive within an archive is not unpacked: its
    entry is refused when it is read, because nobody sends resolutions so, only bombs are.

    Raises:
        InvalidDocument: the archive as a whole is damaged, empty or too large.
    """
    if package_kind(file.data) != "archive":
        yield Member(file.name, lambda: file)
        return
    if len(file.data) > LARGEST_ARCHIVE:
        raise too_large(file.name, LARGEST_ARCHIVE)
    budget = _Budget(LARGEST_TOTAL)
    found = False
    for archive, entry in _entries(file):
        name = _name_of(entry)
        if entry.is_dir() or not name or _LEFT_BY_SYSTEMS.search(name):
            continue
        found = True
        yield _member(file.name, archive, entry, name, budget)
    if not found:
        raise InvalidDocument(
            f"压缩包 {file.name} 里没有文件。", f"The archive {file.name} holds no files."
        )


class _Budget:
    """How much all entries may unpack to; an entry that is opened again counts once."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._spent: dict[int, int] = {}

    def left(self, entry: int) -> int:
        return self._total - sum(size for at, size in self._spent.items() if at != entry)

    def spend(self, entry: int, size: int) -> None:
        self._spent[entry] = size


def _entries(file: File) -> Iterator[tuple[zipfile.ZipFile, zipfile.ZipInfo]]:
    try:
        archive = entries_of(file.data, MOST_ENTRIES)
    except TooLarge as error:
        raise InvalidDocument(
            f"压缩包 {file.name} 里的文件超过 {MOST_ENTRIES} 个，请分成几个压缩包。",
            f"The archive {file.name} holds over {MOST_ENTRIES} files; split it.",
        ) from error
    except BadEntry as error:
        raise InvalidDocument(
            f"压缩包 {file.name} 已损坏或不完整，请重新下载。",
            f"The archive {file.name} is damaged or cut short; download it again.",
        ) from error
    for entry in archive.infolist():
        yield archive, entry


def _member(
    archive_name: str,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    name: str,
    budget: _Budget,
) -> Member:
    def opened() -> File:
        if is_locked(entry):
            raise InvalidDocument(
                f"{name} 有密码保护，请解密后再给出。",
                f"{name} is protected by a password; unpack it and give the file.",
            )
        limit = min(LARGEST_FILE, budget.left(entry.header_offset))
        try:
            data = unpacked(archive, entry, limit)
        except TooLarge as error:
            raise InvalidDocument(
                f"{name} 解压后过大，不像是决议，请单独给出。",
                f"{name} is too large when unpacked, no resolution; give it by itself.",
            ) from error
        except BadEntry as error:
            raise InvalidDocument(
                f"压缩包里的 {name} 已损坏，请重新下载。",
                f"{name} is damaged in the archive; download it again.",
            ) from error
        budget.spend(entry.header_offset, len(data))
        return File(name.rpartition("/")[2], data)

    return Member(f"{archive_name}/{name}", opened)


def _name_of(entry: zipfile.ZipInfo) -> str:
    """An entry's name: GBK where it is not marked as UTF-8, never leading out of the archive."""
    name = entry.filename
    if not entry.flag_bits & _NAME_IS_UTF8:
        raw = name.encode("cp437", "replace")  # as zipfile decoded it
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    parts = (part.strip() for part in re.split(r"[/\\]", name))
    return "/".join(
        "".join(c for c in part if c.isprintable())
        for part in parts
        if part not in ("", ".", "..") and not re.fullmatch(r"[A-Za-z]:", part)
    )
