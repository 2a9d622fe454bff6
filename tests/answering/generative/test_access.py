"""A model is asked by so many at once, and not twice for the same."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from assistant.answering.generative.access import (
    Fitting,
    NotAsked,
    Queued,
    Remembering,
    request_key,
)
from assistant.answering.generative.models import Piece
from assistant.errors import ModelUnavailable


class Held:
    """Writes when it is let go."""

    name = "held"
    parameters = "p"

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.asked = 0

    def stream(self, prompt: str) -> Iterator[Piece]:
        self.asked += 1
        self.begun.release()
        self.let_go.wait(10)
        yield Piece(prompt)
        yield Piece("", whole=not prompt.startswith("cut"))


def text(pieces: Iterator[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def test_who_comes_when_the_queue_is_full_is_told_so_at_once() -> None:
    held = Held()
    queued = Queued(held, most=1, waiting=1, seconds=10)
    done: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: done.append(text(queued.stream(str(n)))))
        for n in (1, 2)
    ]
    threads[0].start()
    assert held.begun.acquire(timeout=5)
    threads[1].start()
    while queued._places._value:  # until the second one waits
        pass
    with pytest.raises(ModelUnavailable, match="too many"):
        text(queued.stream("3"))
    held.let_go.set()
    for thread in threads:
        thread.join(10)
    assert sorted(done) == ["1", "2"]
    assert text(queued.stream("4")) == "4"


def test_who_waits_too_long_is_told_so_and_gives_the_place_back() -> None:
    held = Held()
    queued = Queued(held, most=1, waiting=1, seconds=0.05)
    first = queued.stream("1")
    held.let_go.set()
    next(first)
    for _ in range(2):
        with pytest.raises(ModelUnavailable, match="waited too long"):
            text(queued.stream("2"))
    first.close()  # type: ignore[attr-defined]
    assert text(queued.stream("3")) == "3"


def test_who_waits_for_nothing_is_not_asked() -> None:
    queued = Queued(Held(), most=1, waiting=0, seconds=5)
    first = queued.stream("1")
    queued._model.let_go.set()  # type: ignore[attr-defined]
    next(first)
    with pytest.raises(NotAsked):
        text(queued.stream("2"))


class Mute(Held):
    """Never lets go, or gives pieces of nothing for ever."""

    def __init__(self, *, drips: bool) -> None:
        super().__init__()
        self.drips = drips
        self.closed = threading.Event()

    def stream(self, prompt: str) -> Iterator[Piece]:
        self.begun.release()
        try:
            while not self.let_go.wait(0.01):
                if self.drips:
                    yield Piece(prompt[:0])
        finally:
            self.closed.set()


@pytest.mark.parametrize("drips", [True, False])
def test_a_model_that_never_ends_is_given_up_in_time_and_its_place_given_back(drips: bool) -> None:
    mute = Mute(drips=drips)
    queued = Queued(mute, most=1, waiting=0, seconds=0.3)
    for _ in range(2):
        begun = time.monotonic()
        with pytest.raises(ModelUnavailable, match=r"within 0\.3 s"):
            text(queued.stream("1"))
        assert time.monotonic() - begun < 2
    mute.let_go.set()
    assert mute.closed.wait(5)


def test_whoever_leaves_lets_the_model_go() -> None:
    mute = Mute(drips=True)
    queued = Queued(mute, most=1, waiting=0, seconds=60)
    pieces = queued.stream("1")
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert mute.closed.wait(5)
    assert queued._turns._value == 1


def test_what_a_model_raises_is_raised_where_it_is_read() -> None:
    class Broken(Held):
        def stream(self, prompt: str) -> Iterator[Piece]:
            yield Piece(prompt)
            raise ModelUnavailable("坏了", "broken")

    pieces = Queued(Broken(), most=1, waiting=0, seconds=5).stream("a")
    assert next(pieces).text == "a"
    with pytest.raises(ModelUnavailable, match="broken"):
        next(pieces)


def test_when_the_process_ends_nobody_waits_any_more() -> None:
    held = Held()
    queued = Queued(held, most=1, waiting=1, seconds=60)
    ends: list[str] = []

    def ask(prompt: str) -> None:
        try:
            text(queued.stream(prompt))
        except ModelUnavailable as error:
            ends.append(error.en)

    threads = [threading.Thread(target=ask, args=(str(n),)) for n in (1, 2)]
    for thread in threads:
        thread.start()
    assert held.begun.acquire(timeout=5)
    queued.stop()
    for thread in threads:
        thread.join(5)
    assert len(ends) == 2
    assert all("ending" in end for end in ends)
    held.let_go.set()


def test_many_readers_of_few_places_all_get_their_text_or_are_told_why() -> None:
    held = Held()
    held.let_go.set()
    queued = Queued(held, most=2, waiting=3, seconds=10)
    ends: list[str] = []

    def ask(n: int) -> None:
        try:
            ends.append(text(queued.stream(f"{n}")))
        except NotAsked:
            ends.append("full")

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(ends) == 40
    assert (queued._turns._value, queued._places._value) == (2, 5)


def test_the_same_request_is_written_once() -> None:
    held = Held()
    held.let_go.set()
    remembering = Remembering(held, most=2)
    assert [text(remembering.stream("a")) for _ in range(3)] == ["a"] * 3
    assert held.asked == 1
    for prompt in ("b", "c", "a"):  # a was used longest ago
        text(remembering.stream(prompt))
    assert held.asked == 4


def test_what_was_cut_off_is_not_remembered() -> None:
    held = Held()
    held.let_go.set()
    remembering = Remembering(held, most=2)
    for _ in range(2):
        text(remembering.stream("cut"))
    assert held.asked == 2


def test_what_a_model_cannot_take_in_is_not_sent() -> None:
    held = Held()
    held.let_go.set()
    fitting = Fitting(held, context=100, most_tokens=40)
    assert text(fitting.stream("请" * 60)) == "请" * 60
    assert text(fitting.stream("abcd" * 60)) == "abcd" * 60
    for long in ("请" * 61, "abcd" * 61):
        with pytest.raises(NotAsked, match="too long"):
            text(fitting.stream(long))
    assert held.asked == 2


def test_silence_is_not_remembered_and_a_text_is_with_what_it_cost() -> None:
    class Counting(Held):
        def stream(self, prompt: str) -> Iterator[Piece]:
            self.asked += 1
            yield Piece(prompt)
            yield Piece("", whole=True, tokens=(3, self.asked))

    counting = Counting()
    remembering = Remembering(counting, most=2)
    for _ in range(2):
        text(remembering.stream(" "))
    assert counting.asked == 2
    assert [[*remembering.stream("a")][-1].tokens for _ in range(2)] == [(3, 3), (3, 3)]


def test_a_request_is_named_by_all_that_decides_its_text() -> None:
    held, other = Held(), Held()
    other.parameters = "q"
    assert request_key(held, "a") == request_key(Held(), "a")
    assert len({request_key(held, "a"), request_key(held, "b"), request_key(other, "a")}) == 3
