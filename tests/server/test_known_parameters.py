"""What an address asks by a name that its route does not know is refused, and nothing is done."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.server.app import openapi_document
from assistant.server.wrong_fields import MAX_FIELD_PROBLEMS
from tests.server.conftest import KEY
from tests.server.fake_assistant import FakeAssistant

DOCUMENT = openapi_document()
OPERATIONS = [
    pytest.param(method, path, operation, id=f"{method} {path}")
    for path, methods in DOCUMENT["paths"].items()
    if path.startswith("/api/v1/")
    for method, operation in methods.items()
    if method in {"get", "delete"}  # what is asked by others stands in their bodies
]
WRITES = {"authorization": f"Bearer {KEY}"}


def parameters(operation: dict[str, Any]) -> list[str]:
    return [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_every_route_refuses_what_it_does_not_know_and_names_what_it_does(
    client: TestClient, method: str, path: str, operation: dict[str, Any]
) -> None:
    address = path.replace("{symbol}", "A/RES/75/45").replace("{", "").replace("}", "")
    refused = client.request(
        method, address, params={"boddy": "1"}, headers={**WRITES, "accept-language": "en"}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")
    ((parameter, detail),) = ((one["parameter"], one["detail"]) for one in refused.json()["errors"])
    assert parameter == "boddy"
    known = parameters(operation)
    named = detail.partition("there are: ")[2].rstrip(".").split(", ") if known else []
    assert sorted(named) == sorted(known)
    assert "422" in operation["responses"]


def test_a_misspelt_version_removes_nothing(client: TestClient, assistant: FakeAssistant) -> None:
    refused = client.delete("/api/v1/resolutions/A/RES/75/45?versoin=en", headers=WRITES)
    assert refused.status_code == 422
    assert "version" in refused.json()["errors"][0]["detail"]
    assert assistant.removed == []


def test_what_is_no_way_to_ask_an_address_stays_none(client: TestClient) -> None:
    series = "/api/v1/resolutions/A/RES/75/45/series"
    refused = client.delete(f"{series}?lang=en", headers=WRITES)
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")


def test_each_name_is_told_once_and_no_more_of_them_than_help(client: TestClient) -> None:
    many = "&".join(f"a{number}=1&a{number}=2" for number in range(100))
    refused = client.get(f"/api/v1/search?q=x&{many}")
    told = [one["parameter"] for one in refused.json()["errors"]]
    assert told == [f"a{number}" for number in range(MAX_FIELD_PROBLEMS)]


def test_the_address_without_a_version_refuses_as_well(client: TestClient) -> None:
    assert client.get("/api/search?q=x&lagn=en").status_code == 422


def test_what_is_known_is_answered_beside_what_asks_for_nothing(client: TestClient) -> None:
    assert client.get("/api/v1/search?q=x&limit=2&lang=en").status_code == 200
    assert client.get("/api/v1/mandates?addressee=a&addressee=b&timed=true").status_code == 200
    assert client.get("/api/v1/about?").status_code == 200


@pytest.mark.parametrize(
    "address", ["/api/health?_=1", "/api/ready?_=1", "/v1/models?_=1", "/?_=1"]
)
def test_probes_the_page_and_other_programs_apis_take_what_they_do_not_know(
    client: TestClient, address: str
) -> None:
    assert (
        client.get(address).status_code == client.get(address.partition("?")[0]).status_code == 200
    )
