"""Work that ends when nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import anyio
from fastapi import Request
from starlette.concurrency import run_in_threadpool

LEFT: Final = 499  # nginx's code for a client that closed the connection; nobody reads it

_T = TypeVar("_T")


class ReaderLeftError(Exception):
    """Nobody waits for the reply any more."""


async def while_awaited(request: Request, work: Callable[[], _T]) -> _T:
    """What ``work`` comes to, in a thread, which can see that nobody waits (anyio's
    ``check_cancelled``). Raises ReaderLeftError then, and what ``work`` raises.

    The request's body has to be read already.
    """
    came: list[_T] = []
    raised: list[Exception] = []
    async with anyio.create_task_group() as group:

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            group.cancel_scope.cancel()

        group.start_soon(watch)
        try:
            came.append(await run_in_threadpool(work))
        except Exception as error:  # raised below: out of a task group it would come in a group
            raised.append(error)
        group.cancel_scope.cancel()
    if raised:
        raise raised[0]
    if not came:
        raise ReaderLeftError
    return came[0]
