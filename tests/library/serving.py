"""A server on the loopback that gives vectors or an order, or fails as it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assistant.library.embedders import HashingEmbedder

Replies = Callable[[dict[str, Any]], Any]


@dataclass
class Served:
    """What the server does, which may be changed while it runs, and what it was asked."""

    replies: Replies  # to a request's body; bytes go out as they are
    status: int = 200
    failures: int = 0  # requests that still get ``status``; 0: all of them do, while it is no 200
    pause: float = 0.0  # seconds before it replies
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def status_now(self) -> int:
        status = self.status
        if self.failures:
            self.failures -= 1
            if not self.failures:
                self.status = 200
        return status


def vectors(body: dict[str, Any]) -> dict[str, Any]:
    """What a sound server replies to ``/v1/embeddings``: the vectors of the hashing embedder."""
    embedder = HashingEmbedder()
    made = [embedder.embed_passages([text])[0].tolist() for text in body["input"]]
    return as_embeddings(made)


def as_embeddings(made: list[Any]) -> dict[str, Any]:
    data = [{"object": "embedding", "index": n, "embedding": one} for n, one in enumerate(made)]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "data": data, "model": "m", "usage": usage}


class _Handler(BaseHTTPRequestHandler):
    served: Served

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.served.asked.append(body)
        self.served.keys.append(self.headers.get("Authorization", ""))
        self.served.paths.append(self.path)
        time.sleep(self.served.pause)
        status = self.served.status_now()
        reply = self.served.replies(body) if status == 200 else {"error": "sk-secret is wrong"}
        if isinstance(reply, int):
            status, reply = reply, {"error": "not so"}
        data = reply if isinstance(reply, bytes) else json.dumps(reply).encode()
        with suppress(BrokenPipeError, ConnectionResetError):  # the client had enough
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


@contextmanager
def serving(replies: Replies = vectors, **more: Any) -> Iterator[Served]:
    """A server that replies so, until the end of the block."""
    served = Served(replies, **more)
    handler = type("Handler", (_Handler,), {"served": served})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
