"""Files by path: what is no file, or too much of one, is refused before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, members
from assistant.reading.files import LARGEST_ARCHIVE, LARGEST_FILE


def test_a_file_is_its_bytes_and_its_name_without_the_path(tmp_path: Path) -> None:
    path = tmp_path / "决议.txt"
    path.write_bytes(b"text")
    assert File.at(path) == File("决议.txt", b"text")


def test_a_file_that_is_no_archive_is_its_own_and_only_member() -> None:
    file = File("a.txt", "大会，".encode())
    (member,) = members(file)
    assert (member.name, member.open()) == ("a.txt", file)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument, match="no file"):
        File.at(tmp_path / "missing.txt")
    with pytest.raises(InvalidDocument, match="folder") as refusal:
        File.at(tmp_path)
    assert str(tmp_path) not in refusal.value.zh + refusal.value.en
    with pytest.raises(InvalidDocument):
        File.at(tmp_path / "nul\0.txt")


@pytest.mark.parametrize(
    ("start", "limit", "megabytes"),
    [(b"%PDF-", LARGEST_FILE, "50 MB"), (b"PK\x03\x04", LARGEST_ARCHIVE, "500 MB")],
)
def test_a_file_over_its_limit_is_refused(
    tmp_path: Path, start: bytes, limit: int, megabytes: str
) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.write(start)
        stream.truncate(limit + 1)
    with pytest.raises(InvalidDocument, match=megabytes):
        File.at(path)
