from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.fetching.kept import Origin, Part, Shelf, write_whole

SYMBOL = "A/RES/75/45"
ADDRESS = "https://documents.un.org/x"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "fetched")


def origin(data: bytes, symbol: str = SYMBOL) -> Origin:
    return Origin(
        symbol=symbol,
        lang="zh",
        file=f"{symbol.replace('/', '_')}.pdf",
        format="pdf",
        address=ADDRESS,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        retrieved="2026-01-02T03:04:05+00:00",
    )


def filled(shelf: Shelf, data: bytes, symbol: str = SYMBOL) -> Part:
    part = shelf.part(symbol, "zh", "pdf")
    part.begin(ADDRESS, '"tag"')
    part.path.write_bytes(data)
    return part


def test_what_is_kept_is_found_and_nothing_else_is_left(shelf: Shelf) -> None:
    kept = shelf.keep(filled(shelf, b"one"), origin(b"one"))
    assert shelf.find(SYMBOL, "zh") == kept
    assert shelf.find(SYMBOL, "en") is None
    assert shelf.find("A/RES/75/46", "zh") is None
    names = sorted(path.name for path in (shelf.folder / "zh").iterdir())
    assert names == ["A_RES_75_45.json", "A_RES_75_45.pdf"]


def test_a_new_document_replaces_the_old(shelf: Shelf) -> None:
    shelf.keep(filled(shelf, b"one"), origin(b"one"))
    shelf.keep(filled(shelf, b"two"), origin(b"two"))
    found = shelf.find(SYMBOL, "zh")
    assert found is not None
    assert found.path.read_bytes() == b"two"


def test_a_process_killed_between_document_and_origin_leaves_nothing_that_counts(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(filled(shelf, b"one"), origin(b"one"))

    def killed(_path: Path, _data: bytes) -> None:
        raise KeyboardInterrupt

    part = filled(shelf, b"two")
    with monkeypatch.context() as patched:
        patched.setattr("assistant.fetching.kept.write_whole", killed)
        with pytest.raises(KeyboardInterrupt):
            shelf.keep(part, origin(b"two"))
    assert shelf.find(SYMBOL, "zh") is None
    shelf.keep(filled(shelf, b"two"), origin(b"two"))
    assert shelf.find(SYMBOL, "zh") is not None


def test_a_record_cannot_point_outside_its_folder(shelf: Shelf, tmp_path: Path) -> None:
    kept = shelf.keep(filled(shelf, b"one"), origin(b"one"))
    (tmp_path / "fetched" / "elsewhere.pdf").write_bytes(b"one")
    record = kept.path.with_suffix(".json")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("A_RES_75_45.pdf", "../elsewhere.pdf"), encoding="utf-8")
    assert shelf.find(SYMBOL, "zh") is None


def test_a_record_of_another_symbol_is_not_taken(shelf: Shelf) -> None:
    kept = shelf.keep(filled(shelf, b"one", "A/CONF.1/1"), origin(b"one", "A/CONF.1/1"))
    other = kept.path.with_name("A_Conf.1_1.json")
    kept.path.with_suffix(".json").rename(other)  # as a disk that ignores case would answer
    assert shelf.find("A/Conf.1/1", "zh") is None


def test_a_part_can_be_gone_on_with_only_with_bytes_and_a_validator(shelf: Shelf) -> None:
    part = shelf.part(SYMBOL, "zh", "pdf")
    assert part.there(ADDRESS) is None
    part.begin(ADDRESS, '"tag"')
    assert part.there(ADDRESS) is None
    part.path.write_bytes(b"some")
    assert part.there(ADDRESS) == (4, '"tag"')
    assert part.there("https://documents.un.org/y") is None
    part.begin(ADDRESS, None)
    part.path.write_bytes(b"some")
    assert part.there(ADDRESS) is None


def test_writing_leaves_the_old_until_the_new_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
