from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from assistant.errors import LibraryDamaged
from assistant.server.app import create_app
from assistant.server.jobs import MOST_WAITING
from assistant.server.receiving import receive
from assistant.settings import Settings, load_settings
from tests.server.conftest import KEY
from tests.server.fake_assistant import SYMBOL, FakeAssistant
from tests.server.over_sockets import PATIENCE, eventually, served

HAS_KEY = {"authorization": f"Bearer {KEY}"}
UPLOADS = "/api/v1/uploads"


def files(*names: str, data: bytes = b"text") -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (name, data)) for name in names]


def send(client: httpx.Client, *names: str, **fields: str) -> Any:
    sent = files(*names or ("a.txt",))
    return client.post(UPLOADS, files=sent, data=fields, headers=HAS_KEY)


def finished(client: httpx.Client, href: str) -> dict[str, Any]:
    job: dict[str, Any] = {}

    def ended() -> bool:
        job.update(client.get(href, headers=HAS_KEY).json())
        return job["state"] in {"done", "failed"}

    assert eventually(ended)
    return job


def events_of(text: str) -> list[tuple[str, Any]]:
    blocks = [
        dict(line.split(": ", 1) for line in block.splitlines())
        for block in text.strip().split("\n\n")
        if not block.startswith(":")
    ]
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def problem(response: httpx.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document: dict[str, Any] = response.json()
    return document


# ── a job ────────────────────────────────────────────────────────────────────────────────────


def test_an_upload_is_accepted_with_a_job_that_says_where_it_is(client: TestClient) -> None:
    response = send(client, "a.txt", "b.txt")
    assert response.status_code == 202
    job = response.json()
    assert job["state"] in {"queued", "running", "done"}
    assert (job["files"], job["dry_run"], job["error"]) == (2, False, None)
    assert response.headers["location"] == job["href"] == f"{UPLOADS}/{job['id']}"


def test_a_finished_job_has_a_result_for_every_file(client: TestClient) -> None:
    sent = [*files("a.txt"), *files("empty.txt", data=b"")]
    href = client.post(UPLOADS, files=sent, headers=HAS_KEY).json()["href"]
    job = finished(client, href)
    assert (job["state"], job["done"]) == ("done", 2)
    assert [(result["name"], result["outcome"]) for result in job["results"]] == [
        ("a.txt", "added"),
        ("empty.txt", "refused"),
    ]
    assert job["results"][1]["reason_zh"] == "是空的"


def test_bytes_names_symbol_and_dry_run_reach_the_service(
    client: TestClient, assistant: FakeAssistant
) -> None:
    finished(client, send(client, "决议.txt", symbol="75/45", dry_run="true").json()["href"])
    (file,) = assistant.ingested
    assert (file.name, file.data, file.symbol, file.dry_run) == ("决议.txt", b"text", "75/45", True)


def test_the_events_of_a_job_come_from_the_first_on_and_end_with_the_job(
    client: TestClient,
) -> None:
    href = send(client, "a.txt", "b.txt").json()["href"]
    job = finished(client, href)
    response = client.get(f"{href}/events", headers=HAS_KEY)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = events_of(response.text)
    assert [name for name, _ in events if name != "progress"] == ["result", "result", "done"]
    assert ("progress", {"step": "reading", "done": 2, "total": 2}) in events
    assert events[-1][1] == job
    assert [data for name, data in events if name == "result"] == job["results"]


def test_a_listener_that_comes_back_hears_only_what_it_missed(client: TestClient) -> None:
    href = send(client).json()["href"]
    finished(client, href)
    everything = events_of(client.get(f"{href}/events", headers=HAS_KEY).text)
    headers = {**HAS_KEY, "last-event-id": str(len(everything) - 1)}
    assert events_of(client.get(f"{href}/events", headers=headers).text) == everything[-1:]


@pytest.mark.parametrize(("lang", "said"), [("zh", "坏了"), ("en", "It is damaged")])
def test_a_failed_job_says_why_in_the_readers_language(
    client: TestClient, assistant: FakeAssistant, lang: str, said: str
) -> None:
    assistant.breaks_with = LibraryDamaged("坏了", "It is damaged")
    href = send(client).json()["href"]
    finished(client, href)
    job = client.get(href, headers={**HAS_KEY, "accept-language": lang}).json()
    assert (job["state"], job["error"]["code"]) == ("failed", "library_damaged")
    assert job["error"]["detail"] == said


def test_a_fault_of_ours_shows_nothing_of_the_program(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.breaks_with = RuntimeError("secret in a traceback")
    href = send(client).json()["href"]
    assert finished(client, href)["error"]["code"] == "internal_error"
    assert "secret" not in client.get(f"{href}/events", headers=HAS_KEY).text


@pytest.mark.parametrize("path", ["unknown", "unknown/events", "..%2f..%2fetc", "%00"])
def test_a_job_that_never_was_is_not_found(client: TestClient, path: str) -> None:
    said = problem(client.get(f"{UPLOADS}/{path}", headers=HAS_KEY), 404)
    assert said["code"] in {"no_such_upload", "no_such_route"}


@pytest.mark.parametrize(
    "name", ["../../x", "a\nb", "x" * 10_000 + ".txt", "..", "/etc/passwd", "\x1b[31m.txt"]
)
def test_a_hostile_name_is_only_ever_shown(
    client: TestClient, assistant: FakeAssistant, settings: Settings, name: str
) -> None:
    before = set(settings.data_dir.parent.iterdir())
    job = finished(client, send(client, name).json()["href"])
    (shown,) = [result["name"] for result in job["results"]]
    assert shown == assistant.ingested[0].name
    assert "/" not in shown
    assert len(shown) <= 200
    assert shown.isprintable()
    assert set(settings.data_dir.parent.iterdir()) == before


def test_a_nul_in_a_name_is_left_out(client: TestClient, assistant: FakeAssistant) -> None:
    form = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a\0b"\r\n\r\nx\r\n--b--'
    headers = {**HAS_KEY, "content-type": "multipart/form-data; boundary=b"}
    finished(client, client.post(UPLOADS, content=form, headers=headers).json()["href"])
    assert assistant.ingested[0].name == "ab"


# ── who may ──────────────────────────────────────────────────────────────────────────────────

RESOLUTION = f"/api/v1/resolutions/{SYMBOL}"
GUARDED = [
    ("POST", UPLOADS),
    ("GET", f"{UPLOADS}/x"),
    ("GET", f"{UPLOADS}/x/events"),
    ("DELETE", RESOLUTION),
]


@pytest.mark.parametrize(("method", "path"), GUARDED)
@pytest.mark.parametrize(
    "sent",
    ["", "Bearer", f"Basic {KEY}", f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", f"Bearer x {KEY}", KEY],
)
def test_without_the_key_nothing_is_told(
    client: TestClient, method: str, path: str, sent: str
) -> None:
    headers = {"authorization": sent} if sent else {}
    response = client.request(method, path, headers=headers)
    assert problem(response, 401)["code"] == "wrong_key"
    assert response.headers["www-authenticate"].startswith('Bearer realm="')
    assert KEY not in response.text


def test_a_key_beyond_ascii_is_a_wrong_one(client: TestClient) -> None:
    headers = {b"authorization": "Bearer 密钥密钥密钥密钥".encode()}
    problem(client.post(UPLOADS, files=files("a"), headers=headers), 401)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_may_be_written_in_any_case(client: TestClient, scheme: str) -> None:
    headers = {"authorization": f"{scheme} {KEY}"}
    assert client.post(UPLOADS, files=files("a"), headers=headers).status_code == 202


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_without_any_key_uploads_are_off_and_say_how_to_turn_them_on(
    tmp_path: Path, method: str, path: str
) -> None:
    app = create_app(FakeAssistant(), load_settings({}, data_dir=tmp_path))
    with TestClient(app) as client:
        said = problem(client.request(method, path), 403)
        problem(client.request(method, path, headers=HAS_KEY), 401)
    assert said["code"] == "uploads_off"
    assert "assistant keys create" in said["detail"]
    assert list(tmp_path.iterdir()) == []


def test_the_key_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n", encoding="ascii")
    settings = load_settings({}, data_dir=tmp_path, upload_key_file=tmp_path / "key")
    with TestClient(create_app(FakeAssistant(), settings)) as client:
        assert send(client).status_code == 202


def test_the_key_is_in_no_document_and_no_log(
    client: TestClient, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assistant.breaks_with = RuntimeError("a fault")
    job = finished(client, send(client, symbol="75/45").json()["href"])
    wrong = client.post(UPLOADS, content=b"x", headers=HAS_KEY)
    openapi = client.get("/api/v1/openapi.json")
    assert wrong.status_code == 415
    for text in (json.dumps(job), wrong.text, openapi.text, caplog.text):
        assert KEY not in text
    assert "a fault" in caplog.text


# ── taking out ───────────────────────────────────────────────────────────────────────────────


def test_a_resolution_is_removed_and_named(client: TestClient, assistant: FakeAssistant) -> None:
    response = client.delete("/api/v1/resolutions/75/45", headers=HAS_KEY)
    assert response.status_code == 200
    assert response.json() == {"symbols": [SYMBOL]}
    client.delete(RESOLUTION, params={"version": "zh"}, headers=HAS_KEY)
    assert assistant.removed == [(SYMBOL, None), (SYMBOL, "zh")]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/resolutions/99/9", 404),
        (f"{RESOLUTION}?version=en", 404),
        (f"{RESOLUTION}?version=xx", 422),
    ],
)
def test_what_is_not_held_cannot_be_removed(
    client: TestClient, assistant: FakeAssistant, path: str, status: int
) -> None:
    problem(client.delete(path, headers=HAS_KEY), status)
    assert assistant.removed == []


def test_nothing_is_removed_while_an_upload_is_taken_in(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.gate.clear()
    send(client)
    assert eventually(lambda: assistant.at_once == 1)
    response = client.delete(RESOLUTION, headers=HAS_KEY)
    assert problem(response, 503)["code"] == "library_writing"
    assert int(response.headers["retry-after"]) > 0
    assert assistant.removed == []


# ── how much ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [
        (files("大.txt", data=b"x" * 1_001), "file_too_large", "1000"),
        (files(*["a"] * 30, data=b"x" * 999), "upload_too_large", "20000"),
        (files(*["a"] * 4), "too_many_files", " 3 "),
    ],
)
def test_what_is_too_much_is_refused_with_the_limit(
    client: TestClient, settings: Settings, sent: Any, code: str, said: str
) -> None:
    for lang in ("zh", "en"):
        headers = {**HAS_KEY, "accept-language": lang}
        document = problem(client.post(UPLOADS, files=sent, headers=headers), 413)
        assert document["code"] == code
        assert said in document["detail"]
    assert list((settings.data_dir / "uploads").iterdir()) == []


def test_a_body_that_lies_about_its_length_is_counted_as_it_comes(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        yield b"--b\r\n"
        for _ in range(100):
            yield b'Content-Disposition: form-data; name="f"; filename="a"\r\n\r\n'
            yield b"x" * 900 + b"\r\n--b\r\n"

    headers = {
        **HAS_KEY,
        "content-type": "multipart/form-data; boundary=b",
        "content-length": "10",
    }
    response = client.post(UPLOADS, content=endless(), headers=headers)
    assert problem(response, 413)["code"] in {"too_many_files", "upload_too_large"}


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b'{"files": []}', "application/json", 415),
        (b"text", "text/plain", 415),
        (b"", "", 415),
        (b"--b--\r\n", "multipart/form-data; boundary=b", 422),
        (b"--b\r\n", "multipart/form-data; boundary=b", 400),
        (b"x", "multipart/form-data", 400),
    ],
)
def test_what_is_no_form_with_files_is_refused(
    client: TestClient, settings: Settings, content: bytes, kind: str, status: int
) -> None:
    response = client.post(UPLOADS, content=content, headers={**HAS_KEY, "content-type": kind})
    problem(response, status)
    assert list((settings.data_dir / "uploads").iterdir()) == []


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"symbol": ""}, "/symbol"),
        ({"symbol": "x" * 101}, "/symbol"),
        ({"symbol": "a\0b"}, "/symbol"),
        ({"dry_run": "perhaps"}, "/dry_run"),
        ({"dryrun": "true"}, "/dryrun"),
    ],
)
def test_a_wrong_field_is_pointed_at(
    client: TestClient, assistant: FakeAssistant, fields: dict[str, str], pointer: str
) -> None:
    document = problem(send(client, **fields), 422)
    assert [item["pointer"] for item in document["errors"]] == [pointer]
    assert document["errors"][0]["detail"] not in {"内容不正确。", ""}
    assert assistant.ingested == []


