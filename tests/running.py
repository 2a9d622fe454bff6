"""Running a coroutine in a test, whatever loop the test's own thread may have."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")


def run(coroutine: Coroutine[object, object, _Result]) -> _Result:
    """The result of ``coroutine``, from a loop of its own in a thread of its own.

    The browser tests keep Playwright's loop open in the main thread for the whole session, where
    ``asyncio.run`` is refused.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
