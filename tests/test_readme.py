"""What the READMEs show is run against the real thing."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import httpx
import pytest
from mcp import StdioServerParameters
from typer.testing import CliRunner

from assistant.cli.commands import app
from assistant.server.page import PAGE_PATHS
from tests.mcp_server.conftest import talking
from tests.readme_examples import READMES, ROOT, Example, commands, examples, request_of
from tests.real_server import environment, serving


def _of(*programs: str) -> list[Example]:
    return [example for example in examples() if example.program in programs]


KEY = "ASSISTANT_UPLOAD_KEY"
DOCUMENTED = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY, token_hex(32))
        folder = tmp_path_factory.mktemp("readme-server")
        with serving(folder, **{KEY: os.environ[KEY]}) as served:
            yield served.address


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


def _run(args: list[str], data_dir: Path) -> str:
    done = subprocess.run(
        args,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment(data_dir),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_is_run_by_one_of_these_tests() -> None:
    known = {"make", "assistant", "id", "curl", "python", "json", "eval"}
    assert {example.program for example in examples()} == known


@pytest.mark.parametrize("example", _of("assistant"), ids=str)
def test_the_commands_of_the_terminal_run(
    example: Example, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for shown in ("assistant", "tests"):  # what is written beside them is not left in the project
        (tmp_path / shown).symlink_to(ROOT / shown, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for command in commands(example.text):
        program, *args = shlex.split(command)
        assert program == "assistant"
        done = CliRunner().invoke(app, args, env={"ASSISTANT_DATA_DIR": str(data_dir)})
        assert done.exit_code == 0, (command, done.output)
        assert done.stdout


@pytest.mark.parametrize("example", _of("id"), ids=str)
def test_a_conversation_goes_on_in_the_shell(example: Example, data_dir: Path) -> None:
    assert "72/31" in _run(["bash", "-euo", "pipefail", "-c", example.text], data_dir)


@pytest.mark.parametrize("example", _of("python"), ids=str)
def test_the_python_examples_print_the_paragraphs_cited(
    example: Example,
    address: str,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert len([line for line in example.text.splitlines() if line.strip()]) <= 10
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(data_dir))
    code = example.text.replace(DOCUMENTED, address)
    exec(compile(code, str(example), "exec"), {})  # noqa: S102 - our own README
    assert "又请秘书长就本决议的执行情况" in capsys.readouterr().out


@pytest.mark.parametrize("example", _of("json"), ids=str)
def test_the_official_client_finds_the_tools_that_are_named(
    example: Example, data_dir: Path
) -> None:
    (server,) = json.loads(example.text)["mcpServers"].values()
    with talking(StdioServerParameters(**server, env=environment(data_dir))) as talk:
        tools = [tool.name for tool in talk.portal.call(talk.client.list_tools).tools]
    named = (ROOT / example.readme).read_text("utf-8").split(example.text)[0].rsplit("```", 3)[-2]
    assert tools
    assert all(f"`{tool}`" in named for tool in tools)


@pytest.mark.parametrize("example", _of("curl"), ids=str)
def test_the_requests_of_the_api_are_answered(example: Example, address: str) -> None:
    with httpx.Client(timeout=60) as client:
        for command in commands(example.text):
            response = client.send(request_of(command, address))
            assert response.is_success, response.text
            told = ("75/45", "72/31", "/uploads/")
            assert any(words in response.text for words in told)


@pytest.mark.parametrize("example", _of("make"), ids=str)
def test_the_targets_of_make_exist(example: Example, data_dir: Path) -> None:
    for command in commands(example.text):
        assert _run([*command.split(), "--dry-run"], data_dir)


@pytest.mark.parametrize("example", _of("eval"), ids=str)
def test_the_evaluation_can_be_called_as_shown(example: Example, data_dir: Path) -> None:
    for command in commands(example.text):
        assert _run([*command.split(), "--help"], data_dir)


def test_both_languages_show_the_same_ways_of_use() -> None:
    chinese, english = (
        [example.program for example in examples() if example.readme == name] for name in READMES
    )
    assert chinese == english


@pytest.mark.parametrize("name", READMES)
def test_every_address_of_the_page_that_is_named_is_one_of_its_screens(name: str) -> None:
    page = (ROOT / name).read_text("utf-8").split("\n### ")[1]
    named = re.findall(r"`(/[^`]*)`", page)
    assert len(named) > len(PAGE_PATHS) / 2
    screens = {path.partition("/{")[0] for path in PAGE_PATHS}
    assert {f"/{address.split('/')[1]}" for address in named} - {"/"} <= screens


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = re.findall(r"\]\((?!http)([^)]+)\)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
