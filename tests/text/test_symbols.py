"""The grammar of UN symbols: every written form, and nothing that only looks like one."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.normalise import fold
from assistant.text.numerals import roman
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
        # old numbering, in figures and in Chinese
        ("二一五九(二十一)", "A/RES/2159(XXI)"),
        ("二九九（一）", "A/RES/299(I)"),
        ("A/RES/217(三)A", "A/RES/217A(III)"),
        ("1874(S-IV)", "A/RES/1874(S-IV)"),
        # parts
        ("第41/6 I号决议", "A/RES/41/6I"),
        ("第2023/201 D号决定", "E/DEC/2023/201D"),
        ("A/RES/51/942b", "A/RES/51/942B"),
        # the councils
        ("S/RES/1325", "S/RES/1325"),
        ("安全理事会第1325（2000）号决议", "S/RES/1325(2000)"),
        ("经社理事会第11(II)号决议", "E/RES/11(II)"),
        ("经济和社会理事会第2023/14号决议", "E/RES/2023/14"),
        ("E/RES/11(II)", "E/RES/11(II)"),
        ("第2098(LXIII)号决议", "E/RES/2098(LXIII)"),
        ("人权理事会第21/11号决议", "A/HRC/RES/21/11"),
        ("人权理事会2012年9月27日第21/11号决议", "A/HRC/RES/21/11"),
        ("人权理事会第S-16/1号决议", "A/HRC/RES/S-16/1"),
        ("A/HRC/RES/S-16/1", "A/HRC/RES/S-16/1"),
        ("人权理事会第四十七届会议第5号决议", "A/HRC/RES/47/5"),
        ("第ES-10/21号", "A/RES/ES-10/21"),
        ("ES-10/21号决议", "A/RES/ES-10/21"),
        # wrapped lines and letters mistaken for figures
        ("A/54/L.83/Rev.l", "A/54/L.83/Rev.1"),
        ("A/ 75/399", "A/75/399"),
        ("A/72/206/ Add.1", "A/72/206/Add.1"),
        ("E/2023/15/Add. 1", "E/2023/15/Add.1"),
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
        "第G (70)号决定",
        "联合国环境大会第2/5号决议",
        "人权委员会第2005/80号决议",
        "执行局第2022/6号决定",
        "工作文件，第2013-26号",
        "缔约方会议第1/5号决定",
        "亚洲及太平洋经济社会委员会第70/1号决议",
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


def test_the_organ_holds_across_the_title_that_stands_before_the_number() -> None:
    title = "在全球范围内增进和保护经济、社会及文化权利以及普遍的现状与进一步的前景和措施"
    assert symbols_in(f"回顾人权理事会题为“{title}”的2011年9月29日第17/4号决议") == [
        "A/HRC/RES/17/4"
    ]
    assert symbols_in(f"人权理事会欢迎题为“{title}”的第75/45号决议") == ["A/RES/75/45"]


def test_parts_that_share_a_number_are_each_named() -> None:
    assert symbols_in("第53/243 A和B号决议") == ["A/RES/53/243A", "A/RES/53/243B"]
    assert symbols_in("A/RES/53/243 A-C") == [f"A/RES/53/243{part}" for part in "ABC"]
    assert symbols_in("第46/36 A至D号、第48/42号决议") == [
        *(f"A/RES/46/36{part}" for part in "ABCD"),
        "A/RES/48/42",
    ]
    assert symbols_in("51/942 A和B第1段") == ["A/RES/51/942A", "A/RES/51/942B"]
    assert symbols_in("第2200 A和B(XXI)号决议") == ["A/RES/2200A(XXI)", "A/RES/2200B(XXI)"]


def test_a_letter_that_begins_something_else_is_no_further_part() -> None:
    assert symbols_in("48/226 A和B国的立场") == ["A/RES/48/226A"]
    assert symbols_in("48/226 A和A/72/206") == ["A/RES/48/226A", "A/72/206"]


def test_the_year_of_the_council_stands_with_each_number_of_a_list() -> None:
    text = "安全理事会第2133 (2014)、2178 (2014)和2462 (2019)号决议以及大会第70/1号决议"
    assert symbols_in(text) == [
        "S/RES/2133(2014)",
        "S/RES/2178(2014)",
        "S/RES/2462(2019)",
        "A/RES/70/1",
    ]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("设立妇女地位委员会的1946年6月21日第11(II)号决议", "A/RES/11(II)"),
        ("又回顾大会1962年12月18日第1823(XVII)号决议", "A/RES/1823(XVII)"),
        ("注意到人权理事会的工作和第21/11号决议", "A/HRC/RES/21/11"),
        ("注意到人权理事会的工作，回顾第75/45号决议", "A/RES/75/45"),
        ("人权理事会在其第21/11号决议中", "A/HRC/RES/21/11"),
    ],
)
def test_a_number_is_the_assemblys_unless_it_cannot_be(text: str, symbol: str) -> None:
    assert symbols_in(text) == [symbol]


def test_a_decision_before_another_organs_is_a_decision_too() -> None:
    assert symbols_in("第50/473号和经济及社会理事会第2022/328号决定") == [
        "A/DEC/50/473",
        "E/DEC/2022/328",
    ]


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
     ("A/RES/S-10/2", None), ("S/RES/983(1995)", None), ("A/72/206", None),
     ("A/RES/217B(III)", 3), ("A/HRC/RES/47/5", None), ("E/RES/11(II)", None)],
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


_LETTERS = st.sampled_from(["", *"ABCDQ"])
_MODERN = st.builds(
    "A/{}/{}/{}{}".format, st.sampled_from(["RES", "DEC"]), st.integers(31, 99),
    st.integers(1, 999), _LETTERS,
)  # fmt: skip
_ROMAN = st.builds(
    lambda noun, number, letter, prefix, session: (
        f"A/{noun}/{number}{letter}({prefix}{roman(session)})"
    ),
    st.sampled_from(["RES", "DEC"]), st.integers(1, 3600), _LETTERS,
    st.sampled_from(["", "S-"]), st.integers(1, 30),
)  # fmt: skip
_SPECIAL = st.builds(
    "A/RES/{}-{}/{}{}".format, st.sampled_from(["S", "ES"]), st.integers(1, 33),
    st.integers(1, 99), _LETTERS,
)  # fmt: skip
_COUNCILS = st.one_of(
    st.builds("S/RES/{}({})".format, st.integers(1, 2900), st.integers(1946, 2099)),
    st.builds("S/RES/{}".format, st.integers(1, 2900)),
    st.builds("E/{}/{}/{}{}".format, st.sampled_from(["RES", "DEC"]), st.integers(1978, 2099),
              st.integers(1, 400), _LETTERS),
    st.builds(lambda n, s: f"E/RES/{n}({roman(s)})", st.integers(1, 2200), st.integers(1, 63)),
    st.builds("A/HRC/{}/{}/{}".format, st.sampled_from(["RES", "DEC"]), st.integers(1, 99),
              st.integers(1, 60)),
    st.builds("A/HRC/RES/S-{}/{}".format, st.integers(1, 40), st.integers(1, 9)),
)  # fmt: skip
_WRITTEN: tuple[Callable[[str], str], ...] = (
    lambda symbol: symbol,
    lambda symbol: symbol.lower() if "(" not in symbol else symbol,
    lambda symbol: symbol.replace("/", " / "),
    lambda symbol: symbol.translate({ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789()/"}),
    label,
    lambda symbol: label(symbol, "en"),
    lambda symbol: (
        label(symbol).replace("号", "號").replace("决议", "決議").replace("决定", "決定")
    ),
    lambda symbol: label(symbol).replace("(", " ("),
)


@given(st.one_of(_MODERN, _ROMAN, _SPECIAL, _COUNCILS), st.sampled_from(_WRITTEN))
def test_every_symbol_is_read_back_from_every_written_form(
    symbol: str, written: Callable[[str], str]
) -> None:
    assert parse_symbol(written(symbol)) == symbol


@given(st.text(alphabet="第75/45号決议、和（III)SEA-RES.届会十四 2017年", max_size=60))
def test_no_text_makes_it_fail_and_every_span_is_in_the_text(text: str) -> None:
    folded = fold(text).text
    mentions = find_symbols(folded)
    for mention in mentions:
        assert 0 <= mention.whole.start <= mention.span.start
        assert mention.span.start < mention.span.end <= mention.whole.end <= len(folded)
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)


@pytest.mark.parametrize(
    "text", ["S/RES/540(200)", "A/RES/217(0)", "A/RES/217A(CC)", "E/RES/1(64)"]
)
def test_a_number_that_is_neither_a_session_nor_a_year_makes_no_symbol(text: str) -> None:
    """Found by fuzzing: 540(200) became S/RES/540(CC), which is no symbol either."""
    assert parse_symbol(text) is None


def test_a_row_of_words_for_the_assembly_is_read_in_no_time() -> None:
    """It once took twice as long for each word more: seconds at twenty."""
    begun = time.process_time()
    assert find_symbols(f"第1届{'联合国大会' * 300}议题") == ()
    (mention,) = find_symbols(f"第75届{'联合国大会' * 300}第45号决议")
    assert mention.symbol == "A/RES/75/45"
    assert time.process_time() - begun < 1
