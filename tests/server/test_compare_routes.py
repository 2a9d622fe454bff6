"""The route for two resolutions beside each other."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_a_comparison_comes_as_a_table_of_both_texts(client: TestClient) -> None:
    found = client.get("/api/v1/compare", params={"a": "75/45", "b": "76/36"}).json()
    assert (found["first"], found["second"], found["added"]) == ("75/45", "76/36", 1)
    assert found["rows"][0]["first"] is None
    assert found["rows"][0]["second"]["place"] == "OP14"


def test_both_symbols_have_to_be_given(client: TestClient) -> None:
    answer = client.get("/api/v1/compare", params={"a": "75/45"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_is_not_held_is_not_found(client: TestClient) -> None:
    answer = client.get("/api/v1/compare", params={"a": "76/54", "b": "75/45"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_in_library")


def test_a_resolution_is_not_compared_with_itself(client: TestClient) -> None:
    answer = client.get("/api/v1/compare", params={"a": "75/45", "b": "75/45"})
    assert (answer.status_code, answer.json()["code"]) == (422, "not_comparable")


def test_the_texts_are_the_readers_where_no_language_is_asked_for(client: TestClient) -> None:
    two = {"a": "75/45", "b": "76/36"}
    english = {"accept-language": "en"}
    assert client.get("/api/compare", params=two, headers=english).json()["lang"] == "en"
    asked = client.get("/api/compare", params=two | {"version": "zh"}, headers=english)
    assert asked.json()["lang"] == "zh"
    reader = client.get("/api/compare", params=two | {"lang": "zh"}, headers=english)
    assert reader.json()["lang"] == "zh"
