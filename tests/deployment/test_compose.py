"""The compose file is a compose file, and what it says to the program the program takes."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from assistant.cli.commands import app
from assistant.settings import load_settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SECRETS = {"POSTGRES_PASSWORD": "s3cret" * 6, "UPLOAD_KEY": "a-key-of-an-example-0123456789"}


def _services() -> dict[str, dict[str, Any]]:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.safe_load(_filled_in(text))["services"]
    return found


def _filled_in(text: str) -> str:
    """What compose puts in the place of ${NAME:?} and ${NAME:-default}."""
    return re.sub(
        r"\$\{(\w+):([-?])([^}]*)\}",
        lambda m: SECRETS[m[1]] if m[2] == "?" else m[3],
        text,
    )


def test_it_is_valid_by_the_compose_specification() -> None:
    if importlib.util.find_spec("check_jsonschema") is None:
        message = "check-jsonschema is not installed here: the compose file is not checked"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    schema = ("--builtin-schema", "vendor.compose-spec")
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(DEPLOY / "compose.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_settings_it_gives_are_settings_and_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in _services()["api"]["environment"].items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.records_url == (
        f"postgresql://assistant:{SECRETS['POSTGRES_PASSWORD']}@postgres/assistant"
    )
    assert (settings.chroma_url, str(settings.data_dir)) == ("http://chroma:8000", "/data")


def test_the_command_it_runs_is_one() -> None:
    program, command, *options = _services()["api"]["command"]
    assert program == "assistant"
    known = get_command(app).commands[command]  # type: ignore[attr-defined]
    names = {name for parameter in known.params for name in parameter.opts}
    assert {one for one in options if one.startswith("--")} <= names


def test_every_service_is_confined_and_none_keeps_what_it_must_not_write() -> None:
    for name, service in _services().items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert service["restart"] == "unless-stopped", name
        assert ":latest" not in service.get("image", ""), name


def test_the_proxy_alone_has_a_capability_the_one_that_its_binary_carries() -> None:
    added = {name: s["cap_add"] for name, s in _services().items() if "cap_add" in s}
    assert added == {"proxy": ["NET_BIND_SERVICE"]}


def test_only_the_proxy_is_reached_from_outside_and_by_default_from_this_machine_alone() -> None:
    published = {name: s["ports"] for name, s in _services().items() if "ports" in s}
    assert published == {"proxy": ["127.0.0.1:8000:8000"]}
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    networks = yaml.safe_load(_filled_in(text))["networks"]
    assert networks["back"]["internal"] is True
    inside = {name for name, s in _services().items() if "back" in s["networks"]}
    assert inside == {"api", "postgres", "chroma"}


def test_every_secret_it_asks_for_stands_in_the_example_and_has_no_value_there() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+):\?\}", text))
    example = dict(
        line.split("=", 1)
        for line in (DEPLOY / "example.env").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert example == dict.fromkeys(asked, "")


def test_the_server_of_vectors_is_of_the_release_that_the_client_is_of() -> None:
    import chromadb

    assert _services()["chroma"]["image"] == f"chromadb/chroma:{chromadb.__version__}"


def test_the_proxy_hands_a_reader_to_one_process_and_streams_at_once() -> None:
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    for said in ("dynamic a api 8000", "lb_policy client_ip_hash", "flush_interval -1"):
        assert said in text
