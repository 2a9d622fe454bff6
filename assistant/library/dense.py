"""The dense index: nearest vectors, by Chroma.

Written to Chroma directly, with vectors computed before; read through LlamaIndex's
ChromaVectorStore. This module imports Chroma (a second): import it where it is needed. LlamaIndex
(two more) is loaded by the first question, so that a library opens without it.
"""

from __future__ import annotations

import json
import math
import sqlite3
import warnings
from collections.abc import Collection as Keys
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import chromadb
import numpy as np
from chromadb import Collection
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings as ChromaSettings

from assistant.library.embedders import Embedder, Vector, Vectors
from assistant.library.index import TIES, best, check_count

if TYPE_CHECKING:
    from llama_index.vector_stores.chroma import ChromaVectorStore

_COLLECTION = "paragraphs"

# Set at creation, because later changes do nothing in a running process. An ef_search of 300 to
# 500 finds what an exact search finds on 200,000 rows.
CONFIGURATION: CreateCollectionConfiguration = {"hnsw": {"space": "cosine", "ef_search": 500}}

# After how many rows of its log Chroma writes the graph: the fewest that it takes, and its default.
_SOONEST, _USUAL = 2, 1_000

# Rows of one add: Chroma takes 5,461, but 5,000 take 70 MB more than 1,000 and no less time.
WRITTEN_AT_ONCE = 1_000

# Ids of one query: Chroma takes about 32,700.
IDS_AT_ONCE = 30_000

# Up to so many paragraphs are read and compared one by one: among 100,000 that takes 1 ms for 20
# of them and 20 ms for 1,000, where Chroma's own choice of ids takes 100 to 150 ms for any number.
COMPARED = 1_500


