"""Paragraph places in every written form, and what only looks like one."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.place_lists import LONGEST_RANGE
from assistant.questions.places import find_places
from assistant.text.normalise import fold


def places_in(text: str) -> list[str]:
    return [place for mention in find_places(fold(text).text) for place in mention.places]


@pytest.mark.parametrize(
    ("written", "places"),
    [
        # a number alone is of the operative part
        ("第13段", "OP13"),
        ("第 13 段", "OP13"),
        ("第十三段", "OP13"),
        ("第廿一段", "OP21"),
        ("第１３段", "OP13"),
        ("第13自然段", "OP13"),
        # with its part
        ("执行部分第十三段", "OP13"),
        ("执行部分的第13段", "OP13"),
        ("執行部分第13段", "OP13"),
        ("正文第3段", "OP3"),
        ("第3执行段", "OP3"),
        ("执行部分第三款", "OP3"),
        ("序言第二段", "PP2"),
        ("序言部分第2段", "PP2"),
        ("前言第2段", "PP2"),
        ("第2个序言段", "PP2"),
        ("序言2段", "PP2"),
        # by code
        ("OP13", "OP13"),
        ("op 13", "OP13"),
        ("OP#13", "OP13"),
        ("第OP九段", "OP9"),
        ("PP2", "PP2"),
        ("FN4", "FN4"),
        # ranges
        ("第7至9段", "OP7 OP8 OP9"),
        ("第7到9段", "OP7 OP8 OP9"),
        ("第7-9段", "OP7 OP8 OP9"),
        ("第7～9段", "OP7 OP8 OP9"),
        ("第7段至第9段", "OP7 OP8 OP9"),
        ("第十至十二段", "OP10 OP11 OP12"),
        ("OP7-9", "OP7 OP8 OP9"),
        ("OP7 to OP9", "OP7 OP8 OP9"),
        ("序言第1至3段", "PP1 PP2 PP3"),
        # lists
        ("第2、4和6段", "OP2 OP4 OP6"),
        ("第2段、第4段和第6段", "OP2 OP4 OP6"),
        ("第1-3、5段", "OP1 OP2 OP3 OP5"),
        ("OP2, OP4 and OP6", "OP2 OP4 OP6"),
        ("第13段和序言第2段", "OP13 PP2"),
        # from the ends
        ("序言最后一段", "PP-1"),
        ("执行部分最后一段", "OP-1"),
        ("最后一段", "OP-1"),
        ("末段", "OP-1"),
        ("倒数第二段", "OP-2"),
        ("序言部分倒数第3段", "PP-3"),
        ("最后三段", "OP-3 OP-2 OP-1"),
        ("前三段", "OP1 OP2 OP3"),
        ("序言前两段", "PP1 PP2"),
        ("首段", "OP1"),
        # subparagraphs and annexes
        ("第3(a)段", "OP3(a)"),
        ("第12段(a)", "OP12(a)"),
        ("第12段(a)(i)", "OP12(a)(i)"),
        ("第13段第(a)项", "OP13(a)"),
        ("OP13(a)", "OP13(a)"),
        ("第3段(a)项", "OP3(a)"),
        ("第3段(a)分段", "OP3(a)"),
        ("第3段a项", "OP3(a)"),
        ("第三段甲项", "OP3(a)"),
        ("第三段（乙）", "OP3(b)"),
        ("执行部分第3段(a)和(c)", "OP3(a) OP3(c)"),
        ("第3段(a)、(b)和(d)项", "OP3(a) OP3(b) OP3(d)"),
        ("第3(a)至(f)段", "OP3(a) OP3(b) OP3(c) OP3(d) OP3(e) OP3(f)"),
        ("第3段(a)至(c)", "OP3(a) OP3(b) OP3(c)"),
        ("第3(a)(i)至(iii)段", "OP3(a)(i) OP3(a)(ii) OP3(a)(iii)"),
        ("第3(a)和4(b)段", "OP3(a) OP4(b)"),
        ("第2段㈠项", "OP2(i)"),
        ("第2段㈠和㈢项", "OP2(i) OP2(iii)"),
        ("OP3(a)-(c)", "OP3(a) OP3(b) OP3(c)"),
        ("OP3(a)和OP4(b)", "OP3(a) OP4(b)"),
        ("第二节第1段", "S2/OP1"),
        ("第二节执行部分第1至3段", "S2/OP1 S2/OP2 S2/OP3"),
        ("附件第二节第3段", "ANNEX/S2/3"),
        ("附件", "ANNEX"),
        ("附件二", "ANNEX2"),
        ("附件第3段", "ANNEX/3"),
        ("附件第3至5段", "ANNEX/3 ANNEX/4 ANNEX/5"),
        ("附件第3(a)段", "ANNEX/3(a)"),
        ("附件第3段(a)项", "ANNEX/3(a)"),
        ("附件二第3段", "ANNEX2/3"),
        ("附件序言第2段", "ANNEX/PP2"),
        ("附件第一条", "ANNEX/ART1"),
        ("附件第1至3条", "ANNEX/ART1 ANNEX/ART2 ANNEX/ART3"),
        ("附件第1条第2款", "ANNEX/ART1/2"),
        ("附件第一条第二款(a)项", "ANNEX/ART1/2(a)"),
        ("附件所载公约第一条", "ANNEX/ART1"),
        # in English, within Chinese
        ("paragraph 13", "OP13"),
        # notes
        ("脚注4", "FN4"),
        ("脚注第4条", "FN4"),
        ("第4个脚注", "FN4"),
        ("注释4", "FN4"),
        ("脚注1至3", "FN1 FN2 FN3"),
        ("第3段序言", "PP3"),
        ("执行段落十六", "OP16"),
    ],
)
def test_a_place_is_found_in_every_written_form(written: str, places: str) -> None:
    assert places_in(written) == places.split()
    assert places_in(f"请问{written}写了什么？") == places.split()


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("paragraph 13", "OP13"),
        ("footnote 4", "FN4"),
        ("para. 13", "OP13"),
        ("operative paragraph 13", "OP13"),
        ("preambular paragraph 2", "PP2"),
        ("paragraph 2 of the preamble", "PP2"),
        ("paragraphs 7 to 9", "OP7 OP8 OP9"),
        ("paragraphs 7, 8 and 9", "OP7 OP8 OP9"),
        ("paragraph 3 (a)", "OP3(a)"),
        ("paragraph 3 (a) (ii)", "OP3(a)(ii)"),
        ("paragraphs 3 (a) and (c)", "OP3(a) OP3(c)"),
        ("paragraph 3 (a) to (c)", "OP3(a) OP3(b) OP3(c)"),
        ("subparagraph 3 (a)", "OP3(a)"),
        ("subparagraph (a) of paragraph 3", "OP3(a)"),
        ("section II, paragraph 1", "S2/OP1"),
        ("the annex", "ANNEX"),
        ("annex II", "ANNEX2"),
        ("annex II, paragraph 3 (a)", "ANNEX2/3(a)"),
        ("paragraph 3 of the annex", "ANNEX/3"),
        ("paragraph 3 of annex II", "ANNEX2/3"),
        ("article 1 of the annex", "ANNEX/ART1"),
        ("article 1, paragraph 2 (a), of the annex", "ANNEX/ART1/2(a)"),
        ("annex, article 1", "ANNEX/ART1"),
        ("the third preambular paragraph", "PP3"),
        ("the second paragraph of the preamble", "PP2"),
        ("13th operative paragraph", "OP13"),
        ("the last preambular paragraph", "PP-1"),
        ("the penultimate paragraph", "OP-2"),
    ],
)
def test_a_place_is_found_in_english(written: str, places: str) -> None:
    assert places_in(written) == places.split()
    assert places_in(f"What does {written} say?") == places.split()


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("公约第一条", "ANNEX/ART1"),
        ("所附公约第一条", "ANNEX/ART1"),
        ("该公约第1条第2款(b)项", "ANNEX/ART1/2(b)"),
        ("   的公约第一条和第二条", "ANNEX/ART1 ANNEX/ART2"),
        ("《   》第三条", "ANNEX/ART3"),
        ("   第一条", "ANNEX/ART1"),
        ("   第一段", "OP1"),
        ("article 2 of the convention", "ANNEX/ART2"),
        ("article 2, paragraph 1 (b), of the convention", "ANNEX/ART2/1(b)"),
    ],
)
def test_the_articles_of_an_annexed_treaty_are_places(written: str, places: str) -> None:
    # Not folded again: the blanks are what is left of a symbol or a title that was cut out.
    found = [p for m in find_places(written, annexed=True) for p in m.places]
    assert found == places.split()


@pytest.mark.parametrize(
    "text",
    [
        "公约第一条",
        "该条约第六条",
        "article 2 of the convention",
    ],
)
def test_without_an_annexed_treaty_an_article_is_no_place(text: str) -> None:
    assert places_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "《不扩散核武器条约》第六条",
        "不扩散核武器条约第六条",
        "《联合国宪章》的第十一条",
        "article 6 of the Treaty on the Non-Proliferation of Nuclear Weapons",
    ],
)
def test_another_treatys_article_is_no_place_even_then(text: str) -> None:
    assert find_places(text, annexed=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        "第75/45号决议",
        "第七十五届会议",
        "第一委员会",
        "第37次全体会议",
        "第729卷第10485号",
        "《不扩散核武器条约》第六条",
        "《联合国宪章》第十一条",
        "议程第3项",
        "2017年7月7日",
        "五点建议",
        "第一届专门讨论裁军问题的特别会议",
        "三个支柱",
        "STOP13",
        "POP3",
        "option 3",
        "article 6 of the Treaty",
        "agenda item 99",
        "段",
        "第段",
        "",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert places_in(text) == []


@pytest.mark.parametrize(
    ("written", "is_explicit"),
    [
        ("第13段", False),
        ("最后一段", False),
        ("paragraph 13", False),
        ("执行部分第13段", True),
        ("序言第2段", True),
        ("OP13", True),
        ("脚注4", True),
        ("operative paragraph 13", True),
    ],
)
def test_a_mention_knows_whether_the_part_was_said(written: str, is_explicit: bool) -> None:
    assert [mention.explicit for mention in find_places(written)] == [is_explicit]


def test_mentions_come_in_text_order_with_the_words_that_name_them() -> None:
    text = "比较第7至9段、序言第2段和脚注3"
    words = [mention.span.of(text) for mention in find_places(text)]
    assert words == ["第7至9段", "序言第2段", "脚注3"]


def test_a_range_that_runs_backwards_names_its_two_ends() -> None:
    assert places_in("第9至7段") == ["OP9", "OP7"]


@pytest.mark.parametrize(
    "written", ["第1至9999段", "OP1-9999", "paragraphs 1 to 9999", "前9999段", "最后9999段"]
)
def test_a_huge_range_is_bounded(written: str) -> None:
    assert LONGEST_RANGE <= len(places_in(written)) <= LONGEST_RANGE + 1


_PLACE = re.compile(
    r"(?:(?:S\d+/)?(?:OP|PP|FN)-?\d+|META|END|ANNEX\d*(?:/(?:PP|ART|S\d+/)?\d+(?:/\d+)?)?)(?:\([a-z0-9]+\))*"
)
_FRAGMENTS = st.lists(
    st.sampled_from(
        "第 节 序言 执行部分 附件 附件二 条 公约 (一) (甲) (ii) 最后 倒数 前 脚注 OP PP FN 13 9999 "
        "十三 零 两 段 条 款 个 至 - 、 "
        "和 (a) paragraph footnote first last to of the preamble ² ④ Ⅻ".split()
    ),
    max_size=12,
).map("".join)


@given(st.one_of(st.text(max_size=60), _FRAGMENTS))
def test_any_text_gives_well_formed_places_whose_words_do_not_overlap(text: str) -> None:
    folded = fold(text).text
    mentions = find_places(folded)
    at = 0
    for mention in mentions:
        assert at <= mention.span.start < mention.span.end <= len(folded)
        at = mention.span.end
        assert mention.places
        assert all(_PLACE.fullmatch(place) for place in mention.places), mention.places


@pytest.mark.parametrize(
    "unit",
    ["附件第1条", "附件第", "annex ", "第3(a)", "(a)至", "第3段(a)和", "paragraph 3 (a) ",
     "第", "第1", "第1、", "第1至", "至第1", "序言", "序言的", "附件一", "(a)", "OP1,", "倒数第",
     "paragraph 1,", "最后", "脚注1、", "和", " "],
)  # fmt: skip
def test_repeated_pieces_of_a_place_are_read_in_a_second(unit: str) -> None:
    text = (unit * 2000)[:2000]
    begun = time.process_time()
    find_places(text)
    assert time.process_time() - begun < 1.0


def test_a_list_that_ends_in_paragraphs_is_no_list_of_notes() -> None:
    assert places_in("脚注3和第7至9段") == ["FN3", "OP7", "OP8", "OP9"]
