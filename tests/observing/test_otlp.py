"""Spans really sent, to a server that takes them and to one that is away."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from assistant.library.library import Library
from assistant.observing.observing import Observing
from assistant.observing.traces import Traces, open_otlp
from assistant.server.app import create_app
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.observing.test_traces import ANSWER

QUESTION = "第75/45号决议请秘书长做什么"


@dataclass
class Collector:
    paths: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def spans(self) -> set[str]:
        return {
            span.name
            for body in self.bodies
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        }


@contextmanager
def collecting() -> Iterator[tuple[str, Collector]]:
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            collector.paths.append(self.path)
            collector.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", collector
        finally:
            server.shutdown()
            thread.join()


def test_when_the_server_ends_all_that_it_traced_has_been_sent_without_a_word_asked(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collecting() as (url, collector):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
        settings = load_settings({}, data_dir=tmp_path, tracing="otlp")
        observing = Observing.of(settings)
        assistant = Assistant(sample_library, sample_library.settings, observer=observing.answered)
        with TestClient(create_app(assistant, settings, observing)) as client:
            client.post("/api/v1/ask", json={"question": QUESTION})
    assert set(collector.paths) == {"/v1/traces"}
    assert {"POST /api/v1/ask", "answer", "understand", "write"} <= collector.spans()
    for body in collector.bodies:
        assert "秘书长".encode() not in body
        assert b"75/45" not in body


def test_a_receiver_that_is_away_keeps_nobody_waiting_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    traces: Traces = open_otlp()
    traces.answered(ANSWER)
    begun = time.monotonic()
    traces.close()
    assert time.monotonic() - begun < 6
