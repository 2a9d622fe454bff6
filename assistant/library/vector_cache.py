"""Vectors by the hash of their text and the name of their embedder.

Embedding is by far the dearest step of ingestion, so a text is embedded once; an index that is
lost is built again from here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select

from assistant.library.lookups import MAY_ANSWER, IndexedText, in_parts
from assistant.library.schema import paragraphs, vectors

Vector = NDArray[np.float32]

_STORED = np.dtype("<f4")


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
