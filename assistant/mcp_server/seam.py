"""What is asked of the service. ``assistant.service.Assistant`` has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.types import (
    Comparison,
    Event,
    Lang,
    MandatePage,
    MandateQuery,
    ReferenceDirection,
    ReferenceGraph,
    Resolution,
    ResolutionPage,
    SearchResult,
)


class Library(Protocol):
    """Answers and reads. Every method may be called from several threads at once."""

    def in_passing(self, questions: Sequence[str], *, lang: Lang | None = None) -> Iterator[Event]:
        """The answer to the last of a conversation's questions; nothing of it is kept. Raises
        ``InvalidQuestion``."""

    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        """Paragraphs for free words, best first. Raises ``InvalidQuestion``."""

    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        """A whole resolution, as it leads or in its ``version``. Raises ``NotInLibrary``, with its
        parts where it has several."""

    def resolution_page(self, *, limit: int, cursor: str | None = None) -> ResolutionPage:
        """Every resolution of the library, by session and number, in pages. Raises
        ``InvalidFilter``."""

    def mandates(
        self, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
    ) -> MandatePage:
        """Who is asked what by when, one page. Raises ``InvalidFilter`` and ``NotInLibrary``."""

    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        """Two resolutions paragraph by paragraph. Raises ``NotInLibrary``, ``NotComparable``."""

    def references(
        self,
        symbol: str,
        *,
        depth: int = 1,
        direction: ReferenceDirection = "both",
        lang: Lang = "zh",
        most_nodes: int = 200,
        most_edges: int = 1_000,
    ) -> ReferenceGraph:
        """Who mentions whom around a symbol or an instrument. Raises ``NotInLibrary``."""
