"""docs/operating.md shows real lines, all metrics there are, and alerts on those alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import httpx
import pytest
import yaml

from assistant.observing.logs import logging_to_stderr
from assistant.observing.metrics import Metrics
from assistant.observing.notes import AnswerOutcome
from assistant.observing.observing import Observing
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import LibrarySize
from tests.observing.cost import PLACE, measured
from tests.observing.lines import Lines
from tests.server.abuse.conftest import bearer
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually, served

_DOCS: Final = Path(__file__).parent.parent / "docs"
PAGES: Final = ("operating.md", "operating.en.md")
KEY: Final = "a-key-that-nobody-guesses"
# What differs from one time to the next.
_VOLATILE: Final = ("timestamp", "duration_ms", "request_id", "upload", "generation")


def text(page: str) -> str:
    return (_DOCS / page).read_text(encoding="utf-8")


def examples(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", text(page), re.DOTALL)


def still(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line without what differs from one time to the next, in its order."""
    kept = {name: "…" if name in _VOLATILE else value for name, value in line.items()}
    if "exception" in kept:
        first, *_, last = kept["exception"].split("\n")
        kept["exception"] = (first, last)
    return kept


@pytest.fixture(scope="module")
def real_lines(
    sample_library: Any, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """What a server logs of a question, an upload and a fault."""
    settings = load_settings(
        {}, data_dir=tmp_path_factory.mktemp("logged"), upload_key=KEY, log_format="json"
    )
    lines = Lines()
    with logging_to_stderr(settings, lines.stream):
        _ask(Assistant(sample_library, sample_library.settings), settings)
        _upload_and_fail(settings, lines)
    return lines.all()


def _ask(assistant: Assistant, settings: Settings) -> None:
    observing = Observing()
    observed = Assistant(assistant.library, assistant.library.settings, observer=observing.answered)
    with served(observed, settings) as address:
        httpx.post(f"{address}/api/v1/ask", json={"question": "第99/999号决议"}, timeout=60)


def _upload_and_fail(settings: Settings, lines: Lines) -> None:
    fake = FakeAssistant()
    with served(fake, settings) as address:
        fake.gate.set()
        files = {"files": ("a.txt", b"x")}
        httpx.post(f"{address}/api/v1/uploads", files=files, headers=bearer(KEY))
        assert eventually(lambda: "an upload of" in lines.text)
        fake.breaks_with = ValueError()
        assert httpx.get(f"{address}/api/v1/mandates").status_code == 500
        assert eventually(lambda: "Exception in ASGI" in lines.text)


@pytest.mark.parametrize("page", PAGES)
def test_every_line_that_is_shown_is_one_that_a_server_writes(
    page: str, real_lines: list[dict[str, Any]]
) -> None:
    shown = [json.loads(line) for line in examples(page, "json")]
    assert len(shown) == 4
    written = [list(still(line).items()) for line in real_lines]
    for line in shown:
        assert list(still(line).items()) in written


@pytest.mark.parametrize("page", PAGES)
def test_every_outcome_is_named(page: str) -> None:
    (named,) = re.findall(r"`outcome`[：:]([^`]+)", text(page))
    assert set(re.findall(r"[a-z_]{4,}", named)) >= set(get_args(AnswerOutcome))


# ── metrics ──────────────────────────────────────────────────────────────────────────────────


def families() -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Type, labels and words of every series of ours by its name as it is asked for."""
    metrics = Metrics()
    metrics.watch_library(lambda: LibrarySize(1, {"lexical": 1}, 1, 1))
    metrics.watch_uploads(lambda _state: 0)
    labelled = {
        **{one._name: one._labelnames for one in vars(metrics).values() if hasattr(one, "_name")},
        "assistant_build_info": ("version", "python"),
        "assistant_index_generation": ("index",),
        "assistant_uploads": ("state",),
    }
    return {
        f"{one.name}_total" if one.type == "counter" else one.name: (
            one.type,
            tuple(labelled.get(one.name, ())),
            one.documentation,
        )
        for one in metrics.registry.collect()
        if one.name.startswith("assistant_")
    }


@pytest.mark.parametrize("page", PAGES)
def test_the_table_has_every_series_with_its_type_and_labels_and_no_other(page: str) -> None:
    (table,) = re.findall(r"<!-- metrics -->\n(.*?)\n<!-- /metrics -->", text(page), re.DOTALL)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.split("\n")[2:]]
    shown = {
        name.strip("`"): (kind, tuple(re.findall(r"`(\w+)`", labels)), words)
        for name, kind, labels, words in rows
    }
    there_are = families()
    assert {name: one[:2] for name, one in shown.items()} == {
        name: one[:2] for name, one in there_are.items()
    }
    assert all(words for *_, words in shown.values())
    if page == "operating.en.md":
        assert shown == there_are


@pytest.mark.parametrize("page", PAGES)
def test_alerts_speak_of_series_and_labels_that_there_are(page: str) -> None:
    scrape, alerts = (yaml.safe_load(example) for example in examples(page, "yaml"))
    (job,) = scrape["scrape_configs"]
    port = Settings.model_fields["port"].default
    assert job["static_configs"] == [{"targets": [f"127.0.0.1:{port}"]}]
    (group,) = alerts["groups"]
    assert len(group["rules"]) == 3
    there_are = families()
    for rule in group["rules"]:
        named = re.findall(r"assistant_\w+", rule["expr"])
        assert named
        assert set(named) <= set(there_are)
        for outcome in re.findall(r'outcome="(\w+)"', rule["expr"]):
            assert outcome in get_args(AnswerOutcome)


def test_both_pages_show_the_same() -> None:
    shown = [[yaml.safe_load(example) for example in examples(page, "yaml")] for page in PAGES]
    for alerts in shown:
        for rule in alerts[1]["groups"][0]["rules"]:
            del rule["annotations"]
    assert shown[0] == shown[1]
    assert examples(PAGES[0], "json") == examples(PAGES[1], "json")


# ── cost ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", PAGES)
def test_the_cost_was_written_by_its_command(page: str) -> None:
    found = PLACE.search(text(page))
    assert found
    assert len(re.findall(r"\d\.\d\d", found[0])) == 2, "python -m tests.observing.cost --record"


def test_the_cost_can_be_measured_again() -> None:
    some, every = measured(times=10)
    assert 0.2 < some < 10
    assert 0.2 < every < 10
