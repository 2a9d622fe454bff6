from __future__ import annotations

import pytest

from assistant.reading.formats import FORMATS
from assistant.reading.media_types import _MEDIA_TYPES, media_type_of


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", ("application/pdf", "pdf")),
        (b"<!DOCTYPE html><html><body>x</body></html>", ("text/html", "html")),
        ("第七十五届会议".encode(), ("text/plain", "txt")),
        (b"\x89PNG\r\n\x1a\n\0\0", ("application/octet-stream", "bin")),
    ],
)
def test_a_file_is_called_by_its_bytes(data: bytes, expected: tuple[str, str]) -> None:
    assert media_type_of(data) == expected


def test_every_format_that_is_read_has_a_media_type() -> None:
    assert {one.name for one in FORMATS} == set(_MEDIA_TYPES)
