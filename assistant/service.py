"""The assistant: everything that can be asked of a library. Knows no HTTP and no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType
from typing import Unpack

from assistant.access import Access
from assistant.answering.generative.evidence import evidence_of
from assistant.answering.generative.leads import leads_of
from assistant.answering.generative.models import Model
from assistant.answering.generative.phrasing import is_phrased, request
from assistant.answering.generative.trying import try_model
from assistant.answering.mandate_calendar import as_calendar
from assistant.answering.mandate_table import as_csv
from assistant.asking import Asking
from assistant.conversing import Conversations, Passing, in_passing
from assistant.errors import AssistantError, ModelNotSet
from assistant.library.checking import sources_check
from assistant.library.generations import of_one_generation
from assistant.library.ingest import ingest
from assistant.library.kept_replies import KeptReplies
from assistant.library.library import Library
from assistant.library.meant import one_meant, paragraph_of, read_one
from assistant.library.mending import mend
from assistant.llm import open_phrasing, prompts_of
from assistant.observing import Observer, watched
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
from assistant.settings import Settings, destinations, settings_hash
from assistant.text import pinyin, tokens
from assistant.text.symbols import parse_symbol
from assistant.types import (
    About,
    Answer,
    Answerer,
    AskOptions,
    Check,
    Comparison,
    Coverage,
    Destination,
    Event,
    IngestResult,
    Inquiry,
    Lang,
    LibrarySize,
    MandateForm,
    MandatePage,
    MandateQuery,
    Mended,
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

__all__ = ["Assistant", "File"]


class Assistant:
    """One open library that answers questions. Close it, or use it as a context manager.

    Every method may be called from several threads at once.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        model: Model | None = None,
        observer: Observer | None = None,
    ) -> None:
        """Raises InvalidPrompts, and InvalidSettings where the model cannot be made.

        ``model`` phrases the answers in place of the one that the settings name. ``observer`` is
        told of every question what became of it, and none of its words.
        """
        self._library = library
        self._observer = observer
        self._settings = settings
        self._prompts = prompts_of(settings)
        self._phrasing = open_phrasing(settings, self._prompts, model)
        self.browsing = Browsing(library)
        self.access = Access.of(library.records, settings)
        self._asking = Asking(
            library,
            settings,
            settings_hash(settings, embedder=library.embedder.name),
            self._phrasing,
        )

    @classmethod
    def open(
        cls,
        settings: Settings,
        progress: Progress | None = None,
        *,
        repair: bool = True,
        model: Model | None = None,
        observer: Observer | None = None,
    ) -> Assistant:
        """Open the library of ``settings``; an empty one is given the sample resolutions first.

        ``model`` phrases the answers in place of the one that the settings name. ``observer`` is
        told of every question what became of it, and none of its words.
        Raises LibraryBusy, LibraryDamaged, InvalidSettings and EmbedderUnavailable.
        """
        library = Library.open(settings, progress, repair=repair)
        assistant = cls(library, settings, model, observer)
        if settings.sample_library and repair and assistant._library.records.generation == 0:
            with as_file(files("assistant") / "sample_library") as folder:
                assistant.ingest([folder], progress=progress, jobs=0)
        return assistant

    @staticmethod
    def mend(settings: Settings, progress: Progress | None = None) -> Mended:
        """Make whole what is damaged of the library of ``settings``, see ``library.mending``."""
        return mend(settings, progress)

    @property
    def library(self) -> Library:
        """What is asked: the records and both indexes."""
        return self._library

    def close(self) -> None:
        """Let go of the model, which nobody waits for any more, and of the library."""
        self.stop_model()
        self._library.close()

    def stop_model(self) -> None:
        """Wait for the language model no more: answers under way end with quotations."""
        if self._phrasing is not None:
            self._phrasing.stop()

    def warm(self) -> None:
        """Load dictionaries, the embedder's model and LlamaIndex: a first question waits else."""
        tokens.tagged_words("核裁军")
        pinyin.syllables("核裁军")
        tokens.specificity("核裁军")
        with suppress(AssistantError):  # a library being closed, or a server that is silent
            self._library.dense.search("核裁军", 1)
            for question in ("核裁军", "nuclear disarmament"):  # what each language's share
                self._library.embedder.embed_question(question)
        with suppress(AssistantError):
            self.browsing.warm()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ── questions ────────────────────────────────────────────────────────────────────────────

    def ask(self, question: str, **options: Unpack[AskOptions]) -> Answer:
        """The answer to a question; ``Inquiry`` says what the options mean.

        Raises InvalidQuestion, InvalidCorrection, InvalidReplacement and, for a page that is none,
        InvalidFilter.
        """
        *_, last = self.stream(question, **options)
        assert isinstance(last.data, Answer)  # noqa: S101 - the order of a stream's events
        return last.data

    def stream(self, question: str, **options: Unpack[AskOptions]) -> Iterator[Event]:
        """The same answer as it comes into being, the whole of it last. Raises as ``ask`` does."""
        asked = Inquiry(question, **options)
        if asked.answerer == "llm" and self._phrasing is None:
            raise ModelNotSet(
                "没有配置语言模型：请设置 ASSISTANT_LLM_URL 和 ASSISTANT_LLM_MODEL，"
                "或不指定由谁作答",
                "no language model is set: set ASSISTANT_LLM_URL and ASSISTANT_LLM_MODEL, "
                "or leave it open who answers",
            )
        return watched(self._asking.stream(asked), self._observer)

    def in_passing(self, questions: Sequence[str], *, lang: Lang | None = None) -> Iterator[Event]:
        """The answer to the last of a conversation's questions as it comes into being. Its asker
        keeps the conversation: nothing of it is kept here. See ``conversing.in_passing``."""

        def ask(question: str, *, talks: Passing, page: str | None, last: bool) -> Iterator[Event]:
            answerer: Answerer | None = None if last else "extractive"
            asked = Inquiry(question, lang=lang, page=page, answerer=answerer)
            return watched(self._asking.stream(asked, talks), self._observer if last else None)

        return in_passing(questions, ask)

    def prompt(self, question: str, *, lang: Lang | None = None) -> str | None:
        """What a language model would be sent for a question, whether one is set or not; None
        where none would be asked. Raises InvalidQuestion."""
        answer = self.ask(question, lang=lang, answerer="extractive")
        self.forget(answer.conversation_id or "")  # looking is no conversation
        if not is_phrased(answer, self._settings.llm_most_paragraphs):
            return None
        keys = [f"{one.symbol}#{one.paragraph}" for one in answer.citations]
        held = {paragraph.key: paragraph for paragraph in self._library.records.paragraphs(keys)}
        leads = leads_of(answer.citations, self._library.records.read)
        evidence = evidence_of(answer.statements, answer.citations, held, leads)
        return request(self._prompts, question, evidence, answer.lang)

    def forget(self, conversation_id: str, *, owner: str | None = None) -> bool:
        """Forget a conversation; whether there was one, of ``owner``'s or nobody's."""
        return self.conversations.forget(conversation_id, owner)

    @property
    def conversations(self) -> Conversations:
        """What is kept of conversations, for those that may see it."""
        return Conversations(self._library.records)

    def compare(self, a: str, b: str, *, lang: Lang = "zh") -> Answer:
        """The comparison of two resolutions by symbol. Raises NotInLibrary."""
        for symbol in (a, b):
            self.read(symbol)
        words = "比较{}和{}" if lang == "zh" else "Compare {} and {}"
        return self.ask(words.format(a, b), lang=lang)

    @of_one_generation
    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        """What became of ``a`` in ``b``, paragraph by paragraph: of the texts in ``version``, else
        in a language that both are held in, ``lang`` if it is one; see ``retrieval.comparisons``.
        Raises NotInLibrary and NotComparable."""
        return compare_held(self._library.records, a, b, version, reader=lang)

    @of_one_generation
    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        """Paragraphs for free words, best first, labelled in ``lang``. Raises InvalidQuestion."""
        catalogue = self.resolutions()
        read = understand(query, catalogue=catalogue, longest=self._settings.max_question_chars)
        return found_freely(query, read, self._library, catalogue, limit=limit, lang=lang)

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

    # ── the library ──────────────────────────────────────────────────────────────────────────

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

    @property
    def replies(self) -> KeptReplies:
        """What was replied to requests that may be sent again."""
        return self._library.records.replies

    def edition(self) -> str:
        """A name for what can be read now: another one whenever the records change, or an index
        follows them."""
        records = self._library.records
        indexes = (index.made_of for index in self._library.indexes)
        generations = (str(made_of.generation if made_of else None) for made_of in indexes)
        return "-".join((records.identity, str(records.generation), *generations))

    @of_one_generation
    def coverage(self) -> Coverage:
        """How many resolutions there are, and of which sessions."""
        return self._library.records.coverage()

    def size(self) -> LibrarySize:
        """How large a library this process answers from: out of memory, unless it has just been
        changed. Raises LibraryUnavailable then, where the records are away."""
        made_of = {index.name: index.made_of for index in self._library.indexes}
        generations = {name: made.generation for name, made in made_of.items() if made}
        known = self._library.records.known()
        if known.generation not in generations.values():
            known = self._library.records.summaries()
        return LibrarySize(known.generation or 0, generations, len(known), known.paragraphs)

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

    def held(self, symbol: str) -> tuple[str, ...]:
        """The resolutions that a symbol, in any written form, means: itself, or all its parts.
        Raises NotInLibrary."""
        return self._library.records.meant_by(parse_symbol(symbol) or symbol)

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

    def destinations(self) -> tuple[Destination, ...]:
        """Who beyond this machine is sent questions, see ``settings.destinations``."""
        return destinations(self._settings)

    def about(self) -> About:
        """What a reader has to know before asking: who answers, where it goes, what is kept."""
        model = self._phrasing.model.name if self._phrasing else None
        return About(model, self.destinations(), self._settings.conversation_days)

    def checks(self) -> tuple[Check, ...]:
        """Whether what is kept here is sound and matches. Asks no model and no other server:
        without them there are answers too."""
        return self._library.own_checks()

    def readiness(self) -> tuple[Check, ...]:
        """Whether a question would be answered fully now: that takes milliseconds, and whoever
        watches the service may ask every second."""
        return self._library.readiness()

    def doctor(self) -> tuple[Check, ...]:
        """Whether records, indexes and embedder are sound and match each other, and whether the
        model replies, where one is set."""
        return (*self._library.checks(), sources_check(self._library), try_model(self._phrasing))
