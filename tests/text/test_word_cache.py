"""jieba's dictionary is read from its cache only while that is what was written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.text.word_cache import trusted


def _initialised(folder: Path) -> str:
    """What jieba finds, or writes where it finds nothing."""
    with trusted(folder) as given:
        file = Path(given) / "jieba.cache"
        if file.exists():
            return file.read_text(errors="replace")
        file.write_text("dictionary")
        return ""


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert _initialised(folder) == ""
    assert _initialised(folder) == "dictionary"
    assert _initialised(folder) == "dictionary"


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_text("dictionarz"),
        lambda file: os.truncate(file, 4),
        lambda file: file.write_bytes(bytes(10)),
        lambda file: file.unlink(),
        lambda file: file.with_name("jieba.crc32").unlink(),
        lambda file: file.with_name("jieba.crc32").write_text("0"),
        lambda file: file.with_name("jieba.crc32").write_bytes(b"\xff"),
    ],
)
def test_what_is_not_what_was_written_is_made_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    _initialised(tmp_path)
    damage(tmp_path / "jieba.cache")
    assert _initialised(tmp_path) == ""
    assert _initialised(tmp_path) == "dictionary"


def test_where_nothing_can_be_kept_a_folder_of_its_own_is_used_and_goes(tmp_path: Path) -> None:
    """Never the temporary folder itself: everybody can write to that."""
    (tmp_path / "file").write_text("")
    with trusted(tmp_path / "file" / "cache") as given:
        assert Path(given).is_dir()
        assert not list(Path(given).iterdir())
    assert not Path(given).exists()
