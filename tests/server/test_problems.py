from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant import errors
from assistant.server.problems import STATUSES, problem_of
from tests.server.fake_assistant import FakeAssistant

JSON = {"content-type": "application/json"}
ASKS = ("/api/v1/ask", "/api/v1/ask/stream")
LANGS = ("zh", "en")

# What is sent, the status it gets, and words of the message in each language.
BAD_BODIES: dict[str, tuple[bytes, int, str, str]] = {
    "an empty question": (b'{"question": ""}', 422, "问题是空的", "is empty"),
    "a blank question": ('{"question": "\u3000 "}'.encode(), 422, "问题是空的", "is empty"),
    "100,000 characters": (
        json.dumps({"question": "核" * 100_000}).encode(),
        422,
        "最多2000个",
        "at most 2000",
    ),
    "NUL": (b'{"question": "a\\u0000b"}', 422, "NUL", "NUL"),
    "a lone high surrogate": (b'{"question": "\\ud800"}', 422, "代理码位", "surrogate"),
    "a lone low surrogate": (b'{"question": "a\\udfffb"}', 422, "代理码位", "surrogate"),
    "an unknown field": (b'{"question": "x", "k": 1}', 422, "没有名为此", "no field of this name"),
    "no question": (b"{}", 422, "缺少", "required"),
    "a number as question": (b'{"question": 1}', 422, "字符串", "a string"),
    "null as question": (b'{"question": null}', 422, "字符串", "a string"),
    "symbols as text": (b'{"question": "x", "symbols": "75/45"}', 422, "数组", "an array"),
    "a number among symbols": (b'{"question": "x", "symbols": [1]}', 422, "字符串", "a string"),
    "an empty symbol": (b'{"question": "x", "symbols": [""]}', 422, "不能为空", "not be empty"),
    "too many symbols": (
        json.dumps({"question": "x", "symbols": ["75/45"] * 51}).encode(),
        422,
        "最多 50 项",
        "at most 50",
    ),
    "a long conversation": (
        json.dumps({"question": "x", "conversation_id": "c" * 201}).encode(),
        422,
        "最多 200 个字符",
        "at most 200 characters",
    ),
    "an unknown language": (b'{"question": "x", "lang": "fr"}', 422, "'zh'、'en'", "'zh' or 'en'"),
    "an unknown answerer": (b'{"question": "x", "answerer": "oracle"}', 422, "之一", "one of"),
    "a list": (b"[]", 422, "JSON 对象", "JSON object"),
    "a bare string": (b'"x"', 422, "JSON 对象", "JSON object"),
    "nothing": (b"", 422, "缺少", "required"),
    "half an object": (b'{"question": "x"', 400, "JSON", "JSON"),
    "not UTF-8": (b'{"question": "\xff"}', 400, "JSON", "JSON"),
    "nesting without end": (b"[" * 100_000, 400, "JSON", "JSON"),
    "more than a megabyte": (
        b'{"question": "' + b"x" * 1_100_000 + b'"}',
        413,
        "正文过大",
        "too large",
    ),
}


def _is_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["type"].endswith(problem["code"])
    return problem


