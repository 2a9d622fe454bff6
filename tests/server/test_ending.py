"""Who is left without an answer when the server ends is told so, in the form that he knows."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from assistant.settings import Settings
from assistant.types import Answer, Event
from tests.server.conftest import KEY
from tests.server.fake_assistant import UNDERSTOOD, FakeAssistant
from tests.server.over_sockets import GRACE, eventually, served

SAID = "服务正在关闭"
ACCEPT = {"accept": "application/json, text/event-stream"}


class Endless(FakeAssistant):
    """Answers that begin and do not end before they may."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.may_end = threading.Event()

    def ask(self, question: str, **_: Any) -> Answer:
        self.begun.set()
        self.may_end.wait(30)
        return super().ask(question)

    def stream(self, question: str, **_: Any) -> Iterator[Event]:
        yield Event("understood", UNDERSTOOD)
        self.begun.set()
        self.may_end.wait(30)
        yield from super().stream(question)

    def in_passing(self, questions: Sequence[str], **_: Any) -> Iterator[Event]:
        return self.stream(questions[-1])


def left(settings: Settings, path: str, body: dict[str, Any]) -> httpx.Response:
    """What comes of a request that does not end before the server does."""
    endless = Endless()
    with ThreadPoolExecutor(1) as reader:
        with served(endless, settings) as address:
            asked: Future[httpx.Response] = reader.submit(
                httpx.post, address + path, json=body, headers=ACCEPT, timeout=GRACE + 30
            )
            # The work goes on unheard, and keeps nobody.
            asked.add_done_callback(lambda _: endless.may_end.set())
            assert eventually(endless.begun.is_set)
        assert endless.model_stopped
        return asked.result()


def last_data(response: httpx.Response) -> dict[str, Any]:
    assert response.status_code == 200
    found: dict[str, Any] = json.loads(response.text.rsplit("data: ", 1)[1])
    return found


def test_a_stream_ends_with_an_error_event(settings: Settings) -> None:
    response = left(settings, "/api/v1/ask/stream", {"question": "问"})
    events = [line for line in response.text.splitlines() if line.startswith("event: ")]
    assert events == ["event: understood", "event: error"]
    told = last_data(response)
    assert (told["status"], told["code"], told["title"]) == (503, "shutting_down", SAID)


def test_a_request_without_a_response_is_answered_503(settings: Settings) -> None:
    response = left(settings, "/api/v1/ask", {"question": "问"})
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["retry-after"] == "5"
    assert response.headers["x-request-id"]
    assert response.json()["code"] == "shutting_down"


@pytest.mark.parametrize("stream", [True, False])
def test_openais_clients_get_an_error_that_they_raise(settings: Settings, *, stream: bool) -> None:
    body = {
        "model": "resolution-assistant",
        "messages": [{"role": "user", "content": "问"}],
        "stream": stream,
    }
    response = left(settings, "/v1/chat/completions", body)
    told = last_data(response) if stream else response.json()
    assert told["error"]["code"] == "shutting_down"
    assert told["error"]["type"] == "server_error"
    assert "[DONE]" not in response.text


def test_mcp_clients_get_an_error_to_the_number_of_their_call(settings: Settings) -> None:
    call = {"name": "ask", "arguments": {"question": "问"}}
    body = {"jsonrpc": "2.0", "id": "call-7", "method": "tools/call", "params": call}
    response = left(settings, "/mcp", body)
    told = last_data(response)
    assert (told["jsonrpc"], told["id"]) == ("2.0", "call-7")
    assert SAID in told["error"]["message"]


def test_who_watches_an_upload_is_told_that_it_goes_on_later(settings: Settings) -> None:
    assistant = FakeAssistant()
    assistant.gate.clear()
    headers = {"authorization": f"Bearer {KEY}"}
    with ThreadPoolExecutor(1) as watcher:
        with served(assistant, settings) as address:
            sent = httpx.post(
                f"{address}/api/v1/uploads", files=[("files", ("a.txt", b"x"))], headers=headers
            )
            watched = watcher.submit(
                httpx.get, f"{address}{sent.json()['href']}/events", headers=headers, timeout=30
            )
            running = f"{address}{sent.json()['href']}"
            assert eventually(
                lambda: httpx.get(running, headers=headers).json()["state"] == "running"
            )
        text = watched.result().text
    assert "event: done" not in text
    told = json.loads(text.rsplit("data: ", 1)[1])
    assert told["code"] == "shutting_down"
    assert "接着导入" in told["detail"]
