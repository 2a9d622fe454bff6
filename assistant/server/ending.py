"""What a reader is told whose answer cannot be finished before the server ends.

A stream that is cut looks like one that is whole: so it is given a last event that says why, in
the form that its reader knows. A request that has no response yet is answered 503.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import anyio
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.mcp_server import MCP_PATH
from assistant.server import lifetime_refusals
from assistant.server.languages import reader_language
from assistant.server.openai.errors import error_body, language
from assistant.server.problems import problem_of
from assistant.server.scopes import refuse

_RETRY_SECONDS: Final = 5
# Somebody who reads nothing is not waited for.
_SEND_SECONDS: Final = 0.5
# JSON-RPC 2.0 leaves -32000 to -32099 to servers.
_JSON_RPC_ENDING: Final = -32000


class Unfinished:
    """The requests that are being answered. Used on the event loop alone."""

    def __init__(self) -> None:
        self._replies: set[_Reply] = set()

    async def end(self) -> int:
        """Ends all of them, each with a word on why; how many there were."""
        replies = tuple(self._replies)
        async with anyio.create_task_group() as group:
            for reply in replies:
                group.start_soon(reply.end)
        return len(replies)


class HonestEnds:
    """Keeps what is being answered in ``unfinished``."""

    def __init__(self, app: ASGIApp, unfinished: Unfinished) -> None:
        self.app = app
        self.unfinished = unfinished._replies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, until it is ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        reply = _Reply(scope, receive, send)
        self.unfinished.add(reply)
        try:
            with reply.work:
                await self.app(scope, reply.receive, reply.send)
        finally:
            self.unfinished.discard(reply)


@dataclass(eq=False)
class _Reply:
    scope: Scope
    _receive: Receive
    _send: Send
    work: anyio.CancelScope = field(default_factory=anyio.CancelScope)
    _turn: anyio.Lock = field(default_factory=anyio.Lock)
    _body: bytearray = field(default_factory=bytearray)  # of a call whose number is needed
    _kind: str | None = None  # of the response that has begun
    _is_over: bool = False

    async def receive(self) -> Message:
        message = await self._receive()
        if self.scope["path"] == MCP_PATH and message["type"] == "http.request":
            self._body += message.get("body", b"")
        return message

    async def send(self, message: Message) -> None:
        async with self._turn:
            if self._is_over:  # what comes too late
                return
            if message["type"] == "http.response.start":
                self._kind = Headers(raw=message["headers"]).get("content-type", "")
            elif message["type"] == "http.response.body":
                self._is_over = not message.get("more_body", False)
            await self._send(message)

    async def end(self) -> None:
        """The last that is sent, each event in one piece. The work may go on for a while in a
        thread, unheard."""
        with anyio.move_on_after(_SEND_SECONDS), suppress(OSError):
            async with self._turn:
                if not self._is_over:
                    self._is_over = True
                    await self._last_words()
        self.work.cancel()

    async def _last_words(self) -> None:
        if self._kind is None:
            await refuse(
                lifetime_refusals.shutting_down(_RETRY_SECONDS), self.scope, _nothing, self._send
            )
        elif self._kind.startswith("text/event-stream"):
            event = _last_event(self.scope, bytes(self._body))
            await self._send({"type": "http.response.body", "body": event, "more_body": False})


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def _last_event(scope: Scope, body: bytes) -> bytes:
    error = lifetime_refusals.shutting_down(_RETRY_SECONDS)
    request = Request(scope)
    if scope["path"].startswith("/v1/"):
        _, shown = error_body(error, language(request))
        return b"data: %s\n\n" % _json(shown)
    if scope["path"] == MCP_PATH:
        said = {"code": _JSON_RPC_ENDING, "message": "\n".join(error.said)}
        failed = {"jsonrpc": "2.0", "id": _number_of(body), "error": said}
        return b"event: message\ndata: %s\n\n" % _json(failed)
    lang = reader_language(None, request.headers.get("accept-language"))
    problem = problem_of(error, lang)
    return b"event: error\ndata: %s\n\n" % problem.model_dump_json().encode()


def _number_of(body: bytes) -> Any:  # noqa: ANN401 - whatever its sender chose
    try:
        call = json.loads(body)
    except ValueError:
        return None
    return call.get("id") if isinstance(call, dict) else None


def _json(shown: object) -> bytes:
    return json.dumps(shown, ensure_ascii=False).encode()
