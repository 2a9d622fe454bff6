"""Requests carry key and language, are tried again only where that is safe, and go nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import httpx
import pytest

from assistant.client import (
    Client,
    KeyRefused,
    RequestRefused,
    ServerFailed,
    ServerUnreachable,
    TooManyRequests,
)
from assistant.client.client import KEY_VARIABLE, URL_VARIABLE
from assistant.errors import LibraryBusy, NotInLibrary

Reply = httpx.Response | Exception


def problem(status: int, code: str, **headers: str) -> httpx.Response:
    said = {"type": f"urn:x:{code}", "title": "标题", "status": status, "detail": "怎么办"}
    return httpx.Response(status, json={**said, "code": code, "errors": []}, headers=headers)


class Scripted:
    """A server that gives these replies in turn, the last one for ever, and keeps what it heard."""

    def __init__(self, *replies: Reply) -> None:
        self.heard: list[httpx.Request] = []
        self._replies = list(replies)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.heard.append(request)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply

    def client(self, **more: Any) -> Client:
        return Client("http://library.example", transport=httpx.MockTransport(self), **more)


ABOUT = httpx.Response(200, json={"model": None, "destinations": [], "conversation_days": 30})
BUSY = problem(503, "library_busy", **{"retry-after": "3"})


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr("assistant.client.transport.time.sleep", waits.append)
    return waits


def test_the_key_is_sent_as_a_bearer_token_and_the_language_with_it() -> None:
    server = Scripted(ABOUT)
    server.client(key="ra_x", lang="en").about()
    server.client().about()
    first, second = server.heard
    assert first.headers["authorization"] == "Bearer ra_x"
    assert first.headers["accept-language"] == "en"
    assert "authorization" not in second.headers
    assert first.url == "http://library.example/api/v1/about"


def test_address_and_key_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "ra_y")
    monkeypatch.setenv(URL_VARIABLE, "http://elsewhere.example/library/")
    server = Scripted(ABOUT)
    Client(transport=httpx.MockTransport(server)).about()
    assert server.heard[0].headers["authorization"] == "Bearer ra_y"
    assert server.heard[0].url == "http://elsewhere.example/library/api/v1/about"


def test_a_busy_server_is_asked_again_when_it_says(slept: list[float]) -> None:
    server = Scripted(BUSY, BUSY, ABOUT)
    assert server.client().about().conversation_days == 30
    assert slept == [3, 3]


def test_a_time_of_day_is_waited_for_too(slept: list[float]) -> None:
    later = problem(429, "too_many_requests", **{"retry-after": formatdate(usegmt=True)})
    Scripted(later, ABOUT).client().about()
    assert slept == [0]


def test_without_a_word_of_when_it_is_waited_longer_each_time(slept: list[float]) -> None:
    server = Scripted(problem(503, "library_busy"))
    with pytest.raises(LibraryBusy):
        server.client(retries=3).about()
    assert slept == [0.5, 1, 2]
    assert len(server.heard) == 4


def test_a_server_that_wants_to_be_left_alone_for_long_is(slept: list[float]) -> None:
    busy = problem(429, "too_many_requests", **{"retry-after": "3600"})
    with pytest.raises(TooManyRequests) as raised:
        Scripted(busy).client().about()
    assert slept == []
    assert raised.value.retry_after == 3600


def test_a_question_sent_again_is_known_as_the_same(slept: list[float]) -> None:
    server = Scripted(BUSY)
    with pytest.raises(LibraryBusy):
        server.client().ask("x")
    names = {request.headers["idempotency-key"] for request in server.heard}
    assert (len(server.heard), len(names)) == (3, 1)
    with pytest.raises(LibraryBusy):
        server.client().ask("x")
    assert server.heard[-1].headers["idempotency-key"] not in names


def test_what_would_be_done_twice_is_sent_once(slept: list[float]) -> None:
    for reply in (BUSY, httpx.ReadError("gone")):
        server = Scripted(reply)
        with pytest.raises((LibraryBusy, ServerUnreachable)):
            server.client().conversations.rename("c", "x")
        assert len(server.heard) == 1
    assert slept == []


def test_what_was_never_sent_is_sent_again(slept: list[float]) -> None:
    server = Scripted(httpx.ConnectError("refused"))
    with pytest.raises(ServerUnreachable, match=r"library\.example"):
        server.client().conversations.rename("c", "x")
    assert len(server.heard) == 3


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_what_is_wrong_is_not_tried_again(slept: list[float], status: int) -> None:
    server = Scripted(problem(status, "whatever"))
    with pytest.raises(RequestRefused) as raised:
        server.client().about()
    assert len(server.heard) == 1
    assert raised.value.code == "whatever"
    assert str(raised.value) == "怎么办"


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_good_has_an_error_of_its_own(status: int) -> None:
    with pytest.raises(KeyRefused) as raised:
        Scripted(problem(status, "wrong_key")).client(key="ra_x").about()
    assert raised.value.problem is not None
    assert (raised.value.problem.status, raised.value.problem.title) == (status, "标题")
    assert "ra_x" not in repr(raised.value)


def test_an_error_of_the_library_is_the_librarys() -> None:
    with pytest.raises(NotInLibrary) as raised:
        Scripted(problem(404, "not_in_library")).client().read("99/1")
    assert raised.value.message("zh") == "怎么办"


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(502, text="<html>Bad gateway</html>"),
        httpx.Response(200, text="<html>Welcome</html>"),
        httpx.Response(404, json={"detail": "Not Found"}),
        httpx.Response(302, headers={"location": "http://evil.example/"}),
    ],
)
def test_what_is_not_this_api_is_said_to_be_something_else(
    slept: list[float], reply: httpx.Response
) -> None:
    server = Scripted(reply)
    with pytest.raises(ServerFailed) as raised:
        server.client(key="ra_x").about()
    assert raised.value.status == reply.status_code
    assert {request.url.host for request in server.heard} == {"library.example"}


CALLS: tuple[Callable[[Client, str], object], ...] = (
    lambda client, name: client.read(name),
    lambda client, name: client.references(name),
    lambda client, name: client.conversations.read(name),
    lambda client, name: client.conversations.text(name, "text"),
)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "name", ["../../x", "..", "a/../../b", "x?y=1", "x#y", "%2e%2e/x", "a\\..\\b"]
)
def test_no_name_leads_to_another_address(call: Callable[[Client, str], object], name: str) -> None:
    server = Scripted(problem(404, "not_in_library"))
    with pytest.raises(NotInLibrary):
        call(server.client(), name)
    (request,) = server.heard
    path = request.url.raw_path.partition(b"?")[0].decode()
    assert path.startswith(("/api/v1/resolutions/", "/api/v1/conversations/", "/api/v1/answers/"))
    assert ".." not in path.split("/")
    assert not request.url.fragment
    assert "y" not in request.url.params


def test_every_page_of_the_list_is_read() -> None:
    def page(*numbers: int) -> dict[str, Any]:
        one = {"label": "", "title": "", "lang": "zh", "session": 1, "date": None}
        counts = {"committee": None, "preambular": 0, "operative": 1}
        summaries = [{"symbol": f"A/RES/1/{n}", **one, **counts} for n in numbers]
        return {"resolutions": summaries, "total": 3}

    link = {"link": '</api/v1/resolutions?limit=2&cursor=abc>; rel="next"'}
    server = Scripted(
        httpx.Response(200, json=page(1, 2), headers=link),
        httpx.Response(200, json=page(3)),
    )
    found = server.client().resolutions()
    assert [one.symbol for one in found] == ["A/RES/1/1", "A/RES/1/2", "A/RES/1/3"]
    assert dict(server.heard[1].url.params) == {"limit": "2", "cursor": "abc"}


def test_a_field_that_a_later_server_adds_is_left_out() -> None:
    later: dict[str, Any] = {
        "model": None,
        "destinations": [],
        "conversation_days": 30,
        "new": {"x": 1},
    }
    assert Scripted(httpx.Response(200, json=later)).client().about().conversation_days == 30


@pytest.mark.parametrize("headers", [{}, {"etag": 'W/"of-a-proxy"'}])
def test_a_file_is_known_by_what_it_holds_whatever_lies_between(headers: dict[str, str]) -> None:
    server = Scripted(httpx.Response(200, content=b"<p>x</p>", headers=headers))
    found = server.client().browsing.source("75/45")
    assert found.sha256 == hashlib.sha256(b"<p>x</p>").hexdigest()
