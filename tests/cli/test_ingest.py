"""``assistant ingest``: what it hands on and prints, and real processes that are stopped."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.cli.ingest import result_lines, summary
from assistant.cli.printing import Line
from assistant.library.library import Library
from assistant.settings import load_settings
from assistant.types import IngestResult, Resolution
from tests.library.texts import text, write_texts
from tests.real_server import environment

REFUSED = IngestResult("b.txt", "refused", None, "不是决议。", "Not a resolution.", line=3)
DOUBTFUL = IngestResult("c.txt", "added", "A/RES/60/3", inferred=4, unplaced=2)


def _env(data_dir: Path) -> dict[str, str]:
    return {
        "ASSISTANT_DATA_DIR": str(data_dir),
        "ASSISTANT_EMBEDDER": "hashing",
        "ASSISTANT_SAMPLE_LIBRARY": "false",
    }


def run(data_dir: Path, *args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["ingest", *args], input=given, env=_env(data_dir))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    write_texts(tmp_path / "texts", 3)
    return tmp_path / "texts"


def _lines(results: list[IngestResult], *, lang: str | None = None) -> list[str]:
    return [line.text for line in result_lines(results, lang)]  # type: ignore[arg-type]


# ── what is printed ──────────────────────────────────────────────────────────────────────────


def test_the_summary_counts_every_end_and_what_is_doubtful() -> None:
    assert summary([REFUSED, DOUBTFUL, DOUBTFUL]) == {
        "added": 2,
        "replaced": 0,
        "unchanged": 0,
        "refused": 1,
        "inferred": 8,
        "unplaced": 4,
    }


def test_every_file_of_a_few_is_listed_with_its_doubts_and_reasons() -> None:
    lines = _lines([REFUSED, DOUBTFUL])
    assert lines[0] == "b.txt:3  未加入  不是决议。"
    assert lines[1] == "c.txt  已加入  A/RES/60/3  推定 4 段, 未归入 2 行"
    assert "      1  未加入" in lines
    assert lines[-1] == "推定的段落 4，未能归入的行 2"
    assert "      1  refused" in _lines([REFUSED], lang="en")


def test_of_many_files_only_those_with_a_reason_are_listed() -> None:
    many = [IngestResult(f"{n}.txt", "unchanged", f"A/RES/60/{n}") for n in range(30)]
    lines = _lines([*many, REFUSED, DOUBTFUL])
    assert lines[0].startswith("b.txt:3")
    assert lines[1] == ""


def test_a_dry_run_says_so_first() -> None:
    first: Line = next(iter(result_lines([DOUBTFUL], None, dry_run=True)))
    assert "试运行" in first.text


def test_a_folder_without_files_says_so(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(data_dir, str(tmp_path / "empty"))
    assert result.exit_code == 0
    assert "没有找到文件" in result.stdout


# ── what is done ─────────────────────────────────────────────────────────────────────────────


def test_a_folder_comes_in_and_coming_again_changes_nothing(data_dir: Path, texts: Path) -> None:
    for outcome in ("已加入", "无变化"):
        result = run(data_dir, str(texts), "--jobs", "2")
        assert result.exit_code == 0
        assert f"      3  {outcome}" in result.stdout


def test_json_has_every_result_and_the_summary(data_dir: Path, texts: Path) -> None:
    (texts / "poem.txt").write_text("床前明月光，", encoding="utf-8")
    result = run(data_dir, str(texts), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["summary"]["added"] == 3
    assert [r["symbol"] for r in told["results"]] == [*(f"A/RES/60/{n}" for n in (1, 2, 3)), None]
    assert told["dry_run"] is False


def test_quiet_tells_of_refused_files_only(data_dir: Path, texts: Path) -> None:
    assert run(data_dir, "-q", str(texts)).output == ""
    (texts / "poem.txt").write_text("床前明月光，", encoding="utf-8")
    result = run(data_dir, "--quiet", str(texts))
    assert result.exit_code == 1
    assert result.output.startswith("poem.txt:1  未加入")
    assert len(result.output.splitlines()) == 1


def test_standard_input_is_a_file_of_the_given_name(data_dir: Path) -> None:
    result = run(data_dir, "-", "--name", "../pasted.txt", given=text(7))
    assert result.exit_code == 0
    assert "pasted.txt  已加入  A/RES/60/7" in result.stdout
    assert ".." not in result.stdout


def test_standard_input_without_end_is_refused(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_MAX_UPLOAD_TOTAL_BYTES", "1000")
    result = run(data_dir, "-", "--name", "x.txt", given="x" * 1_001)
    assert result.exit_code == 2
    assert "1,000" in result.stderr
    assert run(data_dir, "-", "--name", "x.txt", given="x" * 1_000).exit_code == 1


@pytest.mark.parametrize(
    "args",
    [
        ("-",),
        ("a.txt", "--name", "b.txt"),
        ("a.txt", "--symbol", "nonsense"),
        ("a.txt", "b.txt", "--symbol", "A/RES/60/1"),
        ("a.txt", "--jobs", "0"),
    ],
)
def test_a_wrongly_asked_batch_exits_with_2_and_writes_nothing(
    data_dir: Path, args: tuple[str, ...]
) -> None:
    result = run(data_dir, *args)
    assert result.exit_code == 2
    assert "--" in result.stderr.splitlines()[-1]
    assert run(data_dir, "absent.txt").exit_code == 1


def test_a_dry_run_before_there_is_a_library_begins_none(data_dir: Path, texts: Path) -> None:
    result = run(data_dir, "--dry-run", str(texts))
    assert "      3  已加入" in result.stdout
    assert not data_dir.exists()


def test_a_dry_run_leaves_a_library_as_it_is(data_dir: Path, texts: Path) -> None:
    run(data_dir, str(texts))
    write_texts(texts, 5)
    (texts / "A_RES_60_001.txt").write_text(text(1, word="意见"), encoding="utf-8")
    kept = {path: path.read_bytes() for path in data_dir.rglob("*.json")}
    stdout = run(data_dir, "--dry-run", str(texts)).stdout
    for line in ("      2  已加入", "      1  已更新", "      2  无变化"):
        assert line in stdout
    assert {path: path.read_bytes() for path in data_dir.rglob("*.json")} == kept
    assert len(_held(data_dir)) == 3


# ── stopped at any moment ────────────────────────────────────────────────────────────────────

KILLS = 30
FILES = 40

# Loads the program once and starts `assistant ingest` for each line, as a process of its own: of
# two seconds to kill it in, one and a half would pass before it opens the library.
NURSERY = """
import os, sys
import assistant.cli, assistant.cli.commands, assistant.service, assistant.library.dense
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        sys.argv = ["assistant", "ingest", "-q", line.strip()]
        assistant.cli.main()
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Nursery:
    """Starts ``assistant ingest`` over one folder, in one data folder."""

    def __init__(self, data_dir: Path, texts: Path) -> None:
        self._texts = texts
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**environment(data_dir), **_env(data_dir)},
        )

    def start(self) -> int:
        """The process that was started."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{self._texts}\n")
        self._process.stdin.flush()
        return self._number()

    def ended(self) -> int:
        """Wait for its end: 0 where all is done, 9 where it was killed before that."""
        return self._number()

    def close(self) -> None:
        self._process.communicate()
        assert self._process.returncode == 0

    def _number(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


def _held(data_dir: Path) -> list[Resolution]:
    with _opened(data_dir) as library:
        return [library.records.read(symbol) for symbol in library.records.symbols()]


def _opened(data_dir: Path) -> Library:
    return Library.open(load_settings({}, data_dir=data_dir, embedder="hashing"))


def _found(data_dir: Path) -> list[list[tuple[str, float]]]:
    with _opened(data_dir) as library:
        assert all(check.ok for check in library.checks())
        indexes = (library.lexical, library.dense)
        questions = ("就第5个题目提出意见", "第33个题目的报告", "列入临时议程")
        return [index.search(question, 12) for index in indexes for question in questions]


def test_a_batch_that_is_killed_at_any_moment_is_resumed_without_loss(tmp_path: Path) -> None:
    texts, killed, whole = tmp_path / "texts", tmp_path / "killed", tmp_path / "whole"
    write_texts(texts, FILES)
    nursery = Nursery(killed, texts)
    draw = random.Random()  # noqa: S311 - moments, not secrets
    kills, latest = 0, 3.0  # seconds; the machine is fast or slow, idle or busy
    while kills < KILLS:
        for number in draw.sample(range(1, FILES + 1), 5):  # so that there is always work
            path = texts / f"A_RES_60_{number:03}.txt"
            path.write_text(text(number, word=f"意见{kills}"), encoding="utf-8")
        pid = nursery.start()
        moment = draw.uniform(0, latest)
        time.sleep(moment)
        with suppress(ProcessLookupError):  # done already
            os.kill(pid, signal.SIGKILL)
        if nursery.ended() == signal.SIGKILL:
            kills += 1
        else:
            latest = max(0.8 * moment, 0.1)
    nursery.close()

    for folder in (killed, whole):
        command = [sys.executable, "-m", "assistant", "ingest", "-q", str(texts)]
        env = {**environment(folder), **_env(folder)}
        assert subprocess.run(command, env=env, check=False).returncode == 0
    assert _held(killed) == _held(whole)
    assert len(_held(whole)) == FILES
    assert _found(killed) == _found(whole)
    folders = {path.name for path in killed.iterdir() if path.is_dir()}
    assert folders == {path.name for path in whole.iterdir() if path.is_dir()}
    kept = {path.name for path in (killed / "sources").iterdir()}
    assert kept == {path.name for path in (whole / "sources").iterdir()}


def _written(data_dir: Path) -> int:
    """How many resolutions another process has written so far."""
    records = f"file:{data_dir / 'library.sqlite3'}?mode=ro"
    try:
        with closing(sqlite3.connect(records, uri=True)) as connection:
            count: int = connection.execute("SELECT COUNT(*) FROM resolutions").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # not begun
    return count


def test_ctrl_c_says_how_to_go_on_and_leaves_no_process(data_dir: Path, tmp_path: Path) -> None:
    write_texts(tmp_path / "texts", 400)
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "ingest", str(tmp_path / "texts")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment(data_dir), **_env(data_dir)},
        process_group=0,
    ) as process:
        while process.poll() is None and not _written(data_dir):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "再运行同一命令即可继续" in told.decode()
    assert b"Traceback" not in told
    held = len(_held(data_dir))
    assert 0 < held < 400
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
