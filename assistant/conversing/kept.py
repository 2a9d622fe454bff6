"""What is kept of conversations, as their owners may see and change it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import to_json

from assistant.answering.exporting import answer_text, as_markdown, as_word
from assistant.conversing.candidates import candidate_lines
from assistant.errors import InvalidFilter, NotInLibrary
from assistant.library.conversations import Listed, Search
from assistant.library.conversations import Precondition as KeptPrecondition
from assistant.library.kept_turns import KeptTurn
from assistant.library.records import Records
from assistant.types import (
    Answer,
    AnswerForm,
    Citation,
    CitedNow,
    CitedState,
    Conversation,
    ConversationForm,
    ConversationPage,
    ConversationSummary,
    ConversationTurn,
    ExportedFile,
    FeedbackVerdict,
    JudgedAnswer,
    KeptAnswer,
    Lang,
)

_FORMS: Final[dict[ConversationForm, tuple[str, Callable[[Conversation, Lang], bytes]]]] = {
    "md": ("text/markdown", lambda found, lang: as_markdown(found, lang).encode()),
    "json": ("application/json", lambda found, _: to_json(found, indent=2)),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        as_word,
    ),
}
_TITLE_CHARS = 60  # of a first question that stands for a title
# Looks at a conversation as it is when it is changed; what it raises keeps that from being done.
Precondition = Callable[[Conversation], None]
NEW: dict[Lang, str] = {"zh": "新对话", "en": "New conversation"}


class Conversations:
    """The conversations of one library, for those that may see them.

    ``owner`` is an anonymous browser. What an owner began is theirs alone; what nobody owns belongs
    to whoever knows its id. Where there is nothing that the reader may see, None or False is
    returned, and nothing tells whether it is another's.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._kept = records.conversations

    # ── conversations ────────────────────────────────────────────────────────────────────────

    def search(
        self, owner: str | None, *, words: str = "", cursor: str | None = None, limit: int = 30
    ) -> ConversationPage:
        """An owner's conversations, the one last gone on with first: those in whose title,
        questions and answers all of the words stand. Raises InvalidFilter for no cursor of ours."""
        if owner is None:
            return ConversationPage((), 0, None)
        wanted = Search(words, None if cursor is None else _read_cursor(cursor))
        found, total = self._kept.search(owner, wanted, limit + 1)
        page = found[:limit]
        more = _cursor(page[-1]) if len(found) > limit else None
        return ConversationPage(tuple(map(_summary, page)), total, more)

    def read(self, name: str, owner: str | None) -> Conversation | None:
        """A conversation as a whole."""
        found = self._kept.read(name, owner)
        return None if found is None else _conversation(*found)

    def export(
        self, name: str, owner: str | None, form: ConversationForm, *, lang: Lang = "zh"
    ) -> ExportedFile | None:
        """A conversation as a file; what is not its own words in ``lang``."""
        found = self.read(name, owner)
        if found is None:
            return None
        media_type, written = _FORMS[form]
        return ExportedFile(f"{found.title}.{form}", media_type, written(found, lang))

    def rename(
        self, name: str, owner: str | None, title: str | None, *, check: Precondition | None = None
    ) -> ConversationSummary | None:
        """Give a conversation a title; None: its first question is its title again. ``check`` looks
        at it as it is when it is changed, and raises where it must not be."""
        if not self._kept.rename(name, owner, title, _checking(check)):
            return None
        found = self._kept.read(name, owner)
        return None if found is None else _summary(found[0])

    def forget(self, name: str, owner: str | None, *, check: Precondition | None = None) -> bool:
        """Forget a conversation with all that was shared and said of it; ``check`` as above."""
        return self._kept.forget(name, owner, _checking(check))

    def forget_all(self, owner: str) -> int:
        """Forget all that an owner began and said; how many conversations there were."""
        return self._kept.forget_all_of(owner)

    # ── single answers ───────────────────────────────────────────────────────────────────────

    def answer(self, answer: str, owner: str | None) -> KeptAnswer | None:
        """One answer as it was given, where it is the reader's own or shared, and what became of
        the paragraphs it cites."""
        turn = self._records.answers.read(answer, owner)
        if turn is None:
            return None
        given = _answer(turn, turn.conversation if turn.own else None)
        return KeptAnswer(
            id=turn.id,
            question=turn.question,
            answer=given,
            asked=turn.asked,
            own=turn.own,
            shared=turn.shared,
            cited=self._cited_now(given.citations),
            feedback=turn.feedback,
        )

    def text(self, answer: str, owner: str | None, form: AnswerForm) -> str | None:
        """One answer that the reader may read, to be pasted elsewhere."""
        turn = self._records.answers.read(answer, owner)
        return None if turn is None else answer_text(_answer(turn, None), form)

    def share(self, answer: str, owner: str | None, *, shared: bool) -> KeptAnswer | None:
        """Let whoever has the link read one answer, or take that back."""
        is_own = self._records.answers.share(answer, owner, shared=shared)
        return self.answer(answer, owner) if is_own else None

    def judge(
        self, answer: str, owner: str, verdict: FeedbackVerdict, comment: str
    ) -> KeptAnswer | None:
        """Keep what a reader says of an answer they may read, in the place of what they said."""
        is_kept = self._records.answers.judge(answer, owner, verdict, comment)
        return self.answer(answer, owner) if is_kept else None

    def take_back(self, answer: str, owner: str) -> bool:
        """Forget what a reader said of an answer."""
        return self._records.answers.take_back(answer, owner)

    def candidates(self, verdict: FeedbackVerdict | None = None) -> str:
        """What was judged (so) as evaluation questions to be reviewed, see ``candidates``."""
        judged = self.judged()
        return candidate_lines(one for one in judged if verdict in (None, one.feedback.verdict))

    def judged(self) -> tuple[JudgedAnswer, ...]:
        """Every answer that a reader judged, once for each: for those who run the library."""
        return tuple(
            JudgedAnswer(
                id=turn.id,
                earlier=earlier,
                question=turn.question,
                answer=_answer(turn, None),
                origin=turn.origin,
                feedback=turn.feedback,
            )
            for turn, earlier in self._records.answers.judged()
            if turn.feedback is not None
        )

    def _cited_now(self, citations: tuple[Citation, ...]) -> tuple[CitedNow, ...]:
        states: dict[int, CitedState] = {}
        by_version = sorted(citations, key=lambda one: (one.symbol, one.lang))
        for (symbol, lang), cited in groupby(by_version, lambda one: (one.symbol, one.lang)):
            texts = self._texts(symbol, lang)
            for one in cited:
                now = texts.get(one.paragraph)
                states[one.n] = "gone" if now is None else "same" if now == one.text else "changed"
        return tuple(CitedNow(one.n, states[one.n]) for one in citations)

    def _texts(self, symbol: str, lang: Lang) -> dict[str, str]:
        try:
            held = self._records.read(symbol, lang)
        except NotInLibrary:
            return {}
        return {paragraph.place: paragraph.text for paragraph in held.paragraphs}


