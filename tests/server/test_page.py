from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.server.headers import FOREVER, ResponseHeaders
from assistant.server.page import add_page


@pytest.fixture
def built(tmp_path: Path) -> TestClient:
    (tmp_path / "secret.txt").write_text("outside")
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<title>决议问答</title>", encoding="utf-8")
    (static / "assets" / "index-MsxiG8h2.js").write_text("0")
    (static / "assets" / "icon.svg").write_text("<svg/>")
    return _served(static)


def _served(static: Path) -> TestClient:
    app = FastAPI()
    add_page(app, static)
    app.add_middleware(ResponseHeaders)
    return TestClient(app)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/conversations/c-1",
        "/answers/a-1",
        "/resolutions",
        "/resolutions/A/RES/75/45",
        "/compare?a=A/RES/72/31&b=A/RES/75/45",
        "/series",
        "/series/A/RES/75/45",
        "/graph",
        "/graph/A/RES/75/45",
        "/mandates",
        "/about",
    ],
)
def test_the_page_opens_at_its_own_paths_and_is_asked_for_anew(
    built: TestClient, path: str
) -> None:
    response = built.get(path)
    assert "决议问答" in response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"


def test_assets_are_kept_for_ever_because_their_names_change(built: TestClient) -> None:
    response = built.get("/assets/index-MsxiG8h2.js")
    assert response.headers["cache-control"] == FOREVER
    assert "javascript" in response.headers["content-type"]


def test_a_file_that_keeps_its_name_is_asked_for_anew(built: TestClient) -> None:
    assert built.get("/assets/icon.svg").headers["cache-control"] == "no-cache"


def test_a_missing_asset_is_not_kept(built: TestClient) -> None:
    response = built.get("/assets/index-Missing8.js")
    assert response.status_code == 404
    assert response.headers["cache-control"] == "no-store"


BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "en"}


def test_a_person_who_is_led_nowhere_gets_the_page_that_says_so(built: TestClient) -> None:
    response = built.get("/nothing/here", headers=BROWSER)
    assert response.status_code == 404
    assert "决议问答" in response.text
    assert response.headers["cache-control"] == "no-cache"
    assert "default-src 'self'" in response.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/assets/index-Missing8.js"])
def test_a_program_that_is_led_nowhere_gets_a_problem_document(
    built: TestClient, path: str
) -> None:
    response = built.get(path, headers=BROWSER)
    assert response.status_code == 404
    assert response.json()["code"] == "no_such_route"
    assert built.get("/nothing/here").json()["code"] == "no_such_route"


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt"]
)
def test_nothing_outside_the_page_is_served(built: TestClient, path: str) -> None:
    response = built.get(path)
    assert response.status_code == 404
    assert "outside" not in response.text


def test_an_unbuilt_page_says_what_to_do_in_both_languages(tmp_path: Path) -> None:
    response = _served(tmp_path / "nothing").get("/")
    assert response.status_code == 200
    assert "make page" in response.text
    assert "尚未构建" in response.text
    assert "has not been built" in response.text


def test_every_response_forbids_what_the_page_does_not_need(built: TestClient) -> None:
    headers = built.get("/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
