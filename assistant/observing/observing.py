"""All that observes one application: its lines, counts and spans."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from assistant.observing.logs import log_answer, log_request
from assistant.observing.metrics import Metrics
from assistant.observing.notes import AnswerNote, RequestNote
from assistant.observing.traces import Traces, open_otlp
from assistant.settings import Settings

_LOOK = 0.5  # seconds between two looks at the event loop


@dataclass(frozen=True, slots=True)
class Observing:
    """What is told of requests and answers. ``answered`` is an ``Observer``: give it to the
    ``Assistant`` whose answers are meant."""

    metrics: Metrics | None = None
    traces: Traces | None = None

    @classmethod
    def of(cls, settings: Settings) -> Observing:
        """As the settings say. Raises InvalidSettings for traces without the extra."""
        metrics = Metrics() if settings.metrics != "off" else None
        return cls(metrics, open_otlp() if settings.tracing == "otlp" else None)

    def answered(self, note: AnswerNote) -> None:
        """A question is answered, refused or given up."""
        log_answer(note)
        if self.metrics is not None:
            self.metrics.answered(note)
        if self.traces is not None:
            self.traces.answered(note)

    def requested(self, note: RequestNote) -> None:
        """A request is over."""
        log_request(note)
        if self.metrics is not None:
            self.metrics.requested(note)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While it is served: whether anything keeps the event loop from its work is watched. In
        the end the spans are sent that are not sent yet."""
        watching = asyncio.create_task(_watch_loop(self.metrics)) if self.metrics else None
        try:
            yield
        finally:
            if watching is not None:
                watching.cancel()
                with suppress(asyncio.CancelledError):
                    await watching
            if self.traces is not None:
                await asyncio.to_thread(self.traces.close)


async def _watch_loop(metrics: Metrics) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + _LOOK
        await asyncio.sleep(_LOOK)
        metrics.loop_lag.observe(max(0.0, loop.time() - due))
