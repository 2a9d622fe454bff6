"""Plain text to lines."""

from __future__ import annotations

import re

from assistant.errors import InvalidDocument
from assistant.reading.document import Document
from assistant.reading.encodings import CutShort, decoded
from assistant.reading.files import File

LARGEST_TEXT = 10_000_000  # bytes; the longest resolution with annexes is under one million
_LINE_END = re.compile(r"\r\n|\r|\n|\f")


def read_text(file: File) -> Document:
    """The lines of a text file. Raises InvalidDocument: too large, of unknown encoding, empty."""
    return Document.of(file, _LINE_END.split(text_of(file)))


def cut_short(name: str) -> InvalidDocument:
    """The refusal of a file whose end is missing."""
    return InvalidDocument(
        f"{name} 的末尾不完整，请重新下载或复制。",
        f"{name} is cut short at its end; download or copy it again.",
    )


def text_of(file: File, declared: str | None = None) -> str:
    """The characters of a text file or web page that says it is encoded as ``declared``."""
    name = file.name
    if len(file.data) > LARGEST_TEXT:
        raise InvalidDocument(
            f"{name} 超过 {LARGEST_TEXT // 1_000_000} MB，不像是决议，请只给出决议正文。",
            f"{name} is over {LARGEST_TEXT // 1_000_000} MB, too large for a resolution; "
            "give the resolution alone.",
        )
    try:
        text = decoded(file.data, declared)
    except CutShort as error:
        raise cut_short(name) from error
    if text is None:
        raise InvalidDocument(
            f"{name} 不是文本文件，或编码无法识别，请另存为 UTF-8 纯文本。",
            f"{name} is not text, or its encoding is unknown; save it as plain UTF-8 text.",
        )
    return text
