"""What the pages on evaluation say can be done is done here, in miniature."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from eval.gold import KINDS, LIBRARIES, GoldItem, read_items
from eval.options import read_options

ROOT = Path(__file__).parents[2]
PAGES = ("evaluation.md", "evaluation.en.md")
CI = ("github-actions.yml", "gitlab-ci.yml")
SCHEMA = json.loads((ROOT / "eval" / "gold.schema.json").read_text(encoding="utf-8"))


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def commands_of(workflow: str) -> list[str]:
    read = yaml.safe_load((ROOT / "docs" / "ci" / workflow).read_text(encoding="utf-8"))
    if "jobs" in read:
        return [step["run"] for step in read["jobs"]["evaluate"]["steps"] if "run" in step]
    job: dict[str, Any] = read["evaluation"]
    return [*job["before_script"], *job["script"]]


@pytest.mark.parametrize("name", PAGES)
def test_every_option_shown_exists(name: str) -> None:
    shown = re.findall(r"^assistant eval(.*?)(?:#|$)", page(name), re.MULTILINE)
    assert len(shown) > 8
    for options in shown:
        read_options(shlex.split(options))


@pytest.mark.parametrize("name", PAGES)
def test_the_questions_shown_can_be_read(name: str) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", page(name), re.DOTALL)
    items = [item for line in block.strip().splitlines() for item in read_items(line)]
    assert [item.id for item in items] == ["mine-1", "mine-2", "mine-3.2", "mine-3.3"]


def test_both_languages_show_the_same_commands_and_questions() -> None:
    zh, en = (re.findall(r"```\w+\n(.*?)```", page(name), re.DOTALL) for name in PAGES)
    assert [[line.split("#")[0].rstrip() for line in block.splitlines()] for block in zh] == [
        [line.split("#")[0].rstrip() for line in block.splitlines()] for block in en
    ]


def test_the_schema_has_the_fields_that_are_read() -> None:
    assert set(SCHEMA["properties"]) == {f.name for f in fields(GoldItem)} | {"question"}
    assert set(SCHEMA["properties"]["kind"]["enum"]) == KINDS
    assert tuple(SCHEMA["properties"]["library"]["enum"]) == LIBRARIES


@pytest.mark.parametrize("workflow", CI)
def test_a_workflow_installs_ingests_and_judges(workflow: str) -> None:
    install, ingest, judge = commands_of(workflow)
    assert install == 'python -m pip install "$ASSISTANT_PACKAGE"'
    assert ingest == "assistant ingest library"
    assert judge.startswith("assistant eval --gold questions.jsonl --data-dir")


@pytest.mark.parametrize(("wanted", "code"), [("A/RES/75/45#OP13", 0), ("A/RES/75/45#OP1", 1)])
def test_the_commands_of_the_workflows_work_and_a_broken_gate_fails_them(
    wanted: str, code: int, tmp_path: Path, sample_files: tuple[Path, Path]
) -> None:
    commands = {command for workflow in CI for command in commands_of(workflow)[1:]}
    assert len(commands) == 2, "both workflows run the same"
    library = tmp_path / "library"
    library.mkdir()
    for file in sample_files:
        (library / file.name).write_bytes(file.read_bytes())
    question = {
        "id": "mine-1", "split": "dev", "kind": "lookup", "question": "75/45第13段",
        "groups": [[wanted]], "exact": True,
    }  # fmt: skip
    text = json.dumps(question, ensure_ascii=False)
    (tmp_path / "questions.jsonl").write_text(text + "\n", encoding="utf-8")
    codes = [run(command, tmp_path) for command in sorted(commands, reverse=True)]
    assert codes == [0, code]
    report = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert report["by_library"].keys() == {"own"}
    assert report["passed"] is (code == 0)
    assert (tmp_path / "report" / "report.html").is_file()


def run(command: str, folder: Path) -> int:
    """A command of a workflow, in ``folder``, with what its shell would have put in."""
    words = shlex.split(command.replace('"$ASSISTANT_DATA_DIR"', str(folder / "data")))
    environ = {
        "ASSISTANT_DATA_DIR": str(folder / "data"),
        "ASSISTANT_SAMPLE_LIBRARY": "false",
        "ASSISTANT_EMBEDDER": "hashing",
        "PATH": "",
        "HOME": str(folder),
    }
    assert words[0] == "assistant"
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *words[1:]],
        cwd=folder, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.returncode
