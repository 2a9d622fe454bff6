"""Many readers at once: who waits is in nobody's way, and who leaves is waited for no longer."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from anyio import from_thread
from fastapi.testclient import TestClient

from assistant.errors import TooManyAtOnce
from assistant.server.app import create_app
from assistant.settings import Settings
from assistant.types import Answer
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import PATIENCE, eventually, served

_MANY = 60  # more than anyio has threads of its own accord


class Blocking(FakeAssistant):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()
        self.at_work = 0
        self.left = 0
        self._counting = threading.Lock()

    def ask(self, question: str, **options: Any) -> Answer:
        self._count(1)
        try:
            while not self.let_go.wait(0.02):
                from_thread.check_cancelled()
        except BaseException:
            self.left += 1
            raise
        finally:
            self._count(-1)
        return super().ask(question, **options)

    def _count(self, more: int) -> None:
        with self._counting:
            self.at_work += more


@pytest.mark.parametrize("route", ["ask", "ask/stream"])
def test_health_and_the_library_are_answered_while_more_wait_than_there_are_threads(
    route: str, settings: Settings
) -> None:
    assistant = Blocking()
    with served(assistant, settings) as address, ThreadPoolExecutor(_MANY) as readers:
        body = {"question": "x"}
        asked = [
            readers.submit(httpx.post, f"{address}/api/v1/{route}", json=body, timeout=60)
            for _ in range(_MANY)
        ]
        try:
            assert eventually(lambda: assistant.at_work == _MANY)
            for path in ("/api/health", "/api/ready", "/api/v1/resolutions"):
                assert httpx.get(f"{address}{path}", timeout=PATIENCE).status_code == 200
        finally:
            assistant.let_go.set()
        assert {one.result().status_code for one in asked} == {200}


def test_who_leaves_an_answer_that_is_waited_for_is_noticed(settings: Settings) -> None:
    assistant = Blocking()
    with served(assistant, settings) as address:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{address}/api/v1/ask", json={"question": "x"}, timeout=0.5)
        assert eventually(lambda: assistant.left == 1)


def test_who_leaves_with_a_key_finds_its_answer_later(settings: Settings) -> None:
    assistant = Blocking()
    with served(assistant, settings) as address:
        sent: dict[str, Any] = {"json": {"question": "x"}, "headers": {"idempotency-key": "k"}}
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{address}/api/v1/ask", **sent, timeout=0.5)
        assistant.let_go.set()
        assert eventually(lambda: assistant.at_work == 0)
        again = httpx.post(f"{address}/api/v1/ask", **sent, timeout=PATIENCE)
    assert again.status_code == 200
    assert again.headers["idempotency-replayed"] == "true"
    assert assistant.left == 0


class Full(FakeAssistant):
    """Has more to do than may wait."""

    def _check(self, *_asked: str) -> None:
        raise TooManyAtOnce("太多", "too many")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/v1/ask", {"question": "x"}),
        ("/api/v1/ask/stream", {"question": "x"}),
        (
            "/v1/chat/completions",
            {"model": "resolution-assistant", "messages": [{"role": "user", "content": "x"}]},
        ),
    ],
)
def test_who_cannot_even_wait_is_told_when_to_come_again(
    path: str, body: dict[str, Any], settings: Settings
) -> None:
    with TestClient(create_app(Full(), settings)) as client:
        refused = client.post(path, json=body)
    assert refused.status_code == 503
    assert refused.headers["retry-after"] == "5"
    assert "too_many_at_once" in refused.text
