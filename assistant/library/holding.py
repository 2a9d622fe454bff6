"""Which indexes the work under way in a thread reads, whatever is served by now."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from assistant.errors import LibraryDamaged
from assistant.library.index import Index
from assistant.library.manifest import Contents


class OpenIndex(Index, Protocol):
    """An index that is open: what an engine (Tantivy, Chroma) has to offer beside searching."""

    def probe(self, count: int) -> None:
        """Read something from it, which should hold ``count`` paragraphs. Raises whatever is
        wrong."""

    def close(self) -> None:
        """Let go of the files."""


@dataclass(eq=False, slots=True)
class Serving:
    """An index that questions are answered from, or were until another took its place."""

    index: OpenIndex
    made_of: Contents
    name: str  # of its folder, or collection
    users: int = 0  # searches that run, and answers that are being made
    is_left: bool = False  # another one is served in its place


Held = Mapping["Slot", OpenIndex | None]

_HELD: ContextVar[Held] = ContextVar("held", default={})  # noqa: B039 - never changed


@contextmanager
def reading(held: Held) -> Iterator[None]:
    """This thread reads these indexes. Nothing may be yielded out of it to another thread."""
    token = _HELD.set(held)
    try:
        yield
    finally:
        _HELD.reset(token)


class Slot:
    """The place of one index of a library, in which another one may be put any moment. Searching
    goes on meanwhile: what is left is closed by its last reader."""

    def __init__(self, name: str) -> None:
        """Nothing is served yet."""
        self.name = name
        self._changes = threading.Condition()
        self._serving: Serving | None = None
        self._open: list[Serving] = []  # that one, and those left that are still read

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """See Index. Raises LibraryDamaged while there is no index that could be served."""
        with self.in_use() as index:
            return index.search(query, limit, keys)

    def close(self) -> None:
        """Wait for the searches that run, then let go of the files."""
        self._serve(None)
        with self._changes:
            self._changes.wait_for(lambda: not self._open)

    @property
    def made_of(self) -> Contents | None:
        """What the index that is served was made from; None where there is none."""
        serving = self._serving
        return serving.made_of if serving else None

    def open_names(self) -> set[str]:
        """The names of all that is served or still read."""
        with self._changes:
            return {one.name for one in self._open}

    def _serve(self, fresh: Serving | None) -> None:
        """Put an index in the place of the one served, which its last reader closes."""
        with self._changes:
            old, self._serving = self._serving, fresh
            if fresh is not None:
                self._open.append(fresh)
            if old is not None:
                old.is_left = True
                old.users += 1
        if old is not None:
            self._leave(old)

    def _leave(self, serving: Serving) -> None:
        with self._changes:
            serving.users -= 1
            is_last = serving.is_left and serving.users == 0
        if is_last:
            serving.index.close()
            with self._changes:
                self._open.remove(serving)
                self._changes.notify_all()

    @contextmanager
    def in_use(self) -> Iterator[OpenIndex]:
        """The index that is served, or was when the work of this thread began (see
        ``reading``), kept open meanwhile. Raises LibraryDamaged where there is none."""
        chosen = _HELD.get()
        if self in chosen:
            yield self._usable(chosen[self])
            return
        with self.held() as serving:
            yield self._usable(serving.index if serving else None)

    def _usable(self, index: OpenIndex | None) -> OpenIndex:
        if index is None:
            raise LibraryDamaged(
                f"索引 {self.name} 不可用；请运行 assistant reindex",
                f"the index {self.name} cannot be used; run assistant reindex",
            )
        return index

    @contextmanager
    def held(self, serving: Serving | None = None) -> Iterator[Serving | None]:
        """The index that is served, or ``serving`` that is held already, not to be closed
        meanwhile; None where there is none."""
        with self._changes:
            serving = serving or self._serving
            if serving is not None:
                serving.users += 1
        try:
            yield serving
        finally:
            if serving is not None:
                self._leave(serving)
