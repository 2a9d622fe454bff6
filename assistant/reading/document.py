"""What every format is read into."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.errors import InvalidDocument
from assistant.reading.files import File


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, line by line, without line ends."""

    name: str  # the file's name, never its path
    sha256: str  # of the file's bytes
    lines: tuple[str, ...]
    asides: tuple[str, ...] = ()  # page headers and footers, known by where they stood

    @classmethod
    def of(cls, file: File, lines: Iterable[str], asides: Iterable[str] = ()) -> Document:
        """What was read from ``file``. Raises InvalidDocument where that is nothing but blanks."""
        text = tuple(lines)
        if not any(line.strip() for line in text):
            raise InvalidDocument(
                f"{file.name} 里没有文字，请给出决议全文。",
                f"{file.name} is empty of text; give the whole text of the resolution.",
            )
        digest = hashlib.sha256(file.data).hexdigest()
        kept = tuple(aside for aside in asides if aside.strip())
        return cls(file.name, digest, text, kept)
