"""A file of the cache is what was written to it, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import kept_ready


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "kept"
    assert kept_ready.read(file) is None
    for told in (b"first", b"", b"then"):
        kept_ready.write(file, told)
        assert kept_ready.read(file) == told
    assert [found.name for found in file.parent.iterdir()] == ["kept"]


@given(told=st.binary(max_size=50), at=st.integers(0, 53), other=st.integers(1, 255))
def test_no_byte_of_it_can_be_another(
    tmp_path_factory: pytest.TempPathFactory, told: bytes, at: int, other: int
) -> None:
    file = tmp_path_factory.mktemp("kept") / "kept"
    kept_ready.write(file, told)
    written = bytearray(file.read_bytes())
    written[at % len(written)] ^= other
    file.write_bytes(written)
    assert kept_ready.read(file) is None


@given(told=st.binary(max_size=50), length=st.integers(0, 53))
def test_nothing_of_it_can_be_missing(
    tmp_path_factory: pytest.TempPathFactory, told: bytes, length: int
) -> None:
    file = tmp_path_factory.mktemp("kept") / "kept"
    kept_ready.write(file, told)
    written = file.read_bytes()
    file.write_bytes(written[: length % len(written)])
    assert kept_ready.read(file) is None


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept_ready.write(tmp_path / "file" / "cache" / "kept", b"told")
    assert kept_ready.read(tmp_path / "file" / "cache" / "kept") is None


def test_who_else_uses_the_machine_cannot_write_to_it(tmp_path: Path) -> None:
    kept_ready.write(tmp_path / "cache" / "kept", b"told")
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
