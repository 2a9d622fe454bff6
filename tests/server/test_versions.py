from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.server.versions import CURRENT, CurrentVersion
from tests.running import run
from tests.server.conftest import KEY

FIXED_NAMES = ("ask", "ask/stream", "resolutions", "search")


@pytest.mark.parametrize(
    "path", ["resolutions", "resolutions/A/RES/75/45", "about", "openapi.json"]
)
def test_an_address_without_version_says_the_same_as_the_current_one(
    client: TestClient, path: str
) -> None:
    versioned = client.get(f"{CURRENT}/{path}")
    assert versioned.status_code == 200
    assert client.get(f"/api/{path}").content == versioned.content


def test_what_is_posted_to_an_address_without_version_arrives(client: TestClient) -> None:
    for path in ("/api/ask", f"{CURRENT}/ask"):
        answer = client.post(path, json={"question": "第75/45号决议"}, follow_redirects=False)
        assert (answer.status_code, answer.json()["status"]) == (200, "answered")


@pytest.mark.parametrize("probe", ["health", "ready"])
def test_the_probes_have_no_version(client: TestClient, probe: str) -> None:
    assert client.get(f"/api/{probe}").status_code == 200
    assert client.get(f"{CURRENT}/{probe}").json()["code"] == "no_such_route"


@pytest.mark.parametrize("path", ["/api/v2/resolutions", "/api/v10", "/api/v1", "/api/", "/api"])
def test_a_version_that_is_not_there_is_not_answered_by_another(
    client: TestClient, path: str
) -> None:
    assert client.get(path).json()["code"] == "no_such_route"


def test_the_document_names_each_address_once_and_with_its_version(client: TestClient) -> None:
    document: dict[str, Any] = client.get(f"{CURRENT}/openapi.json").json()
    paths = set(document["paths"])
    assert {f"{CURRENT}/{name}" for name in FIXED_NAMES} <= paths
    assert {path for path in paths if not path.startswith(f"{CURRENT}/")} == {
        "/api/health",
        "/api/ready",
    }
    described = json.dumps(document).replace(CURRENT, "").replace("/api/health", "")
    assert "/api/" not in described.replace("/api/ready", "")


def test_what_an_upload_by_the_old_address_leads_to_has_the_version(client: TestClient) -> None:
    sent = client.post(
        "/api/uploads",
        files=[("files", ("a.txt", b"text"))],
        headers={"authorization": f"Bearer {KEY}"},
    )
    assert sent.status_code == 202
    assert sent.headers["location"] == sent.json()["href"]
    assert sent.headers["location"].startswith(f"{CURRENT}/uploads/")


def test_a_symbol_that_is_written_like_an_address_keeps_its_letters() -> None:
    # Only the first of the path leads anywhere; %2F in a name stays as it was sent.
    found: list[Any] = []

    async def inside(scope: Any, receive: Any, send: Any) -> None:
        found.append((scope["path"], scope["raw_path"]))

    async def nothing(*_: object) -> Any:
        return None

    scope = {
        "type": "http",
        "path": "/api/resolutions/a/api/b",
        "raw_path": b"/api/resolutions/a%2Fapi/b",
    }
    run(CurrentVersion(inside)(scope, nothing, nothing))
    assert found == [
        (f"{CURRENT}/resolutions/a/api/b", f"{CURRENT}/resolutions/a%2Fapi/b".encode())
    ]
    assert scope["path"] == "/api/resolutions/a/api/b"
