"""Pages from elsewhere, and what browsers are told of ours."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from assistant.errors import InvalidSettings
from assistant.server.headers import SECURITY_HEADERS
from assistant.settings import load_settings
from tests.server.abuse.conftest import UNLIMITED, Attacked, bearer
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served

OURS, EVIL = "https://library.example", "https://evil.example"
ASKS = {"access-control-request-method": "POST", "access-control-request-headers": "authorization"}
ABOUT = "/api/v1/about"


def shared_with(response: httpx.Response) -> str | None:
    origin: str | None = response.headers.get("access-control-allow-origin")
    return origin


@pytest.mark.parametrize("origin", [OURS, EVIL, "null", "http://127.0.0.1"])
def test_no_page_from_elsewhere_is_let_in_unless_it_is_named(
    attacked: Attacked, origin: str
) -> None:
    asked = httpx.options(f"{attacked.address}{ABOUT}", headers={"origin": origin, **ASKS})
    assert shared_with(asked) is None
    got = httpx.get(f"{attacked.address}{ABOUT}", headers={"origin": origin})
    assert shared_with(got) is None


def test_a_page_that_is_named_may_call_with_a_key_and_never_with_the_cookie(
    tmp_path: Path,
) -> None:
    settings = load_settings({}, data_dir=tmp_path, cors_origins=[OURS], **UNLIMITED)
    with served(FakeAssistant(), settings) as address:
        asked = httpx.options(f"{address}{ABOUT}", headers={"origin": OURS, **ASKS})
        assert (asked.status_code, shared_with(asked)) == (200, OURS)
        assert "authorization" in asked.headers["access-control-allow-headers"].lower()
        refused = httpx.get(f"{address}{ABOUT}", headers={"origin": OURS, **bearer("wrong")})
        for response in (asked, refused, httpx.get(f"{address}{ABOUT}", headers={"origin": OURS})):
            assert shared_with(response) == OURS  # so that the page can read why
            assert "access-control-allow-credentials" not in response.headers
        for other in (EVIL, "null", f"{OURS}.evil.example", OURS.replace("https", "http")):
            assert shared_with(httpx.get(f"{address}{ABOUT}", headers={"origin": other})) is None


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/mcp", "authorization,content-type,mcp-protocol-version,mcp-method,mcp-session-id"),
        ("/v1/chat/completions", "authorization,x-stainless-lang,x-stainless-runtime-version"),
        ("/api/v1/ask", "authorization,idempotency-key,accept-language"),
    ],
)
def test_a_page_that_is_named_may_use_every_way_in_with_its_own_headers(
    tmp_path: Path, path: str, headers: str
) -> None:
    settings = load_settings({}, data_dir=tmp_path, cors_origins=[OURS], **UNLIMITED)
    with served(FakeAssistant(), settings) as address:
        asked = httpx.options(
            f"{address}{path}",
            headers={"origin": OURS, **ASKS, "access-control-request-headers": headers},
        )
        assert (asked.status_code, shared_with(asked)) == (200, OURS)
        allowed = asked.headers["access-control-allow-headers"].lower()
        assert set(headers.split(",")) <= {one.strip() for one in allowed.split(",")}


@pytest.mark.parametrize("origin", ["*", "library.example", "https://a/b", "https://a b", "null"])
def test_what_is_no_origin_is_refused_with_its_name(origin: str) -> None:
    with pytest.raises(InvalidSettings, match="ASSISTANT_CORS_ORIGINS"):
        load_settings({}, cors_origins=[origin])


@pytest.mark.parametrize("proxies", [["many"], ["10.0.0.0/99"], ["*"]])
def test_what_is_no_network_is_refused_with_its_name(proxies: list[str]) -> None:
    with pytest.raises(InvalidSettings, match="ASSISTANT_TRUSTED_PROXIES"):
        load_settings({}, trusted_proxies=proxies)


def test_the_headers_that_keep_a_page_safe_are_these() -> None:
    """Written out, so that one that is dropped is missed."""
    policy = dict(
        part.strip().split(" ", 1)
        for part in SECURITY_HEADERS["content-security-policy"].split(";")
    )
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert {name: value for name, value in SECURITY_HEADERS.items() if "policy" not in name} == {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }
    assert SECURITY_HEADERS["referrer-policy"] == "no-referrer"
    assert SECURITY_HEADERS["cross-origin-opener-policy"] == "same-origin"
    assert "microphone=()" in SECURITY_HEADERS["permissions-policy"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", ABOUT, 200),
        ("GET", "/api/health", 200),
        ("GET", "/api/v1/nothing", 404),
        ("PATCH", ABOUT, 405),
        ("DELETE", "/api/v1/resolutions/75/45", 401),
        ("POST", "/api/v1/ask", 422),
    ],
)
def test_every_answer_tells_browsers_what_they_may_do_with_it(
    attacked: Attacked, method: str, path: str, status: int
) -> None:
    attacked.key("write")
    response = httpx.request(method, f"{attacked.address}{path}")
    assert response.status_code == status
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value
    assert len(response.headers["x-request-id"]) == 32
    assert "server" not in response.headers
