"""The server over streamable HTTP, as an ASGI application for one path.

Without sessions: each request stands for itself, so that any of several processes may answer it,
and nothing is kept of a client that went away.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.mcp_server.seam import Library
from assistant.mcp_server.serving import Count, mcp_server
from assistant.settings import Settings, reached_as

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
    from mcp.server.transport_security import TransportSecuritySettings

MCP_PATH: Final = "/mcp"
# What a browser of this machine may call it. A page of another name that a rebinding of DNS leads
# here still sends its own name.
_THIS_MACHINE: Final = ("127.0.0.1", "localhost", "[::1]")


class McpEndpoint:
    """Answers POST at ``/mcp`` while ``running``."""

    def __init__(self, library: Library, settings: Settings, count: Count | None = None) -> None:
        self._count = count
        self._library = library
        self._public = (settings.public_url or "").rstrip("/")
        self._settings = settings
        self._app: ASGIApp | None = None
        self._asked: anyio.Event | None = None
        self._opened: anyio.Event | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answers until the context ends, when calls under way are cancelled."""
        self._asked, self._opened = anyio.Event(), anyio.Event()
        async with anyio.create_task_group() as group:
            group.start_soon(self._serve, self._asked, self._opened)
            try:
                yield
            finally:
                self._app = self._asked = self._opened = None
                group.cancel_scope.cancel()

    async def _serve(self, asked: anyio.Event, opened: anyio.Event) -> None:
        # The SDK takes a second to import, which is not to come before the first answers.
        await asked.wait()
        manager = await anyio.to_thread.run_sync(self._manager)
        async with manager.run():
            self._app = manager.asgi_app
            opened.set()
            await anyio.sleep_forever()

    def _manager(self) -> StreamableHTTPSessionManager:
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        return StreamableHTTPSessionManager(
            mcp_server(self._library, self._address, self._count),
            stateless=True,
            security_settings=_security(self._settings),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. There is nothing to listen to or to end, so that GET and DELETE are
        refused, as the protocol provides for."""
        if scope["method"] != "POST":
            refusal = PlainTextResponse("Only POST", 405, headers={"allow": "POST"})
            await refusal(scope, receive, send)
            return
        if self._asked is not None and self._opened is not None:
            self._asked.set()
            await self._opened.wait()
        app = self._app or PlainTextResponse("Not running", 503)
        await app(scope, receive, send)

    def _address(self, ctx: ServerRequestContext[Any, Any]) -> str:
        asked = ctx.request.base_url if ctx.request else ""
        return self._public or str(asked).rstrip("/")


def _security(settings: Settings) -> TransportSecuritySettings:
    """By which names and from which pages it may be asked."""
    from mcp.server.transport_security import TransportSecuritySettings

    known = reached_as(settings.host, settings.public_url, settings.allowed_hosts)
    if known is None:
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    names = [f"[{name}]" if ":" in name else name for name in sorted(known)]
    origins = [f"{scheme}://{name}" for name in _THIS_MACHINE for scheme in ("http", "https")]
    if settings.public_url:
        public = urlsplit(settings.public_url)
        origins.append(f"{public.scheme}://{public.netloc}")
    return TransportSecuritySettings(
        allowed_hosts=[form for name in names for form in (name, f"{name}:*")],
        allowed_origins=[
            *(form for one in origins for form in (one, f"{one}:*")),
            *settings.cors_origins,
        ],
    )
