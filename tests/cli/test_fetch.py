"""``assistant fetch`` against a server on loopback that answers as the UN document system does."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace, TracebackType
from typing import Any, Self

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import IngestResult, Progress
from tests.fetching.un_server import UnServer, docx, stall, status, un_server
from tests.real_server import environment

WORD = docx("".join(f"第{n}行\n" for n in range(2_000)))


class FakeLibrary:
    """Stands for the assistant: remembers the files it was given."""

    def __init__(self) -> None:
        self.files: list[File] = []
        self.opened = 0
        self.refuses = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def ingest(self, files: Sequence[File], *, progress: Progress) -> tuple[IngestResult, ...]:
        self.files += files
        progress("reading", len(files), len(files))
        if self.refuses:
            return tuple(
                IngestResult(f.name, "refused", None, "不是决议。", "Not a resolution.")
                for f in files
            )
        return tuple(IngestResult(f.name, "added", f.name) for f in files)


@pytest.fixture
def un() -> Iterator[UnServer]:
    with un_server() as server:
        yield server


@pytest.fixture
def data_dir(un: UnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in {
        "ASSISTANT_DATA_DIR": str(tmp_path / "data"),
        "ASSISTANT_FETCH_URL": un.url,
        "ASSISTANT_FETCH_PAUSE": "0",
        "ASSISTANT_FETCH_RETRIES": "0",
        "ASSISTANT_EMBEDDER": "hashing",
        "ASSISTANT_SAMPLE_LIBRARY": "false",
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "data"


@pytest.fixture
def library(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLibrary:
    fake = FakeLibrary()

    def opened(
        _settings: object, _progress: Progress | None = None, *, repair: bool = True
    ) -> FakeLibrary:
        fake.opened += 1
        return fake

    module: Any = ModuleType("assistant.service")
    module.Assistant = SimpleNamespace(open=opened)
    monkeypatch.setitem(sys.modules, "assistant.service", module)
    return fake


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def test_what_was_fetched_is_ingested_with_its_symbol_as_name_and_the_time_of_retrieval(
    un: UnServer, library: FakeLibrary
) -> None:
    un.holds("A/RES/75/45", WORD)
    un.holds("A/RES/75/45", docx("english"), lang="en")
    result = run("fetch", "A/RES/75/45", "--lang", "zh,en")
    assert result.exit_code == 0, result.output
    assert [file.data for file in library.files] == [WORD, docx("english")]
    assert {file.name for file in library.files} == {"A_RES_75_45.docx"}
    assert all(file.retrieved and file.retrieved[:2] == "20" for file in library.files)


def test_each_document_is_a_line_while_it_comes_and_the_summary_follows(
    un: UnServer, library: FakeLibrary
) -> None:
    un.holds("A/RES/75/1", WORD)
    un.holds("A/RES/75/3", WORD)
    un.at_access[un.holds("A/RES/75/4", WORD)] = [status(403)]
    run("fetch", "75/1")
    result = run("fetch", "75/1..4")
    first, second, third, fourth = result.stderr.splitlines()[:4]
    assert first.startswith("[1/4]  A/RES/75/1  zh  已有  ")
    assert second.startswith("[2/4]  A/RES/75/2  zh  没有  ")
    assert third.startswith("[3/4]  A/RES/75/3  zh  已取得  ")
    assert "kB/s" in third
    assert fourth.startswith("[4/4]  A/RES/75/4  zh  失败  ")
    lines = result.stdout.splitlines()
    assert lines[:3] == ["已取得  1", "已有  1", "没有  1"]
    assert lines[3].startswith("    A/RES/75/2  zh  联合国文件系统没有")
    assert lines[4] == "失败  1"
    assert "403" in lines[5]
    assert result.exit_code == 1


def test_the_terminal_speaks_english_where_it_is_asked_to_before_the_command(
    un: UnServer, library: FakeLibrary
) -> None:
    result = run("--lang", "en", "fetch", "75/45")
    assert result.stdout.splitlines()[:3] == ["fetched  0", "cached  0", "missing  1"]
    assert "check the symbol" in result.stdout
    assert un.asked[0].path.endswith("l=zh&t=docx")


def test_json_is_all_that_goes_to_stdout(un: UnServer, library: FakeLibrary) -> None:
    un.holds("A/RES/75/45", WORD)
    answer = json.loads(run("fetch", "75/45,75/46", "--json").stdout)
    came, missing = answer["fetched"]
    assert (came["symbol"], came["outcome"]) == ("A/RES/75/45", "fetched")
    assert came["origin"]["bytes"] == len(WORD)
    assert came["origin"]["address"].startswith(un.url)
    assert (missing["outcome"], missing["path"]) == ("missing", None)
    assert missing["reason_en"]
    assert answer["ingested"][0]["outcome"] == "added"


def test_saving_to_a_folder_ingests_nothing(
    un: UnServer, library: FakeLibrary, tmp_path: Path
) -> None:
    un.holds("A/RES/75/45", WORD)
    assert run("fetch", "75/45", "--to", str(tmp_path / "mine")).exit_code == 0
    assert (tmp_path / "mine" / "zh" / "A_RES_75_45.docx").read_bytes() == WORD
    assert library.opened == 0


def test_a_folder_that_cannot_be_written_is_one_line(
    un: UnServer, library: FakeLibrary, tmp_path: Path
) -> None:
    un.holds("A/RES/75/45", WORD)
    (tmp_path / "file").write_bytes(b"")
    result = run("fetch", "75/45", "--to", str(tmp_path / "file" / "folder"))
    assert result.exit_code == 1
    assert "--to" in result.stderr.splitlines()[-1]


def test_without_ingestion_the_library_is_not_even_opened(
    un: UnServer, library: FakeLibrary, data_dir: Path
) -> None:
    un.holds("A/RES/75/45", WORD)
    assert run("fetch", "75/45", "--no-ingest").exit_code == 0
    assert (data_dir / "fetched" / "zh" / "A_RES_75_45.docx").read_bytes() == WORD
    assert library.opened == 0


def test_a_document_that_the_library_refuses_is_told_by_the_exit_status(
    un: UnServer, library: FakeLibrary
) -> None:
    un.holds("A/RES/75/45", WORD)
    library.refuses = True
    result = run("fetch", "75/45")
    assert result.exit_code == 1
    assert "不是决议。" in result.stdout


def test_a_refresh_asks_again(un: UnServer, library: FakeLibrary) -> None:
    un.holds("A/RES/75/45", WORD)
    run("fetch", "75/45")
    un.holds("A/RES/75/45", docx("corrected"))
    run("fetch", "75/45")
    run("fetch", "75/45", "--refresh")
    assert [file.data for file in library.files] == [WORD, WORD, docx("corrected")]


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("hello",),
        ("75/45", "hello"),
        ("75/9..1",),
        ("75/45", "--lang", "fr"),
        ("75/45", "--lang", ""),
        ("75/45", "--lang", "zh,klingon"),
    ],
)
def test_what_was_wrongly_asked_is_told_before_anything_is_fetched(
    un: UnServer, library: FakeLibrary, args: tuple[str, ...]
) -> None:
    result = run("fetch", *args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert un.asked == []


@pytest.mark.parametrize("url", ["http://documents.un.org", "ftp://un.org", "documents.un.org"])
def test_documents_come_over_tls_or_from_this_machine(
    un: UnServer, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("ASSISTANT_FETCH_URL", url)
    result = run("fetch", "75/45")
    assert result.exit_code == 2
    assert "ASSISTANT_FETCH_URL" in result.stderr


# ── the whole road ───────────────────────────────────────────────────────────────────────────


def test_a_fetched_resolution_can_be_asked_about_and_says_when_it_was_retrieved(
    un: UnServer, data_dir: Path, sample_files: tuple[Path, Path]
) -> None:
    un.holds("A/RES/75/45", docx(sample_files[1].read_text(encoding="utf-8")))
    result = run("fetch", "第75/45号决议")
    assert result.exit_code == 0, result.output
    with Assistant.open(load_settings()) as assistant:
        answer = assistant.ask("第75/45号决议第13段")
    assert answer.citations[0].symbol == "A/RES/75/45"
    source = answer.citations[0].source
    assert source.name == "A_RES_75_45.docx"
    assert source.retrieved is not None


def test_another_document_than_the_one_asked_for_is_neither_kept_nor_ingested(
    un: UnServer, data_dir: Path, sample_files: tuple[Path, Path]
) -> None:
    un.holds("A/RES/75/46", docx(sample_files[1].read_text(encoding="utf-8")))
    result = run("fetch", "75/46")
    assert result.exit_code == 1
    assert "A/RES/75/45" in result.stdout
    assert list((data_dir / "fetched").rglob("*.docx")) == []


def test_a_fetch_killed_in_the_middle_of_a_document_goes_on_there(
    un: UnServer, tmp_path: Path
) -> None:
    for number in (1, 2, 3):
        key = un.holds(f"A/RES/75/{number}", docx("".join(f"{number}{n}\n" for n in range(2_000))))
        if number == 2:
            un.at_file[key] = [stall(un, un.documents[key], 2_000)]
    command = [sys.executable, "-m", "assistant", "fetch", "75/1..3", "--no-ingest"]
    env = environment(tmp_path, ASSISTANT_FETCH_URL=un.url, ASSISTANT_FETCH_PAUSE="0")
    begun = tmp_path / "fetched" / "zh" / "A_RES_75_2.docx.part"
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert b"A/RES/75/1" in process.stderr.readline()
        _wait_for(begun, 2_000)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert begun.stat().st_size == 2_000
    un.asked.clear()

    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    kept = [tmp_path / "fetched" / "zh" / f"A_RES_75_{number}.docx" for number in (1, 2, 3)]
    assert [path.read_bytes() for path in kept] == list(un.documents.values())
    assert un.symbols_asked == ["A/RES/75/2", "A/RES/75/3"]
    assert un.files_asked[0].headers["Range"] == "bytes=2000-"
    assert not begun.exists()


def _wait_for(path: Path, size: int) -> None:
    """Until another process has written so many bytes."""
    until = time.monotonic() + 30
    while not (path.exists() and path.stat().st_size >= size):
        assert time.monotonic() < until, f"{path.name} never had {size} bytes"
        time.sleep(0.01)
