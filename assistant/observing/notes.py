"""What is told of an answer and of a request when they are over.

No field can hold a word of a question, an address or a key: whatever is counted, logged or traced
is made of these alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from assistant.types import Generation, Intent, MissingKind, Status

StepName = Literal["understand", "retrieve", "write", "verify", "model"]
# invalid: nothing that could be asked; unverified: an answer that failed its own checks and was
# not shown; failed: any other fault; left: nobody waited for the end.
AnswerOutcome = Literal[Status, "invalid", "unverified", "failed", "left"]
# Why a question is refused before anything is looked up: ``Question.reason``.
_NOT_ASKED: Final = ("empty", "instruction", "small_talk", "task", "opinion", "later", "language")
# Why one is refused that was understood, where nothing in particular is missing.
_OPEN: Final = ("ambiguous", "unrelated", "other")
REASONS: Final = frozenset({*get_args(MissingKind), *_NOT_ASKED, *_OPEN})


@dataclass(frozen=True, slots=True)
class StepNote:
    """A step of an answer; times in nanoseconds since its question came.

    ``verify`` is a part of ``write``, or of a model's ``model``; there may be several of each.
    """

    name: StepName
    begun: int
    ended: int

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.ended - self.begun) / 1e9


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """What became of one question, however it was put: over HTTP, by MCP or in process."""

    at: int  # when it came, in nanoseconds since 1970
    seconds: float
    outcome: AnswerOutcome
    intent: Intent | None = None  # None: it was not understood before it ended
    reason: str | None = None  # of a refusal, one of ``REASONS``
    error: str | None = None  # the code of ours, or the type of another exception
    generation: int | None = None  # of the library that it was answered from
    steps: tuple[StepNote, ...] = ()
    model: Generation | None = None  # None: no model was asked


@dataclass(frozen=True, slots=True)
class RequestNote:
    """What became of one request over HTTP."""

    method: str
    route: str  # its template, such as /api/v1/resolutions/{symbol}; never its address
    status: int
    seconds: float
    request_id: str
    who: str  # the id of its key, or -
    code: str | None = None  # of the problem document that it got

    @property
    def status_class(self) -> str:
        """Such as ``2xx``."""
        return f"{self.status // 100}xx"


Observer = Callable[[AnswerNote], None]
