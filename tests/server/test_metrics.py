"""/metrics: who may read it, what is counted wherever a question comes from, and that nobody
outside makes a series."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.library.library import Library
from assistant.mcp_server.arguments import AskArguments
from assistant.mcp_server.tools import TOOLS
from assistant.observing.metrics import Metrics
from assistant.observing.observing import Observing
from assistant.server.app import create_app
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.answering.generative.scripted import Reply, serving
from tests.observing.test_metrics import read, value
from tests.server.abuse.conftest import bearer
from tests.server.fake_assistant import FakeAssistant

UNLIMITED = {"rate_limit_address": "off", "rate_limit_key": "off"}
QUESTION = "第75/45号决议请秘书长做什么"


def served(fake: FakeAssistant, folder: Path, **given_settings: str) -> TestClient:
    chosen = load_settings({}, data_dir=folder, **UNLIMITED, **given_settings)
    return TestClient(create_app(fake, chosen), raise_server_exceptions=False)


def test_by_default_only_a_key_of_scope_admin_reads_them(tmp_path: Path) -> None:
    fake = FakeAssistant()
    keys = {
        scope: fake.access.keys.create("", scope).secret for scope in ("read", "write", "admin")
    }
    with served(fake, tmp_path) as client:
        assert client.get("/metrics").status_code == 401
        statuses = [
            client.get("/metrics", headers=bearer(key)).status_code for key in keys.values()
        ]
        assert statuses == [403, 403, 200]
        told = client.get("/metrics", headers=bearer(keys["admin"]))
    assert told.headers["content-type"].startswith("text/plain; version=")
    assert told.headers["cache-control"] == "no-store"
    assert "assistant_library_paragraphs 31.0" in told.text


def test_where_nobody_has_such_a_key_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with served(FakeAssistant(), tmp_path) as client:
        refused = client.get("/metrics", headers={"accept-language": "en"})
    assert (refused.status_code, refused.json()["code"]) == (403, "no_admin_key")
    assert "keys create --scope admin" in refused.json()["detail"]


def test_they_may_be_open_or_off(tmp_path: Path) -> None:
    with served(FakeAssistant(), tmp_path, metrics="open") as client:
        assert client.get("/metrics").status_code == 200
    with served(FakeAssistant(), tmp_path, metrics="off") as client:
        assert client.get("/metrics").status_code == 404
        assert client.get("/api/health").status_code == 200


def test_a_scrape_reads_nothing_of_the_library(tmp_path: Path) -> None:
    class Untouchable(FakeAssistant):
        def resolutions(self) -> tuple[()]:
            raise AssertionError

    with served(Untouchable(), tmp_path, metrics="open") as client:
        assert client.get("/metrics").status_code == 200


def test_the_real_services_size_is_told_without_a_query(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = Assistant(sample_library, sample_library.settings)
    assistant.resolutions()

    def queried(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(type(assistant.library.records), "summaries", queried)
    size = assistant.size()
    assert (size.resolutions, size.paragraphs) == (2, 68)
    assert set(size.indexes.values()) == {size.generation}


# ── wherever a question comes from ───────────────────────────────────────────────────────────


@pytest.fixture
def observing() -> Observing:
    return Observing(Metrics())


@pytest.fixture
def observed(sample_library: Library, observing: Observing) -> Assistant:
    return Assistant(sample_library, sample_library.settings, observer=observing.answered)


def counted(observing: Observing, intent: str = "acts") -> float | None:
    assert observing.metrics is not None
    return value(observing.metrics, "assistant_answer_duration_seconds_count", intent=intent)


@pytest.fixture
def client(observed: Assistant, observing: Observing, tmp_path: Path) -> Iterator[TestClient]:
    chosen = load_settings({}, data_dir=tmp_path, **UNLIMITED)
    with TestClient(create_app(observed, chosen, observing)) as client:
        yield client


def test_a_question_over_http_is_counted_once(client: TestClient, observing: Observing) -> None:
    client.post("/api/v1/ask", json={"question": QUESTION})
    assert counted(observing) == 1
    client.post("/api/v1/ask/stream", json={"question": QUESTION})
    assert counted(observing) == 2


def test_openais_clients_are_counted_once_whatever_was_asked_before(
    client: TestClient, observing: Observing
) -> None:
    said = [{"role": "user", "content": QUESTION}, {"role": "user", "content": QUESTION}]
    body = {"model": "resolution-assistant", "messages": said}
    assert client.post("/v1/chat/completions", json=body).status_code == 200
    assert counted(observing) == 1


def test_models_that_ask_by_mcp_are_counted(observed: Assistant, observing: Observing) -> None:
    (ask,) = (tool for tool in TOOLS if tool.name == "ask")
    ask.call(observed, AskArguments(question=QUESTION), "")
    assert counted(observing) == 1


def test_so_is_who_asks_in_process_and_what_is_refused(
    observed: Assistant, observing: Observing
) -> None:
    observed.ask(QUESTION)
    observed.ask("第99/999号决议第1段是什么")
    assert counted(observing) == 1
    assert observing.metrics is not None
    assert value(observing.metrics, "assistant_answer_refusals_total", reason="symbol") == 1
    for step in ("understand", "retrieve", "write", "verify"):
        name = "assistant_answer_step_duration_seconds_count"
        assert value(observing.metrics, name, step=step) == 2


def test_an_answer_that_fails_its_checks_is_counted(
    client: TestClient, observing: Observing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.answering import verify

    monkeypatch.setattr(verify, "_faults", lambda *_: ("made wrong",))
    response = client.post("/api/v1/ask", json={"question": QUESTION})
    assert response.status_code == 500
    assert observing.metrics is not None
    assert value(observing.metrics, "assistant_answer_verification_failures_total") == 1
    assert value(observing.metrics, "assistant_answers_total", outcome="unverified") == 1


def test_what_a_model_is_asked_and_leaves_to_quotations_is_counted(
    sample_library: Library, observing: Observing
) -> None:
    with serving(Reply(status=500)) as (url, script):
        chosen = sample_library.settings.model_copy(update={"llm_url": url, "llm_model": "m"})
        with_model = Assistant(sample_library, chosen, observer=observing.answered)
        with_model.ask(QUESTION)
        with_model.stop_model()
    assert observing.metrics is not None
    calls = value(observing.metrics, "assistant_model_calls_total")
    assert calls == len(script.asked) > 0
    assert value(observing.metrics, "assistant_model_fallbacks_total") == 1
    name = "assistant_answer_step_duration_seconds_count"
    assert value(observing.metrics, name, step="model") == calls


# ── nobody makes a series ────────────────────────────────────────────────────────────────────

# What may stand in a request's first line. Encoded, it is whatever a path can hold.
_METHODS = st.text(st.characters(min_codepoint=65, max_codepoint=90), min_size=1, max_size=12)
_PATHS = st.lists(st.text(max_size=20), max_size=5).map(lambda parts: "/" + "/".join(parts))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(FakeAssistant(), tmp_path_factory.mktemp("attacked")) as client:
        yield client


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    method=_METHODS | st.sampled_from(["GET", "POST"]),
    path=_PATHS | _PATHS.map(lambda rest: f"/api/v1/resolutions{rest}"),
)
def test_whatever_is_asked_for_the_routes_are_those_declared(
    attacked: TestClient, method: str, path: str
) -> None:
    from fastapi.routing import iter_route_contexts

    for sent in (quote(path, errors="replace"), f"/{quote(path, safe='', errors='replace')}"):
        attacked.request(method, f"http://testserver{sent}")
    app = attacked.app
    declared = {route.path for route in iter_route_contexts(app.routes)}  # type: ignore[attr-defined]
    metrics: Metrics = app.state.observing.metrics  # type: ignore[attr-defined]
    labels = {pair for _, pairs in read(metrics) for pair in pairs}
    assert {said for name, said in labels if name == "route"} <= {*declared, "-", "/{file}"}
    known = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"}
    assert {said for name, said in labels if name == "method"} <= known
