"""``assistant backup`` and ``assistant restore``, as the page on deployment has them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.library.library import Library
from assistant.settings import load_settings
from tests.library.specimens import resolution

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("deployment.md", "deployment.en.md")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        library.records.put(resolution())
    return folder


def run(data_dir: Path, *args: str) -> Result:
    env = {"ASSISTANT_DATA_DIR": str(data_dir), "ASSISTANT_EMBEDDER": "hashing"}
    return CliRunner().invoke(app, [*args], env=env)


def _documented(page: str) -> list[list[str]]:
    text = (DOCS / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- tested -->\n```\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line) for line in block.splitlines()]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_the_page_do_what_it_says(
    page: str, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = _documented(page)
    assert [command[:2] for command in commands] == [
        ["assistant", "backup"],
        ["assistant", "restore"],
    ]
    for _, *args in commands:
        done = run(data_dir, *args)
        assert done.exit_code == 0, done.output
        assert "1 份决议" in done.stdout
    with Library.open(load_settings({}, data_dir=data_dir, embedder="hashing")) as library:
        assert library.records.read("A/RES/75/45") == resolution()
        assert all(check.ok for check in library.checks())


def test_a_backup_is_made_while_the_library_is_open(data_dir: Path, tmp_path: Path) -> None:
    with Library.open(load_settings({}, data_dir=data_dir, embedder="hashing")):
        done = run(data_dir, "backup", str(tmp_path / "made.zip"), "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "1 resolutions, 0 source files (1 more were not kept)" in done.stdout


def test_what_would_be_lost_is_not_overwritten(data_dir: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "made.zip")
    assert run(data_dir, "backup", path).exit_code == 0
    refused = run(data_dir, "restore", path)
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert run(tmp_path / "empty", "restore", path).exit_code == 0


def test_a_place_that_cannot_be_written_is_named(data_dir: Path, tmp_path: Path) -> None:
    done = run(data_dir, "backup", str(tmp_path / "nowhere" / "made.zip"))
    assert done.exit_code == 1
    assert "无法写入" in done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_of_the_page_are_settings(page: str) -> None:
    known = {f"ASSISTANT_{name.upper()}" for name in type(load_settings({})).model_fields}
    named = set(re.findall(r"ASSISTANT_[A-Z_]+", (DOCS / page).read_text(encoding="utf-8")))
    assert named <= known
