"""The alternatives that are tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.ablation.likeness_tables import TOKENS, reciprocal, windows


@given(st.text("甲乙丙", max_size=900))
def test_windows_cover_a_text_from_end_to_end(text: str) -> None:
    cut = windows(text)
    assert text.startswith(cut[0])
    assert text.endswith(cut[-1])
    assert all(window in text and len(window) <= 220 for window in cut)
    assert sum(map(len, cut)) >= len(text)


def test_a_short_text_is_one_window() -> None:
    assert windows("请秘书长提出报告；") == ["请秘书长提出报告；"]


def test_reciprocal_ranks_know_no_scores() -> None:
    fused = reciprocal(60, [("a", 9.0), ("b", 8.0)], [("b", 0.2), ("c", 0.1)])
    assert [key for key, _ in fused] == ["b", "a", "c"]
    assert fused == reciprocal(60, [("a", 0.9), ("b", 0.1)], [("b", 70.0), ("c", 1.0)])


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("characters and pairs", {"核", "裁", "军", "核裁", "裁军", "npt"}),
        ("characters", {"核", "裁", "军", "npt"}),
        ("pairs", {"核裁", "裁军", "npt"}),
        ("words (jieba)", {"核裁军", "npt"}),
    ],
)
def test_tokens_are_what_their_name_says(name: str, tokens: set[str]) -> None:
    assert set(TOKENS[name]("核裁军 NPT")) == tokens
