from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fetching.bodies import asks_for_login, kind_of, whole_format
from tests.fetching.un_server import LOGIN, SHELL, docx, pdf


@pytest.mark.parametrize(
    ("start", "content_type", "kind"),
    [
        (pdf(), "text/html", "pdf"),  # what it says it is counts for less than what it is
        (b"\r\n%PDF-1.4", "application/pdf", "pdf"),
        (docx("x"), "application/octet-stream", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", "doc"),
        (SHELL, "application/pdf", "page"),
        (b"\xef\xbb\xbf \n<HTML>", "", "page"),
        (b"<html>how to read %PDF-1.4</html>", "application/pdf", "page"),
        (b"Please wait", "text/html; charset=utf-8", "page"),
        (b"{}", "application/json", "other"),
        (b"", "application/pdf", "other"),
    ],
)
def test_a_body_is_known_by_how_it_begins(start: bytes, content_type: str, kind: str) -> None:
    assert kind_of(start, content_type) == kind


def test_a_page_with_a_field_for_a_password_asks_for_a_login() -> None:
    assert asks_for_login(LOGIN)
    assert asks_for_login(b'<INPUT id=x TYPE = "PASSWORD">')
    assert not asks_for_login(SHELL)
    assert not asks_for_login(b"<p>input type=password</p>")


def write(folder: Path, data: bytes) -> Path:
    path = folder / "document"
    path.write_bytes(data)
    return path


def test_whole_files_are_known_as_whole(tmp_path: Path) -> None:
    assert whole_format(write(tmp_path, docx("决议"))) == "docx"
    assert whole_format(write(tmp_path, pdf())) == "pdf"
    assert whole_format(write(tmp_path, pdf() + b"\r\n\0\0")) == "pdf"


@given(at=st.integers(0, 10_000))
def test_a_word_file_cut_anywhere_is_not_whole(
    tmp_path_factory: pytest.TempPathFactory, at: int
) -> None:
    data = docx("决议\n" * 20)
    path = write(tmp_path_factory.getbasetemp(), data[: at % len(data)])
    assert whole_format(path) is None


@given(at=st.integers(0, 10_000))
def test_a_pdf_cut_anywhere_before_its_end_is_not_whole(
    tmp_path_factory: pytest.TempPathFactory, at: int
) -> None:
    data = pdf()
    path = write(tmp_path_factory.getbasetemp(), data[: at % (len(data) - len(b"F\n"))])
    assert whole_format(path) is None


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_word_file_with_a_bit_turned_is_not_whole_or_still_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    whole = docx("决议\n" * 20)
    data = bytearray(whole)
    data[at % len(data)] ^= 1 << bit
    path = write(tmp_path_factory.getbasetemp(), bytes(data))
    if whole_format(path) is not None:
        assert text_of(bytes(data)) == text_of(whole)


def text_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def archive(entries: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return packed.getvalue()


def test_an_archive_that_is_no_word_file_is_not_taken(tmp_path: Path) -> None:
    assert whole_format(write(tmp_path, archive({"a.txt": b"x"}))) is None


def test_an_archive_that_would_unpack_to_a_mountain_is_not_unpacked(tmp_path: Path) -> None:
    bomb = archive({"word/document.xml": b"x", "word/media": b"\0" * 201_000_000})
    assert len(bomb) < 1_000_000
    assert whole_format(write(tmp_path, bomb)) is None