class NearestVectors:
    """What is asked of a Chroma collection, wherever it is."""

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        """Count what is in it. Raises whatever Chroma does for what is not an index."""
        self._embedder = embedder
        self._collection = collection
        self._size = collection.count()

    @cached_property
    def _store(self) -> ChromaVectorStore:
        from llama_index.vector_stores.chroma import ChromaVectorStore

        return ChromaVectorStore(chroma_collection=self._collection)

    def probe(self, count: int) -> None:
        """Count, read the first and last vectors back and look for them: a killed writer leaves
        texts whose vectors are lost. Raises whatever is wrong."""
        check_count(self._size, count)
        for offset in {0, self._size - 1} if self._size else ():
            row = self._collection.get(limit=1, offset=offset, include=["embeddings"])
            vectors = np.asarray(row["embeddings"], dtype=np.float32)
            if vectors.shape != (1, self._embedder.dimension):
                raise ValueError("a vector is missing")
            nearest = self._collection.query(query_embeddings=vectors, n_results=1, include=[])
            if not nearest["ids"][0]:
                raise ValueError("a query finds nothing")

    def search(
        self, query: str, limit: int, keys: Keys[str] | None = None
    ) -> list[tuple[str, float]]:
        """See Index. The score is the cosine of the angle between question and paragraph."""
        if not self._size or limit <= 0 or (keys is not None and not keys):
            return []
        return self.near(self._embedder.embed_question(query), limit, keys)

    def near(
        self, vector: Vector, limit: int, keys: Keys[str] | None = None
    ) -> list[tuple[str, float]]:
        """The paragraphs nearest to ``vector``, as :meth:`search` gives them."""
        if keys is None:
            return best(self._query(vector, limit, None), limit)
        wanted = sorted(set(keys))
        if len(wanted) <= COMPARED:
            return best(self._compared(vector, wanted), limit)
        hits: list[tuple[str, float]] = []
        for start in range(0, len(wanted), IDS_AT_ONCE):
            # Asked for an id it does not have, Chroma fails: only those it has are asked for.
            some = self._collection.get(ids=wanted[start : start + IDS_AT_ONCE], include=[])
            if some["ids"]:
                hits.extend(self._query(vector, limit, some["ids"]))
        return best(hits, limit)

    def _compared(self, vector: Vector, keys: Sequence[str]) -> list[tuple[str, float]]:
        """Those of ``keys`` that are there, each compared with ``vector``."""
        if not keys:
            return []
        found = self._collection.get(ids=list(keys), include=["embeddings"])
        if not found["ids"]:
            return []
        vectors = np.asarray(found["embeddings"], dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(vector)
        return list(zip(found["ids"], (vectors @ vector / lengths).tolist(), strict=True))

    def _query(
        self, vector: Vector, limit: int, ids: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        from llama_index.core.vector_stores.types import VectorStoreQuery

        query = VectorStoreQuery(
            query_embedding=vector.tolist(), similarity_top_k=min(limit + TIES, self._size)
        )
        found = self._store.query(query) if ids is None else self._store.query(query, ids=ids)
        # The store gives exp(-distance); Chroma's distance is 1 - cosine.
        scores = (1.0 + math.log(similarity) for similarity in found.similarities or ())
        return list(zip(found.ids or (), scores, strict=True))


class DenseIndex(NearestVectors):
    """A Chroma collection in a folder of its own."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open what :func:`build` made. Raises whatever Chroma does for what is not an index."""
        self._client = _client(folder)
        try:
            collection = self._client.get_collection(_COLLECTION, embedding_function=None)
            # What is asked first loads the graph: this lets other threads go on meanwhile (1 s at
            # 423,937 texts), counting would not.
            collection.get(limit=1, include=[])
            super().__init__(collection, embedder)
        except BaseException:
            self._client.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()


def build(folder: Path, rows: Iterable[tuple[Sequence[str], Vectors]]) -> None:
    """Make an index of ``rows`` (keys and their vectors, at most WRITTEN_AT_ONCE together) in the
    empty folder ``folder``."""
    client = _client(folder)
    try:
        collection = client.create_collection(
            _COLLECTION,
            # Chroma's default function would fetch a model from the network.
            embedding_function=None,
            configuration=CONFIGURATION,
        )
        add(collection, rows)
    finally:
        client.close()
    _settle(folder)
    _compact(folder)


def update(
    folder: Path, gone: Sequence[str], rows: Iterable[tuple[Sequence[str], Vectors]]
) -> None:
    """Change the index in ``folder``: take the keys ``gone`` out and put ``rows`` in."""
    client = _client(folder)
    try:
        collection = client.get_collection(_COLLECTION, embedding_function=None)
        for start in range(0, len(gone), WRITTEN_AT_ONCE):
            collection.delete(ids=list(gone[start : start + WRITTEN_AT_ONCE]))
        add(collection, rows)
    finally:
        client.close()
    _settle(folder)
    _compact(folder)


def _settle(folder: Path) -> None:
    """Put the rows into the graph that are in Chroma's log alone. It does so after every thousand;
    the others it puts there anew at each opening (937 of 423,937 take 1.2 s), for which it makes
    room for a fifth more rows."""
    for threshold in (_SOONEST, _USUAL):
        # A threshold counts from the next opening.
        client = _client(folder)
        try:
            collection = client.get_collection(_COLLECTION, embedding_function=None)
            collection.get(limit=1, include=[])
            with warnings.catch_warnings():
                # Chroma warns of its own record of a collection that has no function to embed.
                warnings.simplefilter("ignore", DeprecationWarning)
                collection.modify(configuration={"hnsw": {"sync_threshold": threshold}})
        finally:
            client.close()


def _compact(folder: Path) -> None:
    """Give back what the writing left free: else the rows that readers write, see ``sealing``,
    would go between those that are sealed."""
    with closing(sqlite3.connect(folder / "chroma.sqlite3")) as connection:
        connection.execute("VACUUM")


def add(collection: Collection, rows: Iterable[tuple[Sequence[str], Vectors]]) -> None:
    """Put ``rows`` in, at most WRITTEN_AT_ONCE together. What is there already is left as it is."""
    for keys, vectors in rows:
        collection.add(
            ids=list(keys),
            embeddings=vectors,
            metadatas=[_node(key) for key in keys],
            documents=[""] * len(keys),
        )


def _node(key: str) -> dict[str, str | int | float | bool | None]:
    """What ChromaVectorStore needs to make a node again. The words stay in the records."""
    return {"_node_type": "TextNode", "_node_content": json.dumps({"id_": key})}


def _client(folder: Path) -> Client:
    settings = ChromaSettings(anonymized_telemetry=False)
    # Declared as an interface that leaves out close(), without which the files stay open.
    return cast(Client, chromadb.PersistentClient(path=str(folder), settings=settings))