@pytest.mark.parametrize("route", ASKS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", BAD_BODIES)
def test_bad_input_gets_a_problem_in_the_readers_language_and_the_server_lives(
    client: TestClient, route: str, lang: str, name: str
) -> None:
    body, status, zh, en = BAD_BODIES[name]
    response = client.post(route, content=body, headers={**JSON, "accept-language": lang})
    problem = _is_problem(response, status)
    said = problem["detail"] + "".join(item["detail"] for item in problem["errors"])
    assert (zh if lang == "zh" else en) in said
    assert response.headers["content-language"] == lang
    assert client.post("/api/v1/ask", json={"question": "还在吗"}).status_code == 200


def test_a_wrong_field_is_pointed_at(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": "x", "symbols": ["75/45", 2], "a/b": 1})
    pointers = [item["pointer"] for item in _is_problem(response, 422)["errors"]]
    assert pointers == ["/symbols/1", "/a~1b"]


def test_what_was_sent_is_not_repeated(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": {"<script>": 1}})
    assert "script" not in response.text


def test_a_million_wrong_fields_get_a_short_answer(client: TestClient) -> None:
    body = {"question": "x", **{f"f{number}": 1 for number in range(10_000)}}
    assert len(_is_problem(client.post("/api/v1/ask", json=body), 422)["errors"]) == 20


def test_the_language_of_the_body_goes_before_that_of_the_browser(client: TestClient) -> None:
    headers = {"accept-language": "zh-CN,zh;q=0.9"}
    response = client.post("/api/v1/ask", json={"question": " ", "lang": "en"}, headers=headers)
    assert "is empty" in _is_problem(response, 422)["detail"]
    wrong = client.post("/api/v1/ask", json={"question": 1, "lang": "en"}, headers=headers)
    assert _is_problem(wrong, 422)["title"] == "Invalid request"


def test_a_body_that_is_not_called_json_is_refused(client: TestClient) -> None:
    response = client.post(
        "/api/v1/ask", content=b'{"question": "x"}', headers={"content-type": "text/plain"}
    )
    assert "application/json" in _is_problem(response, 415)["detail"]
    assert response.headers["accept-post"] == "application/json"


def test_a_body_is_counted_as_it_comes_whatever_its_header_says(client: TestClient) -> None:
    def chunks() -> Any:
        yield b'{"question": "'
        for _ in range(200):
            yield b"x" * 10_000
        yield b'"}'

    response = client.post("/api/v1/ask", content=chunks(), headers=JSON)
    assert _is_problem(response, 413)["code"] == "body_too_large"


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/api/v1/nothing", "/api", "/assets/../../routes.py", "/.git/config", "/%00"],
)
@pytest.mark.parametrize("accept", ["*/*", "application/json"])
def test_an_unknown_address_is_a_problem(client: TestClient, path: str, accept: str) -> None:
    problem = _is_problem(client.get(path, headers={"accept": accept}), 404)
    assert problem["code"] == "no_such_route"


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/assets/nothing.js"])
def test_below_the_api_it_is_a_problem_to_browsers_too(client: TestClient, path: str) -> None:
    problem = _is_problem(client.get(path, headers={"accept": "text/html"}), 404)
    assert problem["code"] == "no_such_route"


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/v1/ask"), ("DELETE", "/api/v1/resolutions"), ("PUT", "/api/ready")],
)
def test_a_wrong_method_is_told_which_are_right(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert _is_problem(response, 405)["code"] == "method_not_allowed"
    assert response.headers["allow"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("q=x&limit=0", "limit"),
        ("q=x&limit=51", "limit"),
        ("q=x&limit=many", "limit"),
        ("limit=5", "q"),
        ("q=a%00b", "q"),
    ],
)
def test_a_wrong_query_parameter_is_named(client: TestClient, query: str, parameter: str) -> None:
    problem = _is_problem(client.get(f"/api/v1/search?{query}"), 422)
    assert [item["parameter"] for item in problem["errors"]] == [parameter]


def test_a_symbol_that_is_not_there_is_named_in_the_readers_language(client: TestClient) -> None:
    zh = _is_problem(client.get("/api/v1/resolutions/A/RES/76/54"), 404)
    assert (zh["code"], zh["detail"]) == ("not_in_library", "文库中没有A/RES/76/54。")
    en = client.get("/api/v1/resolutions/A/RES/76/54", headers={"accept-language": "en"})
    assert "does not hold A/RES/76/54" in en.json()["detail"]


def test_a_damaged_library_is_unavailable(client: TestClient, assistant: FakeAssistant) -> None:
    assistant.sound = False
    problem = _is_problem(client.get("/api/v1/resolutions"), 503)
    assert problem["code"] == "library_damaged"


def test_an_unforeseen_error_shows_nothing_of_the_program(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.breaks_with = RuntimeError("secret in a traceback")
    response = client.post("/api/v1/ask", json={"question": "x"})
    assert _is_problem(response, 500)["code"] == "internal_error"
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assistant.breaks_with = None
    assert client.post("/api/v1/ask", json={"question": "x"}).status_code == 200


def test_a_stream_that_fails_half_way_ends_with_an_error_and_no_answer(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.breaks_with = RuntimeError("secret in a traceback")
    response = client.post("/api/v1/ask/stream", json={"question": "x", "lang": "en"})
    last = response.text.strip().split("\n\n")[-1]
    assert last.startswith("event: error\n")
    assert json.loads(last.splitlines()[1].removeprefix("data: "))["title"] == "Internal error"
    assert "event: answer" not in response.text
    assert "secret" not in response.text
    assert assistant.streams_closed == 1


def test_every_error_of_the_family_has_a_status_or_is_our_own_fault() -> None:
    family = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    without = {kind.__name__ for kind in family if kind not in STATUSES}
    at_the_terminal = {"InvalidPrompts", "InvalidSettings", "InvalidArchive", "LibraryNotEmpty"}
    assert without == {"AssistantError", *at_the_terminal}
    assert problem_of(errors.InvalidSettings("设置有误", "Bad setting"), "zh").status == 500
