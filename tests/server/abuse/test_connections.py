"""Clients that keep a server waiting or send what has no end, over raw sockets."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest

from assistant.server import limits
from assistant.server.gate import MOST_HEADERS
from assistant.server.patience import LONGEST_HEAD, PatientProtocol
from tests.server.abuse.conftest import Attacked, problem
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually

HEAD = b"POST /api/v1/ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"


@contextmanager
def connected(attacked: Attacked) -> Iterator[socket.socket]:
    url = httpx.URL(attacked.address)
    with socket.create_connection((url.host, url.port or 80), timeout=20) as connection:
        yield connection


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    said = b""
    try:
        while chunk := connection.recv(65_536):
            said += chunk
    except ConnectionError:
        pass
    return said


def answers(attacked: Attacked) -> bool:
    return httpx.get(f"{attacked.address}/api/health", timeout=5).status_code == 200


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nhost: x\r\n"])
def test_a_head_that_never_ends_is_not_waited_for(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.5)
    with connected(attacked) as connection:
        connection.sendall(begun)
        start = time.monotonic()
        assert heard(connection) == b""
        assert time.monotonic() - start < 10


def test_a_head_that_comes_in_drops_is_cut_off_all_the_same(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.5)
    with connected(attacked) as connection:
        start = time.monotonic()
        with suppress(OSError):  # reset, or a broken pipe
            for drop in HEAD + b"x-drop: 1\r\n" * 100:
                connection.sendall(bytes([drop]))
                time.sleep(0.02)
        assert time.monotonic() - start < 10


def test_the_second_request_of_a_connection_is_waited_for_as_long_as_the_first(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.7)
    with connected(attacked) as connection:
        connection.sendall(b"GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
        connection.sendall(b"GET /api/health HT")
        start = time.monotonic()
        assert b"HTTP/1.1 200" not in heard(connection)
        assert time.monotonic() - start < 10


def test_many_silent_connections_keep_nobody_from_being_answered(attacked: Attacked) -> None:
    held = []
    url = httpx.URL(attacked.address)
    try:
        for _ in range(200):
            connection = socket.create_connection((url.host, url.port or 80), timeout=20)
            connection.sendall(b"GET / HTTP/1.1\r\nx: ")
            held.append(connection)
        assert answers(attacked)
    finally:
        for connection in held:
            connection.close()


def test_a_body_that_never_ends_is_not_waited_for(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.BodyLimit, "patience", 0.5)
    with connected(attacked) as connection:
        connection.sendall(HEAD + b"content-length: 1000\r\n\r\n{")
        start = time.monotonic()
        said = heard(connection)
        assert said.startswith(b"HTTP/1.1 408")
        assert b"body_too_slow" in said
        assert time.monotonic() - start < 10


def test_a_body_that_comes_in_drops_is_cut_off_all_the_same(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.BodyLimit, "patience", 0.5)
    with connected(attacked) as connection:
        connection.sendall(HEAD + b"content-length: 100000\r\n\r\n{")
        connection.settimeout(0.05)
        said = b""
        start = time.monotonic()
        while not said and time.monotonic() - start < 10:
            try:
                connection.sendall(b" ")
                said = connection.recv(65_536)
            except TimeoutError:
                continue
            except ConnectionError:
                break
        assert said.startswith(b"HTTP/1.1 408")


def test_a_reader_who_never_reads_is_left(
    attacked: Attacked, fake: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "unread_seconds", 0.5)
    monkeypatch.setattr(fake, "length", 200_000)
    closed = fake.streams_closed
    question = json.dumps({"question": "75/45"}).encode()
    with connected(attacked) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        head = HEAD.replace(b"/ask", b"/ask/stream")
        connection.sendall(head + b"content-length: %d\r\n\r\n" % len(question) + question)
        assert eventually(lambda: fake.streams_closed > closed)
        assert answers(attacked)


def test_a_head_longer_than_any_is_refused_and_not_kept(attacked: Attacked) -> None:
    with connected(attacked) as connection:
        connection.sendall(b"GET /api/health HTTP/1.1\r\nhost: x\r\n")
        said = b""
        try:
            for n in range(10_000):
                connection.sendall(b"x-%d: %s\r\n" % (n, b"y" * 1_000))
        except ConnectionError:
            pass
        else:
            pytest.fail(f"{10_000 * 1_000} bytes of headers were taken")
        said = heard(connection)
        assert said == b"" or said.startswith(b"HTTP/1.1 431")
        assert LONGEST_HEAD < 100_000


def test_more_headers_than_any_program_sends_are_refused(attacked: Attacked) -> None:
    many = {f"x-{n}": "y" for n in range(MOST_HEADERS + 1)}
    response = httpx.get(f"{attacked.address}/api/health", headers=many)
    assert problem(response, 431) == "too_many_headers"


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 500_000,
        b'{"question":' * 100_000,
        b'{"question": "x", "symbols": ' + b"[" * 200_000,
        b'{"question": ' + b"9" * 900_000 + b"}",
        b'{"question": 1e' + b"9" * 5_000 + b"}",
        b'{"question": "x", "symbols": [' + b'"75/45",' * 100_000 + b'"75/45"]}',
        b'{"question": "x"' + b', "a": 1' * 100_000 + b"}",
        b'{"question": "' + b"\\u4e00" * 150_000 + b'"}',
        b'{"question": "\\ud800"}',
        b'{"question": "\\u0000"}',
        b"\xff\xfe" * 1_000,
        b'{"question": NaN}',
        b'{"question": "x"}' + b" " * 900_000 + b"x",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_json_that_is_deep_long_or_none_is_a_problem_and_quickly(
    attacked: Attacked, body: bytes
) -> None:
    start = time.monotonic()
    response = httpx.post(
        f"{attacked.address}/api/v1/ask",
        content=body,
        headers={"content-type": "application/json"},
        timeout=30,
    )
    problem(response, response.status_code)
    assert response.status_code in {400, 413, 422}
    assert len(response.content) < 20_000
    assert time.monotonic() - start < 5
    assert answers(attacked)


@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_beyond_the_limit_is_not_read_to_its_end(attacked: Attacked, chunked: bool) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield b'{"question": "'
        while sent < 50_000_000:
            sent += 65_536
            yield b"x" * 65_536

    headers = {"content-type": "application/json"}
    if not chunked:
        headers["content-length"] = "60000000"
    try:
        address = f"{attacked.address}/api/v1/ask"
        response = httpx.post(address, content=endless(), headers=headers, timeout=30)
        assert problem(response, 413) == "body_too_large"
    except (httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
        pass  # the server had closed before all was sent
    assert sent < 50_000_000
    assert answers(attacked)


@pytest.mark.parametrize(
    "request_",
    [
        b"POST /api/v1/ask HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked"
        b"\r\n\r\n0\r\n\r\nGET /api/v1/about HTTP/1.1\r\nhost: x\r\n\r\n",
        b"POST /api/v1/ask HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n"
        b"123456",
        b"GET /api/health HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n",
        b"GET /api/health HTTP/1.1\r\nhost : x\r\n\r\n",
        b"GET /api/health\r\n\r\n\x00\x01\x02",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
    ],
    ids=["both lengths", "two lengths", "no colon", "blank in name", "old", "TLS", "long"],
)
def test_requests_that_two_readers_could_read_differently_are_refused(
    attacked: Attacked, request_: bytes
) -> None:
    with connected(attacked) as connection:
        with suppress(OSError):  # it may have closed already
            connection.sendall(request_)
            connection.shutdown(socket.SHUT_WR)
        said = heard(connection)
        assert b"HTTP/1.1 200" not in said, said[:200]
    assert answers(attacked)


def test_an_upload_in_drops_is_cut_off_too(
    attacked: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.BodyLimit, "patience", 0.5)

    def drops() -> Iterator[bytes]:
        yield b'--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(200):
            time.sleep(0.05)
            yield b"x"

    headers = {**attacked.key("write"), "content-type": "multipart/form-data; boundary=x"}
    start = time.monotonic()
    try:
        address = f"{attacked.address}/api/v1/uploads"
        problem(httpx.post(address, content=drops(), headers=headers, timeout=30), 408)
    except (httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
        pass  # the server had closed before all was sent
    assert time.monotonic() - start < 9
