"""The library: records, the two indexes made from them, and the embedder, opened together."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Collection, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from assistant.errors import EmbedderUnavailable, InvalidSettings, LibraryBusy
from assistant.library import checking, index_kinds
from assistant.library.embedders import Embedder, open_embedder
from assistant.library.engine import sqlite_url
from assistant.library.index import Index, Nearly
from assistant.library.kept_index import KeptIndex
from assistant.library.manifest import FORMAT_VERSION, Contents
from assistant.library.records import Records
from assistant.library.rerankers import open_reranker
from assistant.library.served_embedder import ServedEmbedder
from assistant.library.source_files import SourceFiles
from assistant.settings import Settings
from assistant.types import Check, Progress

_log = logging.getLogger(__name__)


class Library:
    """What is kept, and two ways to find in it. Close it, or use it as a context manager.

    ``records`` are the truth; ``lexical`` and ``dense`` are Indexes over them.
    """

    def __init__(self, settings: Settings, embedder: Embedder) -> None:
        """Take hold of the library's folder. :meth:`open` also sees to the indexes."""
        self.settings = settings
        self.embedder = embedder
        self.reranker = open_reranker(settings)
        self._refreshing = threading.Lock()
        folder = settings.data_dir
        with ExitStack() as held:
            held.callback(_locked(folder).release)
            self.records = Records(settings.records_url or sqlite_url(folder / "library.sqlite3"))
            held.callback(self.records.close)
            if isinstance(embedder, ServedEmbedder):
                embedder.expect(self.records.vectors.dimension(embedder.name))
            self.source_files = SourceFiles(folder / "sources", keeps=settings.keep_sources)
            self.lexical = KeptIndex(folder, index_kinds.lexical(self.records))
            dense = KeptIndex(folder, index_kinds.dense(self.records, embedder))
            self.dense: Index = dense
            self._indexes = (self.lexical, dense)
            for index in self._indexes:
                held.callback(index.close)
            self._held = held.pop_all()

    @classmethod
    def open(
        cls, settings: Settings, progress: Progress | None = None, *, repair: bool = True
    ) -> Library:
        """Open the library of ``settings``, or begin an empty one.

        An index that does not match the records, or does not work, is made again before it is
        served; with ``repair`` false it is left, for :meth:`checks` to report. So it is while an
        embedder on a server is silent: questions are looked up by words meanwhile. Raises
        LibraryBusy where another process holds the library, LibraryDamaged, InvalidSettings, and
        EmbedderUnavailable for an embedder that never gave a vector.
        """
        library = cls(settings, open_embedder(settings))
        try:
            if repair:
                library._repaired(progress)
            else:
                library.faults()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let go of everything. Searches that run are waited for."""
        self._held.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def refresh(self, progress: Progress | None = None) -> tuple[str, ...]:
        """Renew every index that does not match the records; the names of those. Source files
        that no text needs any more go."""
        self.source_files.tidy(self.source_files.listed(), self.records.source_hashes())
        with self._refreshing:
            faults = self.faults()
            for index in self._indexes:
                if faults[index.name] is not None:
                    _log.info("renewing the %s index: %s", index.name, faults[index.name])
                    index.renew(self._expected(index), progress)
                index.clear_remains()
            return tuple(name for name, fault in faults.items() if fault is not None)

    def _repaired(self, progress: Progress | None) -> None:
        try:
            self.refresh(progress)
        except EmbedderUnavailable as error:
            _log.warning("the dense index is behind the records: %s", error.en)

    def asked_through(self, dense: Index) -> Library:
        """The same library, with ``dense`` between its questions and the dense index."""
        view = copy.copy(self)
        view.dense = dense
        return view

    def paragraphs_having(
        self,
        groups: Iterable[Collection[str]],
        most: int | None = None,
        nearly: Nearly | None = None,
    ) -> list[str]:
        """The keys of all paragraphs that have every index token of any of ``groups``, or
        ``nearly`` do, in no order; or so many of them. See ``text.tokens``. What they say in which
        order is for the caller to read."""
        from assistant.library.lexical import LexicalIndex

        with self.lexical.in_use() as index:
            assert isinstance(index, LexicalIndex)  # noqa: S101 - the kind it was opened as
            return index.having(groups, most, nearly)

    def reindex(self, progress: Progress | None = None) -> None:
        """Make both indexes again, whatever state they are in. Kept vectors are used again."""
        with self._refreshing:
            for index in self._indexes:
                index.rebuild(self._expected(index), progress)

    def faults(self) -> dict[str, str | None]:
        """What keeps each index, by name, from being served; None for one that is."""
        return {index.name: index.open(self._expected(index)) for index in self._indexes}

    def checks(self) -> tuple[Check, ...]:
        """What ``assistant doctor`` says of this library."""
        return checking.checks(self)

    def own_checks(self) -> tuple[Check, ...]:
        """The part of it for which no server is asked."""
        return checking.own_checks(self)

    def _expected(self, index: KeptIndex) -> Contents:
        return Contents(
            format=FORMAT_VERSION,
            library=self.records.identity,
            generation=self.records.generation,
            made_with=index.made_with,
        )


def _locked(folder: Path) -> FileLock:
    """The lock of a library's folder, taken: Chroma bears one process only."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "library.lock", thread_local=False)
        lock.acquire(timeout=0)
    except Timeout:
        raise LibraryBusy(
            "文库正被另一个程序使用；请先关闭它，或用 ASSISTANT_DATA_DIR 指定另一个数据目录",
            "another program is using the library; close it first, or set ASSISTANT_DATA_DIR to "
            "another data folder",
        ) from None
    except OSError as error:
        raise InvalidSettings(
            f"无法使用数据目录（ASSISTANT_DATA_DIR）：{error.strerror}",
            f"the data folder (ASSISTANT_DATA_DIR) cannot be used: {error.strerror}",
        ) from error
    return lock
