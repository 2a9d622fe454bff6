"""One question to one answer: understood, looked up, written, remembered, told as it comes."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from assistant import answering
from assistant.library.library import Library
from assistant.questions import understand
from assistant.questions.understand import check_question
from assistant.retrieval import retrieve
from assistant.settings import Settings
from assistant.text.symbols import parse_symbol
from assistant.types import (
    Answer,
    Coverage,
    Event,
    Found,
    Lang,
    Paragraph,
    Parallel,
    PassageNote,
    Question,
    Resolution,
    Summary,
)

_QUESTION = TypeAdapter(Question)
_SHOWN = 3  # resolutions that refusals and suggestions are taken from


class Asking:
    """Answers questions from a library, under the settings whose hash every answer bears."""

    def __init__(self, library: Library, settings: Settings, settings_hash: str) -> None:
        self._library = library
        self._settings = settings
        self._hash = settings_hash

    def stream(
        self,
        question: str,
        conversation_id: str | None,
        symbols: tuple[str, ...],
        lang: Lang | None,
    ) -> Iterator[Event]:
        """The steps of an answer, the whole of it last. Raises InvalidQuestion."""
        begun = time.perf_counter()
        check_question(question, self._settings.max_question_chars)
        catalogue = self._library.records.summaries()
        read = understand(
            question,
            catalogue=catalogue,
            lang=lang,
            symbols=tuple(parse_symbol(symbol) or symbol for symbol in symbols),
            carried=self._carried(conversation_id),
            longest=self._settings.max_question_chars,
        )
        yield Event("understood", answering.understood(read))
        understood_at = time.perf_counter()
        reader = cache(self._library.records.read)
        found = Found()
        if read.intent != "refuse":
            found = retrieve(read, self._library, catalogue, reader)
        keys = tuple(passage.paragraph.key for passage in found.passages)
        yield Event("passages", PassageNote(len(keys), keys))
        found_at = time.perf_counter()
        written = self._write(read, found, catalogue, reader)
        done = time.perf_counter()
        cited: set[int] = set()
        for statement in written.statements:
            for n in statement.citations:
                if n not in cited:
                    cited.add(n)
                    yield Event("citation", written.citations[n - 1])
            yield Event("delta", statement)
        conversation = self._remember(conversation_id, read)
        timings = {
            "understand": round((understood_at - begun) * 1000, 3),
            "retrieve": round((found_at - understood_at) * 1000, 3),
            "answer": round((done - found_at) * 1000, 3),
            "total": round((time.perf_counter() - begun) * 1000, 3),
        }
        yield Event("answer", replace(written, conversation_id=conversation, timings_ms=timings))

    def _write(
        self,
        read: Question,
        found: Found,
        catalogue: tuple[Summary, ...],
        reader: Callable[[str], Resolution],
    ) -> Answer:
        held = [summary.symbol for summary in catalogue]
        cited = [passage.paragraph.symbol for passage in found.passages]
        wanted = list(dict.fromkeys(s for s in (*read.symbols, *cited) if s in held))
        shown = [reader(symbol) for symbol in (wanted or held)[:_SHOWN]]
        sessions = tuple(sorted({s.session for s in catalogue if s.session is not None}))
        return answering.answer(
            read,
            found,
            held=tuple(held),
            shown=shown,
            coverage=Coverage(len(catalogue), sessions),
            settings_hash=self._hash,
            origin_of=lambda paragraph: self._origin(paragraph, reader(paragraph.symbol)),
        )

    def _origin(self, paragraph: Paragraph, resolution: Resolution) -> answering.Origin:
        companion = self._library.records.companion(paragraph.symbol)
        text = companion.texts.get(paragraph.place) if companion else None
        leading = next((p.text for p in resolution.paragraphs if p.place == paragraph.place), None)
        if companion and text == paragraph.text != leading:
            second = self._library.records.read(paragraph.symbol, companion.lang)
            beside = Parallel(resolution.lang, leading) if leading else None
            return answering.Origin(second.source, second.lang, beside)
        parallel = Parallel(companion.lang, text) if companion and text else None
        return answering.Origin(resolution.source, resolution.lang, parallel)

    def _carried(self, conversation_id: str | None) -> Question | None:
        if conversation_id is None:
            return None
        stored = self._library.records.conversations.load(conversation_id)
        if stored is None:
            return None
        try:
            return _QUESTION.validate_json(stored)
        except ValidationError:
            return None  # written by another version: the conversation begins anew

    def _remember(self, conversation_id: str | None, read: Question) -> str:
        name = conversation_id or uuid.uuid4().hex
        if read.intent != "refuse" or conversation_id is None:
            self._library.records.conversations.save(name, _QUESTION.dump_json(read).decode())
        return name
