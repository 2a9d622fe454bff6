"""The real commands in processes of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from tests.real_server import bound_port, environment, serving


def process(data_dir: Path, *args: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A command as its users start it: a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "assistant", *args],
        capture_output=True,
        env=environment(data_dir, **more),
        timeout=120,
        check=False,
    )


def run(data_dir: Path, *args: str) -> Result:
    """The same in this process, which has the libraries loaded already."""
    return CliRunner().invoke(app, args, env={"ASSISTANT_DATA_DIR": str(data_dir)})


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    assert run(folder, "list").exit_code == 0
    return folder


def test_an_answer_in_json_is_all_that_stdout_holds(data_dir: Path) -> None:
    done = run(data_dir, "ask", "第75/45号决议请秘书长做什么？", "--json")
    cited = [citation["paragraph"] for citation in json.loads(done.stdout)["citations"]]
    assert cited == ["OP6", "OP11", "OP13", "OP14"]


def test_an_answer_for_people_ends_each_quote_with_a_marker_and_lists_what_it_cites(
    data_dir: Path,
) -> None:
    stdout = run(data_dir, "ask", "第75/45号决议第14段").stdout
    assert "[1]" in stdout.splitlines()[0]
    assert "[1] 第75/45号决议，执行部分第14段" in stdout


def test_a_conversation_goes_on_from_one_process_to_the_next(data_dir: Path) -> None:
    first = json.loads(run(data_dir, "ask", "第75/45号决议请秘书长做什么？", "--json").stdout)
    args = ("ask", "那72/31呢？", "--json", "--conversation", first["conversation_id"])
    second = json.loads(run(data_dir, *args).stdout)
    assert second["understood"]["symbols"] == ["A/RES/72/31"]


def test_ingesting_what_is_there_changes_nothing(
    data_dir: Path, sample_files: tuple[Path, Path]
) -> None:
    stdout = run(data_dir, "ingest", *map(str, sample_files)).stdout
    assert stdout.count("无变化  A/RES/") == 2


def test_a_foreign_file_is_refused_and_the_others_are_taken(
    data_dir: Path, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.txt"
    foreign.write_text("这不是一份决议。\n", encoding="utf-8")
    done = run(data_dir, "ingest", str(foreign), str(sample_files[0]))
    assert done.exit_code == 1
    assert "foreign.txt" in done.stdout
    assert "未加入" in done.stdout
    assert "无变化" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("ask", ""), 2),
        (("ask", "核" * 30_000), 2),
        (("show", "A/RES/76/54"), 1),
        (("show", "A/RES/75/45#OP16"), 1),
        (("show", "nonsense"), 1),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_error_is_one_line_on_stderr(
    data_dir: Path, args: tuple[str, ...], code: int, lang: str
) -> None:
    done = run(data_dir, *args, "--lang", lang)
    assert done.exit_code == code
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert any("\u4e00" <= character <= "\u9fff" for character in line) == (lang == "zh")


def test_a_process_that_is_asked_something_else_than_utf_8_does_not_crash(
    data_dir: Path,
) -> None:
    done = process(data_dir, "ask", b"\xff\xfe?")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_knows_no_chinese_does_not_end_the_command(data_dir: Path) -> None:
    done = process(data_dir, "list", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"A/RES/75/45" in done.stdout


def test_the_doctor_finds_a_fresh_library_sound_and_reindexing_keeps_it_so(
    data_dir: Path,
) -> None:
    assert run(data_dir, "reindex").exit_code == 0
    done = run(data_dir, "doctor")
    assert done.exit_code == 0
    assert "✗" not in done.stdout


def test_a_lost_index_is_found_by_the_doctor_and_mended_by_the_remedy_it_names(
    tmp_path: Path,
) -> None:
    assert run(tmp_path, "list").exit_code == 0
    for path in tmp_path.glob("lexical*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    found = run(tmp_path, "doctor")
    assert found.exit_code == 1
    assert "→ assistant reindex" in found.stdout
    assert run(tmp_path, "reindex").exit_code == 0
    assert run(tmp_path, "doctor").exit_code == 0


def test_a_taken_port_is_told_before_anything_is_loaded(tmp_path: Path) -> None:
    with bound_port() as port:
        done = run(tmp_path, "serve", "--port", str(port))
    assert done.exit_code == 1
    assert str(port) in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_being_served_can_be_asked_or_says_that_it_is_in_use(
    tmp_path: Path,
) -> None:
    with serving(tmp_path):
        done = process(tmp_path, "list")
    assert b"Traceback" not in done.stderr
    if done.returncode:
        assert len(done.stderr.splitlines()) == 1
    else:
        assert b"A/RES/75/45" in done.stdout


def test_starting_the_terminal_loads_neither_models_nor_the_server() -> None:
    code = "import sys, assistant.cli.commands; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint({"llama_index", "chromadb", "fastapi", "uvicorn", "jieba", "numpy"})
