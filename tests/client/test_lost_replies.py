"""A reply that is lost on its way is asked for again, and what it answered is done once."""

from __future__ import annotations

import httpx
import pytest

from assistant.client import Client


class Losing(httpx.BaseTransport):
    """Sends what it is given, and loses the first reply to each POST."""

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()
        self._lost: set[str] = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        if request.method == "POST" and request.url.path not in self._lost:
            self._lost.add(request.url.path)
            response.read()
            response.close()
            raise httpx.ReadError("lost", request=request)
        return response

    def close(self) -> None:
        self._inner.close()


def test_a_question_whose_reply_was_lost_is_one_turn(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.client.transport.time.sleep", lambda _: None)
    with Client(address, transport=Losing()) as client:
        client.conversations.keep()
        answer = client.ask("75/45第13段")
        page = client.conversations.search()
        assert page.total == 1
        kept = client.conversations.read(page.conversations[0].id)
    assert kept is not None
    assert [turn.answer for turn in kept.turns] == [answer]
