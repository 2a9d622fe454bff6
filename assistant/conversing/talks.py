"""Going on with a conversation: what came before a question, and the turn that it becomes."""

from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass, replace

from pydantic_core import to_json

from assistant.errors import InvalidReplacement, LibraryBusy, LibraryUnwritable
from assistant.library.conversations import Before, Conversations
from assistant.library.kept_turns import NewTurn
from assistant.questions import remembering
from assistant.questions.history import Turn
from assistant.types import Answer, Found, Inquiry, Question, TurnOrigin

_KEYS_REMEMBERED = 50  # paragraphs of an answer that a follow-up may speak of
_log = logging.getLogger(__name__)

_SWEEP_EVERY = 3600  # seconds between two looks for conversations to be forgotten


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation that a question belongs to, as it stood when it was asked.

    ``turns`` are what it may refer to; where a question is put right, the last of them is that
    question as it was read before.
    """

    name: str | None
    owner: str | None
    turns: tuple[Turn, ...] = ()
    instead_of: str | None = None  # the answer whose turn goes, with all after it
    origin: TurnOrigin = "asked"


def turn_of(read: Question, found: Found, written: Answer) -> Turn:
    """What later questions may speak of: the paragraphs shown, the resolutions to choose from."""
    shown = tuple(f"{one.symbol}#{one.paragraph}" for one in written.citations)
    listed = tuple(dict.fromkeys(one.symbol for one in written.citations))
    if written.status == "needs_clarification":
        listed = found.symbols
    return Turn(read, shown[:_KEYS_REMEMBERED], listed[:_KEYS_REMEMBERED])


class Talks:
    """The conversations of a library, gone on with. Those untouched for ``days`` are forgotten;
    0: none is."""

    def __init__(self, kept: Conversations, days: int) -> None:
        self._kept = kept
        self._days = days
        self._swept = time.monotonic()
        self._forget_untouched()

    def go_on(self, asked: Inquiry) -> Talk:
        """What a question goes on with: nothing, where the conversation is another owner's.

        Raises InvalidReplacement where the answer to be replaced does not stand in it.
        """
        name, owner = asked.conversation_id, asked.owner
        before = self._kept.before(name, owner) if name is not None else None
        if asked.replaces is not None:
            return _replacing(asked, asked.replaces, before)
        if before is None:
            return Talk(name, owner)
        corrected = asked.corrected is not None
        last = next((turn for turn in reversed(before.turns) if turn[2] is not None), None)
        is_last = corrected and last is not None and last[1] == asked.question
        return Talk(
            name,
            owner,
            _recalled(before, len(before.turns)),
            last[0] if is_last and last is not None else None,
            "corrected" if corrected else "asked",
        )

    def keep(self, talk: Talk, question: str, turn: Turn, answer: Answer) -> Answer:
        """The answer with its id and the conversation's, kept as a turn of that."""
        named = replace(answer, id=uuid.uuid4().hex, conversation_id=None)
        # Thanks, or a joke, change no subject: the turn is shown again, and never referred to.
        slots = None if turn.question.intent == "refuse" else remembering.written(turn)
        kept = NewTurn(
            id=named.id or "",
            question=question,
            answer=to_json(named),
            said=answer.answer,
            slots=slots,
            origin=talk.origin,
        )
        try:
            name = self._kept.add(talk.name, talk.owner, kept, instead_of=talk.instead_of)
        except LibraryUnwritable as error:  # the answer is right all the same, and has no id
            _log.warning("a question could not be kept: %s", error.en)
            return replace(answer, id=None, conversation_id=None)
        if time.monotonic() - self._swept > _SWEEP_EVERY:
            self._swept = time.monotonic()
            self._forget_untouched()
        return replace(named, conversation_id=name)

    def _forget_untouched(self) -> None:
        try:
            self._kept.forget_untouched(self._days)
        except (LibraryBusy, LibraryUnwritable) as error:  # an hour later, then
            _log.warning("no conversation could be forgotten: %s", error.en)


def _replacing(asked: Inquiry, replaces: str, before: Before | None) -> Talk:
    ids = [answer for answer, _, _ in before.turns] if before else []
    if before is None or replaces not in ids:
        raise _not_there()
    at = ids.index(replaces)
    is_same = before.turns[at][1] == asked.question
    corrected = asked.corrected is not None
    origin: TurnOrigin = "regenerated" if is_same else "edited"
    # Who puts a question right may refer to how it was read.
    turns = _recalled(before, at + (corrected and is_same))
    origin = "corrected" if corrected else origin
    return Talk(asked.conversation_id, asked.owner, turns, replaces, origin)


def _recalled(before: Before, upto: int) -> tuple[Turn, ...]:
    return remembering.recall(before.slots, *(slots for _, _, slots in before.turns[:upto]))


def _not_there() -> InvalidReplacement:
    return InvalidReplacement(
        "要替换的回答不在这个对话里：它已被替换，或这个对话已被忘记。请刷新后再试，"
        "或去掉 replaces 直接提问。",
        "the answer to be replaced does not stand in this conversation: another took its place, or "
        "the conversation is forgotten. Load it again, or leave out replaces and simply ask.",
    )
