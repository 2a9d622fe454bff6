"""The API's version in its addresses: ``/api/v1``, and ``/api`` for whichever is current.

One layer rewrites the unversioned addresses before anything else sees them. Routes are declared
once, the OpenAPI document names each once, and limits, logs and counts behind this layer know one
name for one thing. ``/mcp/`` is what many MCP clients are told for ``/mcp``. Only what asks whether
the process lives is outside of every version.
"""

from __future__ import annotations

import re
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.mcp_server import MCP_PATH

CURRENT: Final = "/api/v1"

# What follows /api/ and is not a version, nor one of the probes, which have none.
_UNVERSIONED: Final = re.compile(r"/api/(?!v\d+(?:/|$)|health$|ready$)")


class CurrentVersion:
    """Leads ``/api/…`` to the current version. The client is not sent elsewhere: a redirected
    POST loses its body with many of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, under the address that it really has."""
        if scope["type"] == "http" and scope["path"] == f"{MCP_PATH}/":
            scope = {**scope, "path": MCP_PATH, "raw_path": MCP_PATH.encode()}
        if scope["type"] == "http" and _UNVERSIONED.match(scope["path"]):
            path: str = scope["path"]
            raw: bytes = scope.get("raw_path") or path.encode()
            scope = {
                **scope,
                "path": _led(path),
                "raw_path": _led(raw.decode("latin-1")).encode("latin-1"),
            }
        await self.app(scope, receive, send)


def _led(path: str) -> str:
    return path.replace("/api/", f"{CURRENT}/", 1)
