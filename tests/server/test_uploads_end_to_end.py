"""Uploads to the real service: a process of its own, stopped and killed while it works."""

from __future__ import annotations

import io
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.real_server import Served, serving
from tests.server.over_sockets import eventually
from tests.server.test_uploads import events_of

KEY = "the-key-of-a-real-server"
SETTINGS = {
    "ASSISTANT_UPLOAD_KEY": KEY,
    "ASSISTANT_SAMPLE_LIBRARY": "false",
    "ASSISTANT_EMBEDDER": "hashing",
}
FILES = 25  # enough work to be interrupted
SAMPLES = {"A/RES/72/31", "A/RES/75/45"}


def client_of(served: Served) -> httpx.Client:
    headers = {"authorization": f"Bearer {KEY}"}
    return httpx.Client(base_url=served.address, headers=headers, timeout=60)


@pytest.fixture
def api(tmp_path: Path) -> Iterator[httpx.Client]:
    with serving(tmp_path, **SETTINGS) as served, client_of(served) as client:
        yield client


def uploaded(api: httpx.Client, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    """The job of an upload, once it is done."""
    sent = [("files", file) for file in files]
    response = api.post("/api/v1/uploads", files=sent, data=fields)
    assert response.status_code == 202, response.text
    return finished(api, response.json()["href"])


def finished(api: httpx.Client, href: str) -> dict[str, Any]:
    *_, (name, job) = events_of(api.get(f"{href}/events").text)
    assert name == "done"
    assert job == api.get(href).json()
    return dict(job)


def held(api: httpx.Client) -> set[str]:
    return {summary["symbol"] for summary in api.get("/api/v1/resolutions").json()["resolutions"]}


def outcomes(job: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(result["name"], result["outcome"], result["symbol"]) for result in job["results"]]


def test_an_upload_is_tried_dry_taken_in_answered_from_and_unchanged_the_second_time(
    api: httpx.Client, sample_files: tuple[Path, Path]
) -> None:
    files = [(path.name, path.read_bytes()) for path in sample_files]
    wrong = ("购物清单.txt", "牛奶、鸡蛋".encode())
    dry = uploaded(api, *files, wrong, dry_run="true")
    assert (dry["state"], held(api)) == ("done", set())
    job = uploaded(api, *files, wrong)
    assert (job["state"], job["done"]) == ("done", 3)
    assert [outcome for _, outcome, _ in outcomes(job)] == ["added", "added", "refused"]
    assert outcomes(dry) == outcomes(job)
    assert job["results"][2]["reason_zh"]
    assert held(api) == SAMPLES
    answer = api.post("/api/v1/ask", json={"question": "第75/45号决议第14段"}).json()
    assert answer["status"] == "answered"
    again = uploaded(api, *files)
    assert [outcome for _, outcome, _ in outcomes(again)] == ["unchanged", "unchanged"]


def test_a_resolution_that_was_removed_is_asked_for_in_vain(
    api: httpx.Client, sample_files: tuple[Path, Path]
) -> None:
    uploaded(api, *((path.name, path.read_bytes()) for path in sample_files))
    assert api.delete("/api/v1/resolutions/75/45").json() == {"symbols": ["A/RES/75/45"]}
    assert held(api) == {"A/RES/72/31"}
    answer = api.post("/api/v1/ask", json={"question": "第75/45号决议第14段"}).json()
    assert answer["status"] == "not_found"
    assert api.delete("/api/v1/resolutions/75/45").status_code == 404
    assert api.get("/api/ready").status_code == 200


def test_a_bad_entry_of_an_archive_is_refused_and_the_others_are_taken_in(
    api: httpx.Client, sample_files: tuple[Path, Path]
) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a/good.txt", sample_files[0].read_bytes())
        opened.writestr("bad.txt", b"\0\1\2\3")
        opened.writestr("../../outside.txt", sample_files[1].read_bytes())
    job = uploaded(api, ("决议.zip", archive.getvalue()))
    assert outcomes(job) == [
        ("决议.zip/a/good.txt", "added", "A/RES/72/31"),
        ("决议.zip/bad.txt", "refused", None),
        ("决议.zip/outside.txt", "added", "A/RES/75/45"),
    ]
    assert (job["files"], job["done"]) == (1, 1)


def many(text: str, count: int) -> list[tuple[str, tuple[str, bytes]]]:
    """A resolution under many symbols."""
    found = []
    for number in range(1, count + 1):
        other = text.replace("75/45", f"75/{number}")
        assert other != text or number == 45
        found.append(("files", (f"{number}.txt", other.encode())))
    return found


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_an_accepted_upload_is_finished_by_the_next_server_however_the_first_one_ended(
    tmp_path: Path, sample_files: tuple[Path, Path], how: signal.Signals
) -> None:
    text = sample_files[1].read_text(encoding="utf-8")
    with serving(tmp_path, **SETTINGS) as served, client_of(served) as api:
        job = api.post("/api/v1/uploads", files=many(text, FILES)).json()
        assert eventually(lambda: api.get(job["href"]).json()["state"] == "running")
        served.process.send_signal(how)
        _, stderr = served.process.communicate(timeout=30)
        assert "Traceback" not in stderr
    with serving(tmp_path, **SETTINGS) as served, client_of(served) as api:
        done = finished(api, job["href"])
        assert (done["state"], done["files"]) == ("done", FILES)
        assert held(api) == {f"A/RES/75/{number}" for number in range(1, FILES + 1)}
        assert api.get("/api/ready").status_code == 200
    assert list((tmp_path / "uploads").iterdir()) == []
