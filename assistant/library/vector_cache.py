"""Vectors by the hash of their text and the name of their embedder.

Embedding is by far the dearest step of ingestion, so a text is embedded once; an index that is
lost is built again from here.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Engine, delete, exists, func, insert, select

from assistant.library.engine import reading, writing
from assistant.library.lookups import MAY_ANSWER, IndexedText, in_parts
from assistant.library.schema import paragraphs, vectors

Vector = NDArray[np.float32]

_PAGE = 1_000  # rows
_STORED = np.dtype("<f4")


class Vectors:
    """The vectors of a library. Safe to use from many threads."""

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def missing(self, embedder: str) -> Iterator[IndexedText]:
        """One paragraph for each different text that has no vector of ``embedder``, by text hash.
        Read in pages: what gets its vector meanwhile does not come again."""
        last, page = "", [IndexedText("", "", "")]
        while page:
            with reading(self._engine) as connection:
                page = missing_after(connection, last, embedder, _PAGE)
            yield from (text for text in page if text.text.strip())
            last = page[-1].text_hash if page else last

    def count_missing(self, embedder: str) -> int:
        """How many :meth:`missing` gives, or a few more: those of blanks alone."""
        with reading(self._engine) as connection:
            return count_missing(connection, embedder)

    def load(self, hashes: Collection[str], embedder: str) -> dict[str, Vector]:
        """The vectors that are kept, by text hash."""
        with reading(self._engine) as connection:
            return load(connection, hashes, embedder)

    def dimension(self, embedder: str) -> int | None:
        """Of the vectors of ``embedder`` that are kept; None where there are none."""
        statement = select(vectors.c.vector).where(vectors.c.embedder == embedder).limit(1)
        with reading(self._engine) as connection:
            stored = connection.execute(statement).scalar()
        return None if stored is None else len(stored) // _STORED.itemsize

    def put(self, computed: Mapping[str, Vector], embedder: str) -> None:
        """Keep vectors by text hash. This is no change of the library: the generation stays."""
        with self._one_writer, writing(self._engine, lasting=False) as connection:
            save(connection, computed, embedder)

    def count(self, embedder: str) -> int:
        """How many different texts of the library have a vector of ``embedder``."""
        with reading(self._engine) as connection:
            return count(connection, embedder)


def load(connection: Connection, hashes: Collection[str], embedder: str) -> dict[str, Vector]:
    """The vectors that are there, by text hash."""
    found: dict[str, Vector] = {}
    for some in in_parts(tuple(hashes)):
        statement = select(vectors.c.text_hash, vectors.c.vector).where(
            vectors.c.embedder == embedder, vectors.c.text_hash.in_(some)
        )
        for text_hash, stored in connection.execute(statement):
            found[text_hash] = np.frombuffer(stored, dtype=_STORED).astype(np.float32)
    return found


def save(connection: Connection, computed: Mapping[str, Vector], embedder: str) -> None:
    """Keep vectors, in the place of any of the same texts."""
    for some in in_parts(tuple(computed)):
        connection.execute(
            delete(vectors).where(vectors.c.embedder == embedder, vectors.c.text_hash.in_(some))
        )
        rows = [
            {"text_hash": h, "embedder": embedder, "vector": computed[h].astype(_STORED).tobytes()}
            for h in some
        ]
        connection.execute(insert(vectors), rows)


def count(connection: Connection, embedder: str) -> int:
    """How many texts of the library have a vector of this embedder."""
    statement = select(func.count(paragraphs.c.text_hash.distinct())).join(
        vectors, vectors.c.text_hash == paragraphs.c.text_hash
    )
    return connection.execute(statement.where(vectors.c.embedder == embedder)).scalar_one()


def missing_after(
    connection: Connection, text_hash: str, embedder: str, limit: int
) -> list[IndexedText]:
    """The next ``limit`` different texts after ``text_hash`` without a vector, by hash."""
    statement = (
        select(func.min(paragraphs.c.key), func.min(paragraphs.c.text), paragraphs.c.text_hash)
        .where(paragraphs.c.text_hash > text_hash, *_without(embedder))
        .group_by(paragraphs.c.text_hash)
        .order_by(paragraphs.c.text_hash)
        .limit(limit)
    )
    return [IndexedText(*row) for row in connection.execute(statement)]


def count_missing(connection: Connection, embedder: str) -> int:
    """How many different texts have no vector of this embedder."""
    statement = select(func.count(paragraphs.c.text_hash.distinct())).where(*_without(embedder))
    return connection.execute(statement).scalar_one()


def _without(embedder: str) -> tuple[ColumnElement[bool], ...]:
    there = exists().where(
        vectors.c.text_hash == paragraphs.c.text_hash, vectors.c.embedder == embedder
    )
    return (*MAY_ANSWER, ~there)
