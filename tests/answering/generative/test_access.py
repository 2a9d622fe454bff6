"""A model is asked by so many at once, and not twice for the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from assistant.answering.generative.access import Queued, Remembering, request_key
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


def test_a_request_is_named_by_all_that_decides_its_text() -> None:
    held, other = Held(), Held()
    other.parameters = "q"
    assert request_key(held, "a") == request_key(Held(), "a")
    assert len({request_key(held, "a"), request_key(held, "b"), request_key(other, "a")}) == 3
