"""No input may take more than a second of this processor, however busy the machine is."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

SECONDS: Final = 1.0  # of processor time


class TooSlow(BaseException):
    """An input that took too long. Nothing that is tried may catch it."""


@contextmanager
def patience(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlow in the middle of what takes longer; in the main thread only."""

    def too_slow(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGVTALRM, too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
