"""The page on capacity says what was measured and what follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from eval import capacity
from eval.capacity import Line, recorded

DOCS = Path(__file__).parents[2] / "docs"
PAGES: list[tuple[Literal["zh", "en"], str]] = [("zh", "capacity.md"), ("en", "capacity.en.md")]


@pytest.mark.parametrize(("lang", "page"), PAGES)
def test_the_tables_are_those_that_the_command_prints(lang: Literal["zh", "en"], page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert f"<!-- capacity: each -->\n\n{capacity.each(recorded(), lang)}\n" in text
    assert f"<!-- capacity: table -->\n\n{capacity.table(recorded(), lang)}\n" in text


def test_what_was_measured_grows_with_paragraphs() -> None:
    found = recorded()
    for name in ("records", "words", "vectors", "sources", "backup", "memory"):
        line: Line = getattr(found, name)
        assert line.each > 0, name
        assert line.at(2_000_000) > line.at(1_000_000) > line.fixed >= 0
    assert found.paragraphs_of_resolution > 1
    assert found.passages_per_second > 0


def test_a_small_library_is_measured_in_every_part() -> None:
    built = capacity._built(3)
    assert {name for name, size in built.items() if size <= 0} <= {"memory"}
