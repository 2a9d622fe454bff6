"""``/v1/models`` and ``/v1/chat/completions``: the assistant for whoever speaks to OpenAI's API.

They are described by OpenAI, and so are not in our own description of the API.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Generator, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from assistant.server.awaited import LEFT, ReaderLeftError, while_awaited
from assistant.server.openai import replies, tasks
from assistant.server.openai.errors import OpenAIRoute, language, no_such_model
from assistant.server.openai.requests import MODEL, ChatRequest
from assistant.server.openai.streams import EventStream, sent
from assistant.server.routes import Serving
from assistant.server.scopes import count_more
from assistant.types import Answer, Event
from assistant.types.bounds import MOST_EARLIER

openai_routes = APIRouter(prefix="/v1", route_class=OpenAIRoute, include_in_schema=False)


class _Closing:
    """What is to be closed when a request is over, however it ends."""

    def __init__(self) -> None:
        self.events: Iterator[Event] | None = None

    def close(self) -> None:
        # A server that ends leaves the thread that is still in it: that sees that nobody waits.
        with suppress(ValueError):
            if isinstance(self.events, Generator):
                self.events.close()


def _closing() -> Iterator[_Closing]:
    closing = _Closing()
    try:
        yield closing
    finally:
        closing.close()


@openai_routes.get("/models")
def models() -> dict[str, Any]:
    """The one model there is, in a list."""
    return {"object": "list", "data": [replies.model()]}


@openai_routes.get("/models/{model:path}")
def model(model: str) -> dict[str, Any]:
    """The one model there is."""
    if model != MODEL:
        raise no_such_model(model, MODEL)
    return replies.model()


@openai_routes.post("/chat/completions")
async def chat_completions(
    request: Request,
    service: Serving,
    closing: Annotated[_Closing, Depends(_closing)],
    asked: ChatRequest,
) -> Response:
    """The answer to the last user message, those before it being its conversation, of which
    nothing is kept. What system and assistant messages say is not read."""
    if asked.model != MODEL:
        raise no_such_model(asked.model, MODEL)
    asked.check()
    questions = asked.questions()
    # Those before it are answered again, so that it may refer to them.
    await count_more(request.scope, min(len(questions) - 1, MOST_EARLIER))
    reply = replies.Reply(f"chatcmpl-{uuid.uuid4().hex}", int(time.time()), _address(request))
    usage = bool(asked.stream_options and asked.stream_options.include_usage)
    if (text := tasks.done(questions[-1])) is not None:
        if asked.stream:
            return _streamed(reply.plain_chunks(text, usage=usage), request)
        return JSONResponse(reply.plain(text))
    events = closing.events = service.in_passing(questions)
    try:
        if not asked.stream:
            answer = await while_awaited(request, lambda: _last(events))
            return JSONResponse(reply.whole(answer), headers={"cache-control": "no-store"})
        # What is wrong with a question shows now, while the response can have a status of its own.
        first = await while_awaited(request, lambda: [*islice(events, 1)])
    except ReaderLeftError:
        return Response(status_code=LEFT)
    return _streamed(reply.chunks(chain(first, events), usage=usage), request)


def _streamed(chunks: Iterator[str], request: Request) -> Response:
    return EventStream(sent(chunks, language(request)), headers={"cache-control": "no-store"})


def _last(events: Iterator[Event]) -> Answer:
    *_, last = events
    assert isinstance(last.data, Answer)  # noqa: S101 - the order of a stream's events
    return last.data


def _address(request: Request) -> str:
    named: str | None = request.app.state.public_url
    return named or str(request.base_url)
