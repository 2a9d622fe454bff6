"""A server that is told to end: what has begun is finished, what cannot be is told so."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.answering.generative.scripted import Reply, Script, serving
from tests.faults import GOOD, QUESTION
from tests.library.serving import serving as embedding
from tests.real_server import Served
from tests.real_server import serving as started

FIRST = "大会请秘书长将报告转递裁军谈判会议。[1]"
WAIT = 60.0  # seconds; the machine may be busy
CONTENT = "消除核武器国际日是哪一天？"

# How each way in is asked, and the last that comes of an answer that is whole.
WAYS: dict[str, tuple[str, dict[str, Any], str]] = {
    "rest": ("/api/v1/ask/stream", {"question": QUESTION}, "event: answer"),
    "openai": (
        "/v1/chat/completions",
        {
            "model": "resolution-assistant",
            "messages": [{"role": "user", "content": QUESTION}],
            "stream": True,
        },
        "data: [DONE]",
    ),
    "mcp": (
        "/mcp",
        {
            "jsonrpc": "2.0",
            "id": 7,
            "method": "tools/call",
            "params": {"name": "ask", "arguments": {"question": QUESTION}},
        },
        '"result"',
    ),
}


@contextmanager
def with_model(folder: Path, *replies: Reply, **settings: str) -> Iterator[tuple[Served, Script]]:
    """A process whose model replies so."""
    with (
        serving(*replies) as (url, script),
        started(
            folder,
            ASSISTANT_EMBEDDER="hashing",
            ASSISTANT_LLM_URL=url,
            ASSISTANT_LLM_MODEL="m",
            **settings,
        ) as server,
    ):
        yield server, script


@contextmanager
def told_to_end_amid_an_answer(
    folder: Path, path: str, body: dict[str, Any], grace: float
) -> Iterator[tuple[Served, Future[str]]]:
    """A process that has ``grace`` seconds left, and the answer for which its model hangs."""
    with (
        with_model(folder, Reply(hangs=True), ASSISTANT_GRACE_SECONDS=str(grace)) as (
            server,
            script,
        ),
        ThreadPoolExecutor(1) as reader,
    ):
        asked = reader.submit(streamed, server.address + path, body)
        assert eventually(lambda: len(script.asked) == 1)
        server.process.send_signal(signal.SIGTERM)
        yield server, asked


def eventually(happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + WAIT
    while not happened() and time.monotonic() < until:
        time.sleep(0.02)
    return happened()


def streamed(address: str, body: dict[str, Any]) -> str:
    """All that came. Raises where the stream is cut."""
    accept = {"accept": "application/json, text/event-stream"}
    return httpx.post(address, json=body, headers=accept, timeout=WAIT).text


def is_refused(server: Served) -> bool:
    """Whether nobody listens any more."""
    parts = urlsplit(server.address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False


def ended(server: Served) -> tuple[int, str]:
    _, stderr = server.process.communicate(timeout=WAIT)
    return server.process.returncode, stderr


@pytest.mark.parametrize("way", WAYS)
def test_a_stream_that_has_begun_is_whole_and_nobody_else_is_let_in(
    tmp_path: Path, way: str
) -> None:
    path, body, last = WAYS[way]
    slow = Reply((FIRST, GOOD + "[2]"), pause=2.0)
    with with_model(tmp_path, slow) as (server, script), ThreadPoolExecutor(1) as reader:
        asked = reader.submit(streamed, server.address + path, body)
        assert eventually(lambda: len(script.asked) == 1)
        server.process.send_signal(signal.SIGTERM)
        assert eventually(lambda: is_refused(server))
        assert not asked.done()
        text = asked.result()
        code, stderr = ended(server)
    assert last in text
    assert GOOD in text, "the model was not waited for"
    assert code == 0
    assert "Traceback" not in stderr


def test_a_load_balancer_learns_of_it_before_anybody_is_turned_away(tmp_path: Path) -> None:
    with (
        started(tmp_path, ASSISTANT_EMBEDDER="hashing", ASSISTANT_DRAIN_SECONDS="5") as server,
        httpx.Client(base_url=server.address, timeout=WAIT) as client,
    ):
        assert eventually(lambda: client.get("/api/ready").status_code == 200)
        body = {"question": "第75/45号决议第14段"}
        assert client.post("/api/v1/ask", json=body).is_success
        server.process.send_signal(signal.SIGTERM)
        assert eventually(lambda: client.get("/api/ready").status_code == 503)
        told = httpx.get(f"{server.address}/api/ready", headers={"accept-language": "en"})
        assert told.json()["detail"] == "The server is shutting down."
        assert httpx.post(f"{server.address}/api/v1/ask", json=body, timeout=WAIT).is_success
        assert httpx.get(f"{server.address}/api/health").is_success
        code, _ = ended(server)
        assert code == 0


def test_a_model_that_outlasts_the_grace_is_done_without(tmp_path: Path) -> None:
    path, body, last = WAYS["rest"]
    with told_to_end_amid_an_answer(tmp_path, path, body, grace=2) as (server, asked):
        text = asked.result()
        code, _ = ended(server)
    assert last in text
    assert "退出" in json.loads(text.rsplit("data: ", 1)[1])["generation"]["failure"]
    assert code == 0


def test_what_cannot_be_finished_is_told_so_and_the_process_ends(tmp_path: Path) -> None:
    with (
        embedding() as vectors,
        started(
            tmp_path,
            ASSISTANT_EMBEDDER_URL=f"{vectors.url}/v1",
            ASSISTANT_EMBEDDER_MODEL="m",
            ASSISTANT_GRACE_SECONDS="1",
        ) as server,
        ThreadPoolExecutor(1) as reader,
    ):
        assert eventually(lambda: httpx.get(f"{server.address}/api/ready").is_success)
        vectors.pause = 4.0
        before = len(vectors.asked)
        address = f"{server.address}/api/v1/ask/stream"
        asked = reader.submit(streamed, address, {"question": CONTENT})
        assert eventually(lambda: len(vectors.asked) > before)
        server.process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        text = asked.result()
        assert time.monotonic() - begun < 4, "the embedder was waited for"
        code, stderr = ended(server)
    told = json.loads(text.rsplit("data: ", 1)[-1])
    assert "event: answer" not in text
    assert (told["code"], told["status"]) == ("shutting_down", 503)
    assert code == 0
    assert "could not be finished" in stderr


def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    path, body, _ = WAYS["rest"]
    with told_to_end_amid_an_answer(tmp_path, path, body, grace=600) as (server, asked):
        assert eventually(lambda: is_refused(server))
        with pytest.raises(subprocess.TimeoutExpired):
            server.process.wait(0.5)
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(10) == 128 + signal.SIGTERM
        with pytest.raises(httpx.HTTPError):
            asked.result()
