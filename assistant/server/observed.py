"""What became of every request: a line, a count and, where traces are on, a span.

It stands in front of all that may answer, so that what is refused early is seen too. An address is
never told, only the template of the route that answered: addresses hold what is looked for.
"""

from __future__ import annotations

import time
import uuid
from contextlib import ExitStack
from typing import Final

from fastapi import FastAPI, Request, Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

from assistant.observing.metrics import METHODS, Metrics
from assistant.observing.notes import RequestNote
from assistant.observing.observing import Observing
from assistant.server.caller import Caller
from assistant.server.jobs import Jobs
from assistant.server.scopes import needs
from assistant.server.seam import Service
from assistant.server.templates import Templates
from assistant.settings import Settings

METRICS_PATH: Final = "/metrics"
NOBODY: Final = "-"
# What nginx calls a request whose sender left before there was a response.
_LEFT: Final = 499
_STREAM: Final = "text/event-stream"


class Observed:
    """Gives each request its id, and tells ``observing`` of it when it is over."""

    def __init__(self, app: ASGIApp, observing: Observing) -> None:
        self.app = app
        self.observing = observing
        self._templates = Templates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, with ``request_id`` in its state and in what is logged."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = time.perf_counter()
        state = scope.setdefault("state", {})
        state["request_id"] = uuid.uuid4().hex
        tokens = bind_contextvars(request_id=state["request_id"])
        with ExitStack() as open_:
            traces = self.observing.traces
            span = open_.enter_context(traces.request(Headers(scope=scope))) if traces else None
            if span is not None:
                bind_contextvars(trace_id=span.trace_id)
            response = _Response(send, open_, self.observing.metrics)
            try:
                await self.app(scope, receive, response.send)
            except Exception:
                # What the server logs of it behind us is to bear the id: it is not taken back.
                response.status = response.status or 500
                raise
            else:
                reset_contextvars(**tokens)
            finally:
                status = response.status or _LEFT
                route = self._templates.of(scope, status)
                note = _note(scope, route, status, time.perf_counter() - begun)
                self.observing.requested(note)
                if span is not None:
                    span.end(note)


class _Response:
    """A response on its way: its status, and whether it is a stream, which is open until all of
    ``open_`` is."""

    def __init__(self, send: Send, open_: ExitStack, metrics: Metrics | None) -> None:
        self.status: int | None = None
        self._send = send
        self._open = open_
        self._metrics = metrics

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            kind = Headers(raw=message.get("headers", [])).get("content-type", "")
            if self._metrics is not None and kind.startswith(_STREAM):
                self._open.enter_context(self._metrics.streaming())
        await self._send(message)


def add_metrics(app: FastAPI, observing: Observing, settings: Settings, service: Service) -> None:
    """``/metrics``, for whom the settings say; nothing there where they are off."""
    if observing.metrics is None:
        return
    metrics = observing.metrics
    jobs: Jobs = app.state.jobs
    metrics.watch_library(service.size)
    metrics.watch_uploads(jobs.count)

    def read_metrics(request: Request) -> Response:
        body, media_type = metrics.written(request.headers.get("accept", ""))
        return Response(body, headers={"content-type": media_type, "cache-control": "no-store"})

    app.add_api_route(
        METRICS_PATH,
        read_metrics,
        include_in_schema=False,
        dependencies=[needs("open" if settings.metrics == "open" else "admin")],
    )


def _note(scope: Scope, route: str, status: int, seconds: float) -> RequestNote:
    state = scope["state"]
    caller: Caller | None = state.get("caller")
    method: str = scope["method"]
    return RequestNote(
        method=method if method in METHODS else "other",
        route=route,
        status=status,
        seconds=seconds,
        request_id=state["request_id"],
        who=caller.who if caller else NOBODY,
        code=state.get("problem"),
    )