@cache
def _adapter() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def _answer(turn: KeptTurn, conversation: str | None) -> Answer:
    # Answers only grow: what an earlier version kept is one of today's with fields by default.
    return replace(_adapter().validate_json(turn.answer), conversation_id=conversation)


def _summary(listed: Listed) -> ConversationSummary:
    title = listed.title or _cut(listed.first) or NEW["zh"]
    return ConversationSummary(listed.id, title, listed.turns, listed.updated)


def _cut(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= _TITLE_CHARS else f"{line[: _TITLE_CHARS - 1].rstrip()}…"


def _cursor(last: Listed) -> str:
    return base64.urlsafe_b64encode(json.dumps([last.updated, last.id]).encode()).decode()


def _read_cursor(cursor: str) -> tuple[str, str]:
    try:
        read: Any = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        read = None
    match read:
        case [str(updated), str(name)]:
            return updated, name
    raise InvalidFilter(
        "cursor 不是本列表给出的；请去掉 cursor，从第一页开始。",
        "this cursor is none that the list gave; leave it out and begin with the first page.",
    )


def _conversation(listed: Listed, turns: tuple[KeptTurn, ...]) -> Conversation:
    shown = tuple(
        ConversationTurn(
            question=turn.question,
            answer=_answer(turn, listed.id),
            asked=turn.asked,
            origin=turn.origin,
            shared=turn.shared,
            feedback=turn.feedback,
        )
        for turn in turns
    )
    summary = _summary(listed)
    return Conversation(summary.id, summary.title, summary.updated, shown)


def _checking(check: Precondition | None) -> KeptPrecondition | None:
    if check is None:
        return None
    return lambda listed, turns: check(_conversation(listed, turns))
