from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from assistant.cli.commands import app
from assistant.settings import Settings
from assistant.settings.reference import reference

KEY = "a-key-that-is-not-shown"


@pytest.fixture(autouse=True)
def _set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_PORT", "9000")
    monkeypatch.setenv("ASSISTANT_UPLOAD_KEY", KEY)


def said(*args: str) -> str:
    done = CliRunner().invoke(app, ["settings", *args])
    assert done.exit_code == 0, done.output
    assert KEY not in done.output
    return done.output


def test_the_settings_in_use_are_shown_without_secrets() -> None:
    lines = said().splitlines()
    assert len(lines) == len(Settings.model_fields)
    assert {"ASSISTANT_PORT=9000", "ASSISTANT_UPLOAD_KEY=***", "ASSISTANT_LLM_URL=（无）"} <= set(
        lines
    )
    assert "ASSISTANT_LLM_URL=(none)" in said("--lang", "en").splitlines()


def test_programs_read_them_as_json() -> None:
    found = {one["name"]: one for one in json.loads(said("--json"))}
    assert found["ASSISTANT_PORT"] == {"name": "ASSISTANT_PORT", "value": "9000", "is_set": True}
    assert found["ASSISTANT_LLM_URL"]["is_set"] is False


def test_the_reference_is_the_page_of_the_documents() -> None:
    assert said("--reference") == reference("zh")
    assert said("--reference", "--lang", "en") == reference("en")
