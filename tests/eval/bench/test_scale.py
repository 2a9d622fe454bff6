"""The bench over generated libraries: what it asks, and how it tells what it measured."""

from __future__ import annotations

from dataclasses import replace

from eval.bench.scale import Measured, Timing, as_markdown, drawn, generated
from eval.bench.scale_questions import CONTENT, STRUCTURAL, kinds

SOME = 400


def test_questions_of_every_kind_are_drawn_and_none_comes_twice() -> None:
    made = kinds(drawn(SOME), 3)
    asked = [text for kind in made for text in kind.questions]
    assert all(kind.questions for kind in made)
    assert len(asked) == len(set(asked))
    assert {kind.limit for kind in made} == {STRUCTURAL, CONTENT}


def test_as_many_resolutions_are_made_as_have_the_paragraphs_asked_for() -> None:
    counts = [
        sum(bool(p.text) and p.kind != "heading" for t in file.truths for p in t.paragraphs)
        for file in generated(SOME)
    ]
    assert sum(counts) >= SOME > sum(counts[:-1])


def test_growth_is_told_beside_the_smaller_library() -> None:
    row = Timing("lookup", 1.0, 0.5, 0.9, 8, 10, 9, 3.0)
    small = Measured(2_000, 100, 12.0, 3.0, 500, 510, (row,))
    large = replace(small, paragraphs=100_000, timings=(replace(row, p50=0.75),))
    table = as_markdown(small, large)
    assert "| lookup | 1 | 0.75 | 0.90 | 1.5 | 9 of 10 | 3 |" in table
    assert "100,000 paragraphs" in table
