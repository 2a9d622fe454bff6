from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from assistant.errors import LibraryUnavailable
from assistant.observing.metrics import INTENTS, Metrics
from assistant.observing.notes import REASONS, AnswerNote, RequestNote, StepNote
from assistant.types import Generation, LibrarySize

REQUEST = RequestNote("GET", "/api/v1/search", 200, 0.02, "f00d", "-")
ANSWER = AnswerNote(0, 0.02, "answered", intent="acts", generation=3)
SIZE = LibrarySize(3, {"lexical": 3, "dense": 2}, 2, 31)

Series = Mapping[tuple[str, frozenset[tuple[str, str]]], float]


def read(metrics: Metrics) -> Series:
    """Every series, as Prometheus reads it."""
    text = metrics.written("text/plain")[0].decode()
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return read(metrics).get((name, frozenset(labels.items())))


def test_two_applications_do_not_mix_and_nothing_is_global() -> None:
    known = {family.name for family in REGISTRY.collect()}
    one, other = Metrics(), Metrics()
    one.answered(ANSWER)
    assert value(one, "assistant_answers_total", outcome="answered") == 1
    assert value(other, "assistant_answers_total", outcome="answered") == 0
    assert {family.name for family in REGISTRY.collect()} == known


def test_a_request_is_counted_by_method_route_and_class_of_status() -> None:
    metrics = Metrics()
    metrics.requested(REQUEST)
    metrics.requested(replace(REQUEST, status=429))
    name = "assistant_http_request_duration_seconds"
    for status in ("2xx", "4xx"):
        labels = {"method": "GET", "route": "/api/v1/search", "status": status}
        assert value(metrics, f"{name}_count", **labels) == 1
        assert value(metrics, f"{name}_bucket", le="0.025", **labels) == 1
        assert value(metrics, f"{name}_bucket", le="0.01", **labels) == 0
    assert value(metrics, "assistant_http_requests_limited_total") == 1


def test_an_answer_is_counted_by_intent_outcome_and_reason() -> None:
    metrics = Metrics()
    metrics.answered(ANSWER)
    metrics.answered(replace(ANSWER, outcome="not_found", reason="symbol"))
    metrics.answered(replace(ANSWER, outcome="unverified", error="answer_unverified"))
    metrics.answered(AnswerNote(0, 0.001, "invalid", error="invalid_question"))
    assert value(metrics, "assistant_answer_duration_seconds_count", intent="acts") == 3
    assert value(metrics, "assistant_answer_duration_seconds_count", intent="none") == 1
    assert value(metrics, "assistant_answers_total", outcome="not_found") == 1
    assert value(metrics, "assistant_answer_refusals_total", reason="symbol") == 1
    assert value(metrics, "assistant_answer_refusals_total", reason="place") == 0
    assert value(metrics, "assistant_answer_verification_failures_total") == 1


def test_steps_and_what_a_model_did_are_counted() -> None:
    metrics = Metrics()
    wrote = Generation("m", "h", None, 3, 1, 1, 1, 0, 2, 100, 20, "too slow")
    steps = (StepNote("write", 0, 20_000_000), StepNote("verify", 0, 1_000_000))
    metrics.answered(replace(ANSWER, model=wrote, steps=steps))
    metrics.answered(replace(ANSWER, model=replace(wrote, failure=None)))
    assert value(metrics, "assistant_answer_step_duration_seconds_sum", step="write") == 0.02
    assert value(metrics, "assistant_answer_step_duration_seconds_count", step="verify") == 1
    assert value(metrics, "assistant_model_calls_total") == 4
    assert value(metrics, "assistant_model_fallbacks_total") == 1
    assert value(metrics, "assistant_model_tokens_total", kind="prompt") == 200
    assert value(metrics, "assistant_model_sentences_total", fate="repaired") == 2


def test_a_stream_is_open_until_it_ends_however_it_ends() -> None:
    metrics = Metrics()
    with metrics.streaming(), metrics.streaming():
        assert value(metrics, "assistant_streams_open") == 2
    assert value(metrics, "assistant_streams_open") == 0


def test_the_library_and_the_uploads_are_as_they_are_when_they_are_read() -> None:
    metrics = Metrics()
    sizes = [SIZE, replace(SIZE, generation=4)]
    metrics.watch_library(lambda: sizes.pop(0))
    metrics.watch_uploads({"queued": 2, "running": 1}.__getitem__)
    first, second = read(metrics), read(metrics)
    assert first["assistant_library_generation", frozenset()] == 3
    assert second["assistant_library_generation", frozenset()] == 4
    assert first["assistant_index_generation", frozenset({("index", "dense")})] == 2
    assert first["assistant_library_paragraphs", frozenset()] == 31
    assert first["assistant_uploads", frozenset({("state", "queued")})] == 2


def test_while_the_records_are_away_the_rest_is_still_told() -> None:
    def away() -> LibrarySize:
        raise LibraryUnavailable("不在", "away")

    metrics = Metrics()
    metrics.watch_library(away)
    names = {name for name, _ in read(metrics)}
    assert "assistant_library_generation" not in names
    assert "assistant_answers_total" in names


def test_every_name_has_its_unit_and_its_words() -> None:
    metrics = Metrics()
    metrics.watch_library(lambda: SIZE)
    metrics.watch_uploads(lambda _state: 0)
    ours = [one for one in metrics.registry.collect() if one.name.startswith("assistant_")]
    assert len(ours) > 15
    for family in ours:
        assert family.documentation
        assert re.fullmatch(r"assistant(_[a-z]+)+", family.name), family.name
        if family.type == "histogram":
            assert family.name.endswith("_seconds")
        for sample in family.samples:
            is_total = sample.name.endswith("_total")
            assert is_total or family.type != "counter" or sample.name.endswith("_created")


def test_what_prometheus_asks_for_decides_the_form() -> None:
    metrics = Metrics()
    assert metrics.written("")[1].startswith("text/plain")
    open_metrics = "application/openmetrics-text; version=1.0.0"
    body, media_type = metrics.written(open_metrics)
    assert media_type.startswith("application/openmetrics-text")
    assert body.endswith(b"# EOF\n")


@given(st.lists(st.tuples(st.text(), st.integers(100, 599), st.text(), st.text()), max_size=30))
def test_nobody_makes_a_series_by_what_they_send(
    sent: list[tuple[str, int, str, str]],
) -> None:
    metrics = Metrics()
    for method, status, intent, error in sent:
        metrics.requested(replace(REQUEST, method=method, status=status, who=error, code=error))
        note = replace(ANSWER, intent=intent, error=error)  # type: ignore[arg-type]
        metrics.answered(note)
    labels = {pair for _, pairs in read(metrics) for pair in pairs}
    assert {name for name, _ in labels} <= {
        *("method", "route", "status", "le", "intent", "outcome", "reason", "step", "kind", "fate"),
        *("version", "python", "generation"),
    }
    assert {said for name, said in labels if name == "method"} <= {"GET", "other"}
    assert {said for name, said in labels if name == "intent"} <= INTENTS | {"none"}
    assert {said for name, said in labels if name == "reason"} == REASONS
