from __future__ import annotations

from pathlib import Path

import pytest

from assistant.library import reader
from assistant.library.reader import Fault, Refusal, Task, parser_version, read_file
from assistant.reading import File
from tests.library.texts import text


def test_a_file_gives_its_resolutions_with_when_they_were_fetched() -> None:
    file = File("a.txt", text(5).encode(), retrieved="2026-01-02T03:04:05+00:00")
    outcome = read_file(Task(file))
    assert isinstance(outcome, tuple)
    (resolution,) = outcome
    assert resolution.symbol == "A/RES/60/5"
    assert resolution.source.retrieved == "2026-01-02T03:04:05+00:00"


def test_what_is_no_resolution_is_a_refusal_in_both_languages_with_its_line() -> None:
    outcome = read_file(Task(File("poem.txt", "床前明月光，".encode())))
    assert isinstance(outcome, Refusal)
    assert "poem.txt" in outcome.zh
    assert "poem.txt" in outcome.en
    assert outcome.line == 1


def test_a_fault_of_the_program_is_told_with_its_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_arguments: object, **_more: object) -> None:
        raise IndexError("a bug")

    monkeypatch.setattr(reader, "parse", parse)
    outcome = read_file(Task(File("a.txt", text(5).encode())))
    assert isinstance(outcome, Fault)
    assert "a bug" in outcome.trace


def test_the_parsers_version_is_a_hash_of_its_source() -> None:
    version = parser_version()
    assert len(version) == 16
    assert int(version, 16)


def test_the_parsers_version_sees_every_folder_of_its_rooms(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inner = tmp_path / "inner"
    (inner / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(reader, "package_files", lambda _room: tmp_path)
    versions = set()
    for name in ("a.py", "inner/b.py", "inner/__pycache__/c.py"):
        (tmp_path / name).write_text(name)
        parser_version.cache_clear()
        versions.add(parser_version())
    parser_version.cache_clear()
    assert len(versions) == 2
