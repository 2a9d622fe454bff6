"""What is counted, in a registry of its own: several applications of one process do not mix.

The labels are closed lists, so that nobody outside can make a series: methods, route templates,
classes of statuses, intents, outcomes, reasons. Names and units follow Prometheus' conventions.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Literal, get_args

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    ProcessCollector,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily, Metric

from assistant import __version__
from assistant.errors import AssistantError
from assistant.observing.notes import REASONS, AnswerNote, AnswerOutcome, RequestNote, StepName
from assistant.types import Generation, Intent, LibrarySize

# A structural answer takes some ms, a content question some tens, a model seconds.
_ANSWER: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_REQUEST: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_LAG: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
FATES: Final = ("kept", "repaired", "replaced", "dropped")
INTENTS: Final = frozenset(get_args(Intent))
_OTHER: Final = "other"
_LIMITED: Final = 429

UploadState = Literal["queued", "running"]
UploadCounts = Callable[[UploadState], int]


class Metrics:
    """The series of one application. Every method may be called from several threads at once."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self._http(self.registry)
        self._answers(self.registry)
        self._model(self.registry)
        build = Gauge(
            "assistant_build_info",
            "1, labelled with the versions that run",
            ("version", "python"),
            registry=self.registry,
        )
        build.labels(__version__, platform.python_version()).set(1)
        self.loop_lag = Histogram(
            "assistant_event_loop_lag_seconds",
            "By how much a timer of the event loop came late: whether anything blocks it",
            buckets=_LAG,
            registry=self.registry,
        )
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def _http(self, registry: CollectorRegistry) -> None:
        self._requests = Histogram(
            "assistant_http_request_duration_seconds",
            "Requests by method, route template and class of status; a stream lasts to its end",
            ("method", "route", "status"),
            buckets=_REQUEST,
            registry=registry,
        )
        self._limited = Counter(
            "assistant_http_requests_limited_total",
            "Requests that were too many or too much for their sender (429)",
            registry=registry,
        )
        self._streams = Gauge(
            "assistant_streams_open",
            "Answers and reports that are being streamed",
            registry=registry,
        )

    def _answers(self, registry: CollectorRegistry) -> None:
        self._durations = Histogram(
            "assistant_answer_duration_seconds",
            "Questions by what they were understood to ask, over HTTP, MCP and in process",
            ("intent",),
            buckets=_ANSWER,
            registry=registry,
        )
        self._outcomes = Counter(
            "assistant_answers_total",
            "Questions by what became of them",
            ("outcome",),
            registry=registry,
        )
        self._refusals = Counter(
            "assistant_answer_refusals_total",
            "Questions that were not answered, by the reason that they were told",
            ("reason",),
            registry=registry,
        )
        self._unverified = Counter(
            "assistant_answer_verification_failures_total",
            "Answers that failed their own checks and were not shown: each is a fault of ours",
            registry=registry,
        )
        self._steps = Histogram(
            "assistant_answer_step_duration_seconds",
            "Steps of answers; verify is a part of write or follows model",
            ("step",),
            buckets=_ANSWER,
            registry=registry,
        )
        # What has not happened yet is zero, so that its first time is an increase.
        for outcome in get_args(AnswerOutcome):
            self._outcomes.labels(outcome)
        for reason in REASONS:
            self._refusals.labels(reason)
        for step in get_args(StepName):
            self._steps.labels(step)

    def _model(self, registry: CollectorRegistry) -> None:
        self._calls = Counter(
            "assistant_model_calls_total", "Requests to the language model", registry=registry
        )
        self._fallbacks = Counter(
            "assistant_model_fallbacks_total",
            "Answers that the language model left, in whole or in part, to quotations",
            registry=registry,
        )
        self._tokens = Counter(
            "assistant_model_tokens_total",
            "Tokens as the model's server counts them",
            ("kind",),
            registry=registry,
        )
        self._sentences = Counter(
            "assistant_model_sentences_total",
            "Sentences of the language model by what became of them when they were checked",
            ("fate",),
            registry=registry,
        )
        for kind in ("prompt", "completion"):
            self._tokens.labels(kind)
        for fate in FATES:
            self._sentences.labels(fate)

    # ── what is told ─────────────────────────────────────────────────────────────────────────

    def requested(self, note: RequestNote) -> None:
        """A request is over."""
        method = note.method if note.method in METHODS else _OTHER
        self._requests.labels(method, note.route, note.status_class).observe(note.seconds)
        if note.status == _LIMITED:
            self._limited.inc()

    @contextmanager
    def streaming(self) -> Iterator[None]:
        """A response is being streamed."""
        self._streams.inc()
        try:
            yield
        finally:
            self._streams.dec()

    def answered(self, note: AnswerNote) -> None:
        """A question is answered, refused or given up."""
        intent = note.intent if note.intent in INTENTS else "none"
        self._durations.labels(intent).observe(note.seconds)
        self._outcomes.labels(note.outcome).inc()
        if note.reason is not None:
            self._refusals.labels(note.reason).inc()
        if note.outcome == "unverified":
            self._unverified.inc()
        for step in note.steps:
            self._steps.labels(step.name).observe(step.seconds)
        if note.model is not None:
            self._wrote(note.model)

    def _wrote(self, model: Generation) -> None:
        self._calls.inc(model.calls)
        if model.failure is not None:
            self._fallbacks.inc()
        self._tokens.labels("prompt").inc(model.prompt_tokens)
        self._tokens.labels("completion").inc(model.completion_tokens)
        for fate in FATES:
            self._sentences.labels(fate).inc(getattr(model, fate))

    # ── what is looked up when it is read ────────────────────────────────────────────────────

    def watch_library(self, size: Callable[[], LibrarySize]) -> None:
        """Tell the size of a library too, as it is when the metrics are read."""
        self.registry.register(_LibraryCollector(size))

    def watch_uploads(self, count: UploadCounts) -> None:
        """Tell how many uploads wait and run."""
        self.registry.register(_UploadCollector(count))

    def written(self, accept: str) -> tuple[bytes, str]:
        """All of it in the form that ``accept`` names, Prometheus' text else, and its media
        type."""
        encode, media_type = choose_encoder(accept)
        return encode(self.registry), media_type


