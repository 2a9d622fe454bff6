"""Whose turn it is: a library is worked on by a few at once, and the others wait in the order in
which they came.

Python runs one thread at a time. Forty questions at once are not answered sooner than two, but each
of them waits for all the others at every step; whoever waits here takes nothing.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from anyio import from_thread

from assistant.errors import TooManyAtOnce

T = TypeVar("T")
R = TypeVar("R")

_LOOK: Final = 1.0  # seconds between two looks whether anybody still waits for the answer


class Turns:
    """``at_once`` pieces of work go on at a time, ``waiting`` more may wait for them."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._lock = threading.Lock()
        self._free = at_once
        self._most = waiting
        # An event each, so that nobody is woken in vain. Those that have begun come first.
        self._begun: deque[threading.Event] = deque()
        self._fresh: deque[threading.Event] = deque()

    @contextmanager
    def one(self) -> Iterator[None]:
        """A piece of work in one go. Raises as :meth:`Errand.work` does."""
        errand = Errand(self)
        errand.work()
        try:
            yield
        finally:
            errand.rest()

    def errand(self) -> Errand:
        """A piece of work in several goes. Nothing is waited for yet."""
        return Errand(self)

    @property
    def waiting(self) -> int:
        """How many wait for their turn now."""
        with self._lock:
            return len(self._begun) + len(self._fresh)

    def take(self, *, begun: bool) -> None:
        """Wait for a place. See :meth:`Errand.work`."""
        queue = self._begun if begun else self._fresh
        with self._lock:
            if self._free:
                self._free -= 1
                return
            if not begun and len(queue) >= self._most:
                raise _too_many(len(queue))
            called = threading.Event()
            queue.append(called)
        try:
            while not called.wait(_LOOK):
                _see_that_somebody_waits()
        except BaseException:
            self._leave(queue, called)
            raise

    def give_back(self) -> None:
        """Let the next one have the place."""
        with self._lock:
            queue = self._begun or self._fresh
            if queue:
                queue.popleft().set()
            else:
                self._free += 1

    def _leave(self, queue: deque[threading.Event], called: threading.Event) -> None:
        with self._lock:
            if called in queue:
                queue.remove(called)
                return
        self.give_back()  # it was called in the very moment


class Errand:
    """A piece of work that is done in goes, in whichever threads, and needs its place only for
    these: not while its words are read, or a language model is waited for."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._has_begun = False
        self._has_place = False
        self._is_done = False

    def stepwise(self, steps: Generator[T, None, R]) -> Generator[T, None, R]:
        """``steps``, each of them a go until :meth:`finish`. Raises as :meth:`work` does."""
        try:
            while True:
                self.work()
                try:
                    step = next(steps)
                except StopIteration as end:
                    result: R = end.value
                    return result
                finally:
                    self.rest()
                yield step
        finally:
            steps.close()

    def work(self) -> None:
        """Wait for a place, where it needs one: behind all others the first time, later
        before those that have not begun.

        Raises TooManyAtOnce where too many wait already, and anyio's cancellation where nobody
        waits for the answer any more.
        """
        if not self._has_place and not self._is_done:
            self._turns.take(begun=self._has_begun)
            self._has_begun = self._has_place = True

    def rest(self) -> None:
        """Give the place to another, if it has one."""
        if self._has_place:
            self._has_place = False
            self._turns.give_back()

    def finish(self) -> None:
        """What is left to do needs no place."""
        self._is_done = True
        self.rest()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Somebody else works on it within: a language model."""
        self.rest()
        try:
            yield
        finally:
            self.work()


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def _see_that_somebody_waits() -> None:
    try:
        from_thread.check_cancelled()
    except RuntimeError:  # no event loop's worker: a program's own thread
        return


def _too_many(waiting: int) -> TooManyAtOnce:
    return TooManyAtOnce(
        f"同时提问的人太多，已有 {waiting} 个问题在等候；请稍后再试",
        f"too many are asking at once, {waiting} questions wait already; try again in a moment",
    )
