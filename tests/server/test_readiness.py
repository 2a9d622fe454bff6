"""A load balancer is told in time, however many ask and whatever the library does."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from assistant.errors import LibraryUnavailable
from assistant.server.readiness import Phase, Probe
from assistant.settings import Settings
from assistant.types import Check, SearchResult
from tests.running import run
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually, served

GOOD = (Check("records", ok=True, zh="好", en="good"),)
OTHERS = 40  # threads beside those that may wait for their turn
THREADS = OTHERS + 5


class Counted:
    """Checks that take their time, and how often they ran."""

    def __init__(self) -> None:
        self.runs = 0
        self.may_end = threading.Event()

    def __call__(self) -> tuple[Check, ...]:
        self.runs += 1
        self.may_end.wait(10)
        return GOOD


def test_many_who_ask_at_once_are_told_what_one_run_finds() -> None:
    checked = Counted()
    probe = Probe(checked, Phase(), seconds=10)

    async def ask() -> list[tuple[Check, ...]]:
        asked = [asyncio.create_task(probe.checks()) for _ in range(50)]
        await asyncio.sleep(0.05)
        checked.may_end.set()
        return await asyncio.gather(*asked)

    assert run(ask()) == [GOOD] * 50
    assert checked.runs == 1


def test_each_who_asks_later_is_told_anew() -> None:
    checked = Counted()
    checked.may_end.set()
    probe = Probe(checked, Phase())

    async def ask() -> None:
        await probe.checks()
        await probe.checks()

    run(ask())
    assert checked.runs == 2


def test_a_library_that_is_silent_is_not_waited_for_and_not_asked_twice_at_once() -> None:
    checked = Counted()
    probe = Probe(checked, Phase(), seconds=0.05)

    async def ask() -> list[tuple[Check, ...]]:
        found = [await probe.checks(), await probe.checks()]
        checked.may_end.set()
        return found

    for (check,) in run(ask()):
        assert not check.ok
        assert "没有答复" in check.zh
    assert checked.runs == 1


def test_a_server_that_ends_is_not_ready_and_asks_nothing() -> None:
    checked = Counted()
    (check,) = run(Probe(checked, Phase(is_ending=True)).checks())
    assert (check.ok, check.en) == (False, "The server is shutting down.")
    assert checked.runs == 0


class Busy(FakeAssistant):
    """Every search waits."""

    def __init__(self) -> None:
        super().__init__()
        self.searching = 0
        self.may_end = threading.Event()

    def search(self, query: str, **_: Any) -> SearchResult:
        self.searching += 1
        self.may_end.wait(30)
        return SearchResult(query, (), by_words_alone=False)


@pytest.mark.parametrize("path", ["/api/health", "/api/ready"])
def test_it_is_told_while_no_thread_is_left_for_answers(settings: Settings, path: str) -> None:
    busy = Busy()
    few = settings.model_copy(update={"work_waiting": THREADS - OTHERS})
    with served(busy, few) as address, ThreadPoolExecutor(THREADS + 5) as readers:
        try:
            for _ in range(THREADS + 5):
                readers.submit(httpx.get, f"{address}/api/v1/search?q=x", timeout=60)
            assert eventually(lambda: busy.searching == THREADS)
            begun = time.monotonic()
            assert httpx.get(address + path, timeout=10).status_code == 200
            assert time.monotonic() - begun < 5
        finally:
            busy.may_end.set()


class _Away:
    """Keys that cannot be looked up."""

    def check(self, _key: str) -> None:
        raise LibraryUnavailable("数据库不在", "the database is away")


@pytest.mark.parametrize("path", ["/api/health", "/api/ready"])
def test_a_probe_that_sends_a_key_is_told_while_no_key_can_be_looked_up(
    client: TestClient, assistant: FakeAssistant, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(assistant.access.keys), "check", _Away.check)
    headers = {"authorization": "Bearer ra_0123456789ab_a-key-of-somebody-who-watches"}
    assert client.get(path, headers=headers).status_code == 200
    assert client.get("/api/v1/about", headers=headers).status_code == 503
