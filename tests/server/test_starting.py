"""While the library is being opened the process lives, and says that it is not ready."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from assistant import __version__
from assistant.server.starting import answering
from tests.library.serving import serving as embedding
from tests.real_server import environment
from tests.servers import free_port

WAIT = 60.0  # seconds; the machine may be busy


@pytest.fixture
def starting() -> Iterator[str]:
    """The address of a server that is opening its library."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        with answering(listener):
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_the_process_is_alive(starting: str) -> None:
    response = httpx.get(f"{starting}/api/health", timeout=WAIT)
    assert response.json() == {"status": "ok", "version": __version__}
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/api/ready", "/api/v1/ask", "/", "/mcp"])
@pytest.mark.parametrize(("lang", "said"), [("zh", "服务正在启动"), ("en", "The server is start")])
def test_all_else_is_to_be_asked_again(starting: str, path: str, lang: str, said: str) -> None:
    response = httpx.get(starting + path, headers={"accept-language": lang}, timeout=WAIT)
    assert (response.status_code, response.json()["code"]) == (503, "starting")
    assert response.json()["detail"].startswith(said)
    assert int(response.headers["retry-after"]) > 0


def test_openais_clients_are_told_in_their_form(starting: str) -> None:
    response = httpx.post(f"{starting}/v1/chat/completions", json={}, timeout=WAIT)
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "starting"


def test_who_connects_between_the_two_servers_is_served_by_the_next() -> None:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        with answering(listener):
            httpx.get(f"http://127.0.0.1:{listener.getsockname()[1]}/api/health", timeout=WAIT)
        with socket.create_connection(listener.getsockname(), timeout=5) as early:
            early.sendall(b"hello")
            listener.setblocking(True)
            accepted, _ = listener.accept()
            with accepted:
                assert accepted.recv(5) == b"hello"


def test_a_process_answers_while_its_library_is_opened_and_can_be_ended(tmp_path: Path) -> None:
    with embedding(pause=30.0) as vectors:
        port = free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "serve", "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(
                tmp_path,
                ASSISTANT_EMBEDDER_URL=f"{vectors.url}/v1",
                ASSISTANT_EMBEDDER_MODEL="m",
            ),
        )
        try:
            until = time.monotonic() + WAIT
            while not vectors.asked:  # the sample library waits for its vectors
                assert time.monotonic() < until, process.poll()
                time.sleep(0.05)
            assert httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=WAIT).is_success
            ready = httpx.get(f"http://127.0.0.1:{port}/api/ready", timeout=WAIT)
            assert ready.json()["code"] == "starting"
            process.send_signal(signal.SIGTERM)
            stdout, stderr = process.communicate(timeout=20)
        finally:
            process.kill()
            process.communicate()
    assert (stdout, process.returncode) == ("", 0)
    assert "Traceback" not in stderr
