"""Labels: what a symbol or a place is called in a sentence."""

from __future__ import annotations

import pytest

from assistant.text.labels import label, place_label


@pytest.mark.parametrize(
    ("symbol", "zh", "en"),
    [
        ("A/RES/75/45", "第75/45号决议", "resolution 75/45"),
        ("A/RES/48/226A", "第48/226 A号决议", "resolution 48/226 A"),
        ("A/RES/217A(III)", "第217 A(III)号决议", "resolution 217 A(III)"),
        ("A/DEC/50/473", "第50/473号决定", "decision 50/473"),
        ("S/RES/983(1995)", "安全理事会第983(1995)号决议", "Security Council resolution 983(1995)"),
        ("A/72/206", "A/72/206", "A/72/206"),
    ],
)
def test_a_symbol_has_a_name_in_both_languages(symbol: str, zh: str, en: str) -> None:
    assert label(symbol) == zh
    assert label(symbol, "en") == en


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        ("OP13", "执行部分第13段", "operative paragraph 13"),
        ("OP~4", "执行部分第4段（推定）", "operative paragraph 4 (inferred)"),
        ("OP3(a)", "执行部分第3(a)段", "operative paragraph 3(a)"),
        ("PP2", "序言部分第2段", "preambular paragraph 2"),
        ("META", "题头", "masthead"),
        ("END", "结尾", "closing lines"),
        ("FN4", "脚注4", "footnote 4"),
        ("ANNEX", "附件", "annex"),
        ("ANNEX/ART1", "附件第1条", "annex article 1"),
        ("ANNEX2/3(a)", "附件2第3(a)段", "annex 2 paragraph 3(a)"),
        ("", "", ""),
    ],
)
def test_a_place_has_a_name_in_both_languages(place: str, zh: str, en: str) -> None:
    assert place_label(place) == zh
    assert place_label(place, "en") == en
