from __future__ import annotations

import hashlib
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from assistant.server.owner import COOKIE
from tests.server.fake_assistant import FakeAssistant

TOKEN = "A" * 22
OWNER = hashlib.sha256(TOKEN.encode()).hexdigest()
WITH_COOKIE = {"cookie": f"{COOKIE}={TOKEN}"}


def cookie_of(response: httpx.Response) -> Any:
    return SimpleCookie(response.headers["set-cookie"])[COOKIE]


# ── the owner ────────────────────────────────────────────────────────────────────────────────


def test_a_browser_is_given_a_random_cookie_that_no_script_and_no_other_site_can_use(
    client: TestClient,
) -> None:
    tokens = set()
    for _ in range(3):
        response = client.put("/api/v1/owner")
        client.cookies.clear()
        assert response.status_code == 204
        cookie = cookie_of(response)
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "strict", "/")
        assert cookie["max-age"] == str(30 * 86_400)
        assert cookie["secure"] == ""
        assert len(cookie.value) == 22
        tokens.add(cookie.value)
    assert len(tokens) == 3


def test_over_https_the_cookie_goes_over_https_alone(client: TestClient) -> None:
    assert cookie_of(client.put("https://testserver/api/v1/owner"))["secure"] is True


def test_a_browser_that_has_a_cookie_keeps_it_and_it_lives_on(client: TestClient) -> None:
    for response in (
        client.put("/api/v1/owner", headers=WITH_COOKIE),
        client.post("/api/v1/ask", json={"question": "75/45第14段"}, headers=WITH_COOKIE),
        client.post("/api/v1/ask/stream", json={"question": "75/45第14段"}, headers=WITH_COOKIE),
    ):
        assert cookie_of(response).value == TOKEN


@pytest.mark.parametrize(
    "wrong", ["", "short", "A" * 23, "A" * 21 + "é", "' OR 1=1 --", "A" * 9000]
)
def test_a_cookie_that_is_not_ours_is_none(
    wrong: str, client: TestClient, assistant: FakeAssistant
) -> None:
    headers = {"cookie": f"{COOKIE}={wrong}".encode()}
    renewed = client.put("/api/v1/owner", headers=headers)
    assert cookie_of(renewed).value != wrong
    client.cookies.clear()
    asked = client.post("/api/v1/ask", json={"question": "75/45第14段"}, headers=headers)
    assert "set-cookie" not in asked.headers
    assert assistant.owners == [(None, None)]


def test_nothing_else_sets_a_cookie(client: TestClient) -> None:
    for path in (
        "/",
        "/api/health",
        "/api/v1/about",
        "/api/v1/conversations",
        "/api/v1/resolutions",
    ):
        assert "set-cookie" not in client.get(path).headers
    assert "set-cookie" not in client.post("/api/v1/ask", json={"question": "x"}).headers


def test_only_the_hash_of_the_token_goes_on_to_the_service(
    client: TestClient, assistant: FakeAssistant
) -> None:
    body = {"question": "75/45第14段", "replaces": "a1"}
    client.post("/api/v1/ask", json=body, headers=WITH_COOKIE)
    client.post("/api/v1/ask/stream", json=body, headers=WITH_COOKIE)
    client.cookies.clear()
    client.post("/api/v1/ask", json={"question": "75/45第14段"})
    assert assistant.owners == [(OWNER, "a1"), (OWNER, "a1"), (None, None)]


# ── conversations ────────────────────────────────────────────────────────────────────────────


def test_the_list_is_the_owners_and_kept_by_no_cache(
    client: TestClient, assistant: FakeAssistant
) -> None:
    parameters = {"q": "裁军", "cursor": "c", "limit": 5}
    listed = client.get("/api/v1/conversations", params=parameters, headers=WITH_COOKIE)
    assert listed.headers["cache-control"] == "no-store"
    assert listed.json() == {
        "conversations": [
            {
                "id": "c1",
                "title": "75/45第14段",
                "turns": 1,
                "updated": "2026-06-01T12:00:00+00:00",
            }
        ],
        "total": 1,
        "next": None,
    }
    assert assistant.conversations.did == [("search", OWNER, "裁军", "c", 5)]
    assert client.get("/api/v1/conversations").json()["conversations"] == []


