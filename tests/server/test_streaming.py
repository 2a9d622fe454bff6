"""Streams over a real socket: a test client would read them to their end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from assistant.server.limits import MAX_BODY_BYTES
from assistant.server.streaming import begun, sent
from assistant.settings import Settings
from assistant.types import Event
from tests.server.fake_assistant import UNDERSTOOD, FakeAssistant
from tests.server.over_sockets import eventually, served


@contextmanager
def stream_of(address: str) -> Iterator[Iterator[str]]:
    with httpx.stream("POST", f"{address}/api/v1/ask/stream", json={"question": "x"}) as response:
        lines = response.iter_lines()
        assert next(lines) == "event: understood"
        yield lines


def test_work_stops_when_the_reader_leaves(settings: Settings) -> None:
    assistant = FakeAssistant(pause=0.05, length=2_000)
    with served(assistant, settings) as address:
        with stream_of(address):
            pass
        assert eventually(lambda: assistant.streams_closed == 1)
        sent_by_then = assistant.events_sent
        time.sleep(0.3)
        assert assistant.events_sent == sent_by_then < 1_000


def test_a_reader_sees_the_first_event_before_the_work_is_done(settings: Settings) -> None:
    assistant = FakeAssistant(pause=0.2, length=3)
    with served(assistant, settings) as address, stream_of(address) as lines:
        assert assistant.events_sent == 0
        assert "event: answer" in list(lines)
        assert assistant.events_sent == 3


def test_others_are_answered_while_streams_are_slow(settings: Settings) -> None:
    assistant = FakeAssistant(pause=0.1, length=20)
    with served(assistant, settings) as address, stream_of(address):
        assert httpx.post(f"{address}/api/v1/ask", json={"question": "y"}).status_code == 200
        assert assistant.streams_closed == 0


def test_an_endless_body_is_cut_off_and_the_server_lives(settings: Settings) -> None:
    def endless() -> Iterator[bytes]:
        yield b'{"question": "'
        for _ in range(20 * MAX_BODY_BYTES // 65_536):
            yield b"x" * 65_536

    with served(FakeAssistant(), settings) as address:
        headers = {"content-type": "application/json"}
        try:
            response = httpx.post(f"{address}/api/v1/ask", content=endless(), headers=headers)
        except httpx.WriteError:
            pass  # the server had answered and hung up before all of it was sent
        else:
            assert response.status_code == 413
        assert httpx.post(f"{address}/api/v1/ask", json={"question": "x"}).status_code == 200


def test_a_stream_is_closed_even_if_nobody_reads_past_its_beginning() -> None:
    assistant = FakeAssistant()
    opened = begun(assistant.stream("x"))
    next(opened)
    opened.close()  # type: ignore[attr-defined]
    assert assistant.streams_closed == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_failure_half_way_becomes_an_error_event(lang: str) -> None:
    def failing() -> Iterator[Event]:
        yield Event("understood", UNDERSTOOD)
        raise ValueError("secret")

    names = [event.event for event in sent(failing(), "en" if lang == "en" else "zh")]
    assert names == ["understood", "error"]
