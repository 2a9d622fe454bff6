"""Decoded paragraphs in memory: decoding costs more than finding."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from assistant.library.lookups import Found
from assistant.types import Paragraph

# About 5 kB each with clauses and references: 15 MB at the most.
_PARAGRAPHS_KEPT = 3_000


class ParagraphCache:
    """The most recently used paragraphs, each with the version of its resolution.

    A changed resolution has another version, so that nothing needs to be thrown out by hand.
    """

    def __init__(self, limit: int = _PARAGRAPHS_KEPT) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[str, Paragraph]] = OrderedDict()

    def paragraphs(
        self, found: Sequence[Found], load: Callable[[list[str]], Mapping[str, Paragraph]]
    ) -> tuple[Paragraph, ...]:
        """The paragraphs ``found``, in that order; ``load`` reads by key those not kept."""
        with self._lock:
            known = {f.key: p for f in found if (p := self._get(f)) is not None}
        missing = list(dict.fromkeys(f.key for f in found if f.key not in known))
        if missing:
            loaded = load(missing)
            known.update(loaded)
            versions = {f.key: f.version for f in found}
            with self._lock:
                self._keep({key: (versions[key], p) for key, p in loaded.items()})
        return tuple(known[f.key] for f in found)

    def _get(self, found: Found) -> Paragraph | None:
        version, paragraph = self._kept.get(found.key, ("", None))
        if version != found.version:
            return None
        self._kept.move_to_end(found.key)
        return paragraph

    def _keep(self, fresh: Mapping[str, tuple[str, Paragraph]]) -> None:
        self._kept.update(fresh)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)
