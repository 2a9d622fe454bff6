"""What is answered while the library is being opened: that may take minutes after an upgrade, and
whoever watches the process must not take it for dead."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from assistant import __version__
from assistant.server import lifetime_refusals
from assistant.server.headers import ResponseHeaders
from assistant.server.running import server_config
from assistant.server.schemas import Health
from assistant.server.scopes import refuse

_RETRY_SECONDS: Final = 2
_GRACE_SECONDS: Final = 1


@contextmanager
def answering(listener: socket.socket) -> Iterator[None]:
    """Within, the port is open: /api/health is well, everything else is 503. ``listener`` stays
    open; who connects while the context ends is served by whoever listens next."""
    server = uvicorn.Server(server_config(ResponseHeaders(starting), _GRACE_SECONDS))
    server.config.lifespan = "off"
    own = listener.dup()
    thread = threading.Thread(target=server.run, args=([own],), name="starting", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


async def starting(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers every request of these minutes."""
    if scope["path"] == "/api/health":
        health = Health(version=__version__).model_dump_json()
        await Response(health, media_type="application/json")(scope, receive, send)
        return
    await refuse(lifetime_refusals.starting(_RETRY_SECONDS), scope, receive, send)
