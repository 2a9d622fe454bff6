"""The dense index on a Chroma server, which several processes share.

A row's id is ``key@hash``: the paragraph and the first digits of its text's hash. A collection may
hold the texts of two generations side by side; which of them a question may find is decided by the
records that the question reads. So the collection is changed while it is asked, and every process
goes on answering from its own generation. What no generation needs any more is taken out at the
next change, a minute later at the earliest: longer than any answer is being made.

This module imports Chroma (a second): import it where it is needed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Collection as Keys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, Protocol, cast
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError, NotFoundError

from assistant.errors import LibraryDamaged, LibraryUnavailable
from assistant.library.dense import (
    COMPARED,
    CONFIGURATION,
    IDS_AT_ONCE,
    WRITTEN_AT_ONCE,
    NearestVectors,
    add,
)
from assistant.library.embedders import Embedder, Vector, Vectors
from assistant.library.held_texts import DIGITS
from assistant.library.index import TIES, best

_log = logging.getLogger(__name__)

# Rows of one request.
AT_ONCE: Final = WRITTEN_AT_ONCE

# A question waits so long and is then looked up by words; changes may take their time.
QUESTION_SECONDS: Final = 5.0
CHANGE_SECONDS: Final = 120.0
# After a failure nobody asks for so long: each question asks for several rankings.
SILENCE: Final = 3.0
_CONNECTING: Final = 3.0


class TextHashes(Protocol):
    """What the records say of paragraphs."""

    def text_hashes(self, keys: Keys[str]) -> Mapping[str, str]:
        """The hashes of the texts of those of ``keys`` that are there, by key."""


class ChromaServer:
    """A Chroma server by its address. Nothing is asked of it before it is needed."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._client: Client | None = None
        self._silent_until = 0.0

    @contextmanager
    def asked(self) -> Iterator[Client]:
        """The client, for one request or a few. Raises LibraryUnavailable where the server does
        not answer; what it answers is passed on."""
        if time.monotonic() < self._silent_until:
            raise _unavailable()
        try:
            if self._client is None:
                self._client = _client(self._url, self._seconds)
            yield self._client
        except NotFoundError:
            raise
        except (httpx.HTTPError, ChromaError, ConnectionError) as error:
            self._silent_until = time.monotonic() + SILENCE
            raise _unavailable() from error

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            for session in _sessions(self._client):
                session.close()
            self._client.close()
            self._client = None


