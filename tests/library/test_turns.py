"""A few work at once, the others wait in their order, and who leaves gives up its place."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import anyio
import anyio.to_thread
import pytest

from assistant.errors import TooManyAtOnce
from assistant.library.turns import Errand, Turns, processors
from tests.running import run
from tests.server.over_sockets import eventually


@contextmanager
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(20) as pool:
        yield pool


def queued(pool: ThreadPoolExecutor, turns: Turns, count: int, done: list[int]) -> list[Errand]:
    """So many errands that wait one behind the other; ``done`` tells who had its turn."""
    errands = [turns.errand() for _ in range(count)]
    for number, errand in enumerate(errands):
        before = turns.waiting

        def work(number: int = number, errand: Errand = errand) -> None:
            errand.work()
            done.append(number)
            errand.rest()

        pool.submit(work)
        assert eventually(lambda before=before: turns.waiting == before + 1)  # type: ignore[misc]
    return errands


def test_no_more_work_goes_on_than_is_let() -> None:
    turns, at_once, most = Turns(3, 100), 0, 0
    lock = threading.Lock()

    def work(_: int) -> None:
        nonlocal at_once, most
        with turns.one():
            with lock:
                at_once += 1
                most = max(most, at_once)
            threading.Event().wait(0.002)
            with lock:
                at_once -= 1

    with threads() as pool:
        list(pool.map(work, range(60)))
    assert most == 3
    assert turns.waiting == 0


def test_those_that_wait_have_their_turns_in_the_order_in_which_they_came() -> None:
    turns, done = Turns(1, 100), list[int]()
    first = turns.errand()
    first.work()
    with threads() as pool:
        queued(pool, turns, 8, done)
        assert done == []
        first.rest()
    assert done == list(range(8))


def test_what_has_begun_goes_on_before_what_has_not() -> None:
    turns, done = Turns(1, 100), list[int]()
    begun, busy = turns.errand(), turns.errand()
    begun.work()
    begun.rest()
    busy.work()
    with threads() as pool:
        queued(pool, turns, 3, done)

        def go_on() -> None:
            begun.work()
            done.append(99)
            begun.rest()

        going_on = pool.submit(go_on)
        assert eventually(lambda: turns.waiting == 4)
        busy.rest()
        going_on.result(10)
    assert done == [99, 0, 1, 2]


def test_more_than_may_wait_are_told_so_and_what_has_begun_never() -> None:
    turns, done = Turns(1, 2), list[int]()
    begun, busy = turns.errand(), turns.errand()
    begun.work()
    begun.rest()
    busy.work()
    with threads() as pool:
        queued(pool, turns, 2, done)
        with pytest.raises(TooManyAtOnce) as told:
            turns.errand().work()
        assert "2" in told.value.zh
        assert "2" in told.value.en
        going_on: Future[None] = pool.submit(begun.work)
        busy.rest()
        going_on.result(10)
        begun.rest()
    assert done == [0, 1]
    with turns.one():  # the place is free again
        pass


def test_who_leaves_while_it_waits_is_waited_for_no_longer() -> None:
    turns, done = Turns(1, 100), list[int]()
    busy = turns.errand()
    busy.work()

    def work(number: int) -> None:
        with turns.one():
            done.append(number)

    async def leave_the_first() -> None:
        async with anyio.create_task_group() as others:
            async with anyio.create_task_group() as leaving:
                leaving.start_soon(anyio.to_thread.run_sync, work, 1)
                while turns.waiting < 1:
                    await anyio.sleep(0.001)
                others.start_soon(anyio.to_thread.run_sync, work, 2)
                while turns.waiting < 2:
                    await anyio.sleep(0.001)
                leaving.cancel_scope.cancel()
            assert turns.waiting == 1
            busy.rest()

    run(leave_the_first())
    assert done == [2]
    assert turns.waiting == 0


def test_a_place_is_not_held_between_two_steps() -> None:
    turns = Turns(1, 0)
    held = list[bool]()

    def steps() -> Generator[int, None, str]:
        for n in range(3):
            with pytest.raises(TooManyAtOnce):
                turns.errand().work()
            yield n
        return "end"

    def told() -> Generator[int, None, None]:
        held.append((yield from turns.errand().stepwise(steps())) == "end")

    for _ in told():
        with turns.one():  # while it is read
            pass
    assert held == [True]


def test_what_is_finished_waits_for_nobody() -> None:
    turns = Turns(1, 0)
    errand = turns.errand()

    def steps() -> Generator[int, None, None]:
        errand.finish()
        yield 1
        yield 2

    told = errand.stepwise(steps())
    with turns.one():
        pass
    assert next(told) == 1
    with turns.one():
        assert list(told) == [2]


def test_others_go_on_while_one_stands_aside() -> None:
    turns = Turns(1, 0)
    errand = turns.errand()
    errand.work()
    with errand.aside(), turns.one():
        pass
    with pytest.raises(TooManyAtOnce):
        turns.errand().work()
    errand.rest()


@pytest.mark.parametrize("ends", ["fails", "is closed"])
def test_a_place_is_free_again_however_work_ends(ends: str) -> None:
    turns, closed = Turns(1, 0), list[bool]()

    def steps() -> Generator[int, None, None]:
        try:
            yield 1
            raise EOFError
        finally:
            closed.append(True)

    told = turns.errand().stepwise(steps())
    next(told)
    if ends == "fails":
        with pytest.raises(EOFError):
            next(told)
    told.close()
    assert closed == [True]
    with turns.one():
        pass


def test_there_is_a_processor_at_least() -> None:
    assert processors() >= 1
