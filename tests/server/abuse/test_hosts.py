"""The name that a server is asked by: links begin with it, so it must be one of its own."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from assistant.settings import load_settings, reached_as
from tests.server.abuse.conftest import UNLIMITED, problem
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served

ABOUT = "/api/v1/about"
NAMED = {"allowed_hosts": ["un.example.org"], "public_url": "https://readers.example.org/un"}
OURS = ("un.example.org", "UN.example.org:8443", "readers.example.org", "[::1]:80", "localhost")
OTHERS = (
    "evil.example",
    "un.example.org.evil.example",
    "evil.example@un.example.org@evil.example",
    "",
    "[::1",
)


def asked(address: str, path: str, host: str) -> httpx.Response:
    return httpx.get(f"{address}{path}", headers={"host": host})


def test_a_server_whose_names_are_listed_answers_to_no_other(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, **NAMED, **UNLIMITED)
    with served(FakeAssistant(), settings) as address:
        for host in OURS:
            assert asked(address, ABOUT, host).status_code == 200, host
        for host in OTHERS:
            for path in (ABOUT, "/", "/v1/models"):
                response = asked(address, path, host)
                assert response.status_code in {400, 421}, (host, path)
            assert asked(address, "/api/health", host or "x").status_code == 200
        refused = asked(address, ABOUT, "evil.example")
        assert problem(refused, 421) == "unknown_host"
        assert "x-content-type-options" in refused.headers
        assert asked(address, "/v1/models", "evil.example").json()["error"]["code"]


def test_links_of_an_answer_begin_with_no_name_of_somebody_else(tmp_path: Path) -> None:
    body = {
        "model": "resolution-assistant",
        "messages": [{"role": "user", "content": "第75/45号决议第13段写了什么"}],
    }
    settings = load_settings({}, data_dir=tmp_path, **NAMED, **UNLIMITED)
    with served(FakeAssistant(), settings) as address:
        chat = f"{address}/v1/chat/completions"
        evil = httpx.post(chat, json=body, headers={"host": "evil.example"})
        assert (evil.status_code, "evil.example/" in evil.text) == (421, False)
        ours = httpx.post(chat, json=body, headers={"host": "localhost"})
        assert "https://readers.example.org/un" in ours.text


@pytest.mark.parametrize("names", [[], ["*"]])
def test_without_a_list_any_name_will_do(tmp_path: Path, names: list[str]) -> None:
    settings = load_settings({}, data_dir=tmp_path, allowed_hosts=names, **UNLIMITED)
    with served(FakeAssistant(), settings) as address:
        assert asked(address, ABOUT, "library.local").status_code == 200


def test_a_servers_own_names_need_not_be_listed() -> None:
    this_machine = {"127.0.0.1", "localhost", "::1"}
    named = reached_as("10.0.0.7", "https://a.example:8443/x", ["B.example"])
    assert named == frozenset({*this_machine, "10.0.0.7", "a.example", "b.example"})
    assert reached_as("0.0.0.0", None, []) == frozenset(this_machine)  # noqa: S104
    assert reached_as("127.0.0.1", None, ["*"]) is None
