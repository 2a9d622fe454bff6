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
        ("S/RES/1325", "安全理事会第1325号决议", "Security Council resolution 1325"),
        ("A/RES/ES-10/21", "第ES-10/21号决议", "resolution ES-10/21"),
        ("A/RES/1874(S-IV)", "第1874(S-IV)号决议", "resolution 1874(S-IV)"),
        (
            "E/RES/11(II)",
            "经济及社会理事会第11(II)号决议",
            "Economic and Social Council resolution 11(II)",
        ),
        (
            "E/DEC/2023/201D",
            "经济及社会理事会第2023/201 D号决定",
            "Economic and Social Council decision 2023/201 D",
        ),
        ("A/HRC/RES/S-16/1", "人权理事会第S-16/1号决议", "Human Rights Council resolution S-16/1"),
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
        ("OP3(a)(ii)", "执行部分第3(a)(ii)段", "operative paragraph 3(a)(ii)"),
        ("OP~4(a)", "执行部分第4(a)段（推定）", "operative paragraph 4(a) (inferred)"),
        ("PP~2", "序言部分第2段（推定）", "preambular paragraph 2 (inferred)"),
        ("H3", "标题3", "heading 3"),
        ("ANNEX2", "附件二", "annex II"),
        ("ANNEX/PP1", "附件序言部分第1段", "annex preambular paragraph 1"),
        ("ANNEX/H2", "附件标题2", "annex heading 2"),
        ("ANNEX/H2/3", "附件标题2第3段", "annex heading 2 paragraph 3"),
        ("ANNEX/ART1", "附件第1条", "annex article 1"),
        ("ANNEX/ART1/2(a)", "附件第1条第2款(a)项", "annex article 1 paragraph 2(a)"),
        ("ANNEX/ART1(a)", "附件第1条(a)项", "annex article 1(a)"),
        ("ANNEX/3(a)", "附件第3(a)段", "annex paragraph 3(a)"),
        ("ANNEX/~3", "附件第3段（推定）", "annex paragraph 3 (inferred)"),
        ("ANNEX2/3(a)", "附件二第3(a)段", "annex II paragraph 3(a)"),
        ("S2/OP1", "第二节执行部分第1段", "section II operative paragraph 1"),
        (
            "S2/OP~1(a)",
            "第二节执行部分第1(a)段（推定）",
            "section II operative paragraph 1(a) (inferred)",
        ),
        ("S2", "第二节", "section II"),
        ("ANNEX/S2/3", "附件第二节第3段", "annex section II paragraph 3"),
        ("ANNEX0/3", "附件0第3段", "annex 0 paragraph 3"),
        ("", "", ""),
    ],
)
def test_a_place_has_a_name_in_both_languages(place: str, zh: str, en: str) -> None:
    assert place_label(place) == zh
    assert place_label(place, "en") == en


def test_a_place_counted_from_the_end_is_named_so() -> None:
    assert place_label("FN-1") == "倒数第1个脚注"
    assert place_label("OP-2") == "执行部分倒数第2段"


def test_an_item_of_no_paragraph_in_particular_is_called_by_its_label() -> None:
    assert (place_label("OP*(b)"), place_label("OP*(b)", "en")) == ("(b)项", "item (b)")
