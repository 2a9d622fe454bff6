"""Footnotes: which note a printed mark means."""

from __future__ import annotations

from assistant.parsing.body import blocks_of
from assistant.parsing.footnotes import notes_of

LINES = ["大会，", "回顾甲，¹", "¹ 甲注。", "回顾乙，¹", "¹ 乙注。", "回顾丙，¹"]


def test_a_mark_means_the_next_note_with_it_and_at_the_end_the_last() -> None:
    notes = notes_of(blocks_of(LINES))
    assert notes.marks == {"¹"}
    assert [notes.tie("¹", 4, line).footnote for line in (2, 4, 6)] == ["FN1", "FN2", "FN2"]
