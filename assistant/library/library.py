"""The library: records, the two indexes made from them, and the embedder, opened together."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Collection, Iterable
from contextlib import ExitStack
from types import TracebackType

from assistant.errors import EmbedderUnavailable, LibraryDamaged, LibraryUnavailable
from assistant.library import checking, index_kinds, readiness
from assistant.library.embedders import Embedder, open_embedder
from assistant.library.examining import Examination
from assistant.library.following import Follower
from assistant.library.generations import Generations
from assistant.library.index import Index, Nearly
from assistant.library.kept_index import KeptIndex
from assistant.library.manifest import FORMAT_VERSION, Contents
from assistant.library.opening import locked, open_dense, open_records, open_sources
from assistant.library.rerankers import open_reranker
from assistant.library.served_embedder import ServedEmbedder
from assistant.library.served_index import ServedIndex
from assistant.library.turns import Turns, processors
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
        self.turns = Turns(settings.work_at_once or processors(), settings.work_waiting)
        self._refreshing = threading.Lock()
        folder = settings.data_dir
        with ExitStack() as held:
            held.callback(locked(folder).release)
            self.records = open_records(settings)
            held.callback(self.records.close)
            if isinstance(embedder, ServedEmbedder):
                embedder.expect(self.records.vectors.dimension(embedder.name))
            self.source_files = open_sources(settings, self.records)
            self.lexical = KeptIndex(folder, index_kinds.lexical(self.records))
            dense = open_dense(settings, self.records, embedder)
            self.dense: Index = dense
            self.indexes = (self.lexical, dense)
            for index in self.indexes:
                held.callback(index.close)
            self.generations = Generations(self.records, self.lexical, dense)
            held.callback(self.generations.release)
            self._follower = Follower(self._look, self._catch_up, settings.follow_seconds)
            held.callback(self._follower.stop)
            self._examination: Examination | None = None
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
        library.open_indexes(progress, repair=repair)
        return library

    def open_indexes(self, progress: Progress | None = None, *, repair: bool = True) -> None:
        """The rest of :meth:`open`, for who has something to do beside it with records and embedder
        alone. Raises as that does, the library being closed then."""
        try:
            if repair:
                self._examine()
                self._repaired(progress)
                if self.records.is_shared:
                    self.generations.renew()
                    self._follower.start()
            else:
                self.faults()
        except BaseException:
            self.close()
            raise

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
        if self._examination is None or self._examination.is_done:
            # Not before: what damaged records do not name may be what they are mended from.
            self.source_files.tidy(self.source_files.listed(), self.records.source_hashes())
        with self._refreshing:
            faults = self.faults()
            for index in self.indexes:
                if faults[index.name] is not None:
                    _log.info("renewing the %s index: %s", index.name, faults[index.name])
                    index.renew(self._expected(index), progress)
                index.clear_remains()
            return tuple(name for name, fault in faults.items() if fault is not None)

    def _examine(self) -> None:
        self._examination = Examination(self.records, self.source_files)
        self._held.callback(self._examination.close)

    def _repaired(self, progress: Progress | None) -> None:
        try:
            self.refresh(progress)
        except (EmbedderUnavailable, LibraryUnavailable) as error:
            _log.warning("the dense index is behind the records: %s", error.en)

    def _look(self) -> tuple[int, bool]:
        """The generation of the records, and whether everything here is of it."""
        try:
            self.records.check_revision()
        except LibraryDamaged as error:  # newer processes took it over
            self.generations.refusal = error
            raise
        self.generations.refusal = None
        fits = not any(self.faults().values())
        self.generations.renew()
        return self.records.generation, fits

    def _catch_up(self) -> None:
        try:
            self.refresh()
        finally:  # where only the dense index failed, lists and structure have followed
            self.generations.renew()

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
            for index in self.indexes:
                index.rebuild(self._expected(index), progress)
        if self.records.is_shared:
            self.generations.renew()

    def faults(self) -> dict[str, str | None]:
        """What keeps each index, by name, from being served; None for one that is."""
        return {index.name: index.open(self._expected(index)) for index in self.indexes}

    def checks(self) -> tuple[Check, ...]:
        """What ``assistant doctor`` says of this library."""
        return checking.checks(self)

    def own_checks(self) -> tuple[Check, ...]:
        """The part of it for which no server is asked. Raises LibraryDamaged where newer programs
        took the library over."""
        self.records.check_revision()
        return checking.own_checks(self)

    def readiness(self) -> tuple[Check, ...]:
        """Whether a question would be answered fully now: milliseconds, see ``readiness``."""
        return readiness.readiness(self)

    @property
    def seconds_behind(self) -> float:
        """How long it has been known that the indexes do not fit records that others change."""
        return self._follower.seconds_behind

    def dense_answers(self) -> None:
        """See that the server of the dense index does, where there is one. Raises
        LibraryUnavailable."""
        if isinstance(self.dense, ServedIndex):
            self.dense.answers()

    def _expected(self, index: KeptIndex | ServedIndex) -> Contents:
        return Contents(
            format=FORMAT_VERSION,
            library=self.records.identity,
            generation=self.records.generation,
            made_with=index.made_with,
        )
