"""A dense index that may fail: what is asked meanwhile is looked up by words alone, and says so.

Structure needs no index, and the lexical one is on this machine. Only where an embedder or an index
on a server is silent, or the index not made yet, is there nothing to blend with.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from assistant.errors import EmbedderUnavailable, LibraryDamaged, LibraryUnavailable
from assistant.library.index import Index

_log = logging.getLogger(__name__)


class Failing:
    """An Index that finds nothing where ``index`` fails. Made for one question."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.has_failed = False

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """See Index."""
        if self.has_failed:  # nobody waits twice for the same answer
            return []
        try:
            return self._index.search(query, limit, keys)
        except (EmbedderUnavailable, LibraryDamaged, LibraryUnavailable) as error:
            _log.warning("looked up by words alone: %s", error.en)
            self.has_failed = True
            return []
