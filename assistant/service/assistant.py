"""The library of ``open_library`` that answers questions, with all that belongs to these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from importlib.resources import as_file, files
from types import TracebackType
from typing import Unpack

from assistant.access import Access
from assistant.answering.generative.evidence import evidence_of
from assistant.answering.generative.leads import leads_of
from assistant.answering.generative.models import Model
from assistant.answering.generative.phrasing import is_phrased, request
from assistant.answering.generative.trying import try_model
from assistant.asking import Asking
from assistant.conversing import Conversations, Passing, in_passing
from assistant.errors import AssistantError, ModelNotSet
from assistant.library.checking import sources_check
from assistant.library.embedders import open_embedder
from assistant.library.library import Library
from assistant.library.mending import mend
from assistant.llm import open_phrasing, prompts_of
from assistant.observing import Observer, watched
from assistant.service import warming
from assistant.service.open_library import OpenLibrary
from assistant.settings import Settings, destinations, settings_hash
from assistant.text import pinyin
from assistant.types import (
    About,
    Answer,
    Answerer,
    AskOptions,
    Check,
    Destination,
    Event,
    Inquiry,
    Lang,
    Mended,
    Progress,
)


class Assistant(OpenLibrary):
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
        super().__init__(library, settings)
        self._is_loading = False  # what a first question needs
        self._observer = observer
        self._prompts = prompts_of(settings)
        self._phrasing = open_phrasing(settings, self._prompts, model)
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
        ahead: bool = False,
        model: Model | None = None,
        observer: Observer | None = None,
    ) -> Assistant:
        """Open the library of ``settings``; an empty one is given the sample resolutions first.

        ``ahead``: it will be asked, and what a first question needs is loaded meanwhile; it is not
        ready before :meth:`warm` has been through. ``model`` phrases the answers in place of the
        one that the settings name. ``observer`` is told of every question what became of it, and
        none of its words.
        Raises LibraryBusy, LibraryDamaged, InvalidSettings and EmbedderUnavailable.
        """
        library = Library(settings, open_embedder(settings))
        with warming.loading_beside(library) if ahead else nullcontext():
            library.open_indexes(progress, repair=repair)
        assistant = cls(library, settings, model, observer)
        assistant._is_loading = ahead
        if settings.sample_library and repair and assistant._library.records.generation == 0:
            with as_file(files("assistant") / "sample_library") as folder:
                assistant.ingest([folder], progress=progress, jobs=0)
        return assistant

    @staticmethod
    def mend(settings: Settings, progress: Progress | None = None) -> Mended:
        """Make whole what is damaged of the library of ``settings``, see ``library.mending``."""
        return mend(settings, progress)

    def close(self) -> None:
        """Let go of the model, which nobody waits for any more, and of the library."""
        self.stop_model()
        self._library.close()

    def stop_model(self) -> None:
        """Wait for the language model no more: answers under way end with quotations."""
        if self._phrasing is not None:
            self._phrasing.stop()

    def warm(self) -> None:
        """Load what a first question waits for else, and then what one about everything does, one
        with slips, and a first look at lists."""
        try:
            warming.ask_all(self._answer_to_nobody)
        finally:
            self._is_loading = False
        warming.load_tables(self._library)
        pinyin.syllables("核裁军")
        with suppress(AssistantError):
            self.browsing.warm()

    def _answer_to_nobody(self, question: str) -> None:
        asked = Inquiry(question, answerer="extractive")
        for _ in self._asking.stream(asked, Passing()):
            pass

    def readiness(self) -> tuple[Check, ...]:
        """As of every library; and what is loaded ahead has to be there."""
        found = super().readiness()
        return (*found, warming.LOADING) if self._is_loading else found

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

    def compare(self, a: str, b: str, *, lang: Lang = "zh") -> Answer:
        """The comparison of two resolutions by symbol. Raises NotInLibrary."""
        for symbol in (a, b):
            self.read(symbol)
        words = "比较{}和{}" if lang == "zh" else "Compare {} and {}"
        return self.ask(words.format(a, b), lang=lang)

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

    # ── what it depends on ───────────────────────────────────────────────────────────────────

    def destinations(self) -> tuple[Destination, ...]:
        """Who beyond this machine is sent questions, see ``settings.destinations``."""
        return destinations(self._settings)

    def about(self) -> About:
        """What a reader has to know before asking: who answers, where it goes, what is kept."""
        model = self._phrasing.model.name if self._phrasing else None
        return About(model, self.destinations(), self._settings.conversation_days)

    def doctor(self) -> tuple[Check, ...]:
        """Whether records, indexes and embedder are sound and match each other, and whether the
        model replies, where one is set."""
        return (*self._library.checks(), sources_check(self._library), try_model(self._phrasing))
