"""The routes of references and series."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.server.fake_assistant import SYMBOL, FakeAssistant


def test_a_graph_is_asked_by_symbol_depth_and_direction(client: TestClient) -> None:
    found = client.get(
        f"/api/v1/resolutions/{SYMBOL}/references", params={"depth": 3, "direction": "mentioned_by"}
    )
    assert found.status_code == 200
    graph = found.json()
    assert (graph["center"], graph["depth"], graph["direction"]) == (SYMBOL, 3, "mentioned_by")
    assert graph["nodes"][0]["held"] == [SYMBOL]
    assert (graph["nodes_left_out"], graph["edges_left_out"]) == (0, 0)


def test_a_graph_goes_one_step_both_ways_where_nothing_is_said(client: TestClient) -> None:
    graph = client.get(f"/api/v1/resolutions/{SYMBOL}/references").json()
    assert (graph["depth"], graph["direction"]) == (1, "both")


@pytest.mark.parametrize(
    "params", [{"depth": 0}, {"depth": 5}, {"depth": "x"}, {"direction": "sideways"}]
)
def test_impossible_graphs_are_refused(client: TestClient, params: dict[str, str]) -> None:
    found = client.get(f"/api/v1/resolutions/{SYMBOL}/references", params=params)
    assert found.status_code == 422
    assert found.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("what", ["references", "series"])
def test_what_is_not_there_is_a_problem_document(client: TestClient, what: str) -> None:
    found = client.get(f"/api/v1/resolutions/A/RES/1/1/{what}")
    assert found.status_code == 404
    assert found.json()["code"] == "not_in_library"


@pytest.mark.parametrize("what", ["references", "series"])
@pytest.mark.parametrize(
    ("params", "headers", "label"),
    [
        ({}, {}, "第75/45号决议"),
        ({"lang": "en"}, {}, "resolution 75/45"),
        ({}, {"accept-language": "en"}, "resolution 75/45"),
    ],
)
def test_labels_are_in_the_readers_language(
    client: TestClient, what: str, params: dict[str, str], headers: dict[str, str], label: str
) -> None:
    found = client.get(
        f"/api/v1/resolutions/{SYMBOL}/{what}", params=params, headers=headers
    ).json()
    assert found["nodes" if what == "references" else "members"][0]["label"] == label


def test_a_whole_resolution_is_still_read_by_its_symbol(client: TestClient) -> None:
    assert client.get(f"/api/v1/resolutions/{SYMBOL}").json()["symbol"] == SYMBOL


def test_a_larger_graph_may_be_asked_for_within_bounds(
    client: TestClient, assistant: FakeAssistant
) -> None:
    client.get("/api/v1/resolutions/75/45/references")
    client.get("/api/v1/resolutions/75/45/references?nodes=600&edges=0")
    assert assistant.sizes == [(200, 1_000), (600, 0)]
    for beyond in ("nodes=0", "nodes=1001", "edges=5001"):
        assert client.get(f"/api/v1/resolutions/75/45/references?{beyond}").status_code == 422