@pytest.mark.parametrize(
    "wrong", [{"cursor": "wrong"}, {"limit": "0"}, {"limit": "101"}, {"q": "x" * 201}, {"q": "\0"}]
)
def test_a_list_that_is_wrongly_asked_for_is_refused(
    wrong: dict[str, str], client: TestClient
) -> None:
    assert client.get("/api/v1/conversations", params=wrong).status_code == 422


def test_a_conversation_is_read_whole(client: TestClient) -> None:
    read = client.get("/api/v1/conversations/c1").json()
    assert (read["id"], read["title"], read["version"]) == ("c1", "75/45第14段", 1)
    (turn,) = read["turns"]
    assert (turn["question"], turn["origin"], turn["answer"]["id"]) == (
        "75/45第14段",
        "asked",
        "a1",
    )


@pytest.mark.parametrize(
    ("parameters", "headers", "form", "lang"),
    [
        ({}, {}, "md", "zh"),
        ({"format": "json"}, {"accept-language": "en"}, "json", "en"),
        ({"format": "docx", "lang": "zh"}, {"accept-language": "en"}, "docx", "zh"),
    ],
)
def test_a_conversation_is_a_file_to_be_saved_under_its_name(
    parameters: dict[str, str],
    headers: dict[str, str],
    form: str,
    lang: str,
    *,
    client: TestClient,
    assistant: FakeAssistant,
) -> None:
    file = client.get(
        "/api/v1/conversations/c1/export", params=parameters, headers={**headers, **WITH_COOKIE}
    )
    assert assistant.conversations.did == [("export", OWNER, form, lang)]
    assert file.content == "文".encode()
    assert file.headers["content-language"] == lang
    assert file.headers["cache-control"] == "no-store"
    plain, named = f"conversation.{form}", f"%E8%A3%81%E5%86%9B_..__a_.{form}"
    assert file.headers["content-disposition"] == (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{named}"
    )


def test_a_form_that_is_none_is_refused(client: TestClient) -> None:
    for path in ("/api/v1/conversations/c1/export", "/api/v1/answers/a1/text"):
        assert client.get(path, params={"format": "pdf"}).status_code == 422


def test_an_answer_is_text_to_be_pasted(client: TestClient, assistant: FakeAssistant) -> None:
    for form in ("text", "markdown", "footnotes"):
        text = client.get("/api/v1/answers/a1/text", params={"format": form}, headers=WITH_COOKIE)
        assert text.headers["content-type"] == "text/plain; charset=utf-8"
        assert text.text.startswith(f"{form}：")
    assert assistant.conversations.did[0] == ("text", OWNER, "text")


@pytest.mark.parametrize(
    ("sent", "title"),
    [
        ("  裁军 \n 会议 ", "裁军 会议"),
        (" \t\n", None),
        (None, None),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("<img onerror=alert(1)>", "<img onerror=alert(1)>"),
        ("字" * 200, "字" * 200),
    ],
)
def test_a_title_is_one_line_of_text(
    sent: str | None, title: str | None, client: TestClient, assistant: FakeAssistant
) -> None:
    renamed = client.patch("/api/v1/conversations/c1", json={"title": sent}, headers=WITH_COOKIE)
    assert renamed.json()["title"] == (title or "75/45第14段")
    assert assistant.conversations.did == [("rename", OWNER, title)]


@pytest.mark.parametrize("body", [{}, {"title": "字" * 201}, {"title": "\0"}, {"title": 1}])
def test_a_title_that_is_none_is_refused(body: dict[str, object], client: TestClient) -> None:
    assert client.patch("/api/v1/conversations/c1", json=body).status_code == 422


