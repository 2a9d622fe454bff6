"""jieba's tables are read from where they are kept only while that is what was written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.text import word_tables as made_ready
from assistant.text.word_tables import WordTables, word_tables

_FILE = "words.tables"
_SMALL = WordTables({"大会": 5, "大": 0}, 5, {"大会": "n"}, {"大会": 5.5})


@pytest.fixture
def times_made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for each time that they are made out of the package's texts."""
    made: list[int] = []

    def make() -> WordTables:
        made.append(1)
        return _SMALL

    monkeypatch.setattr(made_ready, "_made", make)
    return made


def test_jiebas_tables_are_the_same_whether_made_or_read_again(tmp_path: Path) -> None:
    made = word_tables(tmp_path / "cache")
    assert (made.counts["决议"] > 0, made.tags["决议"]) == (True, "n")
    assert made.counts["决"] > 0
    assert made.rarities["东西"] < made.rarities["机票"]
    assert made.total >= sum(made.counts.values())  # jieba counts a word twice that it lists twice
    assert word_tables(tmp_path / "cache") == made
    assert [file.name for file in (tmp_path / "cache").iterdir()] == [_FILE]


def test_what_was_written_is_read_again(tmp_path: Path, times_made: list[int]) -> None:
    for _ in range(3):
        assert word_tables(tmp_path / "cache") == _SMALL
    assert len(times_made) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(file.read_bytes()[:-1] + b"\0"),
        lambda file: file.write_bytes(b"\0" + file.read_bytes()[1:]),
        lambda file: os.truncate(file, 4),
        lambda file: os.truncate(file, 0),
        lambda file: file.write_bytes(bytes(10)),
        lambda file: file.unlink(),
    ],
)
def test_what_is_not_what_was_written_is_made_again(
    tmp_path: Path, times_made: list[int], damage: Callable[[Path], None]
) -> None:
    word_tables(tmp_path)
    damage(tmp_path / _FILE)
    assert word_tables(tmp_path) == _SMALL
    assert word_tables(tmp_path) == _SMALL
    assert len(times_made) == 2


def test_tables_of_another_jieba_or_python_are_made_again(
    tmp_path: Path, times_made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    word_tables(tmp_path)
    monkeypatch.setattr(made_ready, "version", lambda _: "9")
    word_tables(tmp_path)
    assert len(times_made) == 2
