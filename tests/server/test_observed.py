"""What is told of every request: a line, a count, a span; never its address."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from assistant.library.library import Library
from assistant.observing.metrics import Metrics
from assistant.observing.observing import Observing
from assistant.observing.traces import Traces
from assistant.server.app import create_app
from assistant.server.gate import MOST_HEADERS
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.observing.lines import Lines, logged
from tests.server.conftest import KEY
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually, served

WORDS = "哪些决议提到了某国"


@dataclass
class Watched:
    client: TestClient
    lines: Lines
    fake: FakeAssistant
    exporter: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)

    def line(self) -> dict[str, Any]:
        """The line of the last request."""
        return self.lines.of("request")[-1]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    exporter = InMemorySpanExporter()
    observing = Observing(Metrics(), Traces(SimpleSpanProcessor(exporter)))
    settings = load_settings({}, data_dir=tmp_path, upload_key=KEY, rate_limit_address="40/minute")
    fake = FakeAssistant()
    app = create_app(fake, settings, observing)
    with logged(log_level="debug") as lines, TestClient(app, raise_server_exceptions=False) as it:
        yield Watched(it, lines, fake, exporter)


@pytest.mark.parametrize(
    ("method", "path", "status", "route"),
    [
        ("GET", f"/api/v1/search?q={WORDS}", 200, "/api/v1/search"),
        ("GET", "/api/search?q=x", 200, "/api/v1/search"),
        ("GET", "/api/v1/resolutions/A/RES/75/45", 200, "/api/v1/resolutions/{symbol:path}"),
        ("GET", f"/api/v1/resolutions/{WORDS}", 404, "/api/v1/resolutions/{symbol:path}"),
        ("GET", "/api/v1/conversations/c1", 200, "/api/v1/conversations/{conversation_id}"),
        ("GET", "/api/health", 200, "/api/health"),
        ("GET", "/v1/models", 200, "/v1/models"),
        ("PUT", "/mcp", 405, "/mcp"),
        ("GET", f"/{WORDS}", 404, "-"),
        ("GET", f"/api/v1/{WORDS}", 404, "-"),
        ("POST", "/api/health", 405, "/api/health"),
        (WORDS[:0] + "BREW", "/api/health", 405, "/api/health"),
    ],
)
def test_a_request_is_told_by_the_template_of_its_route(
    watched: Watched, method: str, path: str, status: int, route: str
) -> None:
    response = watched.client.request(method, path)
    line = watched.line()
    assert (response.status_code, line["status"], line["route"]) == (status, status, route)
    assert line["method"] == (method if method != "BREW" else "other")
    assert line["request_id"] == response.headers["x-request-id"]
    assert line["who"] == "-"
    assert line["duration_ms"] >= 0
    assert WORDS not in watched.lines.text
    (span,) = (one for one in watched.exporter.get_finished_spans() if one.parent is None)
    assert span.name == f"{line['method']} {route}"
    assert line["trace_id"] == f"{span.context.trace_id:032x}"


def test_a_key_is_told_by_its_id_and_a_problem_by_its_code(watched: Watched) -> None:
    issued = watched.fake.access.keys.create("", "read")
    bearer = {"authorization": f"Bearer {issued.secret}"}
    watched.client.get("/api/v1/uploads", headers=bearer)
    assert (watched.line()["who"], watched.line()["code"]) == (issued.key.id, "scope_too_small")
    assert issued.secret not in watched.lines.text


def test_what_no_route_foresaw_is_told_with_its_id_and_without_its_words(watched: Watched) -> None:
    watched.fake.breaks_with = ValueError(WORDS)
    response = watched.client.get("/api/v1/mandates")
    assert response.status_code == 500
    assert watched.line()["status"] == 500
    assert watched.line()["request_id"] == response.headers["x-request-id"]
    assert WORDS not in watched.lines.text


def test_what_is_refused_before_any_route_is_told_too(watched: Watched) -> None:
    headers = {f"x-{n}": "1" for n in range(MOST_HEADERS + 1)}
    assert watched.client.get("/api/v1/search?q=x", headers=headers).status_code == 431
    assert (watched.line()["status"], watched.line()["route"]) == (431, "-")
    for _ in range(41):
        last = watched.client.get("/api/v1/search?q=x")
    assert last.status_code == 429
    assert (watched.line()["status"], watched.line()["route"]) == (429, "-")
    text = watched.client.app.state.observing.metrics.written("")[0].decode()  # type: ignore[attr-defined]
    assert "assistant_http_requests_limited_total 0.0" not in text


def test_what_an_upload_does_bears_the_id_of_the_request_that_brought_it(watched: Watched) -> None:
    bearer = {"authorization": f"Bearer {KEY}"}
    response = watched.client.post(
        "/api/v1/uploads", files={"files": ("a.txt", b"x")}, headers=bearer
    )
    watched.fake.gate.set()
    assert response.status_code == 202

    def is_told() -> bool:
        return any("an upload of 1 files" in line["event"] for line in watched.lines.all())

    assert eventually(is_told)
    (line,) = (one for one in watched.lines.all() if "an upload" in one["event"])
    assert line["request_id"] == response.headers["x-request-id"]
    assert line["upload"] == response.json()["id"]


# ── over sockets ─────────────────────────────────────────────────────────────────────────────


@contextmanager
def asked_over_sockets(fake: FakeAssistant, folder: Path) -> Iterator[tuple[str, Lines]]:
    settings = load_settings({}, data_dir=folder, metrics="open")
    with logged() as lines, served(fake, settings) as address:
        yield address, lines


def test_of_a_fault_the_server_tells_the_place_and_the_id_of_the_request(tmp_path: Path) -> None:
    fake = FakeAssistant()
    fake.breaks_with = ValueError(WORDS)
    with asked_over_sockets(fake, tmp_path) as (address, lines):
        response = httpx.get(f"{address}/api/v1/mandates")
        assert eventually(lambda: any("exception" in line for line in lines.all()))
    (fault,) = (line for line in lines.all() if "exception" in line)
    assert fault["request_id"] == response.headers["x-request-id"]
    assert "fake_assistant.py" in fault["exception"]
    assert fault["exception"].endswith("ValueError")
    assert WORDS not in lines.text


def test_a_stream_is_open_while_it_is_read_and_ends_when_its_reader_leaves(tmp_path: Path) -> None:
    fake = FakeAssistant()
    fake.length, fake.pause = 1_000, 0.02
    open_now = "assistant_streams_open 1.0"
    with asked_over_sockets(fake, tmp_path) as (address, lines):
        body = {"question": WORDS}
        with httpx.stream("POST", f"{address}/api/v1/ask/stream", json=body) as stream:
            lines_sent = stream.iter_lines()  # one that is let go of hangs up
            next(lines_sent)
            assert open_now in httpx.get(f"{address}/metrics").text
            begun = time.monotonic()
        assert eventually(lambda: open_now not in httpx.get(f"{address}/metrics").text)
        assert time.monotonic() - begun < 15
    (line,) = (one for one in lines.of("request") if one["route"] == "/api/v1/ask/stream")
    assert line["status"] == 200
    assert WORDS not in lines.text


# ── answers ──────────────────────────────────────────────────────────────────────────────────


def test_an_answers_steps_are_spans_below_its_request_whatever_threads_work_on_it(
    sample_library: Library, tmp_path: Path
) -> None:
    exporter = InMemorySpanExporter()
    observing = Observing(None, Traces(SimpleSpanProcessor(exporter)))
    observed = Assistant(sample_library, sample_library.settings, observer=observing.answered)
    settings = load_settings({}, data_dir=tmp_path)
    with logged() as lines, TestClient(create_app(observed, settings, observing)) as client:
        body = {"question": "第75/45号决议请秘书长做什么"}
        parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        said = client.post("/api/v1/ask/stream", json=body, headers={"traceparent": parent})
    spans = {span.name: span for span in exporter.get_finished_spans()}
    assert {"answer", "understand", "retrieve", "write", "verify"} < set(spans)
    request = spans["POST /api/v1/ask/stream"]
    assert f"{request.context.trace_id:032x}" == parent.split("-")[1]
    assert spans["answer"].parent == request.context
    assert all(spans[name].parent == spans["answer"].context for name in ("write", "verify"))
    (line,) = lines.of("answer")
    assert line["request_id"] == said.headers["x-request-id"]
    assert line["trace_id"] == parent.split("-")[1]
    assert (line["intent"], line["outcome"]) == ("acts", "answered")
    told = "".join(span.to_json() for span in exporter.get_finished_spans()) + lines.text
    assert "秘书长" not in told
    assert "75/45" not in told
