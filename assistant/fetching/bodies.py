"""What the bytes of an answer are, by what they say and not by their header; and if all came."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from assistant.fetching.addresses import Format

BodyKind = Literal["docx", "pdf", "doc", "page", "other"]

# As many bytes as ``kind_of`` needs to tell a page that begins with blanks.
SNIFFED_BYTES = 512
# A reader looks for %%EOF in the last kilobyte of a PDF (ISO 32000-1, implementation note 18).
_TAIL_BYTES = 1024
# Ten times what a file may have packed: an honest Word file of that size holds less.
_MOST_UNPACKED_BYTES = 200_000_000

# RuntimeError: an entry with a password; NotImplementedError: one packed in an unknown way.
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)

_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|!--|\?xml)", re.I)
_LOGIN = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.I)


def kind_of(start: bytes, content_type: str) -> BodyKind:
    """What a body is that begins with ``start``; the header decides only what is a page."""
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if b"%PDF-" in start[:_TAIL_BYTES] and not _PAGE.match(start):
        return "pdf"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    if _PAGE.match(start) or "html" in content_type.lower():
        return "page"
    return "other"


def asks_for_login(page: bytes) -> bool:
    """Whether an HTML page has a field for a password."""
    return _LOGIN.search(page) is not None


def whole_format(path: Path) -> Format | None:
    """The format of a file that is all there: a PDF with its end, Word with every entry unharmed.

    None for one that was cut or damaged.
    """
    with path.open("rb") as file:
        start = file.read(SNIFFED_BYTES)
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        tail = file.read()
    kind = kind_of(start, "")
    if kind == "pdf" and b"%%EOF" in tail:
        return "pdf"
    return "docx" if kind == "docx" and _is_whole_word(path) else None


def _is_whole_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_UNPACKED_BYTES:
                return False
            has_text = any(entry.filename == "word/document.xml" for entry in entries)
            return has_text and archive.testzip() is None
    except _BROKEN_ARCHIVE:
        return False
