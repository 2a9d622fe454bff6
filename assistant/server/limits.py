"""Bounds on what a request may send, counted as it is read, and on how long it may take."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from typing import Final

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.server import refusals
from assistant.server.caller import caller_of
from assistant.server.scopes import Rules

# A question of 100,000 characters, each written as \uXXXX, still gets the better message that
# the question is too long; past this nothing is worth reading to its end.
MAX_BODY_BYTES: Final = 1_048_576
# A body of that size comes over a bad telephone line within it.
BODY_SECONDS: Final = 60.0
# What an upload has to bring at least, after its first minute: 80 kilobit a second.
SLOWEST_UPLOAD: Final = 10_000  # bytes a second


class BodyLimit:
    """Stops reading a body at ``limit`` bytes or when patience ends, whatever its header claims,
    and when its sender has sent more in all than it may.

    The paths in ``beside`` limit their size for themselves.
    """

    patience = BODY_SECONDS

    def __init__(
        self,
        app: ASGIApp,
        limit: int = MAX_BODY_BYTES,
        beside: Collection[str] = (),
    ) -> None:
        self.app = app
        self.limit = limit
        self.beside = frozenset(beside)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts the chunks of a request and raises 408, 413 or 429 into the route that reads."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limited = scope["path"] not in self.beside
        begun = time.monotonic()
        taken = 0
        whole = False

        async def counted() -> Message:
            nonlocal taken, whole
            if whole:  # what comes now is only whether somebody still waits
                return await receive()
            allowed = self.patience + (0 if limited else taken / SLOWEST_UPLOAD)
            try:
                async with asyncio.timeout(begun + allowed - time.monotonic()):
                    message = await receive()
            except TimeoutError:
                raise refusals.body_too_slow(allowed) from None
            size = len(message.get("body", b""))
            whole = not message.get("more_body", False)
            taken += size
            if limited and taken > self.limit:
                raise HTTPException(413)
            await _within_allowance(scope, size)
            return message

        await self.app(scope, counted, send)


async def _within_allowance(scope: Scope, size: int) -> None:
    rules: Rules = scope["state"]["rules"]
    rate = await rules.rates.sent(caller_of(scope), size)
    if rate is not None and not rate.allowed:
        raise refusals.too_many_bytes(rate.reset, rate.headers())
