"""The dense index of a library: each different text once, found as the paragraphs that say it.

Resolutions repeat each other: of 500,000 generated paragraphs a fifth say what others do. Chroma
keeps an index in memory, 2 kB a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Protocol

from assistant.library.index import TIES, best, check_count
from assistant.library.packed import Packed

if TYPE_CHECKING:
    from assistant.library.embedders import Embedder, Vector
    from assistant.library.held_texts import Digits


class TextIndex(Protocol):
    """What is asked of an index of texts, whose rows are named by the digits of their hashes."""

    def probe(self, count: int) -> None:
        """Raise whatever is wrong with an index of ``count`` texts."""

    def near(
        self, vector: Vector, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The texts nearest to ``vector``, all or among ``keys``."""

    def close(self) -> None:
        """Let go of it."""


class Places:
    """Which paragraphs say which text: 40 bytes a paragraph."""

    def __init__(self, keys: Packed, digits: Digits) -> None:
        """``keys`` of the paragraphs, sorted, and the digits of their texts as numbers."""
        import numpy as np

        self._keys = keys
        self._digits = digits
        self._order = np.argsort(digits, kind="stable").astype(np.int32)
        self._sorted = digits[self._order]
        self.texts = int(np.count_nonzero(np.diff(self._sorted))) + bool(len(digits))

    def __len__(self) -> int:
        """How many paragraphs there are."""
        return len(self._keys)

    def saying(self, text: str) -> Iterator[str]:
        """The keys of the paragraphs that say a text."""
        import numpy as np

        asked = np.uint64(int(text, 16))
        first, end = (np.searchsorted(self._sorted, asked, side) for side in ("left", "right"))
        return (self._keys[at] for at in self._order[first:end].tolist())

    def said_by(self, keys: Collection[str]) -> dict[str, list[str]]:
        """The texts of those of ``keys`` that are there, each with who of them says it."""
        found: dict[str, list[str]] = defaultdict(list)
        at = 0
        for key in sorted(set(keys)):
            at = bisect_left(self._keys, key, lo=at)
            if at < len(self._keys) and self._keys[at] == key:
                found[f"{self._digits[at]:016x}"].append(key)
        return found


class DenseTexts:
    """See Index."""

    def __init__(self, index: TextIndex, places: Places, embedder: Embedder) -> None:
        self._index = index
        self._places = places
        self._embedder = embedder

    def probe(self, count: int) -> None:
        """Raise whatever is wrong with an index of ``count`` paragraphs."""
        check_count(len(self._places), count)
        self._index.probe(self._places.texts)

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """See Index. The score is the cosine of the angle between question and paragraph."""
        if not len(self._places) or limit <= 0 or (keys is not None and not keys):
            return []
        return self.near(self._embedder.embed_question(query), limit, keys)

    def near(
        self, vector: Vector, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The paragraphs nearest to ``vector``, as :meth:`search` gives them."""
        if keys is None:
            texts = self._index.near(vector, limit + TIES)
            hits = [(key, score) for text, score in texts for key in self._places.saying(text)]
        else:
            said = self._places.said_by(keys)
            texts = self._index.near(vector, limit + TIES, said)
            hits = [(key, score) for text, score in texts for key in said[text]]
        return best(hits, limit)

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()
