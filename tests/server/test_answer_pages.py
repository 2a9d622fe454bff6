from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.server.fake_assistant import FakeAssistant

QUESTION = "哪些决议请秘书长做什么？"
PAGE = "1-1-0123456789ab"


def test_a_page_reaches_the_service_at_once_or_as_a_stream(
    client: TestClient, assistant: FakeAssistant
) -> None:
    body = {"question": QUESTION, "page": PAGE}
    assert client.post("/api/v1/ask", json=body).status_code == 200
    assert client.post("/api/v1/ask/stream", json=body).status_code == 200
    client.post("/api/v1/ask", json={"question": QUESTION})
    assert assistant.pages == [PAGE, PAGE, None]


@pytest.mark.parametrize(("lang", "says"), [("zh", "去掉 page"), ("en", "No page")])
def test_a_page_that_is_none_is_a_problem_that_says_what_to_do(
    client: TestClient, lang: str, says: str
) -> None:
    body = {"question": QUESTION, "page": "9-9-0123456789ab", "lang": lang}
    response = client.post("/api/v1/ask", json=body)
    assert response.status_code == 422
    assert response.headers["content-type"].startswith("application/problem+json")
    problem = response.json()
    assert problem["code"] == "invalid_filter"
    assert says in problem["detail"]


@pytest.mark.parametrize("page", ["", "x" * 101, 3])
def test_what_cannot_be_a_page_is_refused_at_the_door(client: TestClient, page: object) -> None:
    response = client.post("/api/v1/ask", json={"question": QUESTION, "page": page})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/page"
