"""What is kept of conversations: to show again, share, judge and export.

Times are ISO 8601, UTC. An *owner* is an anonymous browser, known by the SHA-256 of its token.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.answer import Answer

# corrected: how the question was read was put right. regenerated: the same words asked again in
# the place of an earlier asking. edited: other words in its place.
TurnOrigin = Literal["asked", "corrected", "regenerated", "edited"]
FeedbackVerdict = Literal["right", "wrong", "incomplete"]
ConversationForm = Literal["md", "json", "docx"]
AnswerForm = Literal["text", "markdown", "footnotes"]
# gone: the library does not hold the paragraph any more, or not in that language.
CitedState = Literal["same", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader said of an answer."""

    verdict: FeedbackVerdict
    comment: str
    updated: str


@dataclass(frozen=True, slots=True)
class ConversationTurn:
    """A question and its whole answer, as they were; ``answer.id`` is the turn's name."""

    question: str
    answer: Answer
    asked: str
    origin: TurnOrigin
    shared: str | None = None  # since when whoever has the link may read it
    feedback: Feedback | None = None  # the reader's own


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A conversation in a list. ``title``: as its owner named it, else its first question, cut."""

    id: str
    title: str
    turns: int
    updated: str


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """An owner's conversations, the one last gone on with first."""

    conversations: tuple[ConversationSummary, ...]
    total: int  # of all pages
    next: str | None  # cursor of the page after


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as a whole, the earliest turn first."""

    id: str
    title: str
    updated: str
    turns: tuple[ConversationTurn, ...]
    version: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class CitedNow:
    """What became of a citation's paragraph in the library since the answer was given."""

    n: int
    state: CitedState


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer as it was given, with its question, and nothing else of its conversation."""

    id: str
    question: str
    answer: Answer  # without its conversation's id, where it is not the reader's own
    asked: str
    own: bool  # the reader may share it and take that back
    shared: str | None  # since when
    cited: tuple[CitedNow, ...]  # one for each citation
    feedback: Feedback | None = None  # the reader's own


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """An answer that a reader judged, with what led to it: the stuff of evaluation questions."""

    id: str
    earlier: tuple[str, ...]  # the conversation's questions before it
    question: str
    answer: Answer
    origin: TurnOrigin
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file made for a reader."""

    name: str  # to be saved under; may hold what file systems do not take
    media_type: str
    data: bytes
