"""The official client against the real server over HTTP; over its own streams see test_stdio."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from assistant.library.library import Library
from tests.mcp_server.slow_library import SlowAssistant
from tests.server.over_sockets import served


@dataclass(frozen=True)
class Talk:
    """A connected client, and the thread that its event loop runs in."""

    portal: BlockingPortal
    client: Client

    def call(self, tool: str, **arguments: Any) -> CallToolResult:
        """What a tool gives, an error too."""
        result: CallToolResult = self.portal.call(self.client.call_tool, tool, arguments)
        return result

    def given(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The structured result, which the client has held against the tool's schema."""
        result = self.call(tool, **arguments)
        assert not result.is_error, text_of(result)
        assert isinstance(result.structured_content, dict)
        return result.structured_content


@contextmanager
def talking(server: str | StdioServerParameters, mode: str = "auto") -> Iterator[Talk]:
    """A client of the server at an address, or of a process that it starts."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server, mode=mode)) as client,
    ):
        yield Talk(portal, client)


def text_of(result: CallToolResult) -> str:
    """The text of a tool's result."""
    return "\n".join(one.text for one in result.content if isinstance(one, TextContent))


@pytest.fixture(scope="session", params=["auto", "legacy"])
def talk(address: str, request: pytest.FixtureRequest) -> Iterator[Talk]:
    """In the protocol as it is, and with the handshake of before."""
    with talking(f"{address}/mcp", request.param) as talk:
        yield talk


@pytest.fixture(scope="session")
def slow(sample_library: Library) -> SlowAssistant:
    return SlowAssistant(sample_library, sample_library.settings)


@pytest.fixture(scope="session")
def slow_address(slow: SlowAssistant) -> Iterator[str]:
    with served(slow, slow.library.settings) as address:
        yield address
