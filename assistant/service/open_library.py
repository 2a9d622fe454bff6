"""A library that is open: all that is read of it, found in it and kept in it without a question.

The first half of the ``Assistant``, which goes on from here with questions. It is a class to be
inherited from and no part to be held: held, each method would stand twice, with its signature and
its words, once here and once where people call it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from assistant.answering.mandate_calendar import as_calendar
from assistant.answering.mandate_table import as_csv
from assistant.library.generations import of_one_generation
from assistant.library.ingest import ingest
from assistant.library.kept_replies import KeptReplies
from assistant.library.library import Library
from assistant.library.meant import one_meant, paragraph_of, read_one
from assistant.questions import understand
from assistant.reading import File
from assistant.retrieval.browsing import Browsing
from assistant.retrieval.comparisons import compare_held
from assistant.retrieval.free_search import found_freely
from assistant.retrieval.graph import MOST_EDGES, MOST_NODES, reference_graph
from assistant.retrieval.listed_pages import page_of
from assistant.retrieval.mandates import find_mandates
from assistant.retrieval.precedents import precedents
from assistant.retrieval.series import series_around
from assistant.retrieval.wording import renderings
from assistant.settings import Settings
from assistant.text.symbols import parse_symbol
from assistant.types import (
    Check,
    Comparison,
    Coverage,
    IngestResult,
    Lang,
    LibrarySize,
    MandateForm,
    MandatePage,
    MandateQuery,
    Paragraph,
    Precedents,
    Progress,
    ReferenceDirection,
    ReferenceGraph,
    Renderings,
    Resolution,
    ResolutionPage,
    SearchResult,
    Series,
    Summary,
)
from assistant.types.bounds import MOST_SUMMARIES


class OpenLibrary:
    """One open library, read, searched and changed.

    Every method may be called from several threads at once.
    """

    def __init__(self, library: Library, settings: Settings) -> None:
        """Nothing is read yet."""
        self._library = library
        self._settings = settings
        self.browsing = Browsing(library)

    @property
    def library(self) -> Library:
        """What is asked: the records and both indexes."""
        return self._library

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    @of_one_generation
    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        """A whole resolution, as it leads or in its ``version``; ``symbol`` in any written form.
        Raises NotInLibrary, with its parts where it has several."""
        return read_one(self._library.records, symbol, version)

    @of_one_generation
    def paragraph(self, symbol: str, place: str, version: Lang | None = None) -> Paragraph:
        """One paragraph: ``OP13``, ``PP2``, ``ANNEX/3(a)`` … Raises NotInLibrary."""
        return paragraph_of(self.read(symbol, version), place)

    @of_one_generation
    def resolutions(self) -> tuple[Summary, ...]:
        """Every resolution of the library, by session and number."""
        return self._library.records.summaries()

    @of_one_generation
    def resolution_page(
        self, *, limit: int = MOST_SUMMARIES, cursor: str | None = None
    ) -> ResolutionPage:
        """The same in pages. Raises InvalidFilter for a ``cursor`` that is none, or is of another
        state of the library."""
        held = self.resolutions()
        page, after = page_of(held, self.edition(), limit=limit, cursor=cursor)
        return ResolutionPage(tuple(page), len(held), after)

    def held(self, symbol: str) -> tuple[str, ...]:
        """The resolutions that a symbol, in any written form, means: itself, or all its parts.
        Raises NotInLibrary."""
        return self._library.records.meant_by(parse_symbol(symbol) or symbol)

    @of_one_generation
    def coverage(self) -> Coverage:
        """How many resolutions there are, and of which sessions."""
        return self._library.records.coverage()

    def edition(self) -> str:
        """A name for what can be read now: another one whenever the records change, or an index
        follows them."""
        records = self._library.records
        indexes = (index.made_of for index in self._library.indexes)
        generations = (str(made_of.generation if made_of else None) for made_of in indexes)
        return "-".join((records.identity, str(records.generation), *generations))

    def size(self) -> LibrarySize:
        """How large a library this process answers from: out of memory, unless it has just been
        changed. Raises LibraryUnavailable then, where the records are away."""
        made_of = {index.name: index.made_of for index in self._library.indexes}
        generations = {name: made.generation for name, made in made_of.items() if made}
        known = self._library.records.known()
        if known.generation not in generations.values():
            known = self._library.records.summaries()
        return LibrarySize(known.generation or 0, generations, len(known), known.paragraphs)

    # ── finding ──────────────────────────────────────────────────────────────────────────────

    @of_one_generation
    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        """Paragraphs for free words, best first, labelled in ``lang``. Raises InvalidQuestion."""
        catalogue = self.resolutions()
        read = understand(query, catalogue=catalogue, longest=self._settings.max_question_chars)
        return found_freely(query, read, self._library, catalogue, limit=limit, lang=lang)

    @of_one_generation
    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        """What became of ``a`` in ``b``, paragraph by paragraph: of the texts in ``version``, else
        in a language that both are held in, ``lang`` if it is one; see ``retrieval.comparisons``.
        Raises NotInLibrary and NotComparable."""
        return compare_held(self._library.records, a, b, version, reader=lang)

    @of_one_generation
    def mandates(
        self, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
    ) -> MandatePage:
        """Who is asked what by when, in the query's order; ``cursor`` goes on after a page.
        Raises InvalidFilter and NotInLibrary, see ``retrieval.mandates``."""
        return find_mandates(self._library.records, query, limit=limit, cursor=cursor)

    @of_one_generation
    def export_mandates(
        self, query: MandateQuery, form: MandateForm, *, lang: Lang = "zh"
    ) -> bytes:
        """All of them as a table (CSV) or a calendar (iCalendar) in UTF-8, heads and names in
        ``lang``. Raises as ``mandates`` does."""
        found = self.mandates(query).mandates
        if form == "csv":
            return as_csv(found, lang).encode()
        return as_calendar(found, stamp=datetime.now(UTC), lang=lang)

    @of_one_generation
    def precedents(
        self, phrase: str, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Precedents:
        """Who used a phrase before, ``limit`` paragraphs of them, labelled in ``lang``; see
        ``retrieval.precedents``. Raises InvalidQuestion and InvalidFilter."""
        return precedents(phrase, self._library, limit=limit, cursor=cursor, lang=lang)

    @of_one_generation
    def wording(self, phrase: str, *, lang: Lang = "zh") -> Renderings:
        """A phrase in the other language, labels in ``lang``; see ``retrieval.wording``. Raises
        InvalidQuestion."""
        return renderings(phrase, self._library, lang=lang)

    @of_one_generation
    def references(
        self,
        symbol: str,
        *,
        depth: int = 1,
        direction: ReferenceDirection = "both",
        lang: Lang = "zh",
        most_nodes: int = MOST_NODES,
        most_edges: int = MOST_EDGES,
    ) -> ReferenceGraph:
        """Who mentions whom around a symbol in any written form, or an instrument by any name, see
        ``retrieval.graph``. Raises NotInLibrary."""
        return reference_graph(
            self._library.records,
            symbol,
            depth=depth,
            direction=direction,
            lang=lang,
            most_nodes=most_nodes,
            most_edges=most_edges,
        )

    @of_one_generation
    def series(self, symbol: str, *, lang: Lang = "zh") -> Series:
        """The resolutions of a symbol's item, or of a title's, over the sessions, see
        ``retrieval.series``. Raises NotInLibrary where nothing held tells of it."""
        return series_around(self._library.records, symbol, lang=lang)

    # ── keeping ──────────────────────────────────────────────────────────────────────────────

    @property
    def replies(self) -> KeptReplies:
        """What was replied to requests that may be sent again."""
        return self._library.records.replies

    def ingest(
        self,
        sources: Iterable[Path | File],
        *,
        symbol: str | None = None,
        progress: Progress | None = None,
        told: Callable[[IngestResult], None] | None = None,
        dry_run: bool = False,
        jobs: int = 1,
    ) -> tuple[IngestResult, ...]:
        """Read files into the library, or say what would come of it; see ``library.ingest``."""
        return ingest(
            self._library,
            sources,
            symbol=symbol,
            progress=progress,
            told=told,
            dry_run=dry_run,
            jobs=jobs,
        )

    def remove(
        self,
        symbols: Iterable[str],
        *,
        version: Lang | None = None,
        progress: Progress | None = None,
    ) -> tuple[str, ...]:
        """Take resolutions out of the library, or only their ``version``; which they were. Raises
        NotInLibrary, having removed nothing, for a symbol that means several too: ``held`` says
        which."""
        records = self._library.records
        meant = tuple(dict.fromkeys(one_meant(records, symbol) for symbol in symbols))
        with self._library.generations.changing():
            records.remove(*meant, lang=version)
            self._library.refresh(progress)
        return meant

    def reindex(self, progress: Progress | None = None) -> None:
        """Make both indexes again from the records."""
        self._library.reindex(progress)

    def checks(self) -> tuple[Check, ...]:
        """Whether what is kept here is sound and matches. Asks no model and no other server:
        without them there are answers too."""
        return self._library.own_checks()

    def readiness(self) -> tuple[Check, ...]:
        """Whether a question would be answered fully now: that takes milliseconds, and whoever
        watches the service may ask every second."""
        return self._library.readiness()
