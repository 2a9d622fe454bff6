"""The two kinds of index a library keeps, and how each is made from the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from assistant.library import held_texts
from assistant.library.embedders import Embedder, Vectors
from assistant.library.embedding import embed_missing, vector_rows
from assistant.library.held_texts import HeldTexts
from assistant.library.holding import OpenIndex
from assistant.library.kept_index import IndexKind
from assistant.library.lookups import IndexedText
from assistant.library.records import Records
from assistant.types import Progress

_TOLD_AFTER = 500  # texts

# What is taken out of Chroma's graph stays in it as a step that leads nowhere. Above this share of
# what it holds the graph is built anew.
_MOST_DISCARDED = 0.25


def lexical(records: Records) -> IndexKind:
    """The lexical index of ``records``, by Tantivy.

    It is always made anew: a second or two for 20,000 paragraphs, and what Tantivy takes out would
    go on counting in the frequencies of words.
    """
    from assistant.library.lexical import LexicalIndex, build, made_with

    def make(folder: Path, progress: Progress | None) -> int:
        counted = _Counted("lexical", records.count_texts(), progress)
        build(folder, counted.texts(records.texts()))
        return counted.done

    return IndexKind("lexical", made_with(), LexicalIndex, make)


def dense(records: Records, embedder: Embedder) -> IndexKind:
    """The dense index of ``records``, by Chroma, changed where it can be: with 20,000 paragraphs
    of the hashing embedder, .8 s for 40 more where building took 11 s in the same run.

    Chroma and LlamaIndex take seconds to import and are not needed before an index is opened.
    """

    def open_index(folder: Path) -> OpenIndex:
        from assistant.library.dense import DenseIndex
        from assistant.library.dense_texts import DenseTexts, Places

        places = Places(*held_texts.table(folder))
        return DenseTexts(DenseIndex(folder, embedder), places, embedder)

    def rows(
        fresh: frozenset[str], progress: Progress | None
    ) -> Iterator[tuple[list[str], Vectors]]:
        from assistant.library.dense import WRITTEN_AT_ONCE

        counted = _Counted("dense", len(fresh), progress)
        texts = held_texts.named(records.texts(), fresh)
        return counted.rows(vector_rows(records, embedder, texts, WRITTEN_AT_ONCE))

    def make(folder: Path, progress: Progress | None) -> int:
        from assistant.library.dense import build

        embed_missing(records, embedder, progress)
        found = held_texts.changes(HeldTexts({}), records.texts())
        build(folder, rows(found.fresh, progress))
        held_texts.write(folder, found.held)
        return len(found.held.hashes)

    def update(folder: Path, progress: Progress | None) -> int | None:
        from assistant.library.dense import update

        found = held_texts.changes(held_texts.read(folder), records.texts())
        if found.held.discarded > _MOST_DISCARDED * len(set(found.held.hashes.values())):
            return None
        embed_missing(records, embedder, progress)
        update(folder, found.gone, rows(found.fresh, progress))
        held_texts.write(folder, found.held)
        return len(found.held.hashes)

    # The engine's number moves when what is written to it changes.
    made_with: dict[str, str | int] = {
        "engine": "chroma-2",
        "embedder": embedder.name,
        "dimension": embedder.dimension,
    }
    return IndexKind("dense", made_with, open_index, make, update, _load_dense)


def _load_dense() -> None:
    import_module("assistant.library.dense_texts")
    import_module("assistant.library.dense")


class _Counted:
    """Counts what passes, and tells of it."""

    def __init__(self, step: str, total: int, progress: Progress | None) -> None:
        self.done = 0
        self._step = step
        self._total = total
        self._progress = progress

    def texts(self, texts: Iterable[IndexedText]) -> Iterator[IndexedText]:
        for text in texts:
            yield text
            self.done += 1
            if self.done % _TOLD_AFTER == 0:
                self._tell()
        self._tell_end()

    def rows(
        self, rows: Iterable[tuple[list[str], Vectors]]
    ) -> Iterator[tuple[list[str], Vectors]]:
        for keys, vectors in rows:
            yield keys, vectors
            self.done += len(keys)
            self._tell()
        self._tell_end()

    def _tell(self) -> None:
        # More may have come in since the total was counted.
        if self._progress:
            self._progress(self._step, self.done, max(self.done, self._total))

    def _tell_end(self) -> None:
        self._total = self.done
        self._tell()
