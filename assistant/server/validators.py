"""Validators of what is read (RFC 9110, 8.8 and 13): what a client has already is not sent again.

What comes from the library alone changes with its edition: its validator is known before any work
is done, and weak, because it is made from what the response is made of. Every other JSON document
gets a strong one of its bytes. HEAD is a GET whose body stays here (RFC 9110, 9.3.2).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from fastapi import Depends, FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant import __version__
from assistant.server.conditions import changed_meanwhile
from assistant.server.problems import language_of
from assistant.server.scopes import Rules
from assistant.server.seam import Service

# What the library's documents are chosen by, beside their address.
VARY: Final = "accept, accept-language"

_TAG: Final = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
_DIGEST: Final = 22  # hexadecimal digits; two of a billion documents agree once in 10¹⁰ times
_OF_A_BODY: Final = frozenset({"content-length", "content-type", "content-encoding"})


class NotModified(Exception):
    """The client has what it asks for."""


async def _of_the_library(request: Request) -> None:
    service: Service = request.app.state.service
    tag = await _edition_tag(service, request)
    request.state.validator = tag
    sent = request.headers.get("if-none-match")
    # "*" asks whether there is anything at all, which only the route can tell.
    if sent is not None and sent.strip() != "*" and known(sent, tag):
        raise NotModified


# For routes that read the library and nothing else.
OF_THE_LIBRARY: Final = Depends(_of_the_library)


def add_not_modified(app: FastAPI) -> None:
    """Lets routes end with ``NotModified``."""
    app.add_exception_handler(NotModified, _not_modified)


def known(if_none_match: str, tag: str) -> bool:
    """Whether a client has the document of ``tag``, by the weak comparison (RFC 9110, 13.1.2)."""
    if if_none_match.strip() == "*":
        return True
    return _opaque(tag) in map(_opaque, _TAG.findall(if_none_match))


def check_if_match(sent: str, document: bytes) -> None:
    """Lets a change go on where its sender has seen the document as it is. Raises ``Refused``."""
    if sent.strip() != "*" and strong_tag(document) not in _TAG.findall(sent):
        raise changed_meanwhile()


def strong_tag(document: bytes) -> str:
    """The validator of these bytes."""
    return f'"{hashlib.sha256(document).hexdigest()[:_DIGEST]}"'


class Validators:
    """Completes responses with validators, and answers 304 for what its client has."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; a HEAD as the GET that it is about."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        scope.setdefault("state", {})
        reply = _Reply(scope, send)
        if reply.headless:
            scope = {**scope, "method": "GET"}
        await self.app(scope, reply.receiving(receive), reply.send)


class _Reply:
    """A response on its way: its head waits until it is known whether its body is all there."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.headless = scope["method"] == "HEAD"
        self._scope = scope
        self._send = send
        self._head: Message | None = None
        self._over = False

    async def send(self, message: Message) -> None:
        if self._over:
            return
        if message["type"] == "http.response.start":
            self._head = message
            if _is_json(message):
                return  # its body may be its validator
            message = {"type": "http.response.body", "more_body": True}
        if self._head is not None and message["type"] == "http.response.body":
            head, self._head = self._head, None
            whole = not message.get("more_body", False)
            self._complete(head, message.get("body", b"") if whole else None)
            self._over = self.headless or head["status"] == 304
            await self._send(head)
            if self._over:
                message = {"type": "http.response.body", "body": b""}
            elif "body" not in message:
                return
        await self._send(message)

    def receiving(self, receive: Receive) -> Receive:
        """For a HEAD: nobody listens any more once the head is sent."""

        async def until_over() -> Message:
            return {"type": "http.disconnect"} if self._over else await receive()

        return until_over if self.headless else receive

    def _complete(self, head: Message, document: bytes | None) -> None:
        if head["status"] not in {200, 304}:
            return
        headers = MutableHeaders(scope=head)
        tag: str | None = self._scope["state"].get("validator")
        if tag is not None:
            headers.setdefault("etag", tag)
            headers.setdefault("cache-control", _kept_by(self._scope))
            headers["vary"] = VARY
        if document is not None and _is_json(head):
            headers.setdefault("etag", strong_tag(document))
        sent = Headers(scope=self._scope).get("if-none-match")
        if sent is not None and "etag" in headers and known(sent, headers["etag"]):
            head["status"] = 304
        if head["status"] == 304:
            head["headers"] = [
                (name, value)
                for name, value in head["headers"]
                if name.decode("latin-1").lower() not in _OF_A_BODY
            ]


def _is_json(head: Message) -> bool:
    return Headers(raw=head["headers"]).get("content-type", "").startswith("application/json")


def _kept_by(scope: Scope) -> str:
    """Who may keep what the library says: everybody where everybody may read; asked for anew."""
    rules: Rules | None = scope["state"].get("rules")
    return "public, no-cache" if rules and rules.open_reading else "private, no-cache"


async def _edition_tag(service: Service, request: Request) -> str:
    edition = await run_in_threadpool(service.edition)
    made_of = (
        __version__,
        edition,
        request.url.path,
        request.url.query,
        request.headers.get("accept", ""),
        language_of(request),
    )
    return "W/" + strong_tag("\n".join(made_of).encode())


def _opaque(tag: str) -> str:
    return tag.removeprefix("W/")


async def _not_modified(_request: Request, _error: Exception) -> Response:
    return Response(status_code=304)
