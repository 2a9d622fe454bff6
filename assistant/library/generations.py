"""Which generation of the library is answered from: records and indexes that belong together.

While the records are ahead of the indexes, because files are taken in here or by another process,
answers are made from the generation that the indexes are of. When they have followed, the next
answer is of the new one.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from assistant.errors import AssistantError, LibraryBusy, LibraryDamaged
from assistant.library import holding
from assistant.library.engine import is_within
from assistant.library.holding import Held, Serving, Slot
from assistant.library.records import Records
from assistant.library.snapshots import Pin, Snapshot
from assistant.library.turns import Turns

_log = logging.getLogger(__name__)

_Servings = Mapping[Slot, Serving | None]

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class View:
    """One generation of a library, for one answer. Close it.

    A step that runs ``within`` it reads nothing else, from records or indexes. Between two steps
    the work may go on in another thread.
    """

    def __init__(
        self, snapshot: Snapshot, held: Held, until: ExitStack, behind: frozenset[str]
    ) -> None:
        self.generation = snapshot.generation
        self.behind = behind  # its indexes, by name, that are of another generation
        self._snapshot = snapshot
        self._held = held
        self._until = until

    @contextmanager
    def within(self) -> Iterator[None]:
        """A step of the work. Nothing may be yielded out of it to another thread."""
        with self._snapshot.within(), holding.reading(self._held):
            yield

    def close(self) -> None:
        """Let go of the generation. Closing twice is no fault."""
        self._until.close()


@dataclass(frozen=True, slots=True)
class _Pinned:
    """A generation that answers are made from, until another takes its place."""

    pin: Pin
    servings: _Servings
    until: ExitStack


class Generations:
    """The generations of one library. ``lexical`` is the index that lists are complete by: what it
    is not of cannot be answered. ``dense`` may be behind: questions are looked up by words then,
    and the answer says so."""

    def __init__(self, records: Records, lexical: Slot, dense: Slot) -> None:
        self._records = records
        self._lexical = lexical
        self._indexes: Sequence[Slot] = (lexical, dense)
        self._lock = threading.Lock()
        self._pinned: _Pinned | None = None
        self.refusal: LibraryDamaged | None = None  # why this program may not go on, if it may not

    def view(self) -> View:
        """The generation to answer from. Raises LibraryBusy where several processes share the
        records and this one's indexes have yet to follow, and whatever reading raises."""
        if self.refusal is not None:
            raise self.refusal
        with self._lock:
            pinned = self._pinned
            if pinned is not None:
                try:
                    return self._view(pinned)
                except AssistantError as error:  # the database was away: what it knew is gone
                    _log.info("a pinned generation cannot be read: %s", error.en)
                    self._pinned = None
                    pinned.until.close()
        view = self._view(None)
        if self._lexical.name in view.behind and self._records.is_shared:
            view.close()
            raise LibraryBusy(
                "决议库刚有更新，索引正在跟上，请稍后再试",
                "the library has just changed and the indexes are following; try again in a moment",
            )
        return view

    def renew(self) -> None:
        """Let later answers be of the generation that is current, where the indexes are of it;
        where they are not, of the one before as long as it can be read."""
        fresh = self._current()
        if fresh is not None:
            self._put(fresh)

    def release(self) -> None:
        """Let later answers be of whatever is current when they are asked."""
        self._put(None)

    @contextmanager
    def one(self) -> Iterator[None]:
        """All that is read within is of one generation. Nothing may be yielded out of it to another
        thread: for that, see :meth:`stepwise`. Raises as :meth:`view` does."""
        if self.is_within():  # what this is a part of has chosen
            yield
            return
        view = self.view()
        try:
            with view.within():
                yield
        finally:
            view.close()

    def is_within(self) -> bool:
        """Whether this thread reads within one already."""
        return is_within(self._records.engine)

    def stepwise(self, steps: Generator[T, None, R]) -> Generator[T, None, R]:
        """The same for work that is taken up again in other threads: ``steps``, each of them."""
        view = self.view()
        try:
            while True:
                with view.within():
                    try:
                        step = next(steps)
                    except StopIteration as end:
                        result: R = end.value
                        return result
                yield step
        finally:
            steps.close()
            view.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """The records are changed within, and the indexes follow at its end: until then answers
        are made from what was there before."""
        if self.refusal is not None:
            raise self.refusal
        self.renew()
        try:
            yield
        finally:
            if self._records.is_shared:
                self.renew()
            else:
                self.release()

    def _put(self, fresh: _Pinned | None) -> None:
        with self._lock:
            old, self._pinned = self._pinned, fresh
        if old is not None:
            old.until.close()

    def _current(self) -> _Pinned | None:
        with ExitStack() as until:
            servings = {one: until.enter_context(one.held()) for one in self._indexes}
            pin = self._records.pin()
            until.callback(pin.close)
            if _generation(servings[self._lexical]) != pin.generation:
                return None
            return _Pinned(pin, servings, until.pop_all())

    def _view(self, pinned: _Pinned | None) -> View:
        with ExitStack() as until:
            known = pinned.servings if pinned else dict.fromkeys(self._indexes)
            held = {one: until.enter_context(one.held(known[one])) for one in self._indexes}
            snapshot = pinned.pin.snapshot() if pinned else self._records.snapshot()
            until.callback(snapshot.close)
            generation = snapshot.generation
            fits = {
                one: serving.index
                if serving and (not self._records.is_shared or _generation(serving) == generation)
                else None
                for one, serving in held.items()
            }
            behind = {one.name for one in held if _generation(held[one]) != generation}
            return View(snapshot, fits, until.pop_all(), frozenset(behind))


def _generation(serving: Serving | None) -> int | None:
    return serving.made_of.generation if serving else None


class _HasGenerations(Protocol):
    turns: Turns

    @property
    def generations(self) -> Generations: ...


class _OfLibrary(Protocol):
    @property
    def _library(self) -> _HasGenerations: ...


O = TypeVar("O", bound=_OfLibrary)  # noqa: E741 - of a library


def of_one_generation(
    method: Callable[Concatenate[O, P], R],
) -> Callable[Concatenate[O, P], R]:
    """A method that waits for its turn, and all of whose reading is of one generation of its
    library."""

    @wraps(method)
    def within(self: O, /, *args: P.args, **kwargs: P.kwargs) -> R:
        library = self._library
        if library.generations.is_within():  # a part of what has its turn
            return method(self, *args, **kwargs)
        with library.turns.one(), library.generations.one():
            return method(self, *args, **kwargs)

    return within
