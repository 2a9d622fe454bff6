"""A bound on what a request may send, counted as it is read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A question of 100,000 characters, each written as \uXXXX, still gets the better message that
# the question is too long; past this nothing is worth reading to its end.
MAX_BODY_BYTES: Final = 1_048_576


class BodyLimit:
    """Stops reading a body at ``limit`` bytes, whatever its header claims.

    The paths in ``beside`` count for themselves.
    """

    def __init__(
        self, app: ASGIApp, limit: int = MAX_BODY_BYTES, beside: Collection[str] = ()
    ) -> None:
        self.app = app
        self.limit = limit
        self.beside = frozenset(beside)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts the chunks of a request and raises 413 into the route that reads them."""
        if scope["type"] != "http" or scope["path"] in self.beside:
            await self.app(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.limit:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)
