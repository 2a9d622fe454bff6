"""The two kinds of index a library keeps, and how each is made from the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.library.embedders import Embedder, Vectors
from assistant.library.embedding import embed_missing, vector_rows
from assistant.library.kept_index import IndexKind, OpenIndex
from assistant.library.lookups import IndexedText
from assistant.library.records import Records
from assistant.types import Progress

_TOLD_AFTER = 500  # texts


def lexical(records: Records) -> IndexKind:
    """The lexical index of ``records``, by Tantivy."""
    from assistant.library.lexical import LexicalIndex, build, made_with

    def make(folder: Path, progress: Progress | None) -> int:
        counted = _Counted("lexical", records.count_texts(), progress)
        build(folder, counted.texts(records.texts()))
        return counted.done

    return IndexKind("lexical", made_with(), LexicalIndex, make)


def dense(records: Records, embedder: Embedder) -> IndexKind:
    """The dense index of ``records``, by Chroma. Chroma and LlamaIndex take seconds to import and
    are not needed before an index is opened."""

    def open_index(folder: Path) -> OpenIndex:
        from assistant.library.dense import DenseIndex

        return DenseIndex(folder, embedder)

    def make(folder: Path, progress: Progress | None) -> int:
        from assistant.library.dense import WRITTEN_AT_ONCE, build

        embed_missing(records, embedder, progress)
        counted = _Counted("dense", records.count_texts(), progress)
        build(folder, counted.rows(vector_rows(records, embedder, WRITTEN_AT_ONCE)))
        return counted.done

    # The engine's number moves when what is written to it changes.
    made_with: dict[str, str | int] = {
        "engine": "chroma-1",
        "embedder": embedder.name,
        "dimension": embedder.dimension,
    }
    return IndexKind("dense", made_with, open_index, make)


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
