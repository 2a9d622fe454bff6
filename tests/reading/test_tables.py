"""Rows of tables: figures side by side, paragraphs one after the other."""

from __future__ import annotations

import pytest

from assistant.reading.tables import row_lines

LONG = "请秘书长向大会第七十六届会议提出报告并予以公布，又请各国协助；"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([["赞成"], ["106"]], ["赞成 106"]),
        ([["1."], [LONG]], [f"1. {LONG}"]),
        ([["(a)"], [LONG, "又一段"]], [f"(a) {LONG}", "又一段"]),
        ([[" "], ["㈠"], [LONG]], [f"㈠ {LONG}"]),
        ([[LONG], [LONG]], [LONG, LONG]),
        ([["1."]], ["1."]),
        ([["", " "], []], []),
        ([], []),
    ],
)
def test_each_row(cells: list[list[str]], expected: list[str]) -> None:
    assert row_lines(cells) == expected
