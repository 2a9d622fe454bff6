"""Files made to harm whoever reads them, through the front door."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.reading.tiny_docx import docx, p, r
from tests.server.abuse.conftest import Attacked
from tests.server.over_sockets import eventually

ENTITIES = (
    '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">'
    '<!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'
)
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or chr(32)};".replace("a ", "a") * 10}">' for n in range(1, 10)
    )
    + "]>"
)


def packed(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def bomb() -> bytes:
    """A Word file of 100 kB whose text unpacks to 100 MB."""
    return docx(p(r("一" * 35_000_000)))


def nested() -> bytes:
    inner = packed(a=b"\0" * 10_000_000)
    for _ in range(4):
        inner = packed(**{f"{n}.zip": inner for n in range(5)})
    return inner


def climbing() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../../escaped.txt", "/tmp/escaped.txt", "..\\..\\escaped.txt"):  # noqa: S108
            archive.writestr(name, "not a resolution")
    return out.getvalue()


def deep() -> bytes:
    return docx("<w:p>" * 50_000 + "</w:p>" * 50_000)


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bomb": ("a.docx", bomb),
    "media bomb": ("a.docx", lambda: docx(p(r("x")), header="0" * 60_000_000)),
    "nested archives": ("a.zip", nested),
    "many entries": ("a.zip", lambda: packed(**{f"{n}.txt": b"" for n in range(500)})),
    "climbing names": ("a.zip", climbing),
    "entities": ("a.docx", lambda: docx(p(r("&x;&y;")), prolog=ENTITIES)),
    "billion laughs": ("a.docx", lambda: docx(p(r("&a9;")), prolog=LAUGHS)),
    "deep": ("a.docx", deep),
    "deep page": ("a.html", lambda: b"<div>" * 200_000),
    "long line": ("a.txt", lambda: b"articles I-I" * 100_000),
    "row of words": ("a.txt", ("第1届" + "联合国大会" * 50_000).encode),
    "no archive": ("a.docx", lambda: b"PK\x03\x04" + b"\xff" * 10_000),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_hostile_file_is_refused_alone_while_others_are_answered(
    real: Attacked, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name, made = FILES[kind]
    key = real.key("write")
    with httpx.Client(base_url=real.address, timeout=60) as api:
        before = api.get("/api/v1/resolutions").json()
        sent = api.post("/api/v1/uploads", files={"files": (name, made())}, headers=key)
        assert sent.status_code == 202, sent.text
        job: dict[str, Any] = {}
        slowest = 0.0

        def ended() -> bool:
            nonlocal slowest
            begun = time.monotonic()
            assert api.get("/api/health").status_code == 200
            slowest = max(slowest, time.monotonic() - begun)
            job.update(api.get(sent.json()["href"], headers=key).json())
            return job["state"] in {"done", "failed"}

        for _ in range(10):
            if eventually(ended):
                break
        assert job["state"] == "done", job
        assert job["results"], job
        assert {result["outcome"] for result in job["results"]} == {"refused"}
        assert "root:" not in str(job)
        assert api.get("/api/v1/resolutions").json() == before
    assert slowest < 5
    folder = tmp_path_factory.getbasetemp()
    assert list(folder.rglob("escaped.txt")) == []
