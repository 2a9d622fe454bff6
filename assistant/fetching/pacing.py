"""When the next request may be made: pauses, back-off, Retry-After."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A server that wants to be left alone for longer is obeyed by ending the batch.
LONGEST_WAIT_SECONDS = 300
_LONGEST_BACK_OFF_SECONDS = 60


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that a test may take its own."""

    now: Callable[[], datetime] = _utc_now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random  # 0 <= chance() < 1


def back_off(attempt: int, pause: float, chance: float) -> float:
    """Seconds before trying again after ``attempt`` (0 is the first).

    They double each time, and half of them are left to chance, so that many clients who were
    turned away together do not come back together.
    """
    longest: float = min(_LONGEST_BACK_OFF_SECONDS, max(pause, 1) * 2 ** (attempt + 1))
    return longest * (0.5 + chance / 2)


def retry_after(header: str | None, now: datetime) -> float:
    """The seconds a Retry-After header asks for, as a number or a date (RFC 9110, 10.2.3).

    0 for a header that is not there or not understood.
    """
    if header is None:
        return 0
    written = header.strip()
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return 0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


class Pacer:
    """Lets at least ``pause`` seconds lie between the end of a request and the next."""

    def __init__(self, clock: Clock, pause: float) -> None:
        self._clock = clock
        self._pause = pause
        self._last: float | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A request: begins when it may be made."""
        if self._last is not None:
            left = self._last + self._pause - self._clock.monotonic()
            if left > 0:
                self._clock.sleep(left)
        try:
            yield
        finally:
            self._last = self._clock.monotonic()
