"""Which format a file is: told by content, and each refusal says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, read_document
from assistant.reading.files import LARGEST_FILE
from assistant.reading.formats import FORMATS

SAMPLES = Path(__file__).parent / "samples"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("made", ["A_RES_75_45.pdf", "A_RES_75_45.docx", "A_RES_75_45.old.html"])
@pytest.mark.parametrize("name", ["resolution.txt", "resolution.pdf", "resolution"])
def test_the_name_decides_nothing(made: str, name: str) -> None:
    data = (SAMPLES / made).read_bytes()
    assert read_document(File(name, data)).lines == read_document(File(made, data)).lines


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"%PDF-1.4", "PDF"),
        (b"junk of a mail program\r\n%PDF-1.4", "PDF"),
        (b"  <!-- made --> <!DOCTYPE HTML PUBLIC>", "HTML"),
        (b"<table><tr><td>", "HTML"),
        ("<html>".encode("utf-16"), "HTML"),
        (b'<?xml version="1.0"?><html xmlns="x">', "HTML"),
        (b"## 75/45\\. Title", "Markdown"),
        ("大会，".encode(), "TXT"),
        ("1. **请**秘书长".encode(), "TXT"),
        ("大会，".encode("utf-16"), "TXT"),
    ],
)
def test_each_format_is_known_by_how_it_begins(data: bytes, format_name: str) -> None:
    assert next(one.name for one in FORMATS if one.recognises(data)) == format_name


@pytest.mark.parametrize(
    ("data", "en", "zh"),
    [
        (b"", "is empty", "空的"),
        (b" \r\n\t ", "is empty", "空的"),
        ("\ufeff  \n".encode(), "is empty", "没有文字"),
        (b"<html><body><script>x</script></body></html>", "is empty", "没有文字"),
        (OLE + b"Word.Document.8", "DOCX, PDF", "另存为"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "密码"),
        (b"{\\rtf1\\ansi", "RTF", "另存为"),
        (b'<?xml version="1.0"?><office:document/>', "XML", "另存为"),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n", "MHTML", "另存为"),
        (b"\x89PNG\r\n\x1a\n", "OCR", "OCR"),
        (b"\xff\xd8\xff\xe0", "OCR", "OCR"),
        (b"\x1f\x8b\x08", "ZIP", "ZIP"),
        (b"7z\xbc\xaf\x27\x1c", "ZIP", "ZIP"),
        (b"PK\x03\x04rest", "archive within an archive", "解压"),
        (b"\x7fELF\x00\x00", "no format that is read", "TXT、Markdown、PDF、DOCX、HTML"),
        (b"%PDF-1.7\nnothing else", "damaged or cut short", "重新下载"),
    ],
)
def test_each_refusal_says_what_to_do_in_both_languages(data: bytes, en: str, zh: str) -> None:
    with pytest.raises(InvalidDocument) as refusal:
        read_document(File("foreign", data))
    assert en in refusal.value.en
    assert zh in refusal.value.zh
    assert "foreign" in refusal.value.en
    assert "foreign" in refusal.value.zh


@pytest.mark.parametrize(
    ("name", "what"),
    [("old.doc", "(DOC)"), ("old.rtf", "RTF"), ("other.odt", "office"), ("locked.pdf", "password")],
)
def test_what_word_processors_make_and_is_not_read_is_refused(name: str, what: str) -> None:
    with pytest.raises(InvalidDocument) as refusal:
        read_document(File("resolution.docx", (SAMPLES / name).read_bytes()))
    assert what in refusal.value.en


def test_a_file_of_a_size_that_no_resolution_has_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="50 MB"):
        read_document(File("large.pdf", b"%PDF-" + bytes(LARGEST_FILE)))
