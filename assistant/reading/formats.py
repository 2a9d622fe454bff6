"""Every format that is read, told by content: the table of what to look for and who reads it.

A file's name decides nothing: a PDF called .txt is read as the PDF it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.errors import InvalidDocument
from assistant.reading.document import Document
from assistant.reading.docx import looks_like_docx, read_docx
from assistant.reading.encodings import CutShort, decoded
from assistant.reading.files import ARCHIVE_STARTS, LARGEST_FILE, File, too_large
from assistant.reading.html import looks_like_html, read_html
from assistant.reading.markdown import looks_like_markdown, read_markdown
from assistant.reading.packages import package_kind
from assistant.reading.pdf import looks_like_pdf, read_pdf
from assistant.reading.text_files import read_text

_HEAD = 1_024  # bytes: where a mail or saved page says what it is
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is known, and who reads it."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[File], Document]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One format that is not read, and what to do instead. ``{}`` stands for the file's name."""

    recognises: Callable[[bytes], bool]
    zh: str
    en: str


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _is_text(data: bytes) -> bool:
    return b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_markdown(data: bytes) -> bool:
    try:
        text = decoded(data)
    except CutShort:
        return False
    return text is not None and looks_like_markdown(text)


_SIGNED = (
    Format("PDF", looks_like_pdf, read_pdf),
    Format("DOCX", looks_like_docx, read_docx),
    Format("HTML", looks_like_html, read_html),
)
_UNSIGNED = (
    Format("Markdown", _is_markdown, read_markdown),
    Format("TXT", _is_text, read_text),
)
# The first that recognises a file reads it. What has no signature is tried after REFUSALS: nearly
# anything may be text.
FORMATS: tuple[Format, ...] = (*_SIGNED, *_UNSIGNED)
_SAVE_AS_ZH = "请用 Word 或 LibreOffice 另存为 DOCX、PDF 或纯文本。"
_SAVE_AS_EN = "Save it as DOCX, PDF or plain text with Word or LibreOffice."
REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        lambda data: data.startswith(_OLE) and _ENCRYPTED_PACKAGE in data,
        "{} 有密码保护。请在 Word 里去掉密码后再给出。",
        "{} is protected by a password. Remove it in Word and give the file again.",
    ),
    Refusal(
        _starts(_OLE),
        "{} 是旧版 Word（DOC）文件，不能读取。" + _SAVE_AS_ZH,
        "{} is an old Word (DOC) file, which is not read. " + _SAVE_AS_EN,
    ),
    Refusal(
        _starts(b"{\\rtf"),
        "{} 是 RTF 文件，不能读取。" + _SAVE_AS_ZH,
        "{} is an RTF file, which is not read. " + _SAVE_AS_EN,
    ),
    Refusal(
        lambda data: data.startswith(b"<?xml") or b"\nMIME-Version:" in b"\n" + data[:_HEAD],
        "{} 是 XML 或整页存档（MHTML），不能读取。请另存为网页（HTML）、DOCX、PDF 或纯文本。",
        "{} is XML or a page saved whole (MHTML), which is not read. "
        "Save it as a web page (HTML), DOCX, PDF or plain text.",
    ),
    Refusal(
        _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"),
        "{} 是图片。请先做文字识别（OCR），或给出 Word、文本版。",
        "{} is a picture. Run text recognition (OCR) on it first, "
        "or give the Word or text version.",
    ),
    Refusal(
        _starts(b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\0"),
        "{} 是不支持的压缩格式。请解压，或改用 ZIP。",
        "{} is an archive of a kind that is not read. Unpack it, or use ZIP.",
    ),
    Refusal(
        lambda data: package_kind(data) == "other",
        "{} 是办公软件文件，但不是 Word（DOCX），不能读取。" + _SAVE_AS_ZH,
        "{} is an office file but not of Word (DOCX), and is not read. " + _SAVE_AS_EN,
    ),
    Refusal(
        lambda data: data.startswith(ARCHIVE_STARTS),
        "{} 是压缩包里的压缩包，请解压后给出其中的文件。",
        "{} is an archive within an archive; unpack it and give its files.",
    ),
)


def read_document(file: File) -> Document:
    """Read one document, of whatever format its bytes are.

    Raises:
        InvalidDocument: it is empty, huge, damaged, protected, scanned or of no known format; the
            message says what to do.
    """
    name, data = file.name, file.data
    if not data.strip():
        raise InvalidDocument(
            f"{name} 是空的，请给出决议全文。", f"{name} is empty; give the whole text."
        )
    if len(data) > LARGEST_FILE:
        raise too_large(name)
    refusal = next((one for one in REFUSALS if one.recognises(data)), None)
    candidates = _SIGNED if refusal else FORMATS
    known = next((one for one in candidates if one.recognises(data)), None)
    if known:
        return known.read(file)
    if refusal:
        raise InvalidDocument(refusal.zh.format(name), refusal.en.format(name))
    raise InvalidDocument(
        f"{name} 不是能读取的格式。请给出 TXT、Markdown、PDF、DOCX、HTML 或这些文件的 ZIP。",
        f"{name} is of no format that is read. "
        "Give TXT, Markdown, PDF, DOCX, HTML, or a ZIP of these.",
    )
