"""Blocks: what a line begins, what it goes on, and where a document's parts and annexes begin."""

from __future__ import annotations

import pytest

from assistant.parsing.blocks import Block
from assistant.parsing.body import Part, parts_of
from assistant.parsing.lines import lines_of
from assistant.parsing.marks import marked
from assistant.parsing.wording import wordings


def read(*lines: str) -> tuple[Part, ...]:
    wording = wordings()["zh"]
    return parts_of(marked(lines_of(lines, wording), wording), wording)


def blocks_of(*lines: str) -> list[Block]:
    (part,) = read(*lines)
    return part.blocks


def kinds(*lines: str) -> list[tuple[str, str, str | None]]:
    return [(block.kind, block.text, block.printed) for block in blocks_of(*lines)][1:]


@pytest.mark.parametrize("opener", ["大会，", "大会,", "大会", "大會，", "经济及社会理事会，"])
def test_an_organ_alone_on_its_line_opens_the_body(opener: str) -> None:
    assert [block.kind for block in blocks_of("第七十五届会议", opener, "回顾其决心，")] == [
        "masthead",
        "opener",
        "free",
    ]


def test_the_organ_on_the_cover_opens_nothing() -> None:
    found = blocks_of("联合国", "大会", "第七十五届会议", "大会，", "回顾其决心，")
    assert [block.kind for block in found] == ["unplaced", "unplaced", "masthead", "opener", "free"]


def test_an_opener_may_lead_straight_to_a_verb() -> None:
    assert [b.text for b in blocks_of("大会，回顾其决心，")] == ["大会，", "回顾其决心，"]
    assert [b.text for b in blocks_of("大会决定设立委员会。")] == ["大会", "决定设立委员会。"]
    assert [b.kind for b in blocks_of("大会，堂上的事")] == ["masthead"]


@pytest.mark.parametrize("enacting", ["决议:", "决议：", "兹决议："])
def test_what_enacts_goes_with_the_opener(enacting: str) -> None:
    found = kinds("大会，", enacting, "1. 请秘书长提出报告。")
    assert found[0] == ("opener", enacting, None)


def test_a_draft_that_a_council_recommends_has_two_openers() -> None:
    found = kinds("经济及社会理事会，", "建议大会通过下列决议草案：", "大会，", "回顾其决心，")
    assert [kind for kind, *_ in found] == ["opener", "opener", "free"]


def test_numbers_marks_and_endings_begin_blocks() -> None:
    found = kinds(
        "大会，", "回顾其决心，", "1. **请**秘书长；", "2．又请秘书长。", "¹ A/75/96。",
        "2020 年 12 月 7 日", "第 37 次全体会议",
    )  # fmt: skip
    assert found == [
        ("free", "回顾其决心，", None),
        ("numbered", "**请**秘书长；", "1"),
        ("numbered", "又请秘书长。", "2"),
        ("footnote", "A/75/96。", "¹"),
        ("end", "2020 年 12 月 7 日", None),
        ("end", "第 37 次全体会议", None),
    ]


def test_an_ending_may_be_spelled_in_chinese_numerals() -> None:
    found = kinds("大会，", "重申其决心。", "一九七四年十一月廿九日,", "第二四八一次全体会议")
    assert [kind for kind, *_ in found] == ["free", "end", "end"]


def test_a_number_runs_into_a_year_and_not_into_an_amount() -> None:
    found = blocks_of("大会，", "1.2048-2049两年期", "周转基金为", "2.5亿美元;")
    assert [(b.printed, b.text) for b in found[1:]] == [
        ("1", "2048-2049两年期周转基金为2.5亿美元;")
    ]


def test_a_number_alone_on_its_line_has_its_words_below() -> None:
    assert kinds("大会，", "1.", "请秘书长提出报告。") == [("numbered", "请秘书长提出报告。", "1")]


def test_paragraphs_may_be_numbered_in_chinese() -> None:
    found = blocks_of("大会，", "一、请秘书长提出报告；", "二、决定将项目列入议程。")
    assert [block.number for block in found[1:]] == [1, 2]


def test_a_number_that_stands_twice_is_a_guess_the_second_time() -> None:
    *_, again = blocks_of("大会，", "1. 请秘书长；", "1. 又请秘书长。")
    assert (again.number, again.printed, again.inferred) == (2, "1", ("number",))


def test_a_line_right_below_an_unfinished_one_goes_on_with_it() -> None:
    (block,) = blocks_of("大会，", "回顾其关于", "裁军的决心，")[1:]
    assert (block.text, block.line, block.inferred) == ("回顾其关于裁军的决心，", 2, ())


def test_a_verb_after_a_finished_line_begins_a_paragraph() -> None:
    assert len(kinds("大会，", "回顾其决心，¹", "重申裁军的意义，", "¹ A/75/96。")) == 3


def test_a_page_break_with_a_note_in_between_is_bridged() -> None:
    blocks = blocks_of("大会，", "1. 请秘书长就本决议的", "", "¹ A/75/96。", "", "执行提出报告。")
    assert blocks[1].text == "请秘书长就本决议的执行提出报告。"
    assert blocks[1].inferred == ("boundary",)


def test_an_unfinished_line_ends_where_a_verb_leads_anew() -> None:
    assert len(kinds("大会，", "回顾其关于", "", "重申其决心，")) == 2


