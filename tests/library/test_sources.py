from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.library import sources
from assistant.library.reader import Refusal
from assistant.library.sources import listed, survey, walk
from assistant.reading import File, Member

LARGEST = 1_000


def _write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_folder_stands_for_its_files_by_path_and_hidden_ones_are_passed_over(
    tmp_path: Path,
) -> None:
    folder = tmp_path / ".kept"  # given by name, it is meant
    wanted = [_write(folder / name) for name in ("a.pdf", "b/c.txt", "b/d", "e.TXT")]
    for name in (".hidden", ".git/config", "b/.DS_Store", "~$a.docx"):
        _write(folder / name)
    assert listed([folder]) == wanted


def test_what_is_given_twice_is_taken_once_in_the_order_given(tmp_path: Path) -> None:
    one, other = _write(tmp_path / "t" / "2.txt"), _write(tmp_path / "t" / "1.txt")
    upload = File("u.txt", b"x")
    assert listed([one, upload, tmp_path / "t", upload]) == [one, upload, other]


def test_an_archive_gives_each_of_its_entries_and_the_refusals_among_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> File:
        raise InvalidDocument("坏了", "it is broken", line=3)

    def members(file: File) -> list[Member]:
        return [
            Member("a.zip/1.txt", lambda: File("1.txt", b"one")),
            Member("a.zip/2.txt", broken),
            Member("a.zip/3.txt", lambda: File(file.name, b"x" * (LARGEST + 1))),
        ]

    monkeypatch.setattr(sources, "members", members)
    found = list(walk([File("a.zip", b"zip"), File("b.zip", b"zip")], LARGEST))
    assert [(one.position, one.name) for one in found[:4]] == [
        (0, "a.zip/1.txt"),
        (1, "a.zip/2.txt"),
        (2, "a.zip/3.txt"),
        (3, "a.zip/1.txt"),
    ]
    assert found[0].content == File("1.txt", b"one")
    assert found[1].content == Refusal("坏了", "it is broken", 3)
    assert isinstance(found[2].content, Refusal)
    assert str(LARGEST) in found[2].content.zh


def test_what_cannot_be_opened_is_refused_under_its_name_and_not_its_path(tmp_path: Path) -> None:
    paths = [tmp_path / "absent.txt", Path("nul\0.txt")]
    for one, name in zip(walk(paths, LARGEST), ("absent.txt", "nul\0.txt"), strict=True):
        assert one.name == name
        assert isinstance(one.content, Refusal)
        assert str(tmp_path) not in one.content.zh + one.content.en


def test_a_fault_of_the_program_is_refused_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def members(file: File) -> list[Member]:
        raise IndexError(file.name)

    monkeypatch.setattr(sources, "members", members)
    (one,) = walk([File("a.zip", b"zip")], LARGEST)
    assert one.content == sources.PROGRAM_FAILED
    assert "IndexError: a.zip" in caplog.text


def test_a_survey_counts_and_knows_where_the_same_bytes_come_last() -> None:
    files = [File("a", b"1"), File("b", b"2"), File("c", b"1")]
    found = list(walk(files, LARGEST))
    seen = survey(found)
    assert seen.total == 3
    assert seen.last == {found[0].sha256: 2, found[1].sha256: 1}
    assert survey([]).total == 0
