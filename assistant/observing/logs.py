"""Lines on stderr: JSON for machines, or coloured for a terminal. One a request, one an answer, and
what our modules and the libraries say by ``logging``.

A line is one line, whatever stands in it; no key, password or word of a question is in any.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, Final, TextIO

import structlog
from structlog.contextvars import get_contextvars
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name

from assistant.observing.faults import told_of
from assistant.observing.notes import AnswerNote, RequestNote
from assistant.observing.redaction import Redaction, on_one_line
from assistant.settings import Settings

OURS: Final = "assistant"
# By others only what is wrong: httpx logs every address at info, and some log what they are sent.
_OTHERS: Final = logging.WARNING
# What uvicorn puts beside its messages for its own formatter.
_NOT_TOLD: Final = ("color_message",)

_requests = logging.getLogger("assistant.requests")
_answers = logging.getLogger("assistant.answers")

EventDict = MutableMapping[str, Any]


@contextmanager
def logging_to_stderr(settings: Settings, stream: TextIO | None = None) -> Iterator[None]:
    """All that is logged within goes to stderr, or ``stream``, as the settings say."""
    root, ours = logging.getLogger(), logging.getLogger(OURS)
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(_formatter(settings, handler.stream))
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    before = (root.handlers[:], root.level, ours.level, threading.excepthook)
    root.handlers[:] = [handler]
    root.setLevel(max(level, _OTHERS))
    ours.setLevel(level)
    threading.excepthook = _thread_failed
    logging.captureWarnings(capture=True)
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        root.handlers[:], level_before, ours_before, threading.excepthook = before
        root.setLevel(level_before)
        ours.setLevel(ours_before)


def log_request(note: RequestNote) -> None:
    """The line of a request that is over."""
    if not _requests.isEnabledFor(logging.INFO):
        return
    said = {
        "method": note.method,
        "route": note.route,
        "status": note.status,
        "duration_ms": round(note.seconds * 1000, 1),
        "request_id": note.request_id,
        "who": note.who,
        "code": note.code,
    }
    _requests.info("request", extra=_given(said))


def log_answer(note: AnswerNote) -> None:
    """The line of a question that was answered, refused or given up."""
    level = logging.ERROR if note.outcome in ("unverified", "failed") else logging.INFO
    if not _answers.isEnabledFor(level):
        return
    said = {
        "intent": note.intent,
        "outcome": note.outcome,
        "reason": note.reason,
        "error": note.error,
        "generation": note.generation,
        "duration_ms": round(note.seconds * 1000, 1),
        "model_calls": note.model.calls if note.model else None,
    }
    _answers.log(level, "answer", extra=_given(said))


class _Handler(logging.StreamHandler[TextIO]):
    """One that never speaks of itself: logging would print the record as it is, secrets too."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A line that cannot be written is lost."""


def _formatter(settings: Settings, stream: TextIO) -> logging.Formatter:
    in_colour = stream.isatty()
    as_json = settings.log_format == "json" or (settings.log_format == "auto" and not in_colour)
    return ProcessorFormatter(
        foreign_pre_chain=[
            _with_what_is_bound,
            add_log_level,
            add_logger_name,
            ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            ProcessorFormatter.remove_processors_meta,
            _with_its_fault,
            Redaction.of(settings),
            _json if as_json else _console(in_colour=in_colour),
        ],
    )


def _with_what_is_bound(_logger: object, _method: str, event: EventDict) -> EventDict:
    # By name: a context keeps no order, and lines would differ from one process to the next.
    for name, value in sorted(get_contextvars().items()):
        event.setdefault(name, value)
    return event


def _with_its_fault(_logger: object, _method: str, event: EventDict) -> EventDict:
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        # Within a request a message may repeat what was asked; of an upload it tells of files.
        private = "request_id" in event and "upload" not in event
        event["exception"] = told_of(error, messages=not private)
    for name in _NOT_TOLD:
        event.pop(name, None)
    return event


def _json(_logger: object, _method: str, event: EventDict) -> str:
    first = {name: event.pop(name, None) for name in ("timestamp", "level", "event")}
    # What JSON leaves as it is may still end a line for others: U+2028, U+0085.
    return on_one_line(json.dumps({**first, **event}, ensure_ascii=False, default=repr))


def _console(*, in_colour: bool) -> structlog.typing.Processor:
    render = structlog.dev.ConsoleRenderer(colors=in_colour)

    def rendered(logger: object, method: str, event: EventDict) -> str:
        fault = event.pop("exception", None)
        said = {
            key: on_one_line(one) if isinstance(one, str) else one for key, one in event.items()
        }
        line = render(logger, method, said)
        lines = fault.splitlines() if fault else ()
        return "\n".join((str(line), *(f"    {on_one_line(one)}" for one in lines)))

    return rendered


def _given(said: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in said.items() if value is not None}


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is None or failed.exc_type is SystemExit:
        return
    name = failed.thread.name if failed.thread else "?"
    logging.getLogger(OURS).error("the thread %s ended", name, exc_info=failed.exc_value)
