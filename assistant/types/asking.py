"""What may be said beside a question when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from assistant.types.answer import Answerer
from assistant.types.question import Overrides
from assistant.types.resolution import Lang


class QuestionOptions(TypedDict, total=False):
    """The fields of ``Inquiry`` that whoever asks may set beside the question, by name."""

    conversation_id: str | None
    symbols: tuple[str, ...]
    lang: Lang | None
    corrected: Overrides | None
    page: str | None
    answerer: Answerer | None
    replaces: str | None


class AskOptions(QuestionOptions, total=False):
    """All of them, as the service takes them: who asks is no word of theirs."""

    owner: str | None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question and all that goes with it.

    ``conversation_id`` goes on with a conversation (any other value begins one of that name),
    ``symbols`` restricts the question to these resolutions, ``lang`` is the answer's language where
    it is not to be the question's. ``corrected`` puts right how it was understood; where it is the
    conversation's last question, it takes the place of that. ``page`` is the ``page`` of an answer
    to the same question: more of its list. ``owner``, the SHA-256 of a browser's token, alone may
    go on with what it begins; for others another conversation begins. ``replaces`` is the id of an
    answer of the conversation in whose place, and in that of all after it, this one is put.
    """

    question: str
    conversation_id: str | None = None
    symbols: tuple[str, ...] = ()
    lang: Lang | None = None
    corrected: Overrides | None = None
    page: str | None = None
    answerer: Answerer | None = None
    owner: str | None = None
    replaces: str | None = None
