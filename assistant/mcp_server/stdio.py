"""The server over standard input and output, for a client that starts it as its own process."""

from __future__ import annotations

from assistant.mcp_server.seam import Library
from assistant.mcp_server.serving import mcp_server


def serve_stdio(library: Library, *, public_url: str | None = None) -> None:
    """Answers until the client closes its end. Meanwhile standard output is the protocol's alone:
    what else is printed there goes to standard error. ``public_url`` is where links begin."""
    import anyio

    anyio.run(_serve, library, (public_url or "").rstrip("/"))


async def _serve(library: Library, address: str) -> None:
    from mcp.server.stdio import stdio_server

    server = mcp_server(library, lambda _: address)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
