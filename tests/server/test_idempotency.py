from __future__ import annotations

import threading
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.server.caller import Caller
from tests.server.conftest import KEY
from tests.server.fake_assistant import FakeAssistant

QUESTION = {"question": "第75/45号决议第14段"}
ONCE = {"idempotency-key": "0f4d3c1e-7c58-4f59-9d6c-5a3f8a1b2c3d"}
UPLOADER = {"authorization": f"Bearer {KEY}"}


def _upload(client: TestClient, data: bytes = b"text", **headers: str) -> Any:
    files = [("files", ("a.txt", data))]
    return client.post("/api/v1/uploads", files=files, headers={**UPLOADER, **headers})


def test_a_question_that_is_sent_again_is_answered_once(
    client: TestClient, assistant: FakeAssistant
) -> None:
    first = client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    again = client.post("/api/ask", json=QUESTION, headers=ONCE)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert len(assistant.asked) == 1


def test_without_a_key_every_question_is_asked(
    client: TestClient, assistant: FakeAssistant
) -> None:
    for _ in range(2):
        client.post("/api/v1/ask", json=QUESTION)
    assert len(assistant.asked) == 2


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/ask/stream"])
def test_a_key_stands_for_one_request(client: TestClient, path: str) -> None:
    client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    other = client.post(path, json={"question": "别的"}, headers=ONCE)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_a_stream_that_is_sent_again_tells_the_same(
    client: TestClient, assistant: FakeAssistant
) -> None:
    first = client.post("/api/v1/ask/stream", json=QUESTION, headers=ONCE)
    again = client.post("/api/v1/ask/stream", json=QUESTION, headers=ONCE)
    assert "event: answer" in first.text
    assert again.text == first.text
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert len(assistant.asked) == 1


def test_what_failed_is_tried_again(client: TestClient, assistant: FakeAssistant) -> None:
    for path in ("/api/v1/ask", "/api/v1/ask/stream"):
        assistant.breaks_with = RuntimeError("broken")
        client.post(path, json=QUESTION, headers=ONCE)
        refused = client.post(path, json={"question": " "}, headers=ONCE)
        assert refused.json()["code"] in {"internal_error", "invalid_question"} or path
        assistant.breaks_with = None
        asked = client.post(path, json=QUESTION, headers=ONCE)
        assert asked.status_code == 200
        assert "idempotency-replayed" not in asked.headers
        assistant.replies.held.clear()


def test_a_request_that_is_under_way_is_not_begun_again(
    client: TestClient, assistant: FakeAssistant
) -> None:
    begin, told = assistant.replies.begin, threading.Event()

    def begin_and_say_so(*asked: str) -> Any:
        told.set()
        return begin(*asked)

    assistant.replies.begin = begin_and_say_so  # type: ignore[method-assign]
    client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    assert told.is_set()
    ((name, (request, _)),) = assistant.replies.held.items()
    assistant.replies.held[name] = (request, None)
    again = client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    assert (again.status_code, again.json()["code"]) == (409, "request_under_way")
    assert int(again.headers["retry-after"]) > 0
    assert assistant.replies.held[name] == (request, None)


def test_nobody_is_answered_what_another_was(client: TestClient, assistant: FakeAssistant) -> None:
    client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    client.put("/api/v1/owner")  # a cookie: another owner from now on
    asked = client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    keyed = client.post("/api/v1/ask", json=QUESTION, headers={**ONCE, **UPLOADER})
    assert "idempotency-replayed" not in asked.headers
    assert "idempotency-replayed" not in keyed.headers
    assert len(assistant.replies.held) == 3


def test_an_owner_is_kept_as_a_digest_and_never_as_an_address(
    client: TestClient, assistant: FakeAssistant
) -> None:
    client.post("/api/v1/ask", json=QUESTION, headers=ONCE)
    ((owner, _),) = assistant.replies.held
    assert len(owner) == 64
    assert Caller("192.0.2.7").counted_as not in owner


def test_files_that_are_sent_again_are_taken_in_once(
    client: TestClient, assistant: FakeAssistant
) -> None:
    first = _upload(client, **ONCE)
    again = _upload(client, **ONCE)  # with another boundary
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.json() == first.json()
    assert again.headers["location"] == first.headers["location"]
    assert len(client.get("/api/v1/uploads", headers=UPLOADER).json()["uploads"]) == 1
    other = _upload(client, b"another text", **ONCE)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_an_upload_that_was_refused_may_come_again(client: TestClient) -> None:
    refused = _upload(client, b"x" * 2_000, **ONCE)
    assert refused.status_code == 413
    assert _upload(client, **ONCE).status_code == 202


@pytest.mark.parametrize("key", ["", "k" * 256, "two words", "schlüssel"])
def test_a_key_that_is_none_is_named(client: TestClient, key: str) -> None:
    headers = {b"idempotency-key": key.encode("latin-1")}
    refused = client.post("/api/v1/ask", json=QUESTION, headers=headers)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["parameter"] == "Idempotency-Key"
