from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.server.fake_assistant import SYMBOL, TEXT


def test_precedents_come_counted_and_page_by_page(client: TestClient) -> None:
    first = client.get("/api/v1/precedents", params={"q": "深为关切", "limit": 1}).json()
    assert (first["exact"], len(first["hits"])) == (2, 1)
    assert first["hits"][0]["symbol"] == SYMBOL
    assert first["hits"][0]["spans"] == [{"start": 0, "end": 2}]
    assert first["by_session"] == [{"name": "75", "exact": 2, "near": 0}]
    params = {"q": "深为关切", "limit": 1, "cursor": first["next"]}
    assert client.get("/api/v1/precedents", params=params).json()["next"] is None


def test_a_rendering_comes_with_both_texts_and_its_confidence(client: TestClient) -> None:
    found = client.get("/api/v1/wording", params={"q": "requests"}).json()
    (rendering,) = found["renderings"]
    assert (rendering["text"], rendering["dice"]) == ("请", 1.0)
    assert rendering["examples"][0]["zh"] == TEXT
    assert found["table"] == [{"text": "请", "table": "verbs"}]


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/api/v1/precedents", {}),
        ("/api/v1/precedents", {"q": " "}),
        ("/api/v1/precedents", {"q": "请", "limit": 0}),
        ("/api/v1/precedents", {"q": "请", "limit": 101}),
        ("/api/v1/precedents", {"q": "a\0b"}),
        ("/api/v1/wording", {}),
        ("/api/v1/wording", {"q": ""}),
    ],
)
def test_what_cannot_be_looked_for_is_a_problem(
    client: TestClient, path: str, params: dict[str, str]
) -> None:
    response = client.get(path, params=params)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
