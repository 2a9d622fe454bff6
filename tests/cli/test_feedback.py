"""``assistant feedback`` over a library of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.service import Assistant
from assistant.settings import load_settings

MINE = "a" * 64


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    """The command opens a library in which two answers were judged, and does not close it."""
    settings = load_settings({}, data_dir=tmp_path / "data", embedder="hashing")
    with Assistant.open(settings) as assistant:
        first = assistant.ask("75/45第13段", owner=MINE)
        second = assistant.ask("下一段", conversation_id=first.conversation_id, owner=MINE)
        assistant.conversations.judge(first.id or "", MINE, "right", "")
        assistant.conversations.judge(second.id or "", MINE, "wrong", "应为\x1b[31m第15段\n呢")
        with monkeypatch.context() as patched:
            patched.setattr(Assistant, "open", lambda *_args, **_kwargs: assistant)
            patched.setattr(Assistant, "close", lambda _self: None)
            yield assistant


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ("feedback", *args))


@pytest.mark.usefixtures("held")
def test_it_is_listed_with_what_was_said_and_steers_no_terminal() -> None:
    lines = run("list").stdout.splitlines()
    assert [line[12:] for line in lines[:2]] == ["正确  75/45第13段", "有误  下一段"]
    assert lines[2:] == ["    应为 [31m第15段 呢", "共 2 条评价。"]
    english = run("list", "--verdict", "wrong", "--lang", "en").stdout.splitlines()
    assert english[0][12:] == "wrong  下一段"
    assert english[-1] == "1 judgements."


@pytest.mark.usefixtures("held")
def test_json_has_the_whole_answers_and_nobody() -> None:
    printed = run("list", "--json").stdout
    first, second = json.loads(printed)
    assert first["answer"]["citations"][0]["paragraph"] == "OP13"
    assert second["earlier"] == ["75/45第13段"]
    assert MINE not in printed


@pytest.mark.usefixtures("held")
def test_it_is_exported_as_questions_to_be_reviewed(tmp_path: Path) -> None:
    out = tmp_path / "候选.jsonl"
    assert "2 道待审核的题" in run("export", "--out", str(out)).stdout
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (first["question"], first["groups"]) == ("75/45第13段", [["A/RES/75/45#OP13"]])
    assert (second["turns"], second["review"]["verdict"]) == (["75/45第13段", "下一段"], "wrong")
    run("export", "--out", str(out), "--verdict", "right")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.usefixtures("held")
def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    result = run("export", "--out", str(tmp_path / "none" / "x.jsonl"))
    assert result.exit_code == 1
    assert "无法写入" in result.output