class ServedDense(NearestVectors):
    """A collection of a Chroma server. See NearestVectors."""

    def __init__(
        self, server: ChromaServer, name: str, embedder: Embedder, records: TextHashes
    ) -> None:
        """Open what :func:`begin` and :func:`change` made. Raises LibraryUnavailable, and
        NotFoundError where the server has no such collection."""
        self._server = server
        self._records = records
        with server.asked() as client:
            collection = client.get_collection(name, embedding_function=None)
            super().__init__(collection, embedder)

    def probe(self, count: int) -> None:
        """See NearestVectors: ``count`` is what there has to be at the least."""
        with self._server.asked():
            super().probe(max(count, self._size))

    def answers(self) -> None:
        """See that the server does: raises LibraryUnavailable."""
        with self._server.asked():
            self._collection.count()

    def near(
        self, vector: Vector, limit: int, keys: Keys[str] | None = None
    ) -> list[tuple[str, float]]:
        """See NearestVectors."""
        try:
            with self._server.asked():
                return self._near(vector, limit, keys)
        except NotFoundError as error:  # made anew by another process, which is soon noticed
            raise LibraryDamaged(
                "向量索引正在更换，请稍后再试", "the dense index is being replaced; try again soon"
            ) from error

    def close(self) -> None:
        """Nothing: the server's connections are the library's."""

    def _near(self, vector: Vector, limit: int, keys: Keys[str] | None) -> list[tuple[str, float]]:
        if keys is None:
            return self._everywhere(vector, limit)
        wanted = sorted(ids_of(self._records.text_hashes(set(keys))))
        if len(wanted) <= COMPARED:
            return best(_keys(self._compared(vector, wanted)), limit)
        hits: list[tuple[str, float]] = []
        for start in range(0, len(wanted), IDS_AT_ONCE):
            some = self._collection.get(ids=wanted[start : start + IDS_AT_ONCE], include=[])
            if some["ids"]:
                hits.extend(_keys(self._query(vector, limit, some["ids"])))
        return best(hits, limit)

    def _everywhere(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """The nearest of those whose text is still, or already, that of the records."""
        size = self._size = self._collection.count()
        asked = limit
        while True:
            found = self._query(vector, min(asked, size), None)
            current = ids_of(self._records.text_hashes({_key(one) for one, _ in found}))
            hits = [(one, score) for one, score in found if one in current]
            if len(hits) >= limit or asked >= size:
                return best(_keys(hits), limit)
            asked = 2 * asked + TIES


def ids_of(hashes: Mapping[str, str]) -> frozenset[str]:
    """The ids of paragraphs by the hashes of their texts."""
    return frozenset(row_id(key, text_hash) for key, text_hash in hashes.items())


def row_id(key: str, text_hash: str) -> str:
    """The id of a paragraph as it stands. Half a sha256 tells all texts apart."""
    return f"{key}@{text_hash[:DIGITS]}"


def begin(server: ChromaServer, name: str) -> None:
    """Make an empty collection, in the place of one of that name."""
    with server.asked() as client:
        client.create_collection(name, embedding_function=None, configuration=CONFIGURATION)


def change(
    server: ChromaServer,
    name: str,
    gone: Sequence[str],
    rows: Iterable[tuple[Sequence[str], Vectors]],
) -> None:
    """Put ``rows`` (ids and their vectors) into a collection, and take the ids ``gone`` out.

    A row that is there already is left: its id says that it is the same."""
    with server.asked() as client:
        collection = client.get_collection(name, embedding_function=None)
        add(collection, rows)
        for start in range(0, len(gone), AT_ONCE):
            collection.delete(ids=list(gone[start : start + AT_ONCE]))


def discard(server: ChromaServer, prefix: str, kept: str) -> None:
    """Delete the collections whose names begin with ``prefix``, but one."""
    with server.asked() as client:
        for collection in client.list_collections():
            if collection.name.startswith(prefix) and collection.name != kept:
                client.delete_collection(collection.name)


def _keys(hits: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    return [(_key(one), score) for one, score in hits]


def _key(one: str) -> str:
    return one.rpartition("@")[0]


def _client(url: str, seconds: float) -> Client:
    parts = urlsplit(url)
    settings = ChromaSettings(anonymized_telemetry=False)
    is_secure = parts.scheme == "https"
    # Asked first: a client that finds nobody leaves its connections open.
    httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat", timeout=_CONNECTING).raise_for_status()
    try:
        client = chromadb.HttpClient(
            host=parts.hostname or "",
            port=parts.port or (443 if is_secure else 80),
            ssl=is_secure,
            settings=settings,
        )
    except ValueError as error:  # how it says that nobody is there
        raise ConnectionError(str(error)) from error
    # Chroma's client waits for ever, and has no setting for it.
    for session in _sessions(client):
        session.timeout = httpx.Timeout(seconds, connect=_CONNECTING)
    return cast(Client, client)


def _sessions(client: ClientAPI) -> tuple[httpx.Client, ...]:
    """The connections of a client, which its own ``close`` leaves open."""
    servers = (client._server, client._admin_client._server)  # type: ignore[attr-defined]
    return tuple(server._session for server in servers)


def _unavailable() -> LibraryUnavailable:
    return LibraryUnavailable(
        "暂时连不上向量索引的服务器，请稍后再试；如果一直如此，请检查 Chroma 是否在运行、"
        "ASSISTANT_CHROMA_URL 是否正确",
        "the server of the dense index cannot be reached for now; try again in a moment. If it "
        "stays so, see that Chroma runs, and check ASSISTANT_CHROMA_URL",
    )
