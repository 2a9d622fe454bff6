from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from assistant.types import ListingQuery
from tests.server.fake_assistant import SYMBOL, FakeAssistant


def test_every_filter_reaches_the_service(client: TestClient, assistant: FakeAssistant) -> None:
    response = client.get(
        "/api/v1/library?q=核裁军&session=75&session=70-72&committee=一委&year=2020&year=2021"
        "&subject=全面彻底裁军&held=en&sort=title&limit=7&cursor=7-1-abc&lang=en"
    )
    assert response.status_code == 200
    assert assistant.listed == [
        (
            ListingQuery(
                text="核裁军",
                sessions=((75, 75), (70, 72)),
                committees=("一委",),
                years=(2020, 2021),
                subjects=("全面彻底裁军",),
                lang="en",
                sort="title",
            ),
            7,
            "7-1-abc",
            "en",
        )
    ]


def test_without_parameters_everything_is_listed(
    client: TestClient, assistant: FakeAssistant
) -> None:
    page = client.get("/api/v1/library").json()
    assert [hit["summary"]["symbol"] for hit in page["hits"]] == [SYMBOL]
    assert assistant.listed == [(ListingQuery(), 20, None, "zh")]


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "year=12", "sort=size", "held=fr", "seesion=75"],
)
def test_a_parameter_that_means_nothing_is_refused(client: TestClient, query: str) -> None:
    response = client.get(f"/api/v1/library?{query}")
    assert response.status_code == 422
    assert response.json()["code"] == "invalid_request"


def test_a_session_that_is_none_is_refused(client: TestClient) -> None:
    response = client.get("/api/v1/library?session=第x届")
    assert response.json()["code"] == "invalid_filter"
