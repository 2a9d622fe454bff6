"""``assistant mcp`` as a process that the official client starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import StdioServerParameters
from mcp.types import CallToolResult

from tests.mcp_server.conftest import Talk, talking, text_of

PROJECT = Path(__file__).parents[2]
READERS = "https://readers.example.org"


def started(folder: Path, **settings: str) -> StdioServerParameters:
    environment = {
        **os.environ,
        "ASSISTANT_DATA_DIR": str(folder),
        "ASSISTANT_EMBEDDER": "hashing",
        **settings,
    }
    return StdioServerParameters(
        command=sys.executable, args=["-m", "assistant", "mcp"], env=environment, cwd=PROJECT
    )


def told(process: StdioServerParameters, lines: str) -> subprocess.CompletedProcess[str]:
    """The process once it has ended, having been told ``lines`` and no more."""
    return subprocess.run(
        [process.command, *process.args],
        input=lines,
        env=process.env,
        cwd=process.cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mcp-stdio")


@pytest.fixture(scope="module")
def process(folder: Path) -> Iterator[Talk]:
    """A client of a process over a library that it has made itself."""
    with talking(started(folder, ASSISTANT_PUBLIC_URL=READERS)) as talk:
        yield talk


def test_a_process_answers_over_its_own_streams(process: Talk) -> None:
    found = process.given("ask", question="75/45第13段写了什么")
    assert [one["paragraph"] for one in found["citations"]] == ["OP13"]
    tools = process.portal.call(process.client.list_tools).tools
    assert len(tools) == 6


def test_its_errors_are_the_tools_and_it_goes_on(process: Talk) -> None:
    wrong = process.call("search", query="核", limit=1_000)
    assert wrong.is_error
    assert "limit" in text_of(wrong)
    assert process.call("read_paragraph", symbol="99/99").is_error
    assert not process.call("read_paragraph", symbol="75/45").is_error


def test_it_answers_several_at_once(process: Talk) -> None:
    places = [f"OP{n}" for n in range(1, 13)]

    async def together() -> dict[str, CallToolResult]:
        found: dict[str, CallToolResult] = {}

        async def read(place: str) -> None:
            arguments = {"symbol": "75/45", "paragraph": place}
            found[place] = await process.client.call_tool("read_paragraph", arguments)

        async with anyio.create_task_group() as group:
            for place in places:
                group.start_soon(read, place)
        return found

    found = process.portal.call(together)
    for place in places:
        data: Any = found[place].structured_content
        assert [one["paragraph"] for one in data["paragraphs"]] == [place]


def test_a_call_that_is_given_up_disturbs_no_other(process: Talk) -> None:
    async def give_up() -> None:
        with anyio.move_on_after(0.001):
            await process.client.call_tool("ask", {"question": "比较72/31和75/45"})

    for _ in range(5):
        process.portal.call(give_up)
    assert process.given("search", query="核裁军", limit=1)["hits"]


def test_links_begin_where_the_settings_say(process: Talk) -> None:
    text = text_of(process.call("ask", question="75/45第13段写了什么"))
    assert f"({READERS}/resolutions/A/RES/75/45#OP13)" in text


def test_its_output_is_the_protocols_alone_and_its_end_is_the_clients(tmp_path: Path) -> None:
    hello = (
        '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",'
        '"capabilities":{},"clientInfo":{"name":"t","version":"0"}}}\n'
    )
    process = started(tmp_path, ASSISTANT_SAMPLE_LIBRARY="false")
    done = told(process, "this is no JSON\n" + hello)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert all(line.startswith('{"jsonrpc":"2.0"') for line in lines)
    assert '"serverInfo"' in lines[-1]


def test_a_library_that_another_process_holds_is_said_before_anything_is_answered(
    process: Talk, folder: Path
) -> None:
    done = told(started(folder), "")
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert process.call("search", query="核").is_error is False
