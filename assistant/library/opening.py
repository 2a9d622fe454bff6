"""Where the parts of a library are, by its settings."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import InvalidSettings, LibraryBusy
from assistant.library import index_kinds
from assistant.library.embedders import Embedder
from assistant.library.engine import sqlite_url
from assistant.library.kept_index import KeptIndex
from assistant.library.records import Records
from assistant.library.served_index import ServedIndex
from assistant.library.source_files import SourceFiles
from assistant.library.source_rows import SourceRows
from assistant.settings import Settings


def open_records(settings: Settings) -> Records:
    """The records alone, which several processes may have open. Raises LibraryDamaged and
    InvalidSettings."""
    if settings.records_url is not None:
        return Records(settings.records_url)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(error) from error
    return Records(sqlite_url(settings.data_dir / "library.sqlite3"))


def open_sources(settings: Settings, records: Records) -> SourceFiles:
    """The files that a library was read from: in its folder, or beside records that are shared."""
    if records.is_shared:
        return SourceRows(records.engine, keeps=settings.keep_sources)
    return SourceFiles(settings.data_dir / "sources", keeps=settings.keep_sources)


def open_dense(settings: Settings, records: Records, embedder: Embedder) -> KeptIndex | ServedIndex:
    """The dense index, in the library's folder or on a Chroma server. Nothing is asked yet."""
    if settings.chroma_url is not None:
        return ServedIndex(settings.chroma_url, records, embedder)
    return KeptIndex(settings.data_dir, index_kinds.dense(records, embedder))


def _unusable(error: OSError) -> InvalidSettings:
    return InvalidSettings(
        f"无法使用数据目录（ASSISTANT_DATA_DIR）：{error.strerror}",
        f"the data folder (ASSISTANT_DATA_DIR) cannot be used: {error.strerror}",
    )


def locked(folder: Path) -> FileLock:
    """The lock of a library's folder, taken: Chroma bears one process only."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "library.lock", thread_local=False)
        lock.acquire(timeout=0)
    except Timeout:
        raise LibraryBusy(
            "决议库正被另一个程序使用；请先关闭它，或用 ASSISTANT_DATA_DIR 指定另一个数据目录",
            "another program is using the library; close it first, or set ASSISTANT_DATA_DIR to "
            "another data folder",
        ) from None
    except OSError as error:
        raise _unusable(error) from error
    return lock
