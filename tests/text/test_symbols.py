"""The grammar of UN symbols: every written form, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.normalise import fold
from assistant.text.symbols import (
    find_symbols,
    kind_of,
    label,
    parse_symbol,
    session_of,
)


def symbols_in(text: str) -> list[str]:
    return [mention.symbol for mention in find_symbols(fold(text).text)]


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("75/45", "A/RES/75/45"),
        ("７５／４５", "A/RES/75/45"),
        ("A/RES/75/45", "A/RES/75/45"),
        ("a/res/75/45", "A/RES/75/45"),
        ("第75/45号决议", "A/RES/75/45"),
        ("第75/45號決議", "A/RES/75/45"),
        ("第 75/45 号决议", "A/RES/75/45"),
        ("75/45号", "A/RES/75/45"),
        ("75-45号决议", "A/RES/75/45"),
        ("第七十五/四十五号决议", "A/RES/75/45"),
        ("第七十五届会议第45号决议", "A/RES/75/45"),
        ("大会第七十五届会议第45号决议", "A/RES/75/45"),
        ("第75届联大第四十五号决议", "A/RES/75/45"),
        ("大会决议75/45", "A/RES/75/45"),
        ("resolution 75/45", "A/RES/75/45"),
        ("GA resolution 75/45", "A/RES/75/45"),
        ("General Assembly resolution 75/45", "A/RES/75/45"),
        ("resolution 45 of the seventy-fifth session", "A/RES/75/45"),
        ("第75届会议通过的第45号决议", "A/RES/75/45"),
        ("联合国大会第75/45号决议", "A/RES/75/45"),
        ("UNGA Res. 75/45", "A/RES/75/45"),
        ("resolution number 75/45", "A/RES/75/45"),
        ("GA/RES/75/45", "A/RES/75/45"),
        ("A / RES / 75 / 45", "A/RES/75/45"),
        ("75 / 45", "A/RES/75/45"),
        ("A_RES_75_45", "A/RES/75/45"),
        ("A_RES_S-10_2", "A/RES/S-10/2"),
        ("第12/4号决议", "A/RES/12/4"),
        ("48/226 A", "A/RES/48/226A"),
        ("第48/226 A号决议", "A/RES/48/226A"),
        ("A/RES/48/226A", "A/RES/48/226A"),
        ("S-10/2", "A/RES/S-10/2"),
        ("ES-10/21", "A/RES/ES-10/21"),
        ("第ES-10/21号决议", "A/RES/ES-10/21"),
        ("A/RES/ES-10/21", "A/RES/ES-10/21"),
        ("第十届紧急特别会议第21号决议", "A/RES/ES-10/21"),
        ("第217 A(III)号决议", "A/RES/217A(III)"),
        ("A/RES/217(III)A", "A/RES/217A(III)"),
        ("2373(XXII)", "A/RES/2373(XXII)"),
        ("第2373（XXII）号决议", "A/RES/2373(XXII)"),
        ("第1874(S-IV)号决议", "A/RES/1874(S-IV)"),
        ("决议案三九六(五)", "A/RES/396(V)"),
        ("第50/473号决定", "A/DEC/50/473"),
        ("decision 50/473", "A/DEC/50/473"),
        ("A/DEC/50/473", "A/DEC/50/473"),
        ("第983(1995)号决议", "S/RES/983(1995)"),
        ("S/RES/983 (1995)", "S/RES/983(1995)"),
        ("Security Council resolution 983 (1995)", "S/RES/983(1995)"),
        ("安全理事会第1325号决议", "S/RES/1325"),
        ("Security Council resolution 1325", "S/RES/1325"),
        ("第1325号决议", "S/RES/1325"),
        ("第2023/14号决议", "E/RES/2023/14"),
        ("第2022/328号决定", "E/DEC/2022/328"),
        ("人权理事会第47/5号决议", "A/HRC/RES/47/5"),
        ("A/72/206", "A/72/206"),
        ("A/CONF.229/2017/8", "A/CONF.229/2017/8"),
        ("A/69/154/Add.1", "A/69/154/Add.1"),
        ("a/69/154/add.1", "A/69/154/Add.1"),
        ("NPT/CONF.1995/32", "NPT/CONF.1995/32"),
        ("A/ES-10/L.27", "A/ES-10/L.27"),
        ("E/2023/15/Add.1", "E/2023/15/Add.1"),
        ("CD/1864", "CD/1864"),
    ],
)
def test_each_written_form_is_the_same_symbol(written: str, symbol: str) -> None:
    assert parse_symbol(written) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "2017/7/7",
        "12/4",
        "31/12",
        "三分之二，即2/3多数",
        "2017年12月4日",
        "2023/14",
        "200/45",
        "75/45%",
        "第3/4段",
        "每小时75/45次",
        "第45号决议",
        "大会第1325号决议",
        "第13段",
        "1.2048-2049两年期",
        "and/or 75",
        "第七十五届会议第13段",
        "A/RES/75",
        "983(1995)",
        "",
    ],
)
def test_dates_fractions_and_paragraphs_are_no_symbols(text: str) -> None:
    assert symbols_in(text) == []


def test_a_list_that_shares_one_word_is_read_to_its_end() -> None:
    text = (
        "2012 年 12 月 3 日第 67/56 号、2013 年 12 月 5 日第 68/46 号、"
        "2014 年 12 月 2 日第 69/41 号、2015 年 12 月 7 日第 70/33 号和"
        " 2016 年 12 月 23 日第 71/258 号决议，"
    )
    numbers = ("67/56", "68/46", "69/41", "70/33", "71/258")
    assert symbols_in(text) == [f"A/RES/{number}" for number in numbers]


def test_a_list_of_decisions_is_a_list_of_decisions() -> None:
    assert symbols_in("第50/473号和第51/4号决定") == ["A/DEC/50/473", "A/DEC/51/4"]


def test_a_resolution_beside_a_decision_keeps_its_own_kind() -> None:
    assert symbols_in("第74/54号决议和第50/473号决定") == ["A/RES/74/54", "A/DEC/50/473"]


def test_an_english_list_shares_the_word_before_it() -> None:
    mentions = find_symbols("resolutions 72/31 and 75/45")
    assert [(m.symbol, m.explicit) for m in mentions] == [
        ("A/RES/72/31", True),
        ("A/RES/75/45", True),
    ]


def test_the_organ_holds_for_the_whole_list() -> None:
    assert symbols_in("人权理事会第47/5号和第48/7号决议") == ["A/HRC/RES/47/5", "A/HRC/RES/48/7"]


def test_a_question_names_its_resolutions_bare() -> None:
    assert symbols_in("比较72/31和75/45对秘书长的要求") == ["A/RES/72/31", "A/RES/75/45"]
    assert symbols_in("那72/31呢") == ["A/RES/72/31"]


def test_the_paragraph_after_a_symbol_is_not_part_of_it() -> None:
    (mention,) = find_symbols("第75/45号决议第13段")
    assert mention.span.of("第75/45号决议第13段") == "75/45"
    assert mention.whole.of("第75/45号决议第13段") == "第75/45号决议"
    assert symbols_in("A/RES/75/45 OP10") == ["A/RES/75/45"]
    assert symbols_in("A/RES/75/45#OP10") == ["A/RES/75/45"]


@pytest.mark.parametrize(
    ("text", "is_explicit"),
    [("75/45", False), ("75/45说了什么", False), ("第75/45号", True), ("A/RES/75/45", True),
     ("大会75/45", True), ("resolution 75/45", True)],
)  # fmt: skip
def test_a_bare_number_is_told_from_a_named_resolution(text: str, is_explicit: bool) -> None:
    assert find_symbols(text)[0].explicit is is_explicit


def test_a_document_with_parts_is_found_without_them() -> None:
    assert symbols_in("(NPT/CONF.1995/32 (Part I))") == ["NPT/CONF.1995/32"]
    assert symbols_in("A/69/154 和 A/69/154/Add.1。") == ["A/69/154", "A/69/154/Add.1"]


@pytest.mark.parametrize(
    ("symbol", "session"),
    [("A/RES/75/45", 75), ("A/RES/48/226A", 48), ("A/RES/217A(III)", 3), ("A/DEC/50/473", 50),
     ("A/RES/S-10/2", None), ("S/RES/983(1995)", None), ("A/72/206", None)],
)  # fmt: skip
def test_the_session_is_read_off_the_symbol(symbol: str, session: int | None) -> None:
    assert session_of(symbol) == session


@pytest.mark.parametrize(
    "symbol", ["A/RES/75/45", "A/RES/48/226A", "A/RES/217A(III)", "A/RES/ES-10/21",
               "A/DEC/50/473", "S/RES/983(1995)", "E/RES/2023/14", "A/HRC/RES/47/5"],
)  # fmt: skip
def test_every_name_leads_back_to_its_symbol(symbol: str) -> None:
    assert parse_symbol(label(symbol)) == symbol
    assert parse_symbol(label(symbol, "en")) == symbol
    assert parse_symbol(symbol) == symbol
    assert kind_of(symbol) in {"resolution", "decision"}


@given(st.text(alphabet="第75/45号決议、和（III)SEA-RES.届会十四 2017年", max_size=60))
def test_no_text_makes_it_fail_and_every_span_is_in_the_text(text: str) -> None:
    folded = fold(text).text
    mentions = find_symbols(folded)
    for mention in mentions:
        assert 0 <= mention.whole.start <= mention.span.start
        assert mention.span.start < mention.span.end <= mention.whole.end <= len(folded)
    assert [m.span for m in mentions] == sorted(m.span for m in mentions)
