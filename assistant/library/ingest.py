"""Files into the library."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files as package_files
from pathlib import Path

from assistant.errors import AssistantError, InvalidDocument
from assistant.library.library import Library
from assistant.parsing import parse
from assistant.reading import Document, File, read_document
from assistant.types import IngestResult, Progress

_log = logging.getLogger(__name__)

_SUFFIXES = frozenset({".txt", ".md"})

# Whatever of these changes may read a file differently.
_PARSING_ROOMS = ("assistant.reading", "assistant.parsing", "assistant.text")


def ingest(
    library: Library,
    paths: Iterable[Path],
    *,
    symbol: str | None = None,
    progress: Progress | None = None,
) -> tuple[IngestResult, ...]:
    """Read files, and the text files of folders, into the library; one result for each file.

    A file that cannot be read is refused with the reason and the others go on. Each resolution
    is written at once, the indexes follow when all are read: a batch that was interrupted is
    taken up again by asking for it again. ``symbol`` is for one file that does not state it.
    Raises InvalidDocument for a ``symbol`` with several files.
    """
    files = _files(paths)
    if symbol is not None and len(files) != 1:
        raise InvalidDocument(
            f"指定文号 {symbol} 时只能导入一个文件，这里有 {len(files)} 个",
            f"a symbol ({symbol}) goes with one file; there are {len(files)}",
        )
    results: list[IngestResult] = []
    for done, file in enumerate(files, start=1):
        results.extend(_ingested(library, file, symbol))
        if progress:
            progress("reading", done, len(files))
    library.refresh(progress)
    return tuple(results)


def _files(paths: Iterable[Path]) -> Sequence[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
            files.extend(sorted(found))
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _ingested(library: Library, path: Path, symbol: str | None) -> tuple[IngestResult, ...]:
    try:
        return _read_and_put(library, path, symbol)
    except InvalidDocument as error:
        return (_refused(path, error, error.line),)
    except AssistantError:
        raise  # of the library, not of this file
    except Exception:
        # A file that the parser was not written for must not take the batch with it.
        _log.exception("%s could not be ingested", path.name)
        refusal = IngestResult(
            path.name,
            "refused",
            reason_zh="处理这个文件时程序出错；请把文件和日志报告给开发者",
            reason_en="the program failed on this file; please report it with the log",
        )
        return (refusal,)


def _read_and_put(library: Library, path: Path, symbol: str | None) -> tuple[IngestResult, ...]:
    _refuse_too_large(path, library.settings.max_upload_bytes)
    document = read_document(File.at(path))
    known = _known_symbol(library, document, symbol)
    if known is not None:
        return (IngestResult(path.name, "unchanged", known),)
    return tuple(
        IngestResult(
            path.name,
            library.records.put(resolution, parser=parser_version()),
            resolution.symbol,
            lang=resolution.lang,
            inferred=sum(bool(paragraph.inferred) for paragraph in resolution.paragraphs),
            unplaced=len(resolution.unplaced),
        )
        for resolution in parse(document, symbol=symbol)
    )


def _known_symbol(library: Library, document: Document, symbol: str | None) -> str | None:
    """The symbol of the resolution that parsing ``document`` would give again, if it is known."""
    for known in library.records.source_known(document.sha256):
        # A symbol that came from the file's name or the caller may be another one this time.
        if known.symbol_inferred and (symbol or known.name != document.name):
            continue
        if known.parser == parser_version() and symbol in (None, known.symbol):
            return known.symbol
    return None


def _refuse_too_large(path: Path, limit: int) -> None:
    if path.is_file() and path.stat().st_size > limit:
        raise InvalidDocument(
            f"{path.name} 超过 {limit} 字节的上限", f"{path.name} is larger than {limit} bytes"
        )


def _refused(path: Path, error: AssistantError, line: int | None) -> IngestResult:
    return IngestResult(path.name, "refused", reason_zh=error.zh, reason_en=error.en, line=line)


@cache
def parser_version() -> str:
    """A hash of the source code that turns a file into a Resolution.

    A file that was read by another version is read again. Nobody has to remember to count a
    number up.
    """
    digest = hashlib.sha256()
    for room in _PARSING_ROOMS:
        modules = (m for m in package_files(room).iterdir() if m.name.endswith(".py"))
        for module in sorted(modules, key=lambda m: m.name):
            digest.update(module.read_bytes())
    return digest.hexdigest()[:16]
