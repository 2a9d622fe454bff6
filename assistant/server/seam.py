"""What the server asks of the service.

The server knows this shape and nothing behind it; ``assistant.service.Assistant`` has it, and
so has the contract fake of the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, Unpack

from assistant.access import Access
from assistant.server.conversation_seam import Conversations
from assistant.types import (
    About,
    Answer,
    Around,
    AskOptions,
    Check,
    Comparison,
    Event,
    IngestResult,
    Lang,
    LibrarySize,
    Listing,
    ListingQuery,
    MandateFacets,
    MandateForm,
    MandatePage,
    MandateQuery,
    Precedents,
    Progress,
    ReferenceDirection,
    ReferenceGraph,
    Renderings,
    ReplyState,
    Resolution,
    ResolutionPage,
    SearchResult,
    Series,
    SourceFile,
    Summary,
)


class Browsing(Protocol):
    """The library looked through and read, without a question."""

    def listing(
        self, query: ListingQuery, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Listing:
        """The resolutions asked for, one page. Raises ``InvalidFilter``."""

    def around(self, symbol: str, version: Lang | None = None, *, lang: Lang = "zh") -> Around:
        """What lies around a version of a resolution. Raises ``NotInLibrary``."""

    def mandate_facets(self, query: MandateQuery, *, lang: Lang = "zh") -> MandateFacets:
        """What mandates can be narrowed by. Raises ``InvalidFilter`` and ``NotInLibrary``."""

    def source(self, symbol: str, version: Lang | None = None) -> SourceFile:
        """The file it was read from. Raises ``NotInLibrary`` and ``LibraryDamaged``."""


class Replies(Protocol):
    """Replies to requests that must not be carried out twice, kept for a day."""

    def begin(self, owner: str, key: str, request: str) -> ReplyState | bytes:
        """The reply there is, or who is to make it."""

    def finish(self, owner: str, key: str, reply: bytes, conversation: str | None = None) -> None:
        """Keep it, as long as ``conversation`` is kept."""

    def give_up(self, owner: str, key: str) -> None:
        """Nothing came of it."""


class Service(Protocol):
    """Answers, lists and reads. Every method may be called from several threads at once."""

    @property
    def browsing(self) -> Browsing:
        """The library to be looked through."""

    def ask(self, question: str, **options: Unpack[AskOptions]) -> Answer:
        """The answer to a question, or a page more of it. Raises ``InvalidQuestion``,
        ``InvalidCorrection``, ``InvalidReplacement`` and ``InvalidFilter``."""

    def stream(self, question: str, **options: Unpack[AskOptions]) -> Iterator[Event]:
        """The same answer as it comes into being; closing the iterator stops the work."""

    def in_passing(self, questions: Sequence[str], *, lang: Lang | None = None) -> Iterator[Event]:
        """The answer to the last of a conversation's questions; nothing of it is kept. Raises
        ``InvalidQuestion``."""

    @property
    def access(self) -> Access:
        """Who may do what, and the note of what they did."""

    @property
    def conversations(self) -> Conversations:
        """What is kept of conversations."""

    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        """Paragraphs by similarity, best first. Raises ``InvalidQuestion``."""

    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        """Two resolutions paragraph by paragraph. Raises ``NotInLibrary``, ``NotComparable``."""

    def precedents(
        self, phrase: str, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Precedents:
        """Who used a phrase before. Raises ``InvalidQuestion`` and ``InvalidFilter``."""

    def wording(self, phrase: str, *, lang: Lang = "zh") -> Renderings:
        """A phrase in the other language. Raises ``InvalidQuestion``."""

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

    def series(self, symbol: str, *, lang: Lang = "zh") -> Series:
        """The resolutions of a symbol's item over the sessions. Raises ``NotInLibrary``."""

    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        """A whole resolution, as it leads or in its ``version``. Raises ``NotInLibrary``."""

    def resolutions(self) -> tuple[Summary, ...]:
        """Every resolution of the library."""

    def resolution_page(self, *, limit: int, cursor: str | None = None) -> ResolutionPage:
        """The same in pages. Raises ``InvalidFilter``."""

    def mandates(
        self, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
    ) -> MandatePage:
        """Who is asked what by when, one page. Raises ``InvalidFilter`` and ``NotInLibrary``."""

    def export_mandates(
        self, query: MandateQuery, form: MandateForm, *, lang: Lang = "zh"
    ) -> bytes:
        """All of them as a table or a calendar, in UTF-8. Raises as ``mandates`` does."""

    def ingest(
        self,
        sources: Iterable[Path],
        *,
        symbol: str | None = None,
        progress: Progress | None = None,
        told: Callable[[IngestResult], None] | None = None,
        dry_run: bool = False,
    ) -> tuple[IngestResult, ...]:
        """Reads files into the library; with ``dry_run`` only says what would become of them.

        ``told`` hears of each result as it is settled. ``progress`` may raise what is no
        ``Exception`` to leave the work at any point. Raises ``InvalidDocument`` for a ``symbol``
        that is none, or with several documents.
        """

    def remove(self, symbols: Iterable[str], *, version: Lang | None = None) -> tuple[str, ...]:
        """Takes resolutions, or only their ``version``, out of the library; which they were.
        Raises ``NotInLibrary``, for a symbol that means several too."""

    @property
    def replies(self) -> Replies:
        """What was replied to requests that may be sent again."""

    def edition(self) -> str:
        """A name for what can be read now: another one whenever anything of it changes."""

    def size(self) -> LibrarySize:
        """How large the library is, out of memory. Raises ``LibraryUnavailable``."""

    def about(self) -> About:
        """Who answers, who is sent what is asked, and how long it is kept."""

    def readiness(self) -> tuple[Check, ...]:
        """Whether a question would be answered fully now, in milliseconds."""

    def stop_model(self) -> None:
        """Waits for the language model no more: answers under way end with quotations."""
