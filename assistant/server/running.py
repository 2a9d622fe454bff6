"""The server as it runs: uvicorn with the bounds that no application can set for itself, and an
end that finishes what has begun."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import signal
import socket
import sys
import time
from types import FrameType
from typing import Final

import anyio.to_thread
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from assistant.server.ending import Unfinished
from assistant.server.jobs import Jobs
from assistant.server.patience import PatientProtocol
from assistant.server.readiness import Phase
from assistant.server.seam import Service
from assistant.settings import Settings

_log = logging.getLogger(__name__)

# Of the grace, but no more than a quarter: for answers to end without their model, and again for
# those that have not ended to be told so.
_LAST_SECONDS: Final = 2.0

_KILLED: Final = 128  # as shells have it, and the number of the signal


def server_config(app: ASGIApp, grace: float) -> uvicorn.Config:
    """How ``app`` is served. Requests are not logged here: their addresses hold what is asked."""
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        log_config=None,  # how it is logged is for the program to say
        log_level="warning",
        access_log=False,
        # Whom a proxy speaks for is believed where the settings name it, see ``app``.
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=math.ceil(grace),
    )


class GracefulServer(uvicorn.Server):
    """Serves an application of ours until a signal comes, and then in this order: it is no longer
    ready; after ``drain_seconds`` it takes no more requests; answers, and the file that is taken
    in, have ``grace_seconds``; near their end no language model is waited for any more; what is
    left is told that it is not finished. A second signal ends the process at once."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        super().__init__(server_config(app, settings.grace_seconds))
        self._phase: Phase = app.state.phase
        self._unfinished: Unfinished = app.state.unfinished
        self._jobs: Jobs = app.state.jobs
        self._service: Service = app.state.service
        self._settings = settings
        self._closing_at: float | None = None
        self._switched = sys.getswitchinterval()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Begins to end. Called between any two steps of the main thread."""
        if self._phase.is_ending:
            os._exit(_KILLED + sig)  # what was acknowledged is on disk: see tests/faults
        self._phase.is_ending = True
        self._captured_signals.append(sig)
        # Who presses Ctrl-C has no load balancer.
        wait = self._settings.drain_seconds if sig == signal.SIGTERM else 0.0
        self._closing_at = time.monotonic() + wait

    async def on_tick(self, counter: int) -> bool:
        """Whether requests are no longer taken.

        ``should_exit`` stays false: sse-starlette, which the MCP SDK streams with, looks for it in
        whatever handles SIGTERM, and cuts its streams.
        """
        is_over = await super().on_tick(counter)
        return is_over or (self._closing_at is not None and time.monotonic() >= self._closing_at)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes no more requests, and finishes those that it has."""
        self._phase.is_ending = True
        await anyio.to_thread.run_sync(self._jobs.stop)
        hurrying = asyncio.create_task(self._hurry())
        try:
            await super().shutdown(sockets)
        finally:
            hurrying.cancel()

    async def _hurry(self) -> None:
        grace = self._settings.grace_seconds
        last = min(_LAST_SECONDS, grace / 4)
        await asyncio.sleep(grace - 2 * last)
        await anyio.to_thread.run_sync(self._service.stop_model)
        await asyncio.sleep(last)
        left = await self._unfinished.end()
        if left:
            _log.warning("%d requests could not be finished within %g s", left, grace)
