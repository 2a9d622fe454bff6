"""The pages on performance say what was measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.bench import performance
from eval.bench.asked import Asked, Timing
from eval.bench.built import Built
from eval.bench.performance import Lang, Size, exponent, filled, recorded

DOCS = Path(__file__).parents[3] / "docs"
PAGES: list[tuple[Lang, str]] = [("zh", "performance.md"), ("en", "performance.en.md")]


@pytest.mark.parametrize(("lang", "page"), PAGES)
def test_the_tables_of_the_pages_follow_from_what_was_recorded(lang: Lang, page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text == filled(text, recorded(), lang)
    for name in performance.TABLES:
        assert f"<!-- performance: {name} -->" in text


def _size(paragraphs: int, ratio: float) -> Size:
    row = Timing("content over the library", "content", (ratio,) * 5, 5, 4, 2.0)
    asked = Asked(15.0, 500.0, (row,))
    return Size(Built(paragraphs, 10, 3.0, 300.0, True), 3.0, 100.0, asked)


def test_growth_is_the_power_of_the_number_of_paragraphs() -> None:
    assert exponent(_size(1_000, 2.0), _size(100_000, 2.0), "content") == 0
    assert exponent(_size(1_000, 1.0), _size(100_000, 10.0), "content") == pytest.approx(0.5)
    assert exponent(_size(1_000, 1.0), _size(100_000, 100.0), "content") == pytest.approx(1.0)


def test_what_is_not_reached_is_said_so() -> None:
    found = replace(recorded(), sizes=(_size(1_000, 1.0), _size(100_000, 5.1)))
    rows = performance.targets(found, "en").splitlines()
    assert "| 1,000 · content · p50 | ≤ 5 | 1 | yes |" in rows
    assert "| 100,000 · content · p50 | ≤ 5 | 5.1 | **no** |" in rows
    late = replace(found, sizes=tuple(replace(one, ready_s=5.0) for one in found.sizes))
    assert "| 1,000 · ready | < 5 s | 5 s | **no** |" in performance.targets(late, "en")
    mixed = replace(found.changing, of_one_state=found.changing.answers - 1)
    told = performance.targets(replace(found, changing=mixed), "zh")
    assert "| 导入时混合两种状态的回答 | ≤ 0 | 1 | **否** |" in told


def test_a_page_keeps_what_stands_between_its_tables() -> None:
    page = "# A\n\n<!-- performance: run -->\nold\n<!-- end -->\n\nwords\n"
    made = filled(page, recorded(), "en")
    assert "old" not in made
    assert made.startswith("# A\n\n<!-- performance: run -->\n\n")
    assert made.endswith("<!-- end -->\n\nwords\n")
    assert filled(made, recorded(), "en") == made
