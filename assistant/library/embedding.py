"""From the texts of the records to vectors that are kept, and on to the dense index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from assistant.library.embedders import Embedder, Vectors
from assistant.library.lookups import IndexedText
from assistant.library.records import Records
from assistant.types import Progress

# Vectors are kept after every so many texts: what a killed program loses, and two seconds of
# the default embedder between steps of a progress bar.
_EMBEDDED_AT_ONCE = 32

T = TypeVar("T")


def embed_missing(records: Records, embedder: Embedder, progress: Progress | None = None) -> int:
    """Embed and keep every text of the library that has no vector yet; how many there were."""
    total = records.vectors.count_missing(embedder.name)
    done = 0
    for page in pages(records.vectors.missing(embedder.name), _EMBEDDED_AT_ONCE):
        vectors = embedder.embed_passages([text.text for text in page])
        computed = {t.text_hash: vector for t, vector in zip(page, vectors, strict=True)}
        records.vectors.put(computed, embedder.name)
        done += len(page)
        if progress:
            progress("embedding", done, max(done, total))
    return done


def vector_rows(
    records: Records, embedder: Embedder, texts: Iterable[IndexedText], size: int
) -> Iterator[tuple[list[str], Vectors]]:
    """The keys of ``texts`` with their kept vectors, ``size`` at a time."""
    for page in pages(texts, size):
        known = records.vectors.load({text.text_hash for text in page}, embedder.name)
        vectors = np.stack([known[text.text_hash] for text in page])
        yield [text.key for text in page], vectors


def pages(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """``items``, ``size`` at a time."""
    page: list[T] = []
    for item in items:
        page.append(item)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page
