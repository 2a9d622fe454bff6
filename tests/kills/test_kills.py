"""A few of the kills that ``python -m tests.kills`` does by the hundred."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.kills.__main__ import Result, _faults, _known, kill_often
from tests.kills.writer import settings_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")


def test_nothing_that_was_acknowledged_is_lost_by_kills_at_any_moment(tmp_path: Path) -> None:
    result = kill_often(9, 1, tmp_path)
    assert result.wrong == []
    assert result.kills.total() == 9
    assert result.acknowledged["held"] > 0
    assert result.acknowledged["turn"] > 0
    assert result.asked > 9


def test_what_would_be_lost_is_told(tmp_path: Path) -> None:
    known = _known(tmp_path / "reference", Random(1))  # noqa: S311 - to be drawn the same again
    told: set[tuple[str, ...]] = {("held", "A/RES/1/1", "zh"), ("turn", "talk-7", "an answer")}
    assert sorted(_faults(tmp_path / "data", told, known, Result())) == [
        "lost: A/RES/1/1 zh",
        "lost: turn an answer of talk-7",
    ]
    file = tmp_path / "reference" / "library.sqlite3"
    file.write_bytes(file.read_bytes()[:8192])
    (fault,) = _faults(tmp_path / "reference", set(), known, Result())
    assert fault.startswith("not opened: ")
    assert settings_of(tmp_path).embedder == "hashing"