def test_a_symbol_goes_with_one_file(client: TestClient) -> None:
    document = problem(send(client, "a", "b", symbol="75/45"), 422)
    assert document["code"] == "symbol_for_one_file"


def test_a_full_queue_says_when_to_come_back(client: TestClient, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    send(client)
    assert eventually(lambda: assistant.at_once == 1)
    for _ in range(MOST_WAITING):
        assert send(client).status_code == 202
    response = send(client)
    assert problem(response, 503)["code"] == "uploads_waiting"
    assert int(response.headers["retry-after"]) > 0


# ── over real sockets ────────────────────────────────────────────────────────────────────────


def test_questions_are_answered_while_an_upload_is_taken_in(settings: Settings) -> None:
    assistant = FakeAssistant()
    assistant.gate.clear()
    with served(assistant, settings) as address, httpx.Client(base_url=address) as api:
        href = send(api).json()["href"]
        assert eventually(lambda: api.get(href, headers=HAS_KEY).json()["state"] == "running")
        assert api.post("/api/v1/ask", json={"question": "x"}).status_code == 200
        assert api.get(href, headers=HAS_KEY).json()["state"] == "running"
        assistant.gate.set()
        assert finished(api, href)["state"] == "done"


def test_a_listener_hears_events_as_they_happen(settings: Settings) -> None:
    assistant = FakeAssistant()
    assistant.gate.clear()
    with served(assistant, settings) as address, httpx.Client(base_url=address) as api:
        href = send(api).json()["href"]
        with api.stream("GET", f"{href}/events", headers=HAS_KEY) as response:
            lines = response.iter_lines()
            assert next(lines) == "event: progress"
            assert assistant.ingested == []
            assistant.gate.set()
            assert "event: done" in list(lines)


def test_many_listeners_keep_nobody_from_asking(settings: Settings) -> None:
    # More than the thread pool has threads: a listener must not take one.
    assistant = FakeAssistant()
    assistant.gate.clear()
    with served(assistant, settings) as address, httpx.Client(base_url=address) as api:
        href = send(api).json()["href"]
        heard = []

        def listen() -> None:
            heard.append(httpx.get(f"{address}{href}/events", headers=HAS_KEY, timeout=30).text)

        listeners = [threading.Thread(target=listen) for _ in range(60)]
        for listener in listeners:
            listener.start()
        assert api.post("/api/v1/ask", json={"question": "x"}, timeout=20).status_code == 200
        assistant.gate.set()
        for listener in listeners:
            listener.join(PATIENCE)
    assert len(heard) == 60
    assert all("event: done" in text for text in heard)


def test_a_quiet_job_keeps_its_listeners_connected(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fastapi.routing._PING_INTERVAL", 0.05)
    assistant = FakeAssistant()
    assistant.gate.clear()
    with served(assistant, settings) as address, httpx.Client(base_url=address) as api:
        send(api)
        waiting = send(api).json()["href"]
        with api.stream("GET", f"{waiting}/events", headers=HAS_KEY) as response:
            assert next(response.iter_lines()).startswith(":")
            assistant.gate.set()


def test_an_upload_that_is_cut_off_leaves_nothing(settings: Settings) -> None:
    assistant = FakeAssistant()
    spool = settings.data_dir / "uploads"

    def cut() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nhalf of it'
        assert eventually(lambda: any(spool.rglob("a")))
        raise ConnectionAbortedError

    headers = {**HAS_KEY, "content-type": "multipart/form-data; boundary=b"}
    with served(assistant, settings) as address:
        with pytest.raises(ConnectionAbortedError):
            httpx.post(f"{address}{UPLOADS}", content=cut(), headers=headers)
        assert eventually(lambda: list(spool.iterdir()) == [])
        assert httpx.post(f"{address}{UPLOADS}", files=files("a"), headers=HAS_KEY).is_success
        assert eventually(lambda: len(assistant.ingested) == 1)


def test_a_sender_that_stalls_is_told_so_and_leaves_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = partial(receive, patience=0.1)
    monkeypatch.setattr("assistant.server.upload_routes.receive", impatient)

    def stalling() -> Iterator[bytes]:
        yield b"--b\r\n"
        threading.Event().wait(1.0)
        yield b"--b--"

    headers = {**HAS_KEY, "content-type": "multipart/form-data; boundary=b"}
    with served(FakeAssistant(), settings) as address:
        try:
            response = httpx.post(f"{address}{UPLOADS}", content=stalling(), headers=headers)
        except httpx.TransportError:
            pass  # the server had answered and hung up before all of it was sent
        else:
            assert problem(response, 408)["code"] == "upload_too_slow"
        assert eventually(lambda: list((settings.data_dir / "uploads").iterdir()) == [])


def test_a_sender_of_far_too_much_still_reads_why_it_was_refused(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, upload_key=KEY, max_upload_bytes=100_000)
    sent = files("a.txt", data=b"x" * 20_000_000)
    with served(FakeAssistant(), settings) as address:
        response = httpx.post(f"{address}{UPLOADS}", files=sent, headers=HAS_KEY, timeout=30)
        assert "100000" in problem(response, 413)["detail"]
        wrong = httpx.post(f"{address}{UPLOADS}", files=sent, timeout=30)
        assert problem(wrong, 401)["code"] == "wrong_key"


def test_a_server_that_closes_takes_up_the_running_job_at_its_next_start(
    settings: Settings,
) -> None:
    assistant = FakeAssistant()
    assistant.gate.clear()
    with served(assistant, settings) as address:
        job = httpx.post(f"{address}{UPLOADS}", files=files("a"), headers=HAS_KEY).json()
        assert eventually(lambda: assistant.at_once == 1)
    assert assistant.at_once == 0
    assert assistant.ingested == []
    assistant.gate.set()
    with served(assistant, settings) as address, httpx.Client(base_url=address) as api:
        assert finished(api, job["href"])["state"] == "done"
    assert [file.name for file in assistant.ingested] == ["a"]


def test_a_key_is_tried_without_uploading_and_tells_what_may_be_sent(client: TestClient) -> None:
    problem(client.get(UPLOADS), 401)
    problem(
        client.get(UPLOADS, headers={"authorization": "Bearer another-key-of-some-length"}), 401
    )
    desk = client.get(UPLOADS, headers=HAS_KEY).json()
    assert desk == {"file_bytes": 1_000, "total_bytes": 20_000, "files": 3, "uploads": []}


def test_uploads_are_found_again_by_who_has_the_key(client: TestClient) -> None:
    first = finished(client, send(client, "a.txt").json()["href"])
    second = finished(client, send(client, "b.txt").json()["href"])
    assert client.get(UPLOADS, headers=HAS_KEY).json()["uploads"] == [first, second]


def test_a_waiting_upload_is_cancelled_and_says_so(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.gate.clear()
    send(client, "a.txt")
    href = send(client, "b.txt").json()["href"]
    problem(client.delete(href), 401)
    cancelled = client.delete(href, headers=HAS_KEY).json()
    assert (cancelled["state"], cancelled["results"]) == ("cancelled", [])
    assistant.gate.set()
    assert client.get(href, headers=HAS_KEY).json()["state"] == "cancelled"


def test_an_upload_that_never_was_cannot_be_cancelled(client: TestClient) -> None:
    problem(client.delete(f"{UPLOADS}/nothing", headers=HAS_KEY), 404)
