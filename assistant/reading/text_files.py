"""Plain text and Markdown files to lines; everything else is refused with what to do."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from assistant.errors import InvalidDocument
from assistant.reading.files import File

_LINE_END = re.compile(r"\r\n|\r|\n|\f")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word (DOCX) / ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word (DOC)"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

# A wrong guess of the encoding shows as characters that no text has: private use, unassigned,
# controls. Real texts have none; one in two hundred allows for damage.
_MOST_IMPOSSIBLE = 1 / 200
_IMPOSSIBLE_CATEGORIES = frozenset({"Co", "Cn", "Cc"})


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, line by line, without line ends."""

    name: str  # the file's name, never its path
    sha256: str  # of the file's bytes
    lines: tuple[str, ...]
    asides: tuple[str, ...] = ()  # page headers and footers, known by where they stood


def read_document(file: File) -> Document:
    """Read a text or Markdown file: UTF-8, UTF-16 with a byte order mark, or GB18030.

    Raises:
        InvalidDocument: it is empty, not text, or of a format that is not read yet.
    """
    data = file.data
    _refuse_other_formats(file.name, data)
    text = _decoded(file.name, data)
    if not text.strip():
        raise InvalidDocument(
            f"{file.name} 是空的，请给出决议全文。", f"{file.name} is empty; give the whole text."
        )
    lines = tuple(_LINE_END.split(text))
    return Document(file.name, hashlib.sha256(data).hexdigest(), lines)


def _refuse_other_formats(name: str, data: bytes) -> None:
    found = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if found is None and _WEB_PAGE.match(data):
        found = "HTML"
    if found:
        raise InvalidDocument(
            f"{name} 是 {found} 文件。目前还不能读取 PDF、Word 和网页，请另存为纯文本（UTF-8）。",
            f"{name} is a {found} file. PDF, Word and web pages are not read yet; "
            "save it as plain text (UTF-8).",
        )
    if b"\0" in data and not data.startswith(_UTF16_MARKS):
        raise _not_text(name)


def _decoded(name: str, data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(_UTF16_MARKS) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text):
            return text
    raise _not_text(name)


def _is_plausible(text: str) -> bool:
    impossible = sum(
        unicodedata.category(character) in _IMPOSSIBLE_CATEGORIES and not character.isspace()
        for character in text
    )
    return impossible <= len(text) * _MOST_IMPOSSIBLE


def _not_text(name: str) -> InvalidDocument:
    return InvalidDocument(
        f"{name} 不是文本文件，或编码无法识别，请另存为 UTF-8 纯文本。",
        f"{name} is not text, or its encoding is unknown; save it as plain UTF-8 text.",
    )
