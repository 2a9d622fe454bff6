"""Server-sent events in OpenAI's way."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Final

import anyio
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from starlette.responses import StreamingResponse
from starlette.types import Message, Send

from assistant.server.openai.errors import error_body
from assistant.types import Lang

_log = logging.getLogger(__name__)

BEAT_SECONDS: Final = 15.0  # what proxies close as idle is seldom younger


def sent(chunks: Iterator[str], lang: Lang | None) -> Iterator[bytes]:
    """The chunks on the wire. A reply that fails half-way ends with an error, which clients
    raise, and never like one that is whole."""
    try:
        for chunk in chunks:
            yield format_sse_event(data_str=chunk)
    except Exception as error:
        _log.exception("a streamed completion failed")
        _, body = error_body(error, lang)
        yield format_sse_event(data_str=json.dumps(body, ensure_ascii=False))


class EventStream(StreamingResponse):
    """Server-sent events with a sign of life while a sentence is long in coming."""

    media_type = "text/event-stream"

    async def stream_response(self, send: Send) -> None:
        """Sends the events, and comments between them."""
        one_at_a_time = anyio.Lock()

        async def send_in_turn(message: Message) -> None:
            async with one_at_a_time:
                await send(message)

        async def beat() -> None:
            while True:
                await anyio.sleep(BEAT_SECONDS)
                comment = {"type": "http.response.body", "body": KEEPALIVE_COMMENT}
                await send_in_turn({**comment, "more_body": True})

        async with anyio.create_task_group() as group:
            group.start_soon(beat)
            await super().stream_response(send_in_turn)
            group.cancel_scope.cancel()
