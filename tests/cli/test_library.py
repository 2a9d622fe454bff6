"""``assistant library`` and ``assistant source`` over the sample library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.service import Assistant


@pytest.fixture(autouse=True)
def _sample(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command opens the shared library and does not close it."""
    monkeypatch.setattr(Assistant, "open", lambda *_args, **_kwargs: assistant)
    monkeypatch.setattr(Assistant, "close", lambda _self: None)


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def test_resolutions_are_found_by_words_with_the_paragraphs_that_have_them() -> None:
    lines = run("library", "彻底消除核武器国际日").stdout.splitlines()
    assert lines[0] == "A/RES/75/45  2013 年核裁军问题大会高级别会议的后续行动"
    assert "彻底消除核武器国际日" in lines[1]
    assert "共 1 份，文库收有 2 份。" in lines


def test_filters_narrow_and_what_else_there_is_is_counted() -> None:
    result = run("library", "--session", "70-73", "--lang", "en")
    assert result.stdout.startswith("A/RES/72/31  ")
    assert "1 of the 2 resolutions held." in result.stdout
    assert "Sessions: 75 (1), 72 (1)" in result.stdout


def test_json_is_the_page_of_the_api() -> None:
    page = json.loads(run("library", "75/45", "--json").stdout)
    assert page["hits"][0]["match"] == "symbol"
    assert page["symbols"] == ["A/RES/75/45"]


def test_a_page_says_how_to_go_on() -> None:
    first = run("library", "--limit", "1")
    cursor = first.stdout.split("--cursor ")[1].strip()
    second = run("library", "--limit", "1", "--cursor", cursor)
    assert second.stdout.startswith("A/RES/72/31")
    assert "--cursor" not in second.stdout


def test_the_file_is_written_and_an_other_one_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "原文.txt"
    assert run("source", "75/45", "--to", str(path)).exit_code == 0
    assert "第七十五届会议" in path.read_text()
    result = run("source", "75/45", "--to", str(path))
    assert result.exit_code == 1
    assert "--to" in result.output
