"""A process that shares its records notices what others changed, and what has come back."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from assistant.errors import AssistantError

_log = logging.getLogger(__name__)

# While others are taking files in, the generation moves with each of them. The indexes follow when
# it stands still, or after so long.
MOST_MOVING: Final = 30.0
# What fails is tried again after a while that doubles up to this.
MOST_WAITING: Final = 10.0


class Follower:
    """Looks at the records every so many seconds, in a thread of its own.

    ``look`` gives the generation and whether everything fits it; ``catch_up`` makes it fit.
    """

    def __init__(
        self,
        look: Callable[[], tuple[int, bool]],
        catch_up: Callable[[], None],
        every: float,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._look = look
        self._catch_up = catch_up
        self._every = every
        self._clock = clock
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen = -1
        self._behind_since: float | None = None
        self._again_at = 0.0
        self._wait = every
        self._said = ""

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(target=self._run, name="follow", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, after the work at hand."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    @property
    def seconds_behind(self) -> float:
        """How long it has been known that something does not fit the records; 0 where all does."""
        since = self._behind_since
        return 0.0 if since is None else self._clock() - since

    def step(self) -> None:
        """Look once, and catch up where it is time to. What fails is logged, once for each way."""
        if self._clock() < self._again_at:
            return
        try:
            self._followed()
        except AssistantError as error:
            self._failed(error.en)
        except Exception as error:
            _log.exception("following the records failed")
            self._failed(repr(error))
        else:
            self._wait = self._every

    def _followed(self) -> None:
        generation, fits = self._look()
        moved, self._seen = generation != self._seen, generation
        if fits:
            self._behind_since = None
            self._say("")
            return
        now = self._clock()
        self._behind_since = now if self._behind_since is None else self._behind_since
        if moved and now - self._behind_since < MOST_MOVING:
            return
        self._catch_up()
        self._behind_since = None

    def _failed(self, said: str) -> None:
        self._say(said)
        self._again_at = self._clock() + self._wait
        self._wait = min(2 * self._wait, MOST_WAITING)

    def _say(self, said: str) -> None:
        if said and said != self._said:
            _log.warning("this process is behind its records: %s", said)
        elif self._said and not said:
            _log.warning("this process is up with its records again")
        self._said = said

    def _run(self) -> None:
        while not self._stopping.wait(self._every):
            self.step()
