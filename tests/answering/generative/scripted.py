"""A server that speaks OpenAI's chat completions and says what it was told to say."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One reply: pieces of a stream, or an error's status. ``finish`` None: the stream is cut."""

    pieces: tuple[str, ...] = ()
    finish: str | None = "stop"
    status: int = 200
    pause: float = 0.0  # seconds before each piece
    broken: bool = False  # the connection ends in the middle of a line
    raw: tuple[bytes, ...] | None = None  # the body itself, a write each, in place of a stream
    content_type: str = "text/event-stream"
    hangs: bool = False  # nothing at all is sent, until the test is over
    location: str | None = None  # where a redirection leads


def chunk(delta: object, finish: str | None = None) -> bytes:
    """A line of a stream, with whatever ``delta``."""
    data = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m"}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return f"data: {json.dumps({**data, 'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


@dataclass
class Script:
    """What the server will say, in order, the last reply again and again; and what it was asked."""

    replies: tuple[Reply, ...]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    left: int = 0  # clients that went away before the end of a reply
    over: threading.Event = field(default_factory=threading.Event)

    def next(self, body: dict[str, Any], key: str) -> Reply:
        self.asked.append(body)
        self.keys.append(key)
        return self.replies[min(len(self.asked), len(self.replies)) - 1]


class _Handler(BaseHTTPRequestHandler):
    script: Script

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        reply = self.script.next(body, self.headers.get("Authorization", ""))
        if reply.hangs:
            self.script.over.wait(30)
            return
        if reply.status != 200:
            self._fail(reply)
            return
        self.send_response(200)
        self.send_header("Content-Type", reply.content_type)
        self.end_headers()
        try:
            self._send_raw(reply) if reply.raw is not None else self._stream(reply)
        except (BrokenPipeError, ConnectionResetError):  # the client had enough
            self.script.left += 1

    def _fail(self, reply: Reply) -> None:
        error = json.dumps({"error": {"message": "sk-secret-key is wrong", "code": reply.status}})
        self.send_response(reply.status)
        if reply.location is not None:
            self.send_header("Location", reply.location)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(error.encode())

    def _send_raw(self, reply: Reply) -> None:
        for chunk in reply.raw or ():
            if self.script.over.wait(reply.pause):
                return
            self.wfile.write(chunk)
            self.wfile.flush()

    def _stream(self, reply: Reply) -> None:
        for piece in reply.pieces:
            if self.script.over.wait(reply.pause):
                return
            self._send({"delta": {"content": piece}, "finish_reason": None})
        if reply.broken:
            self.wfile.write(b'data: {"choices": [{"delta": {"con')
            return
        if reply.finish is not None:
            self._send({"delta": {}, "finish_reason": reply.finish})
            self.wfile.write(b"data: [DONE]\n\n")

    def _send(self, choice: dict[str, Any]) -> None:
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m"}
        usage = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}
        data = {**chunk, "choices": [{"index": 0, **choice}], "usage": usage}
        self.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


@contextmanager
def serving(*replies: Reply) -> Iterator[tuple[str, Script]]:
    """The address of a server with that script, and the script."""
    script = Script(replies)

    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", script
    finally:
        script.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
