"""A server with a language model that is slow, full or silent: readers get answers, and it ends."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from assistant.library.library import Library
from tests.answering.generative.scripted import Reply, Script, serving
from tests.faults import GOOD, KEY, QUESTION, SILENT
from tests.real_server import serving as started
from tests.server.over_sockets import served
from tests.test_faults import asking

FIRST = "大会请秘书长将报告转递裁军谈判会议。[1]"
FULL = "同时使用语言模型的人太多"
WAIT = 40.0  # seconds; the machine may be busy


@contextmanager
def asked_over_http(library: Library, *replies: Reply, **more: Any) -> Iterator[tuple[str, Script]]:
    """The address of a server over the sample library, whose model replies so."""
    with (
        asking(library, *replies, llm_timeout=60, **more) as (assistant, script),
        served(assistant, library.settings) as address,
    ):
        yield address, script


def _eventually(happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + WAIT
    while not happened() and time.monotonic() < until:
        time.sleep(0.02)
    return happened()


def test_of_twenty_at_once_all_are_answered_and_who_found_no_place_is_told(
    sample_library: Library,
) -> None:
    slow = Reply((FIRST, GOOD + "[2]"), pause=0.3)
    queue = {"llm_at_once": 2, "llm_waiting": 3, "llm_remembered": 0}
    with asked_over_http(sample_library, slow, **queue) as (address, script):

        def ask(n: int) -> tuple[float, dict[str, Any]]:
            begun = time.monotonic()
            with httpx.Client(base_url=address, timeout=60) as client:
                route = "/api/v1/ask" if n % 2 else "/api/v1/ask/stream"
                response = client.post(route, json={"question": QUESTION})
            assert response.status_code == 200
            said = response.text if n % 2 else response.text.strip().rsplit("data: ", 1)[1]
            answer: dict[str, Any] = json.loads(said)
            return time.monotonic() - begun, answer

        with ThreadPoolExecutor(20) as readers:
            answers = list(readers.map(ask, range(20)))
        phrased = [a for _, a in answers if a["answerer"] == "llm:m"]
        refused = [(s, a) for s, a in answers if FULL in (a["generation"]["failure"] or "")]
        assert len(phrased) + len(refused) == 20
        assert len(phrased) >= 5
        assert refused
        assert all(a["answer"].endswith(SILENT) for _, a in refused)
        assert all(a["generation"]["calls"] == 0 for _, a in refused)
        assert len(script.asked) == len(phrased)
        assert ask(1)[1]["answerer"] == "llm:m"  # every place was given back


def test_a_reader_who_leaves_gives_the_place_back_and_the_model_stops(
    sample_library: Library,
) -> None:
    pause = 0.1
    slow = Reply((FIRST, *("想" for _ in range(2_000))), pause=pause)
    queue = {"llm_at_once": 1, "llm_waiting": 0}
    after = Reply((GOOD + "[2]",))
    with asked_over_http(sample_library, slow, after, **queue) as (address, script):
        body = {"question": QUESTION}
        with httpx.stream(
            "POST", f"{address}/api/v1/ask/stream", json=body, timeout=60
        ) as response:
            lines = response.iter_lines()
            assert any(line == "event: delta" for line in lines)
            time.sleep(2 * pause)  # now the server waits for the end of the second sentence
        assert _eventually(lambda: script.left == 1)

        def phrased() -> bool:
            said = httpx.post(f"{address}/api/v1/ask", json=body, timeout=60).json()
            return bool(said["answerer"] == "llm:m")

        assert _eventually(phrased)


def test_a_server_told_to_stop_does_not_wait_for_a_silent_model(tmp_path: Path) -> None:
    with (
        serving(Reply(hangs=True)) as (url, script),
        started(
            tmp_path,
            ASSISTANT_EMBEDDER="hashing",
            ASSISTANT_LLM_URL=url,
            ASSISTANT_LLM_MODEL="m",
            ASSISTANT_LLM_KEY=KEY,
            ASSISTANT_GRACE_SECONDS="2",
        ) as server,
        ThreadPoolExecutor(1) as reader,
    ):
        address = f"{server.address}/api/v1/ask"
        asked = reader.submit(httpx.post, address, json={"question": QUESTION}, timeout=60)
        assert _eventually(lambda: len(script.asked) == 1)
        begun = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        stdout, stderr = server.process.communicate(timeout=50)
        assert time.monotonic() - begun < 10
        answer = asked.result().json()
    assert (stdout, server.process.returncode) == ("", 0)
    assert "Traceback" not in stderr
    assert KEY not in stderr
    assert "退出" in answer["generation"]["failure"]
    assert answer["answer"].endswith(SILENT)


def test_a_server_is_ready_whatever_its_model_does_and_asks_it_nothing(
    sample_library: Library,
) -> None:
    with asked_over_http(sample_library, Reply(hangs=True)) as (address, script):
        begun = time.monotonic()
        ready = httpx.get(f"{address}/api/ready", timeout=30)
        assert ready.status_code == 200
        assert time.monotonic() - begun < 5
        assert httpx.get(f"{address}/api/health").status_code == 200
    assert script.asked == []
    assert KEY not in ready.text
