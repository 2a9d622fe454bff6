"""A reply that is lost on its way is asked for again, and what it answered is done once."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from assistant.client import Client
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.server.over_sockets import served

KEY = "the-key-of-a-test-that-uploads"


class Losing(httpx.BaseTransport):
    """Sends what it is given, and loses the first reply to each POST."""

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()
        self.lost: set[str] = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        if request.method == "POST" and request.url.path not in self.lost:
            self.lost.add(request.url.path)
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


def test_files_whose_receipt_was_lost_are_taken_in_by_one_upload(
    tmp_path: Path, sample_files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.client.transport.time.sleep", lambda _: None)
    settings = load_settings(
        {}, data_dir=tmp_path, upload_key=KEY, embedder="hashing", sample_library=False
    )
    losing = Losing()
    with (
        Assistant.open(settings) as assistant,
        served(assistant, settings) as address,
        Client(address, key=KEY, transport=losing) as client,
    ):
        results = client.ingest(sample_files)
        header = {"authorization": f"Bearer {KEY}"}
        jobs = httpx.get(f"{address}/api/v1/uploads", headers=header).json()
    assert losing.lost == {"/api/v1/uploads"}
    assert {one.outcome for one in results} == {"added"}  # a second upload would say: unchanged
    assert len(jobs["uploads"]) == 1
