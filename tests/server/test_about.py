"""What the page is told before anybody asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.server.app import create_app
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.answering.generative.scripted import Reply, serving
from tests.library.serving import serving as vectors

KEY = "sk-never-to-be-shown"


@contextmanager
def told_by(tmp_path: Path, **chosen: Any) -> Iterator[TestClient]:
    """A client of the real assistant under these settings."""
    settings = load_settings(
        {}, data_dir=tmp_path, embedder="hashing", sample_library=False, **chosen
    )
    with Assistant.open(settings) as assistant, TestClient(create_app(assistant, settings)) as api:
        yield api


def test_the_route_gives_what_the_service_says(client: TestClient) -> None:
    assert client.get("/api/v1/about").json() == {
        "model": "m",
        "destinations": [{"what": "llm", "host": "api.example.org", "model": "m"}],
        "conversation_days": 30,
    }


def test_without_a_model_nothing_goes_anywhere(tmp_path: Path) -> None:
    with told_by(tmp_path, conversation_days=0) as api:
        assert api.get("/api/v1/about").json() == {
            "model": None,
            "destinations": [],
            "conversation_days": 0,
        }


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_model_on_the_same_machine_is_named_and_is_no_destination(
    tmp_path: Path, host: str
) -> None:
    with told_by(tmp_path, llm_url=f"http://{host}:1/v1", llm_model="qwen3:4b") as api:
        said = api.get("/api/v1/about").json()
    assert (said["model"], said["destinations"]) == ("qwen3:4b", [])


def test_of_a_remote_model_the_host_is_told_and_neither_path_nor_port_nor_key(
    tmp_path: Path,
) -> None:
    url = "https://api.example.org:8443/team-7/v1"
    with told_by(tmp_path, llm_url=url, llm_model="m", llm_key=KEY) as api:
        response = api.get("/api/v1/about")
    assert response.json()["destinations"] == [
        {"what": "llm", "host": "api.example.org", "model": "m"}
    ]
    for secret in (KEY, "team-7", "8443"):
        assert secret not in response.text


def test_another_integration_counts_as_elsewhere(tmp_path: Path) -> None:
    path = "llama_index.core.llms.mock.MockLLM"
    with told_by(tmp_path, llm_class=path) as api:
        (only,) = api.get("/api/v1/about").json()["destinations"]
    assert (only["what"], only["host"]) == ("llm", path)


def test_whether_a_library_is_ready_asks_no_model(tmp_path: Path) -> None:
    """A probe every few seconds must not cost tokens, and quotations are given without a model."""
    with (
        serving(Reply(status=500)) as (url, script),
        told_by(tmp_path, llm_url=url, llm_model="m") as api,
    ):
        assert api.get("/api/ready").status_code == 200
    assert script.asked == []


def test_a_library_is_ready_while_its_embedder_elsewhere_is_silent(tmp_path: Path) -> None:
    """Questions are answered by words meanwhile; doctor says what is wrong."""
    with vectors() as served:
        settings = load_settings(
            {}, data_dir=tmp_path, embedder_url=f"{served.url}/v1", embedder_model="bge-m3"
        )
        with (
            Assistant.open(settings) as assistant,
            TestClient(create_app(assistant, settings)) as api,
        ):
            served.status = 500
            before = len(served.asked)
            assert api.get("/api/ready").status_code == 200
            assert len(served.asked) == before
            assert not all(check.ok for check in assistant.doctor())
