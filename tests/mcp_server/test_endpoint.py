"""Who may ask over HTTP, many at once, and callers who go away."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp.types import CallToolResult

from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from tests.mcp_server.conftest import Talk, talking, text_of
from tests.mcp_server.slow_library import SlowAssistant
from tests.server.over_sockets import eventually, served

LIST_TOOLS: dict[str, Any] = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
ACCEPT = {"accept": "application/json, text/event-stream"}
AT_ONCE = 8


def post(address: str, headers: dict[str, str] | None = None, **sent: Any) -> httpx.Response:
    sent = sent or {"json": LIST_TOOLS}
    return httpx.post(f"{address}/mcp", headers={**ACCEPT, **(headers or {})}, timeout=30, **sent)


def with_settings(library: Library, folder: Path, **values: Any) -> tuple[Assistant, Settings]:
    settings = load_settings({}, data_dir=folder, embedder="hashing", **values)
    return Assistant(library, library.settings), settings


# ── which pages and names ────────────────────────────────────────────────────────────────────


def test_a_request_without_a_session_is_answered(address: str) -> None:
    response = post(address)
    assert response.status_code == 200
    assert "read_paragraph" in response.text
    assert "mcp-session-id" not in response.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "rebound.example"}, 421),
        ({"host": "rebound.example:8000"}, 421),
        ({"host": "127.0.0.1.rebound.example"}, 421),
        ({"host": "localhost.rebound.example:80"}, 421),
        ({"origin": "http://rebound.example"}, 403),
        ({"origin": "http://localhost.rebound.example"}, 403),
        ({"origin": "null"}, 403),
        ({"host": "localhost"}, 200),
        ({"host": "localhost:3000", "origin": "http://localhost:3000"}, 200),
    ],
)
def test_a_page_that_was_led_here_by_a_rebinding_of_names_gets_nothing(
    address: str, headers: dict[str, str], status: int
) -> None:
    response = post(address, headers)
    assert response.status_code == status
    assert ("read_paragraph" in response.text) == (status == 200)


def test_an_address_with_a_slash_at_its_end_is_the_same(address: str) -> None:
    slashed = httpx.post(f"{address}/mcp/", headers=ACCEPT, timeout=30, json=LIST_TOOLS)
    assert (slashed.status_code, slashed.text) == (200, post(address).text)


def test_names_and_pages_that_the_settings_know_are_let_in(
    sample_library: Library, tmp_path: Path
) -> None:
    known, settings = with_settings(
        sample_library,
        tmp_path,
        allowed_hosts=["un.example.org"],
        public_url="https://readers.example.org/un",
        cors_origins=["https://tools.example.org"],
    )
    with served(known, settings) as address:
        for host in ("un.example.org", "un.example.org:8443", "readers.example.org"):
            assert post(address, {"host": host}).status_code == 200, host
        for origin in ("https://readers.example.org", "https://tools.example.org"):
            assert post(address, {"origin": origin}).status_code == 200, origin
        assert post(address, {"host": "other.example.org"}).status_code == 421
        assert post(address, {"origin": "https://other.example.org"}).status_code == 403
    everybody, settings = with_settings(sample_library, tmp_path, allowed_hosts=["*"])
    with served(everybody, settings) as address:
        assert post(address, {"host": "other.example.org"}).status_code == 200


def test_links_begin_where_readers_reach_the_page(sample_library: Library, tmp_path: Path) -> None:
    known, settings = with_settings(
        sample_library, tmp_path, public_url="https://readers.example.org/un/"
    )
    with served(known, settings) as address, talking(f"{address}/mcp") as talk:
        text = text_of(talk.call("ask", question="75/45第13段写了什么"))
    assert "(https://readers.example.org/un/resolutions/A/RES/75/45#OP13)" in text


def test_it_can_be_switched_off(sample_library: Library, tmp_path: Path) -> None:
    off, settings = with_settings(sample_library, tmp_path, mcp_http=False)
    with served(off, settings) as address:
        assert post(address).status_code in {404, 405}


def test_where_reading_needs_a_key_the_tools_do(sample_library: Library, tmp_path: Path) -> None:
    closed, settings = with_settings(sample_library, tmp_path, reading="key")
    secret = closed.access.keys.create("", "read").secret
    with served(closed, settings) as address:
        for headers in ({}, {"authorization": "Bearer ra_000000000000_x"}):
            refused = post(address, headers)
            assert refused.status_code == 401
            assert refused.json()["code"] == "wrong_key"
        assert post(address, {"authorization": f"Bearer {secret}"}).status_code == 200


# ── what is no call ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT", "HEAD"])
def test_only_post_is_answered(address: str, method: str) -> None:
    response = httpx.request(method, f"{address}/mcp", headers={"accept": "text/event-stream"})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": b"{"}, 400),
        ({"content": b"[]"}, 400),
        ({"content": b"\xff\xfe"}, 400),
        ({"content": b'{"jsonrpc": "2.0", "id": 1}'}, 400),
        ({"content": b"[" * 100_000}, 400),
        ({"content": b'"' + b"x" * 1_100_000 + b'"'}, 413),
    ],
)
def test_what_is_no_message_is_refused_and_the_server_goes_on(
    address: str, sent: dict[str, bytes], status: int
) -> None:
    response = post(address, {"content-type": "application/json"}, **sent)
    assert response.status_code == status
    assert post(address).status_code == 200


def test_a_fault_of_ours_is_noted_and_not_told(
    slow_address: str, slow: SlowAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    slow.prepare()
    with caplog.at_level(logging.ERROR), talking(f"{slow_address}/mcp") as talk:
        result = talk.call("search", query="fault")
    assert result.is_error
    assert "secret" not in text_of(result)
    assert "try again" in text_of(result)
    assert "the secret of a fault" in caplog.text


def test_what_is_asked_stands_in_no_log(address: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), talking(f"{address}/mcp") as talk:
        talk.call("ask", question="75/45第13段写了什么，蝴蝶")
        talk.call("search", query="蝴蝶", limit=99)
        talk.call("read_paragraph", symbol="蝴蝶")
    assert "蝴蝶" not in caplog.text


# ── many at once, and those who leave ────────────────────────────────────────────────────────


def test_calls_are_answered_side_by_side_and_the_loop_stays_free(
    slow_address: str, slow: SlowAssistant
) -> None:
    slow.prepare(together=AT_ONCE)

    async def side_by_side(talk: Talk) -> list[CallToolResult]:
        results: list[CallToolResult] = []

        async def one(n: int) -> None:
            results.append(await talk.client.call_tool("search", {"query": f"{n}"}))

        async with anyio.create_task_group() as group:
            for n in range(AT_ONCE - 1):
                group.start_soon(one, n)
            while slow.meeting.n_waiting < AT_ONCE - 1:
                await anyio.sleep(0.01)
            alive = await anyio.to_thread.run_sync(httpx.get, f"{slow_address}/api/health")
            assert alive.status_code == 200
            group.start_soon(one, AT_ONCE)
        return results

    with talking(f"{slow_address}/mcp") as talk:
        results = talk.portal.call(side_by_side, talk)
    assert [result.is_error for result in results] == [False] * AT_ONCE


def test_many_clients_get_each_their_own_answer(address: str) -> None:
    places = [f"OP{n}" for n in range(1, 13)]

    def read(place: str) -> str:
        with talking(f"{address}/mcp") as talk:
            found = talk.given("read_paragraph", symbol="75/45", paragraph=place)
        paragraph: str = found["paragraphs"][0]["paragraph"]
        return paragraph

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(read, places)) == places


def leaving(slow: SlowAssistant) -> Callable[[Talk], Any]:
    async def ask_and_leave(talk: Talk) -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(talk.client.call_tool, "ask", {"question": "75/45写了什么"})
            while not slow.asked.is_set():
                await anyio.sleep(0.01)
            group.cancel_scope.cancel()

    return ask_and_leave


def test_work_that_nobody_waits_for_ends(slow_address: str, slow: SlowAssistant) -> None:
    slow.prepare()
    with talking(f"{slow_address}/mcp") as talk:
        talk.portal.call(leaving(slow), talk)
        assert eventually(slow.left.is_set)
        again = talk.call("read_paragraph", symbol="75/45", paragraph="OP1")
    assert not again.is_error


def test_the_work_of_an_older_client_ends_with_its_connection(
    slow_address: str, slow: SlowAssistant
) -> None:
    """Before 2026 a client sent word of a cancelled call in a request of its own, which nothing
    joins to the call where there are no sessions."""
    slow.prepare()
    with talking(f"{slow_address}/mcp", "legacy") as talk:
        talk.portal.call(leaving(slow), talk)
        assert not talk.call("read_paragraph", symbol="75/45", paragraph="OP1").is_error
    assert eventually(slow.left.is_set)


def test_a_connection_that_breaks_ends_its_work(slow_address: str, slow: SlowAssistant) -> None:
    slow.prepare()
    call = {"name": "ask", "arguments": {"question": "75/45写了什么"}}
    sent = {**LIST_TOOLS, "method": "tools/call", "params": call}
    with (
        httpx.Client(timeout=1) as client,
        pytest.raises(httpx.TimeoutException),
    ):
        client.post(f"{slow_address}/mcp", headers=ACCEPT, json=sent)
    assert eventually(slow.left.is_set)
