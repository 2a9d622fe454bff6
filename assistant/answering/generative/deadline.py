"""A model's stream that ends in time, whatever the model waits for.

A client's own time limits count from one byte to the next, or from one piece to the next; a server
that drips, or that sends what is no piece, outlasts them. Here somebody else waits for it.

A reader who goes away while a sentence is written is noticed here too: the server's thread waits in
this module, and its event loop cannot interrupt a thread.
"""

from __future__ import annotations

import queue
import threading
import time
from asyncio import CancelledError
from collections.abc import Iterator

from anyio import from_thread

from assistant.answering.generative.failing import ending, too_slow
from assistant.answering.generative.models import Piece

_AHEAD = 256  # pieces that a model may be ahead of whoever reads them
_LOOK = 0.2  # seconds between two looks whether anybody still waits


def in_time(
    pieces: Iterator[Piece], seconds: float, stopping: threading.Event, *, said: float | None = None
) -> Iterator[Piece]:
    """``pieces`` as they come, for ``seconds`` at most, and no longer once ``stopping`` is set or
    nobody waits for them.

    Raises what ``pieces`` raises; ModelUnavailable when the time is over (``said``: the seconds
    that the message names) or when all is stopped.
    """
    reading = _Reading(pieces, time.monotonic() + seconds)
    try:
        while (came := reading.next(stopping, said or seconds)) is not None:
            yield came
    finally:
        reading.left.set()


def is_left() -> bool:
    """Whether whoever this thread works for has gone: the request whose thread it is was cancelled.

    Always false in a thread that is not an event loop's worker.
    """
    try:
        from_thread.check_cancelled()
    except CancelledError:
        return True
    except RuntimeError:  # nobody's worker
        return False
    return False


class _Reading:
    """Reads a stream in a thread of its own, until its end, ``until``, or nobody wants more."""

    def __init__(self, pieces: Iterator[Piece], until: float) -> None:
        self.left = threading.Event()
        self._pieces = pieces
        self._until = until
        self._came: queue.Queue[Piece | Exception | None] = queue.Queue(_AHEAD)
        # A daemon: a model that never replies does not keep the process.
        threading.Thread(target=self._read, name="model", daemon=True).start()

    def next(self, stopping: threading.Event, seconds: float) -> Piece | None:
        """The next piece; None after the last."""
        while not stopping.is_set() and not is_left():
            left = self._until - time.monotonic()
            try:
                came = self._came.get(timeout=max(0.0, min(left, _LOOK)))
            except queue.Empty:
                if left <= 0:
                    raise too_slow(seconds) from None
                continue
            if isinstance(came, Exception):
                raise came
            return came
        raise ending()

    def _read(self) -> None:
        end: Exception | None = None
        try:
            for piece in self._pieces:
                if not self._put(piece):
                    break
        except Exception as error:  # raised again where it is waited for
            end = error
        finally:
            if close := getattr(self._pieces, "close", None):
                close()
        self._put(end)

    def _put(self, came: Piece | Exception | None) -> bool:
        while not self.left.is_set():
            try:
                self._came.put(came, timeout=_LOOK)
            except queue.Full:
                continue
            return True
        return False
