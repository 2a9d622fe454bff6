"""One question to one answer: understood, looked up, written, remembered, told as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import cache, partial

from assistant import answering, pages
from assistant.answering.generative.leads import leads_of
from assistant.answering.generative.phrasing import Phrasing
from assistant.answering.generative.rewriting import (
    Rewriting,
    counted,
    in_words,
    is_answered,
    is_wanted,
    rewrite,
)
from assistant.answering.generative.slots import Before
from assistant.asking.writing import write
from assistant.conversing import Passing, Talks, turn_of
from assistant.library.library import Library
from assistant.library.turns import Errand
from assistant.observing import noted, step
from assistant.questions import remembering, understand
from assistant.questions.correcting import correct
from assistant.questions.followup import standing_alone
from assistant.questions.history import Turn
from assistant.questions.readings import other_readings
from assistant.questions.understand import check_question
from assistant.retrieval import retrieve
from assistant.retrieval.precedents import is_used
from assistant.settings import Settings
from assistant.text.catalogue import Catalogue
from assistant.text.symbols import parse_symbol
from assistant.types import (
    Answer,
    Event,
    Found,
    Inquiry,
    Lang,
    MandateQuery,
    Overrides,
    PassageNote,
    Question,
    Resolution,
    Statement,
)


class Asking:
    """Answers questions from a library, under the settings whose hash every answer bears."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        settings_hash: str,
        phrasing: Phrasing | None = None,
    ) -> None:
        self._library = library
        self._phrasing = phrasing
        self._settings = settings
        self._hash = settings_hash
        self._talks = Talks(library.records.conversations, settings.conversation_days)

    def stream(self, asked: Inquiry, talks: Talks | Passing | None = None) -> Iterator[Event]:
        """The steps of an answer, the whole of it last. ``talks``: where its turn is kept, if not
        here.

        Raises InvalidQuestion; for slots that cannot be put right so, InvalidCorrection; for a page
        that this question did not give, InvalidFilter; for an answer to be replaced that does not
        stand in the conversation, InvalidReplacement.
        """
        check_question(asked.question, self._settings.max_question_chars)
        cursor = pages.Cursor.read(asked.page) if asked.page is not None else None
        errand = self._library.turns.errand()
        yield from errand.stepwise(self._answered(asked, talks or self._talks, cursor, errand))

    def _answered(
        self, asked: Inquiry, talks: Talks | Passing, cursor: pages.Cursor | None, errand: Errand
    ) -> Generator[Event, None, None]:
        talk = talks.go_on(asked)
        # What is read of the library is of one generation; the conversation goes on beside it.
        steps = self._steps(asked, talk.turns, cursor, errand)
        answer, turn = yield from self._library.generations.stepwise(steps)
        answer = replace(answer, conversation_id=asked.conversation_id)
        if cursor is None:  # a page more is no turn of the conversation
            answer = talks.keep(talk, asked.question, turn, answer)
        yield Event("answer", answer)

    def _steps(
        self,
        asked: Inquiry,
        turns: tuple[Turn, ...],
        cursor: pages.Cursor | None,
        errand: Errand,
    ) -> Generator[Event, None, tuple[Answer, Turn]]:
        begun = time.perf_counter()
        records = self._library.records
        catalogue = records.summaries()
        reader = cache(records.read)
        with step("understand"):
            read = self._read(asked, turns, cursor, catalogue, reader)
        window = pages.window(cursor, read, records, self._settings.page_size)
        goes_on = bool(turns) and cursor is None and asked.corrected is None
        may_change = goes_on and self._phrasing is not None and asked.answerer != "extractive"
        if not may_change:
            yield Event("understood", answering.understood(read))
        understood_at = time.perf_counter()
        with step("retrieve"):
            found = retrieve(read, self._library, catalogue, reader, window)
        pages.check_shown(cursor, found)
        found_at = time.perf_counter()
        rewriting = None
        if may_change:

            def look(instead: Question) -> Found:
                return retrieve(instead, self._library, catalogue, reader, window)

            read, found, rewriting = self._completed(
                read, found, turns, asked.symbols, look, errand=errand
            )
            yield Event("understood", answering.understood(read))
        noted(generation=catalogue.generation, reason=_reason(read, found))
        keys = tuple(passage.paragraph.key for passage in found.passages)
        total = found.whole.paragraphs if found.whole else len(keys)
        yield Event("passages", PassageNote(total, keys))
        completed_at = time.perf_counter()
        with step("write"):
            written = write(
                read, found, catalogue, reader, records=records, settings_hash=self._hash
            )
        written = replace(written, page=pages.next_page(found.whole, read, records))
        errand.finish()  # a model is waited for, or nothing is left to be done
        written_at = time.perf_counter()
        written = yield from self._told(written, read, found, phrase=asked.answerer != "extractive")
        if rewriting is not None and self._phrasing is not None:
            written = counted(written, rewriting, self._phrasing)
        told_at = time.perf_counter()
        model_seconds = told_at - written_at if written.generation else 0.0
        model_seconds += completed_at - found_at if rewriting else 0.0
        timings = _milliseconds(
            understand=understood_at - begun,
            retrieve=found_at - understood_at,
            answer=written_at - completed_at,
            model=model_seconds,
            total=told_at - begun,
        )
        return replace(written, timings_ms=timings), turn_of(read, found, written)

    def _read(
        self,
        asked: Inquiry,
        turns: tuple[Turn, ...],
        cursor: pages.Cursor | None,
        catalogue: Catalogue,
        reader: Callable[[str], Resolution],
    ) -> Question:
        """The question as it is understood after those turns, and how else it may be meant."""
        read = self._understood(asked.question, asked.symbols, asked.lang, turns, asked.corrected)
        if cursor is not None:
            before = (turn.question for turn in reversed(turns))
            return pages.asked_before(cursor, asked.question, before, self._library.records) or read
        read = self._on_its_own(read, catalogue, reader)
        if asked.corrected is not None:
            return read
        return replace(read, others=other_readings(read, catalogue, reader, self._due_at))

    def _due_at(self, session: int) -> bool:
        query = MandateQuery(due_sessions=(session, session), timed=True)
        return bool(self._library.records.mandates.find(query))

    def _told(
        self, written: Answer, read: Question, found: Found, *, phrase: bool
    ) -> Generator[Event, None, Answer]:
        """The statements, each after the citations that it is the first to use; of a model's words
        those that passed. The answer with the statements that were told."""
        statements: Iterator[Statement] | Generator[Statement, None, Answer]
        if phrase and self._phrasing is not None and self._phrasing.takes(written):
            paragraphs = {passage.paragraph.key: passage.paragraph for passage in found.passages}
            leads = leads_of(written.citations, self._library.records.read)
            statements = self._phrasing.phrased(written, in_words(read), paragraphs, leads)
        else:
            statements = iter(written.statements)
        cited: set[int] = set()
        while True:
            try:
                statement = next(statements)
            except StopIteration as end:
                return end.value or written
            for n in statement.citations:
                if n not in cited:
                    cited.add(n)
                    yield Event("citation", written.citations[n - 1])
            yield Event("delta", statement)

    def _completed(
        self,
        read: Question,
        found: Found,
        turns: tuple[Turn, ...],
        symbols: tuple[str, ...],
        look: Callable[[Question], Found],
        *,
        errand: Errand,
    ) -> tuple[Question, Found, Rewriting | None]:
        """A follow-up that the rules cannot read as a model completes it, where that is answered;
        else as it was."""
        if self._phrasing is None or not is_wanted(read, found):
            return read, found, None
        before = tuple(Before(turn.question, turn.shown) for turn in turns)
        alone = partial(self._understood, symbols=symbols, lang=None, turns=(), corrected=None)
        with errand.aside():
            rewriting = rewrite(self._phrasing.model, self._phrasing.prompts, read, before, alone)
        if rewriting.question is None:
            return read, found, rewriting
        instead = look(rewriting.question)
        if is_answered(read, instead):
            return rewriting.question, instead, rewriting
        return read, found, rewriting

    def _understood(
        self,
        question: str,
        symbols: tuple[str, ...],
        lang: Lang | None,
        turns: tuple[Turn, ...],
        corrected: Overrides | None,
    ) -> Question:
        words = None
        if corrected is not None:  # what it was taken for before is no turn of the conversation
            words = remembering.rewritten(turns, question)
            turns = () if words else remembering.before(turns, question)
        read = understand(
            words or question,
            catalogue=self._library.records.summaries(),
            lang=lang,
            symbols=tuple(parse_symbol(symbol) or symbol for symbol in symbols),
            turns=turns,
            longest=self._settings.max_question_chars,
            in_texts=lambda words: is_used(words, self._library),
        )
        read = replace(read, text=question, rewritten=words)
        return read if corrected is None else correct(read, corrected)

    def _on_its_own(
        self, read: Question, catalogue: Catalogue, reader: Callable[[str], Resolution]
    ) -> Question:
        """The question without what the conversation lent it, where only that answers."""
        alone = standing_alone(read)
        if alone is None or not retrieve(read, self._library, catalogue, reader).refused:
            return read
        return read if retrieve(alone, self._library, catalogue, reader).refused else alone


def _reason(read: Question, found: Found) -> str | None:
    """Why a question is refused, if it is, in one word of a closed list."""
    if read.reason is not None:
        return read.reason
    if found.ambiguous:
        return "ambiguous"
    if found.missing:
        return found.missing[0].kind
    return "unrelated" if found.unrelated else None


def _milliseconds(**seconds: float) -> dict[str, float]:
    return {step: round(each * 1000, 3) for step, each in seconds.items()}
