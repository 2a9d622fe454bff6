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

# Two sessions of the General Assembly in six languages are 3,600. More would keep all who wait
# behind it waiting: an entry takes a millisecond even where nothing is in it.
MOST_ENTRIES = 5_000
# What all entries together may unpack to: four times the largest archive, and of a smaller one
# some times what real ones do. A bomb of many entries stays small in each of them.
LARGEST_TOTAL = 2_000_000_000  # bytes
_HARMLESS_TOTAL = 100_000_000  # bytes
_MOST_RATIO_OF_ALL = 50

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
        InvalidDocument: the archive as a whole is damaged, empty or too large; also after some
            of its entries, where those that were opened unpacked to too much together.
    """
    if package_kind(file.data) != "archive":
        yield Member(file.name, lambda: file)
        return
    if len(file.data) > LARGEST_ARCHIVE:
        raise too_large(file.name, LARGEST_ARCHIVE)
    budget = _Budget(_most_of_all(len(file.data)))
    found = False
    for archive, entry in _entries(file):
        if budget.left() < 0:
            raise _unpacks_to_too_much(file.name, budget.total)
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
    """How much all entries may unpack to, those included that came to nothing; an entry that is
    opened again counts once."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._all = 0

    def left(self, spent_before: int = 0) -> int:
        return self.total - self._all + spent_before

    def spend(self, size: int) -> None:
        self._all += size


def _most_of_all(size: int) -> int:
    return min(LARGEST_TOTAL, max(_HARMLESS_TOTAL, _MOST_RATIO_OF_ALL * size))


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
    # By entry, not by where it begins: many entries of a hostile archive begin at one place.
    spent = 0

    def taken(size: int) -> None:
        nonlocal spent
        budget.spend(max(0, size - spent))
        spent = max(spent, size)

    def opened() -> File:
        if is_locked(entry):
            raise InvalidDocument(
                f"{name} 有密码保护，请解密后再给出。",
                f"{name} is protected by a password; unpack it and give the file.",
            )
        limit = min(LARGEST_FILE, budget.left(spent))
        try:
            data = unpacked(archive, entry, limit, taken)
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
        return File(name.rpartition("/")[2], data)

    return Member(f"{archive_name}/{name}", opened)


def _unpacks_to_too_much(name: str, total: int) -> InvalidDocument:
    megabytes = total // 1_000_000
    return InvalidDocument(
        f"压缩包 {name} 解压后超过 {megabytes} MB，其余文件没有读取；请分成几个压缩包。",
        f"The archive {name} unpacks to over {megabytes} MB; the rest of it was not read. "
        "Split it.",
    )


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
