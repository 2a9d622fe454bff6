"""Spans of requests and answers, for OpenTelemetry. Off by default, and not imported then.

Where spans go, how many are kept and what the service is called is said to OpenTelemetry in its own
variables (``OTEL_EXPORTER_OTLP_ENDPOINT``, ``OTEL_TRACES_SAMPLER``, ``OTEL_SERVICE_NAME`` …). Its
global provider is left alone: what libraries trace by it may hold what was asked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from assistant import __version__
from assistant.errors import InvalidSettings
from assistant.observing.notes import AnswerNote, RequestNote

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span

_NAME: Final = "resolution-assistant"
# What a request is part of, by the headers of W3C's Trace Context.
_CARRIED: Final = ("traceparent", "tracestate")
_SERVER_FAULT: Final = 500
_PATIENCE: Final = 2.0  # seconds for the last spans


class RequestSpan:
    """The span of a request under way."""

    def __init__(self, span: Span, context: Context) -> None:
        self.context = context
        self._span = span

    @property
    def trace_id(self) -> str:
        """As it stands in ``traceparent``."""
        return f"{self._span.get_span_context().trace_id:032x}"

    def end(self, note: RequestNote) -> None:
        """The request is over."""
        from opentelemetry.trace import Status, StatusCode

        self._span.update_name(f"{note.method} {note.route}")
        self._span.set_attributes(
            {
                "http.request.method": note.method,
                "http.route": note.route,
                "http.response.status_code": note.status,
                "assistant.request_id": note.request_id,
            }
        )
        if note.status >= _SERVER_FAULT:
            self._span.set_status(Status(StatusCode.ERROR))
        self._span.end()


_REQUEST: ContextVar[RequestSpan | None] = ContextVar("request_span", default=None)


class Traces:
    """Spans of one application. Close it: what is not sent yet is sent then."""

    def __init__(
        self, processor: SpanProcessor, give_up: Callable[[], None] = lambda: None
    ) -> None:
        """``processor`` is given every span that ends. ``give_up`` lets it try no longer to send
        what it has."""
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        resource = Resource.create({"service.version": __version__})
        if str(resource.attributes["service.name"]).startswith("unknown_service"):
            resource = resource.merge(Resource({"service.name": _NAME}))
        self._provider = TracerProvider(resource=resource)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer(_NAME, __version__)
        self._give_up = give_up
        self._carried = TraceContextTextMapPropagator()

    @contextmanager
    def request(self, headers: Mapping[str, str]) -> Iterator[RequestSpan]:
        """A request begins; its answers are spans below it. The caller ends it."""
        from opentelemetry.trace import SpanKind, set_span_in_context

        carrier = {name: headers[name] for name in _CARRIED if name in headers}
        parent = self._carried.extract(carrier)
        span = self._tracer.start_span("request", context=parent, kind=SpanKind.SERVER)
        here = RequestSpan(span, set_span_in_context(span, parent))
        token = _REQUEST.set(here)
        try:
            yield here
        finally:
            _REQUEST.reset(token)

    def answered(self, note: AnswerNote) -> None:
        """The spans of an answer and its steps, which are over."""
        from opentelemetry.trace import Status, StatusCode, set_span_in_context

        request = _REQUEST.get()
        parent = request.context if request else None
        span = self._tracer.start_span("answer", context=parent, start_time=note.at)
        span.set_attributes(_attributes(note))
        if note.outcome in ("unverified", "failed"):
            span.set_status(Status(StatusCode.ERROR))
        within = set_span_in_context(span, parent)
        for step in note.steps:
            part = self._tracer.start_span(
                step.name, context=within, start_time=note.at + step.begun
            )
            part.end(note.at + step.ended)
        span.end(note.at + int(note.seconds * 1e9))

    def close(self) -> None:
        """Send what is left, if that does not take long: its receiver may be away."""
        patience = threading.Timer(_PATIENCE, self._give_up)
        patience.daemon = True
        patience.start()
        self._provider.shutdown()
        patience.cancel()


def open_otlp() -> Traces:
    """Spans that are sent by OTLP over HTTP, in the background. Raises InvalidSettings where the
    extra is missing."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise InvalidSettings(
            "ASSISTANT_TRACING=otlp 需要附加包 tracing："
            "pip install 'resolution-assistant[tracing]'",
            "ASSISTANT_TRACING=otlp needs the extra tracing: "
            "pip install 'resolution-assistant[tracing]'",
        ) from None
    exporter = OTLPSpanExporter()
    return Traces(BatchSpanProcessor(exporter), exporter.shutdown)


def _attributes(note: AnswerNote) -> dict[str, str | int]:
    told = {
        "assistant.intent": note.intent,
        "assistant.outcome": note.outcome,
        "assistant.reason": note.reason,
        "assistant.error": note.error,
        "assistant.library.generation": note.generation,
        "assistant.model.calls": note.model.calls if note.model else None,
    }
    return {name: value for name, value in told.items() if value is not None}
