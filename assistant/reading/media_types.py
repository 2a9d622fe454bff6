"""What a file that is read is called on the Web, told by its bytes."""

from __future__ import annotations

from typing import Final

from assistant.reading.formats import FORMATS

# Format → media type (IANA) and the suffix of a file's name.
_MEDIA_TYPES: Final = {
    "PDF": ("application/pdf", "pdf"),
    "DOCX": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "HTML": ("text/html", "html"),
    "Markdown": ("text/markdown", "md"),
    "TXT": ("text/plain", "txt"),
}
_UNKNOWN: Final = ("application/octet-stream", "bin")
ALL_TYPES: Final = tuple(media_type for media_type, _ in (*_MEDIA_TYPES.values(), _UNKNOWN))


def media_type_of(data: bytes) -> tuple[str, str]:
    """The media type of a file and the suffix that goes with it, by the format it is read as."""
    known = next((one.name for one in FORMATS if one.recognises(data)), None)
    return _MEDIA_TYPES[known] if known else _UNKNOWN
