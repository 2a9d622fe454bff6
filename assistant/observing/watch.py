"""One question watched while it is answered, from whichever rooms and threads work on it.

An answer comes in steps that may each run in another thread, as with ``library.generations``; each
step knows what it is part of by a context variable that is set for that step alone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from assistant.errors import (
    AnswerUnverified,
    AssistantError,
    InvalidCorrection,
    InvalidFilter,
    InvalidQuestion,
    InvalidReplacement,
    ModelNotSet,
)
from assistant.observing.notes import (
    REASONS,
    AnswerNote,
    AnswerOutcome,
    Observer,
    StepName,
    StepNote,
)
from assistant.types import Answer, Event, Understood

_INVALID = (InvalidQuestion, InvalidCorrection, InvalidFilter, InvalidReplacement, ModelNotSet)

_log = logging.getLogger(__name__)


class Watch:
    """What is known of an answer while it is made."""

    def __init__(self) -> None:
        """The question has come now."""
        self.at = time.time_ns()
        self.generation: int | None = None
        self.reason: str | None = None
        self._begun = time.perf_counter_ns()
        self._understood: Understood | None = None
        self._answer: Answer | None = None
        self._error: Exception | None = None
        self._steps: list[StepNote] = []

    def now(self) -> int:
        """Nanoseconds since the question came."""
        return time.perf_counter_ns() - self._begun

    def stepped(self, name: StepName, begun: int) -> None:
        """A step that began at ``begun`` is over."""
        self._steps.append(StepNote(name, begun, self.now()))

    def told(self, event: Event) -> None:
        """An event of the answer has come."""
        if isinstance(event.data, Understood):
            self._understood = event.data
        elif isinstance(event.data, Answer):
            self._answer = event.data
            self._understood = event.data.understood

    def failed(self, error: Exception) -> None:
        """There will be no answer."""
        self._error = error

    def note(self) -> AnswerNote:
        """All of it."""
        outcome = self._outcome()
        refused = self._answer is not None and outcome != "answered"
        return AnswerNote(
            at=self.at,
            seconds=self.now() / 1e9,
            outcome=outcome,
            intent=self._understood.intent if self._understood else None,
            reason=(self.reason if self.reason in REASONS else "other") if refused else None,
            error=_name(self._error),
            generation=self.generation,
            steps=tuple(self._steps),
            model=self._answer.generation if self._answer else None,
        )

    def _outcome(self) -> AnswerOutcome:
        if self._answer is not None:
            return self._answer.status
        if self._error is None:
            return "left"
        if isinstance(self._error, AnswerUnverified):
            return "unverified"
        return "invalid" if isinstance(self._error, _INVALID) else "failed"


_CURRENT: ContextVar[Watch | None] = ContextVar("watch", default=None)


def watched(events: Iterator[Event], observer: Observer | None) -> Iterator[Event]:
    """The events of an answer as they come. ``observer`` is told when it is over, in the context
    of whoever took its last event, or closed it."""
    return events if observer is None else _watched(events, observer)


def current() -> Watch | None:
    """The answer that this step is part of, where one is watched."""
    return _CURRENT.get()


def noted(*, generation: int | None, reason: str | None) -> None:
    """Tell from which generation of the library this answer is, and why it will be a refusal if it
    is one."""
    watch = _CURRENT.get()
    if watch is not None:
        watch.generation = generation
        watch.reason = reason


@contextmanager
def step(name: StepName) -> Iterator[None]:
    """A step of the answer under way. Nothing may be yielded out of it to another thread."""
    watch = _CURRENT.get()
    if watch is None:
        yield
        return
    begun = watch.now()
    try:
        yield
    finally:
        watch.stepped(name, begun)


def _watched(events: Iterator[Event], observer: Observer) -> Iterator[Event]:
    watch = Watch()
    try:
        while True:
            event = _next(watch, events)
            if event is None:
                return
            watch.told(event)
            yield event
    finally:
        if isinstance(events, Generator):
            events.close()
        _tell(observer, watch.note())


def _next(watch: Watch, events: Iterator[Event]) -> Event | None:
    token = _CURRENT.set(watch)
    try:
        return next(events, None)
    except Exception as error:
        watch.failed(error)
        raise
    finally:
        _CURRENT.reset(token)


def _tell(observer: Observer, note: AnswerNote) -> None:
    try:
        observer(note)
    except Exception:  # an answer is not lost for want of being counted
        _log.exception("an answer could not be observed")


def _name(error: Exception | None) -> str | None:
    if error is None:
        return None
    return error.code if isinstance(error, AssistantError) else type(error).__name__
