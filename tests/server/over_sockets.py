"""The application behind a real HTTP server, in a thread of this process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.server.app import create_app
from assistant.server.running import GracefulServer
from assistant.server.seam import Service
from assistant.settings import Settings

PATIENCE = 10.0  # seconds; the machine may be busy
GRACE = 1.0


@contextmanager
def served(assistant: Service, settings: Settings) -> Iterator[str]:
    settings = settings.model_copy(update={"grace_seconds": GRACE})
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = GracefulServer(create_app(assistant, settings), settings)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def eventually(happened: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < end:
        time.sleep(0.02)
    return happened()
