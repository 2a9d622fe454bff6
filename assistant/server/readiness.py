"""Readiness as load balancers ask for it: soon, by however many at once, and of a library that may
not answer at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final

import anyio
import anyio.to_thread
from fastapi import Depends, Request

from assistant.types import Check

# Kubernetes waits for one second unless told otherwise, and most others for longer.
PROBE_SECONDS: Final = 0.9

_Checks = tuple[Check, ...]


@dataclass
class Phase:
    """Whether the server has been told to end. Set once, in a signal handler."""

    is_ending: bool = False


class Probe:
    """The checks of a library, one run of them at a time, in a thread that no answer waits for:
    those who ask meanwhile are told what it finds."""

    def __init__(
        self, check: Callable[[], _Checks], phase: Phase, *, seconds: float = PROBE_SECONDS
    ) -> None:
        self._check = check
        self._phase = phase
        self._seconds = seconds
        self._running: asyncio.Task[_Checks] | None = None

    async def checks(self) -> _Checks:
        """What is found, within ``seconds``; nothing is asked of a server that is ending."""
        if self._phase.is_ending:
            return (_ENDING,)
        running = self._running
        if running is None or running.done():
            running = self._running = asyncio.create_task(self._in_a_thread())
        try:
            return await asyncio.wait_for(asyncio.shield(running), self._seconds)
        except TimeoutError:
            return (_silent(self._seconds),)

    async def _in_a_thread(self) -> _Checks:
        return await anyio.to_thread.run_sync(
            self._check, abandon_on_cancel=True, limiter=anyio.CapacityLimiter(1)
        )


async def _probe(request: Request) -> Probe:
    probe: Probe = request.app.state.probe
    return probe


Probing = Annotated[Probe, Depends(_probe)]

_ENDING: Final = Check("server", ok=False, zh="服务正在关闭。", en="The server is shutting down.")


def _silent(seconds: float) -> Check:
    return Check(
        "records",
        ok=False,
        zh=f"决议库在 {seconds:g} 秒内没有答复。",
        en=f"The library did not reply within {seconds:g} seconds.",
    )
