"""Damaged files of every format: read or refused, never anything else, and never for long."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import InvalidDocument
from assistant.reading import Document, File, members, read_document

SAMPLES = Path(__file__).parent / "samples"
# A sound sample takes a tenth of a second; a machine that does other work may take ten times that.
LONGEST = 10.0


def archive() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(SAMPLES / "A_RES_75_45.docx", "a.docx")
        packed.write(SAMPLES / "A_RES_75_45.old.html", "b.html")
    return out.getvalue()


SOUND = {
    name: (SAMPLES / f"A_RES_75_45{name}").read_bytes()
    for name in (".pdf", ".columns.pdf", ".docx", ".changes.docx", ".html", ".old.html")
} | {"locked.pdf": (SAMPLES / "locked.pdf").read_bytes(), ".zip": archive()}


def read_or_refuse(data: bytes) -> None:
    began = time.monotonic()
    for document in documents(data):
        if isinstance(document, InvalidDocument):
            assert document.zh
            assert document.en
        else:
            assert any(line.strip() for line in document.lines)
            assert not any("\n" in line or "\r" in line for line in document.lines)
    assert time.monotonic() - began < LONGEST


def documents(data: bytes) -> Iterator[Document | InvalidDocument]:
    """What each document of a file is read as, or why it is refused."""
    try:
        for member in members(File("a", data)):
            try:
                yield read_document(member.open())
            except InvalidDocument as refusal:
                yield refusal
    except InvalidDocument as refusal:
        yield refusal


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(share=st.floats(min_value=0, max_value=1))
def test_a_file_cut_anywhere_is_read_or_refused(kind: str, share: float) -> None:
    data = SOUND[kind]
    read_or_refuse(data[: int(share * len(data))])


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(
    changes=st.lists(
        st.tuples(st.floats(min_value=0, max_value=1), st.integers(0, 255)), min_size=1, max_size=40
    )
)
def test_a_file_with_changed_bytes_is_read_or_refused(
    kind: str, changes: list[tuple[float, int]]
) -> None:
    data = bytearray(SOUND[kind])
    for share, byte in changes:
        data[int(share * (len(data) - 1))] = byte
    read_or_refuse(bytes(data))


@settings(max_examples=100)
@given(
    start=st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><table><tr>", b"# a\n", b"\xff\xfe", b"{\\rtf"]
    ),
    rest=st.binary(max_size=300),
)
def test_any_bytes_behind_any_beginning_are_read_or_refused(start: bytes, rest: bytes) -> None:
    read_or_refuse(start + rest)
