from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from assistant.errors import InvalidSettings
from assistant.observing.notes import AnswerNote, RequestNote, StepNote
from assistant.observing.observing import Observing
from assistant.observing.traces import Traces
from assistant.settings import load_settings

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
AT = 1_800_000_000_000_000_000
STEPS = (StepNote("understand", 1_000, 2_000), StepNote("retrieve", 2_000, 5_000))
ANSWER = AnswerNote(AT, 0.01, "answered", intent="acts", generation=3, steps=STEPS)
REQUEST = RequestNote("POST", "/api/v1/ask", 200, 0.02, "f00d", "-")


def traced() -> tuple[Traces, InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    return Traces(SimpleSpanProcessor(exporter)), exporter


def by_name(exporter: InMemorySpanExporter) -> Mapping[str, ReadableSpan]:
    return {span.name: span for span in exporter.get_finished_spans()}


def test_an_answer_is_a_span_below_its_request_and_its_steps_below_it() -> None:
    traces, exporter = traced()
    with traces.request({}) as request:
        traces.answered(ANSWER)
        request.end(REQUEST)
    spans = by_name(exporter)
    assert set(spans) == {"POST /api/v1/ask", "answer", "understand", "retrieve"}
    answer = spans["answer"]
    assert answer.parent is not None
    assert answer.parent.span_id == spans["POST /api/v1/ask"].context.span_id
    for name in ("understand", "retrieve"):
        parent = spans[name].parent
        assert parent is not None
        assert parent.span_id == answer.context.span_id
    assert (answer.start_time, answer.end_time) == (AT, AT + 10_000_000)
    assert (spans["retrieve"].start_time, spans["retrieve"].end_time) == (AT + 2_000, AT + 5_000)


def test_a_request_that_is_part_of_a_trace_goes_on_with_it() -> None:
    traces, exporter = traced()
    with traces.request({"traceparent": PARENT, "tracestate": "a=b"}) as request:
        assert request.trace_id == "0af7651916cd43dd8448eb211c80319c"
        request.end(REQUEST)
    (span,) = exporter.get_finished_spans()
    assert span.parent is not None
    assert f"{span.parent.span_id:016x}" == "b7ad6b7169203331"


@pytest.mark.parametrize("header", ["", "00-0-0-01", "x" * 1_000, "00-" + "0" * 32 + "-1-01"])
def test_a_header_that_is_none_begins_a_trace_of_its_own(header: str) -> None:
    traces, exporter = traced()
    with traces.request({"traceparent": header}) as request:
        request.end(REQUEST)
    (span,) = exporter.get_finished_spans()
    assert span.parent is None


def test_what_its_sender_does_not_sample_is_not_kept() -> None:
    traces, exporter = traced()
    with traces.request({"traceparent": PARENT[:-1] + "0"}) as request:
        traces.answered(ANSWER)
        request.end(REQUEST)
    assert exporter.get_finished_spans() == ()


def test_attributes_are_of_closed_lists() -> None:
    traces, exporter = traced()
    with traces.request({}) as request:
        traces.answered(replace(ANSWER, outcome="failed", error="KeyError"))
        request.end(replace(REQUEST, status=500))
    spans = by_name(exporter)
    assert dict(spans["POST /api/v1/ask"].attributes or {}) == {
        "http.request.method": "POST",
        "http.route": "/api/v1/ask",
        "http.response.status_code": 500,
        "assistant.request_id": "f00d",
    }
    assert dict(spans["answer"].attributes or {}) == {
        "assistant.intent": "acts",
        "assistant.outcome": "failed",
        "assistant.error": "KeyError",
        "assistant.library.generation": 3,
    }
    assert not spans["answer"].status.is_ok
    assert not spans["POST /api/v1/ask"].status.is_ok


def test_answers_without_a_request_are_traces_of_their_own() -> None:
    traces, exporter = traced()
    traces.answered(ANSWER)
    assert by_name(exporter)["answer"].parent is None


@pytest.mark.parametrize("named", [None, "our-service"])
def test_the_service_is_called_as_the_environment_says(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named:
        monkeypatch.setenv("OTEL_SERVICE_NAME", named)
    traces, exporter = traced()
    traces.answered(ANSWER)
    resource = by_name(exporter)["answer"].resource
    assert resource.attributes["service.name"] == (named or "resolution-assistant")


def test_without_the_extra_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace.export", None)
    with pytest.raises(InvalidSettings, match=r"resolution-assistant\[tracing\]"):
        Observing.of(load_settings({}, tracing="otlp"))


def test_the_global_provider_is_nobodys() -> None:
    from opentelemetry import trace

    before = trace.get_tracer_provider()
    traced()
    assert trace.get_tracer_provider() is before


_SERVED = """
import sys, tempfile
from fastapi.testclient import TestClient
from assistant.observing.observing import Observing
from assistant.server.app import create_app
from assistant.settings import load_settings
from tests.server.fake_assistant import FakeAssistant
settings = load_settings({}, data_dir=tempfile.mkdtemp())
with TestClient(create_app(FakeAssistant(), settings, Observing.of(settings))) as client:
    assert client.post("/api/v1/ask", json={"question": "x"}).status_code == 200
print([name for name in sys.modules if name.startswith("opentelemetry.sdk")])
print([name for name in sys.modules if name.startswith("opentelemetry.exporter")])
"""


def test_while_it_is_off_nothing_of_it_is_imported() -> None:
    command = [sys.executable, "-c", _SERVED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["[]", "[]", ""]