class _LibraryCollector:
    """The library's size; nothing while its records are away: a scrape does not fail for it."""

    def __init__(self, size: Callable[[], LibrarySize]) -> None:
        self._size = size

    def describe(self) -> Iterator[Metric]:
        """The series that there may be."""
        yield from _library(None)

    def collect(self) -> Iterator[Metric]:
        """The series that there are."""
        try:
            size = self._size()
        except AssistantError:
            return
        yield from _library(size)


def _library(size: LibrarySize | None) -> Iterator[Metric]:
    index = GaugeMetricFamily(
        "assistant_index_generation",
        "The generation of the library that an index is made from",
        labels=("index",),
    )
    for name, generation in (size.indexes if size else {}).items():
        index.add_metric((name,), generation)
    yield index
    for name, text in (
        ("generation", "How many times the resolutions have changed"),
        ("resolutions", "Resolutions that are held"),
        ("paragraphs", "Preambular and operative paragraphs that are held"),
    ):
        value = getattr(size, name) if size else None
        yield GaugeMetricFamily(f"assistant_library_{name}", text, value=value)


class _UploadCollector:
    def __init__(self, count: UploadCounts) -> None:
        self._count = count

    def describe(self) -> Iterator[Metric]:
        """The series that there may be."""
        yield _uploads()

    def collect(self) -> Iterator[Metric]:
        """The series that there are."""
        family = _uploads()
        for state in get_args(UploadState):
            family.add_metric((state,), self._count(state))
        yield family


def _uploads() -> GaugeMetricFamily:
    return GaugeMetricFamily(
        "assistant_uploads", "Uploads that wait for their turn or are taken in", labels=("state",)
    )
