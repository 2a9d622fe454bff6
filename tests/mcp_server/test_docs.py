"""What docs/mcp.md says is so."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.commands import app
from assistant.mcp_server import MCP_PATH
from assistant.mcp_server.tools import TOOLS
from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
PAGES = ("mcp.md", "mcp.en.md")
ADDRESS = "http://127.0.0.1:8000"
_ROW = re.compile(r"^\| `(\w+)` \| ([^|]+?) \|", re.MULTILINE)


def text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text(page), re.DOTALL)


def servers(page: str) -> list[dict[str, Any]]:
    return [json.loads(block)["mcpServers"]["resolutions"] for block in blocks(page, "json")]


@pytest.mark.parametrize("page", PAGES)
def test_the_configuration_starts_a_command_that_there_is(page: str) -> None:
    by_process, over_http = servers(page)
    (script,) = entry_points(group="console_scripts", name=by_process["command"])
    assert script.value.startswith("assistant.cli")
    commands = {
        one.name or one.callback.__name__ for one in app.registered_commands if one.callback
    }
    assert set(by_process["args"]) <= commands
    for name in by_process["env"]:
        assert name.removeprefix(PREFIX).lower() in Settings.model_fields
    assert over_http["url"] == f"{ADDRESS}{MCP_PATH}"


def test_both_languages_show_the_same() -> None:
    first, second = PAGES
    assert servers(first) == servers(second)
    assert blocks(first, "python") == blocks(second, "python")
    assert [name for name, _ in _ROW.findall(text(first))] == [
        name for name, _ in _ROW.findall(text(second))
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_tool_and_every_setting_is_named_with_its_default(page: str) -> None:
    rows = dict(_ROW.findall(text(page)))
    assert [name for name in rows if name.islower()] == [tool.name for tool in TOOLS]
    settings = {name: shown for name, shown in rows.items() if name.startswith(PREFIX)}
    names = {name for name in Settings.model_fields if name.startswith("mcp_")} | {"allowed_hosts"}
    assert set(settings) == {PREFIX + name.upper() for name in names}
    for name, shown in settings.items():
        field = Settings.model_fields[name.removeprefix(PREFIX).lower()]
        assert shown == json.dumps(field.get_default(call_default_factory=True))


@pytest.mark.parametrize("page", PAGES)
def test_the_example_runs(page: str, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks(page, "python")
    assert f'"{ADDRESS}{MCP_PATH}"' in example
    code = compile(example.replace(ADDRESS, address), page, "exec")
    with ThreadPoolExecutor(1) as thread:  # it has a loop of its own, see tests.running
        thread.submit(exec, code, {}).result()
    said = capsys.readouterr().out
    assert "请秘书长" in said
    assert said.rstrip().endswith("4")
