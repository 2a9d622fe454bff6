"""What a batch is made of: files, the files of folders, and the entries of archives."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InvalidDocument
from assistant.library.reader import Refusal
from assistant.reading import File, Member, members

_log = logging.getLogger(__name__)

PROGRAM_FAILED = Refusal(
    "处理这个文件时程序出错；请把文件和日志报告给开发者",
    "the program failed on this file; please report it with the log",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One document of a batch, or why it cannot be opened."""

    position: int  # in the batch, from 0
    name: str
    content: File | Refusal
    sha256: str = ""  # of a file's bytes


@dataclass(frozen=True, slots=True)
class Survey:
    """What a batch holds, found out before anything is read."""

    total: int
    last: dict[str, int]  # sha256 of a file → where it comes last


def listed(sources: Iterable[Path | File]) -> Sequence[Path | File]:
    """The sources one by one, each once: of a folder all files but hidden ones, by path.

    What is no document there is refused when it is read, with the reason.
    """
    files: list[Path | File] = []
    for source in sources:
        if isinstance(source, Path) and _is_folder(source):
            files.extend(sorted(path for path in source.rglob("*") if _is_meant(path, source)))
        else:
            files.append(source)
    return list(dict.fromkeys(files))


def walk(sources: Sequence[Path | File], largest: int) -> Iterator[Found]:
    """Every document of ``sources``, opened one at a time. One of more than ``largest`` bytes is
    refused."""
    documents = (one for source in sources for one in _contents(source, largest))
    for position, (name, content) in enumerate(documents):
        sha256 = hashlib.sha256(content.data).hexdigest() if isinstance(content, File) else ""
        yield Found(position, name, content, sha256)


def survey(found: Iterable[Found]) -> Survey:
    """Count the documents and note where each comes last."""
    total = 0
    last: dict[str, int] = {}
    for one in found:
        total += 1
        last[one.sha256] = one.position
    return Survey(total, last)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except ValueError:  # a NUL in the path
        return False


def _is_meant(path: Path, folder: Path) -> bool:
    # ~$ are what Word leaves beside an open document.
    inner = path.relative_to(folder).parts
    return path.is_file() and not any(name.startswith((".", "~$")) for name in inner)


def _contents(source: Path | File, largest: int) -> Iterator[tuple[str, File | Refusal]]:
    try:
        file = source if isinstance(source, File) else File.at(source)
        for member in members(file):
            yield member.name, _opened(member, largest)
    except InvalidDocument as error:
        yield source.name, Refusal.of(error)
    except Exception:
        _log.exception("%s could not be opened", source.name)
        yield source.name, PROGRAM_FAILED


def _opened(member: Member, largest: int) -> File | Refusal:
    try:
        file = member.open()
    except InvalidDocument as error:
        return Refusal.of(error)
    if len(file.data) > largest:
        return Refusal(
            f"{member.name} 超过 {largest} 字节的上限", f"{member.name} is over {largest} bytes"
        )
    return file
