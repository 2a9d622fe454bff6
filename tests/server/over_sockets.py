"""The application behind a real HTTP server, in a thread of this process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from assistant.server.app import create_app
from assistant.server.running import server_config
from assistant.server.seam import Service
from assistant.settings import Settings

PATIENCE = 10.0  # seconds; the machine may be busy


@contextmanager
def served(assistant: Service, settings: Settings) -> Iterator[str]:
    config = server_config(create_app(assistant, settings))
    config.timeout_graceful_shutdown = 1
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(config)
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