@pytest.mark.parametrize("furniture", ["A/RES/75/45", "2/3", "20-16896", "20-16896 (C)", "____"])
def test_headers_and_footers_are_kept_apart(furniture: str) -> None:
    assert kinds("大会，", "回顾其决心，", furniture)[-1] == ("unplaced", furniture, None)


def test_a_short_line_without_a_stop_heads_a_section() -> None:
    found = kinds("大会，", "回顾其决心，", "", "互联网治理", "", "请秘书长提出报告；")
    assert [kind for kind, *_ in found] == ["free", "heading", "free"]


def test_sub_paragraphs_know_what_they_are_below() -> None:
    blocks = blocks_of("大会，", "1. 请秘书长：", "(a) 编写报告；", "㈠ 逐年；", "(b) 召开会议。")
    assert [(b.kind, b.labels, b.parent) for b in blocks[2:]] == [
        ("item", ("(a)",), 1),
        ("item", ("(a)", "(i)"), 1),
        ("item", ("(b)",), 1),
    ]


def test_a_cross_reference_that_wraps_is_no_sub_paragraph() -> None:
    (block,) = blocks_of("大会，", "1. 重申本决议第3", "(a)至(f)段；")[1:]
    assert block.text == "重申本决议第3(a)至(f)段；"


def test_parts_begin_with_their_letter_and_share_the_masthead() -> None:
    first, second = read(
        "90/72. 样例事项", "A", "样例会议", "大会，", "1. 请秘书长；",
        "B. 样例周", "大会，", "1. 请会员国。",
    )  # fmt: skip
    assert (first.letter, second.letter) == ("A", "B")
    assert [block.text for block in second.shared] == ["90/72. 样例事项"]
    assert [block.text for block in second.blocks] == ["B. 样例周", "大会，", "请会员国。"]


def test_an_annex_begins_its_own_numbers_and_articles() -> None:
    blocks = blocks_of(
        "大会，", "1. 通过公约。", "附 件", "样例公约", "本公约各缔约国，", "铭记宗旨，",
        "第一条", "为本公约的目的：", "1. “设施”包括：", "(a) 任何设施。",
        "第二条", "1. 本公约适用。",
    )  # fmt: skip
    assert [(b.kind, b.text, b.number, b.annex) for b in blocks[2:]] == [
        ("annex", "附 件\n样例公约\n本公约各缔约国，", None, 1),
        ("free", "铭记宗旨，", None, 1),
        ("article", "第一条\n为本公约的目的：", 1, 1),
        ("numbered", "“设施”包括：", 1, 1),
        ("item", "任何设施。", None, 1),
        ("article", "第二条", 2, 1),
        ("numbered", "本公约适用。", 1, 1),
    ]


def test_an_article_may_follow_the_annex_s_title_at_once() -> None:
    blocks = blocks_of("大会，", "1. 通过规约。", "附件", "样例规约", "第一条 名称", "1. 本规约。")
    assert [block.kind for block in blocks[2:]] == ["annex", "article", "numbered"]


def test_the_imprint_below_gives_the_title_and_notes_without_marks() -> None:
    found = kinds(
        "经济及社会理事会，", "决定设立委员会。", "2023年6月7日", "联合国", "经济及社会理事会",
        "样例的成果", "样例的成果", "见A/60/687。", "执行局", "议程项目12(c)", "另一份文件",
    )  # fmt: skip
    assert [kind for kind, *_ in found] == [
        "free", "end", "end", "end", "end", "end", "footnote", "unplaced", "unplaced", "unplaced",
    ]  # fmt: skip


def test_without_an_opener_the_numbered_verbs_are_the_body() -> None:
    found = blocks_of("样例", "回顾其决心，", "1. 请秘书长；", "2. 会议。")
    assert [block.kind for block in found] == ["masthead", "free", "numbered", "numbered"]
    assert {b.kind for b in blocks_of("购物清单", "1. 苹果", "2. 梨")} == {"masthead"}


def test_a_page_collapsed_to_one_line_is_cut_where_something_begins() -> None:
    line = (
        "第九十届会议 议程项目72 大会决议 [根据第一委员会的报告(A/90/592)通过] 90/72. 样例事项 "
        "大会, 审议了样例会议在这一年里举行的各次会议的报告, "
        "又回顾其第89/70号决议和以往关于样例的各项决议, "
        "1. 重申样例会议在处理样例事项方面应发挥的中心作用; 2. 请秘书长继续提供会议支助服务。 "
        "2045年12月12日 第90次全体会议"
    )
    found = blocks_of(line)
    assert [block.kind for block in found] == [
        *["masthead"] * 5, "opener", "free", "free", "numbered", "numbered", "end", "end",
    ]  # fmt: skip
    assert [block.inferred for block in found if block.kind == "free"] == [(), ("boundary",)]


def test_a_section_is_headed_on_one_line_or_on_two_right_below_a_paragraph() -> None:
    for head in (("一", "水井"), ("一. 水井",), ("二、经费",), ("II", "水井")):
        lines = ("大会，", "深为关切水井不能使用，", *head, "1. 促请各国更换水井；")
        assert kinds(*lines) == [
            ("free", "深为关切水井不能使用，", None),
            ("heading", "\n".join(head), None),
            ("numbered", "促请各国更换水井；", "1"),
        ]
