"""A streamed answer in the terminal: sentences as they come, marked where a model wrote them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli.commands import app
from assistant.cli.telling import generation_lines, told_lines
from assistant.types import Event, Generation, Statement
from tests.answering.generative.scripted import Reply, serving
from tests.faults import GOOD, KEY, QUESTION, SILENT
from tests.real_server import environment
from tests.server.fake_assistant import ANSWER, CITATION, STATEMENT, TEXT

FACT = Statement(GOOD, "fact", (1,), (), "checked")


def test_a_sentence_is_printed_before_the_next_one_is_there() -> None:
    asked_for: list[str] = []

    def events() -> Iterator[Event]:
        yield Event("citation", CITATION)
        yield Event("delta", STATEMENT)
        asked_for.append("more")
        yield Event("answer", ANSWER)

    lines = told_lines(events())
    assert next(lines).text == f"{TEXT}[1]"
    assert asked_for == []
    assert any(CITATION.label in line.text for line in lines)


@pytest.mark.parametrize(
    ("statement", "mark"),
    [
        (FACT, "模型转述，已核对"),
        (replace(FACT, verification="repaired"), "模型转述，改正后核对过"),
        (replace(FACT, text="It requests a report."), "retold by the model, checked"),
    ],
)
def test_what_a_model_wrote_is_marked_and_a_quotation_is_not(
    statement: Statement, mark: str
) -> None:
    def printed(one: Statement) -> list[str]:
        return [
            line.text for line in told_lines([Event("citation", CITATION), Event("delta", one)])
        ]

    assert printed(statement) == [f"{statement.text}[1]", mark]
    assert printed(STATEMENT) == [f"{TEXT}[1]"]


def test_it_is_said_what_the_model_did_why_it_failed_and_where_the_question_went() -> None:
    made = Generation("m", "h", "api.example", 4, 2, 1, 1, 0, 1, 5, 7, "坏了")
    texts = [line.text for line in generation_lines(made, "zh")]
    assert texts[0] == "语言模型 m 写了 4 句：采用 3，换成原文 1，略去 0"
    assert texts[1:] == ["坏了", "问题和所引段落已送往 api.example"]


def chosen(data_dir: Path, url: str) -> dict[str, str]:
    return {
        "ASSISTANT_DATA_DIR": str(data_dir),
        "ASSISTANT_EMBEDDER": "hashing",
        "ASSISTANT_LLM_URL": url,
        "ASSISTANT_LLM_MODEL": "m",
        "ASSISTANT_LLM_KEY": KEY,
    }


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


def test_in_the_terminal_an_answer_is_marked_and_its_json_says_what_the_model_did(
    data_dir: Path,
) -> None:
    with serving(Reply((GOOD + "[2]",))) as (url, _):
        told = CliRunner().invoke(app, ["ask", QUESTION], env=chosen(data_dir, url))
        as_json = CliRunner().invoke(app, ["ask", QUESTION, "--json"], env=chosen(data_dir, url))
    assert f"{GOOD}[2]" in told.stdout
    assert "模型转述，已核对" in told.stdout
    assert "语言模型 m 写了 1 句" in told.stdout
    answer = json.loads(as_json.stdout)
    assert (answer["answerer"], answer["generation"]["kept"]) == ("llm:m", 1)
    assert KEY not in told.output + as_json.output


def test_a_failing_model_costs_the_terminal_nothing_and_shows_no_key(data_dir: Path) -> None:
    with serving(Reply(status=401)) as (url, _):
        told = CliRunner().invoke(app, ["ask", QUESTION], env=chosen(data_dir, url))
        found = CliRunner().invoke(app, ["doctor"], env=chosen(data_dir, url))
    assert told.exit_code == 0
    assert SILENT in told.stdout
    assert "密钥" in told.stdout
    assert "密钥" in found.stdout
    assert KEY not in told.output + found.output


def test_whoever_interrupts_a_silent_model_is_let_go_at_once(data_dir: Path) -> None:
    with serving(Reply(hangs=True)) as (url, script):
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "ask", QUESTION],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment(data_dir, **chosen(data_dir, url), PYTHONIOENCODING="utf-8"),
        )
        until = time.monotonic() + 120
        while not script.asked and time.monotonic() < until:
            time.sleep(0.05)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=60)
        assert time.monotonic() - begun < 10
    assert process.returncode == 130
    assert stderr.strip().splitlines()[-1] == "已中断"
    assert "Traceback" not in stderr
