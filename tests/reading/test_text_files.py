"""Reading files: text in its encodings, and a clear refusal for everything else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, read_document
from assistant.reading.files import LARGEST_FILE

TEXT = "第七十五届会议\n\n75/45. 后续行动\n大会，"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_each_encoding_gives_the_same_lines(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "resolution.txt"
    file.write_bytes(TEXT.encode(encoding))
    document = read_document(File.at(file))
    assert document.lines == ("第七十五届会议", "", "75/45. 后续行动", "大会，")
    assert document.name == "resolution.txt"
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_every_kind_of_line_end_ends_a_line(tmp_path: Path) -> None:
    file = tmp_path / "resolution.md"
    file.write_bytes("甲\r\n乙\r丙\n丁\f戊".encode())
    assert read_document(File.at(file)).lines == ("甲", "乙", "丙", "丁", "戊")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0rest", "Word"),
        (b"\n<!DOCTYPE html><html>", "web pages"),
        (b"text with \x00 inside", "not text"),
        (b"\xff\xff\xff\xff", "not text"),
        (bytes(range(1, 256)) * 4, "not text"),
        (b"\x01\x02\x03" * 100, "not text"),
    ],
)
def test_what_is_not_text_is_refused_in_both_languages(
    tmp_path: Path, content: bytes, word: str
) -> None:
    file = tmp_path / "foreign.bin"
    file.write_bytes(content)
    with pytest.raises(InvalidDocument, match=word) as refusal:
        read_document(File.at(file))
    assert "foreign.bin" in refusal.value.zh
    assert str(tmp_path) not in refusal.value.zh + refusal.value.en


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument, match="no file"):
        File.at(tmp_path / "missing.txt")
    with pytest.raises(InvalidDocument, match="folder"):
        File.at(tmp_path)
    with pytest.raises(InvalidDocument):
        File.at(tmp_path / "nul\0.txt")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    with pytest.raises(InvalidDocument, match="10 MB"):
        read_document(File.at(file))
