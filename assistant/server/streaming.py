"""An answer as server-sent events (WHATWG HTML, 9.2)."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from itertools import chain

from fastapi.sse import ServerSentEvent
from pydantic_core import to_json

from assistant.errors import AssistantError
from assistant.server.problems import problem_of
from assistant.types import Event, Lang

_log = logging.getLogger(__name__)


def begun(events: Iterator[Event]) -> Iterator[Iterator[Event]]:
    """Yields the stream once its first event is there, and closes it however it ends.

    What is wrong with a question shows before the first event, while the response can still
    have a status of its own.
    """
    first = next(events)
    try:
        yield chain((first,), events)
    finally:
        if isinstance(events, Generator):
            events.close()


def sent(events: Iterator[Event], lang: Lang) -> Iterator[ServerSentEvent]:
    """The events on the wire. One that fails half-way ends with an ``error`` event, whose data
    is a problem document, and never with a shortened answer."""
    try:
        for event in events:
            yield ServerSentEvent(event=event.name, raw_data=to_json(event.data).decode())
    except AssistantError as error:
        yield _failure(error, lang)
    except Exception as error:
        _log.exception("a streamed answer failed")
        yield _failure(error, lang)


def _failure(error: Exception, lang: Lang) -> ServerSentEvent:
    return ServerSentEvent(event="error", raw_data=problem_of(error, lang).model_dump_json())
