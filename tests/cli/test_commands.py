"""The commands with the contract fake behind them; end to end is in ``test_end_to_end``."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace
from typing import Any, Self

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.server.app import create_app
from assistant.settings import load_settings
from assistant.types import Check, Progress
from tests.server.fake_assistant import SYMBOL, TEXT, FakeAssistant


@dataclass
class FakeAssistantOfTheTerminal(FakeAssistant):
    reindexed: int = 0
    repaired: bool = False
    closed: int = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed += 1

    def doctor(self) -> tuple[Check, ...]:
        return self.readiness()

    def held(self, symbol: str) -> tuple[str, ...]:
        return (self.read(symbol).symbol,)

    def reindex(self, _progress: Progress | None = None) -> None:
        self.reindexed += 1


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> FakeAssistantOfTheTerminal:
    fake = FakeAssistantOfTheTerminal()

    def opened(
        _settings: object, progress: Progress | None = None, *, repair: bool = True
    ) -> FakeAssistantOfTheTerminal:
        fake.repaired = repair
        if progress:
            progress("embedding", 1, 2)
            progress("embedding", 2, 2)
        return fake

    module: Any = ModuleType("assistant.service")
    module.Assistant = SimpleNamespace(open=opened)
    monkeypatch.setitem(sys.modules, "assistant.service", module)
    return fake


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def test_an_answer_is_printed_with_its_markers_and_below_it_what_they_cite(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    lines = run("ask", "第75/45号决议第14段").stdout.splitlines()
    assert lines[0] == f"{TEXT}[1]"
    assert "[1] 第75/45号决议，执行部分第14段" in lines
    assert f"    {TEXT}" in lines
    assert assistant.closed == 1


def test_json_is_the_answer_of_the_api_and_nothing_else_goes_to_stdout(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    result = run("ask", "第75/45号决议第14段", "--json")
    answer = json.loads(result.stdout)
    assert answer["version"] == 1
    assert answer["citations"][0]["text"] == TEXT
    assert TEXT in result.stdout


def test_a_conversation_goes_on_with_its_id(assistant: FakeAssistantOfTheTerminal) -> None:
    assert "--conversation c9" in run("ask", "那72/31呢", "--conversation", "c9").stdout
    assert assistant.asked == [("那72/31呢", "c9", (), None)]


def test_a_page_of_a_long_answer_is_asked_for(assistant: FakeAssistantOfTheTerminal) -> None:
    run("ask", "哪些决议请秘书长做什么", "--page", "1-1-0123456789ab")
    assert assistant.pages == ["1-1-0123456789ab"]
    refused = run("ask", "哪些决议请秘书长做什么", "--page", "x")
    assert refused.exit_code == 2
    assert "去掉 page" in refused.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("show", "A/RES/76/54"), "文库中没有A/RES/76/54。"),
        (("show", "A/RES/76/54", "--lang", "en"), "The library does not hold A/RES/76/54."),
        (("--lang", "en", "show", "A/RES/76/54"), "The library does not hold A/RES/76/54."),
    ],
)
def test_an_error_is_one_line_on_stderr_in_the_readers_language(
    assistant: FakeAssistantOfTheTerminal, args: tuple[str, ...], message: str
) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == message


@pytest.mark.parametrize(
    "args",
    [
        ("ask",),
        ("ask", "x", "--lang", "fr"),
        ("search", "x", "--limit", "0"),
        ("serve", "--port", "99999"),
        ("no-such-command",),
        ("ask", "  "),
        ("ask", "核" * 2_001),
    ],
)
def test_a_wrongly_asked_command_exits_with_2(
    assistant: FakeAssistantOfTheTerminal, args: tuple[str, ...]
) -> None:
    assert run(*args).exit_code == 2


@pytest.mark.parametrize(
    ("args", "zh"),
    [
        (("ask",), "缺少"),
        (("serve", "--port"), "选项 --port 缺少值"),
        (("serve", "--prot", "1"), "没有选项 --prot"),
        (("search", "x", "--limit", "0"), "的值无效"),
        (("no-such-command",), "没有这个命令"),
    ],
)
def test_wrong_usage_is_one_chinese_line_or_in_english_where_asked(
    assistant: FakeAssistantOfTheTerminal, args: tuple[str, ...], zh: str
) -> None:
    (line,) = run(*args).stderr.splitlines()
    assert zh in line
    assert "--help" in line
    english = run("--lang", "en", *args)
    assert english.exit_code == 2
    assert "Error:" in english.stderr


def test_a_misspelt_setting_is_named_and_exits_with_2(
    assistant: FakeAssistantOfTheTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_DATADIR", "x")
    result = run("list")
    assert result.exit_code == 2
    assert "ASSISTANT_DATADIR" in result.stderr


def test_one_paragraph_is_shown_by_its_place_in_either_case(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    result = run("show", "75/45#op14")
    assert f"{SYMBOL}#OP14" in result.stdout
    assert TEXT in result.stdout
    (paragraph,) = json.loads(run("show", "75/45#OP14", "--json").stdout)
    assert paragraph["printed"] == "14"


def test_a_place_that_is_not_there_is_an_error(assistant: FakeAssistantOfTheTerminal) -> None:
    result = run("show", "75/45#OP16")
    assert result.exit_code == 1
    assert "没有 OP16" in result.stderr


def test_a_place_is_not_taken_for_another_that_begins_like_it(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    assert run("show", "75/45#OP1").exit_code == 1


def test_the_list_gives_titles_dates_and_counts(assistant: FakeAssistantOfTheTerminal) -> None:
    stdout = run("list").stdout
    assert "2020-12-07" in stdout
    assert "执行部分 15 段" in stdout
    assert "15 operative" in run("list", "--lang", "en").stdout


def test_search_prints_keys_and_texts(assistant: FakeAssistantOfTheTerminal) -> None:
    stdout = run("search", "报告", "--limit", "1").stdout
    assert stdout.count(f"{SYMBOL}#OP14") == 1
    assert TEXT in stdout


def test_search_is_labelled_in_the_language_asked_for_and_says_where_words_alone_were_looked_up(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    assert "第75/45号决议，执行部分第14段" in run("search", "报告").stdout
    assert "按词语查找" not in run("search", "报告").stdout
    assistant.sound = False
    said = run("search", "报告", "--lang", "en").stdout
    assert "resolution 75/45, operative paragraph 14" in said
    assert "searched by words alone" in said


@pytest.mark.usefixtures("assistant")
@pytest.mark.parametrize(
    ("args", "path"),
    [
        (("search", "报告"), "/api/v1/search?q=报告"),
        (
            ("search", "报告", "--limit", "1", "--lang", "en"),
            "/api/v1/search?q=报告&limit=1&lang=en",
        ),
        (("list",), "/api/v1/resolutions"),
        (("show", "75/45"), "/api/v1/resolutions/75/45"),
        (("precedents", "报告", "--lang", "en"), "/api/v1/precedents?q=报告&lang=en"),
        (("wording", "报告"), "/api/v1/wording?q=报告"),
        (("compare", "75/45", "76/36"), "/api/v1/compare?a=75/45&b=76/36"),
    ],
)
def test_json_is_what_the_api_gives(args: tuple[str, ...], path: str) -> None:
    with TestClient(create_app(FakeAssistant(), load_settings({}))) as client:
        assert json.loads(run(*args, "--json").stdout) == client.get(path).json()


def test_the_doctor_names_the_remedy_and_fails_where_something_is_wrong(
    assistant: FakeAssistantOfTheTerminal,
) -> None:
    assert run("doctor").exit_code == 0
    assert not assistant.repaired
    assistant.sound = False
    result = run("doctor")
    assert result.exit_code == 1
    assert "✗ 全文索引与记录不符。" in result.stdout
    assert "assistant reindex" in result.stdout


def test_reindexing_says_when_it_is_done(assistant: FakeAssistantOfTheTerminal) -> None:
    assert "已重建" in run("reindex").stdout
    assert assistant.reindexed == 1


def test_progress_is_drawn_on_stderr(assistant: FakeAssistantOfTheTerminal) -> None:
    result = run("ask", "x", "--json")
    assert "计算向量" in result.stderr
    assert "2/2" in result.stderr
    json.loads(result.stdout)


@pytest.mark.parametrize(("command", "module"), [("eval", "eval.run"), ("bench", "eval.bench")])
def test_evaluation_gets_its_arguments_as_they_are(
    monkeypatch: pytest.MonkeyPatch, command: str, module: str
) -> None:
    seen: list[list[str]] = []

    def main(argv: list[str]) -> int:
        seen.append(argv)
        return 3

    fake: Any = ModuleType(module)
    fake.main = main
    monkeypatch.setitem(sys.modules, module, fake)
    result = run(command, "--help", "--gold", "x.jsonl")
    assert result.exit_code == 3
    assert seen == [["--help", "--gold", "x.jsonl"]]


def test_the_openapi_document_is_that_of_the_server_and_needs_no_library() -> None:
    document = json.loads(run("openapi").stdout)
    assert "/api/v1/ask/stream" in document["paths"]


def test_help_is_bilingual() -> None:
    stdout = run("--help").stdout
    assert "提问 · Ask a question." in stdout
    for command in ("ingest", "remove", "fetch"):
        assert f"  {command} " in stdout
