"""The dense index of a library on a Chroma server: who may change it, and what it says of itself.

What KeptIndex keeps in a file beside its folder stands in the records here, where every process
reads it. One process at a time makes the collection match the records; the others wait for it and
find it done.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from assistant.errors import AssistantError, LibraryUnavailable
from assistant.library import manifest
from assistant.library.embedders import Embedder, Vectors
from assistant.library.embedding import embed_missing, pages, vector_rows
from assistant.library.engine import exclusive
from assistant.library.held_texts import DIGITS
from assistant.library.holding import Serving, Slot
from assistant.library.manifest import Contents
from assistant.library.records import Records
from assistant.library.served_manifests import ServedManifest, ServedManifests
from assistant.library.snapshots import Snapshot
from assistant.types import Progress

_log = logging.getLogger(__name__)

# What no generation needs any more is kept so long: no answer is made from a generation for longer.
_GRACE: Final = timedelta(seconds=60)

# A row that was taken out goes on standing in Chroma's graph. Above this share it is built anew.
_MOST_DISCARDED: Final = 0.25


class ServedIndex(Slot):
    """The dense index on a server. Has what KeptIndex has; see there."""

    def __init__(self, url: str, records: Records, embedder: Embedder) -> None:
        """Nothing is asked of the server yet."""
        from assistant.library import served_dense

        super().__init__("dense")
        self._dense = served_dense
        self._asked = served_dense.ChromaServer(url, served_dense.QUESTION_SECONDS)
        self._changed = served_dense.ChromaServer(url, served_dense.CHANGE_SECONDS)
        self._records = records
        self._embedder = embedder
        self._manifests = ServedManifests(records.engine)
        self._opened: served_dense.ServedDense | None = None

    @property
    def made_with(self) -> dict[str, str | int]:
        """See IndexKind."""
        engine = "chroma-server-1"
        return {
            "engine": engine,
            "embedder": self._embedder.name,
            "dimension": self._embedder.dimension,
        }

    def open(self, expected: Contents) -> str | None:
        """Serve the collection, if it holds what is expected and the server answers.

        Returns what is wrong otherwise.
        """
        try:
            serving, opened = self._serving, self._opened
            collection = self._manifests.collection(self.name)
            if serving and opened and (serving.made_of, serving.name) == (expected, collection):
                opened.answers()
                return None
            found = self._manifests.read(self.name)
            if found is None:
                return "manifest"
            if different := manifest.differences(found.contents, expected):
                return ", ".join(different)
            self._open_collection(found)
        except LibraryUnavailable as error:
            return error.en
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return None

    def answers(self) -> None:
        """See that the server does: raises LibraryUnavailable. Nothing where no collection is
        served yet."""
        opened = self._opened
        if opened is not None:
            opened.answers()

    def renew(self, contents: Contents, progress: Progress | None = None) -> None:
        """Make the collection match the records, and serve it. Raises LibraryUnavailable."""
        with exclusive(self._records.engine):
            if self.open(contents) is None:  # another process was quicker
                return
            found = self._manifests.read(self.name)
            only_older = found and manifest.differences(found.contents, contents) == ("generation",)
            if found and only_older and found.discarded <= _MOST_DISCARDED * len(found.held):
                try:
                    self._brought_up(found, contents, progress)
                except AssistantError:
                    raise
                except Exception as error:
                    _log.warning("the dense index cannot be changed: %r", error)
                else:
                    return
            self._begun(contents, progress)

    def rebuild(self, contents: Contents, progress: Progress | None = None) -> None:
        """Make a new collection from the records, and serve it in the place of the old one."""
        with exclusive(self._records.engine):
            self._begun(contents, progress)

    def clear_remains(self) -> None:
        """Nothing: a new collection takes the others away."""

    def close(self) -> None:
        """Wait for the searches that run, then let go of the server."""
        super().close()
        self._asked.close()
        self._changed.close()

    def _begun(self, contents: Contents, progress: Progress | None) -> None:
        prefix = f"dense-{contents.library[:16]}-"
        name = f"{prefix}{uuid.uuid4().hex[:12]}"
        self._dense.begin(self._changed, name)
        self._brought_up(ServedManifest(name, 0, contents, {}, {}, 0), contents, progress)
        self._dense.discard(self._changed, prefix, name)

    def _brought_up(
        self, found: ServedManifest, contents: Contents, progress: Progress | None
    ) -> None:
        """Put in what is missing of the records as they are now, and take out what was done with
        a while ago."""
        snapshot = self._embedded(progress)
        try:
            with snapshot.within():
                held = {text.key: text.text_hash[:DIGITS] for text in self._records.texts()}
                fresh = frozenset(k for k, digits in held.items() if found.held.get(k) != digits)
                now = datetime.now(UTC)
                retired = found.retired_by(held, now)
                gone = [one for one, since in retired.items() if now - since > _GRACE]
                rows = self._rows(fresh, progress)
                self._dense.change(self._changed, found.collection, gone, rows)
        finally:
            snapshot.close()
        made = ServedManifest(
            found.collection,
            len(held),
            replace(contents, generation=snapshot.generation),
            held,
            {one: since for one, since in retired.items() if now - since <= _GRACE},
            found.discarded + len(gone),
        )
        self._open_collection(made)
        self._manifests.write(self.name, made)

    def _embedded(self, progress: Progress | None) -> Snapshot:
        """The records as they are now, every text of them with its vector."""
        while True:
            embed_missing(self._records, self._embedder, progress)
            snapshot = self._records.snapshot()
            with snapshot.within():
                if next(self._records.vectors.missing(self._embedder.name), None) is None:
                    return snapshot
            snapshot.close()

    def _rows(
        self, fresh: Collection[str], progress: Progress | None
    ) -> Iterator[tuple[list[str], Vectors]]:
        texts = (text for text in self._records.texts() if text.key in fresh)
        done = 0
        for page in pages(texts, self._dense.AT_ONCE):
            for _keys, vectors in vector_rows(self._records, self._embedder, page, len(page)):
                yield [self._dense.row_id(text.key, text.text_hash) for text in page], vectors
            done += len(page)
            if progress:
                progress(self.name, done, len(fresh))

    def _open_collection(self, found: ServedManifest) -> None:
        index = self._dense.ServedDense(
            self._asked, found.collection, self._embedder, self._records
        )
        index.probe(found.count)
        self._opened = index
        self._serve(Serving(index, found.contents, found.collection))