def test_a_conversation_is_forgotten_once(client: TestClient, assistant: FakeAssistant) -> None:
    assert client.delete("/api/v1/conversations/c1").status_code == 204
    assert client.delete("/api/v1/conversations/c2", headers=WITH_COOKIE).status_code == 404
    assert assistant.conversations.did == [("forget", None, "c1"), ("forget", OWNER, "c2")]


def test_all_of_mine_are_forgotten_and_without_a_cookie_none_is(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assert client.delete("/api/v1/conversations").json() == {"conversations": 0}
    assert client.delete("/api/v1/conversations", headers=WITH_COOKIE).json() == {
        "conversations": 1
    }
    assert assistant.conversations.did == [("forget_all", OWNER)]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/conversations/c2"),
        ("GET", "/api/v1/conversations/c2/export"),
        ("PATCH", "/api/v1/conversations/c2"),
        ("DELETE", "/api/v1/conversations/c2"),
        ("GET", "/api/v1/answers/a2"),
        ("GET", "/api/v1/answers/a2/text"),
        ("POST", "/api/v1/answers/a2/share"),
        ("DELETE", "/api/v1/answers/a2/share"),
        ("POST", "/api/v1/answers/a2/feedback"),
        ("DELETE", "/api/v1/answers/a2/feedback"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_there_is_said_in_both_languages(
    method: str, path: str, lang: str, client: TestClient
) -> None:
    body = (
        {"title": "x"} if method == "PATCH" else {"verdict": "right"} if method == "POST" else None
    )
    headers = {**WITH_COOKIE, "accept-language": lang}
    missing = client.request(method, path, json=body, headers=headers)
    code = "no_such_conversation" if "conversations" in path else "no_such_answer"
    assert (missing.status_code, missing.json()["code"]) == (404, code)
    assert missing.headers["content-language"] == lang
    assert ("没有" in missing.json()["detail"]) is (lang == "zh")


def test_an_answer_that_cannot_be_replaced_is_a_problem_before_the_stream_begins(
    client: TestClient,
) -> None:
    body = {"question": "75/45第14段", "replaces": "elsewhere"}
    refused = client.post("/api/v1/ask", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_replacement")


# ── answers ──────────────────────────────────────────────────────────────────────────────────


def test_an_answer_is_shared_and_not(client: TestClient) -> None:
    shared = client.post("/api/v1/answers/a1/share", headers=WITH_COOKIE)
    assert shared.json()["shared"] == "2026-06-01T12:00:00+00:00"
    read = client.get("/api/v1/answers/a1")
    assert read.headers["cache-control"] == "no-store"
    assert read.json()["cited"] == [{"n": 1, "state": "same"}]
    assert client.delete("/api/v1/answers/a1/share", headers=WITH_COOKIE).status_code == 204
    assert client.get("/api/v1/answers/a1").json()["shared"] is None


def test_feedback_is_kept_for_the_browser_which_is_given_a_cookie_for_it(
    client: TestClient, assistant: FakeAssistant
) -> None:
    said = {"verdict": "wrong", "comment": " 应为第13段 "}
    kept = client.post("/api/v1/answers/a1/feedback", json=said)
    assert kept.json()["feedback"]["verdict"] == "wrong"
    assert kept.json()["feedback"]["comment"] == "应为第13段"
    owner = hashlib.sha256(cookie_of(kept).value.encode()).hexdigest()
    assert client.delete("/api/v1/answers/a1/feedback").status_code == 204  # with that cookie
    assert assistant.conversations.did == [("judge", owner), ("take_back", owner)]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"verdict": "great"},
        {"verdict": "right", "comment": "x" * 2001},
        {"verdict": "right", "comment": "\0"},
        {"verdict": "right", "owner": "x"},
    ],
)
def test_feedback_that_is_none_is_refused(wrong: dict[str, str], client: TestClient) -> None:
    assert client.post("/api/v1/answers/a1/feedback", json=wrong).status_code == 422
