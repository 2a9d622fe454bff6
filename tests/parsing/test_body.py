"""Blocks: what a line begins, and what it goes on."""

from __future__ import annotations

import pytest

from assistant.parsing.body import blocks_of, join


def kinds(*lines: str) -> list[tuple[str, str, str | None]]:
    return [(block.kind, block.text, block.printed) for block in blocks_of(lines)][1:]


@pytest.mark.parametrize("opener", ["大会，", "大会,", "大会", "大會，", "经济及社会理事会，"])
def test_an_organ_alone_on_its_line_opens_the_body(opener: str) -> None:
    assert [block.kind for block in blocks_of(["第七十五届会议", opener, "回顾其决心，"])] == [
        "masthead",
        "opener",
        "preambular",
    ]


def test_an_opener_may_lead_straight_to_a_verb() -> None:
    assert [b.text for b in blocks_of(["大会，回顾其决心，"])] == ["大会，", "回顾其决心，"]
    assert [b.kind for b in blocks_of(["大会，堂上的事"])] == ["masthead"]


def test_numbers_marks_and_endings_begin_blocks() -> None:
    found = kinds(
        "大会，", "回顾其决心，", "1. **请**秘书长；", "2．又请秘书长。", "¹ A/75/96。",
        "2020 年 12 月 7 日", "第 37 次全体会议",
    )  # fmt: skip
    assert found == [
        ("preambular", "回顾其决心，", None),
        ("operative", "**请**秘书长；", "1"),
        ("operative", "又请秘书长。", "2"),
        ("footnote", "A/75/96。", "¹"),
        ("end", "2020 年 12 月 7 日", None),
        ("end", "第 37 次全体会议", None),
    ]


def test_a_line_right_below_an_unfinished_one_goes_on_with_it() -> None:
    (block,) = blocks_of(["大会，", "回顾其关于", "裁军的决心，"])[1:]
    assert (block.text, block.line, block.inferred) == ("回顾其关于裁军的决心，", 2, ())


def test_a_finished_line_is_not_gone_on_with() -> None:
    assert len(kinds("大会，", "回顾其决心，¹", "裁军的意义，", "¹ A/75/96。")) == 3


def test_a_page_break_with_a_note_in_between_is_bridged() -> None:
    blocks = blocks_of(["大会，", "1. 请秘书长就本决议的", "", "¹ A/75/96。", "", "执行提出报告。"])
    assert blocks[1].text == "请秘书长就本决议的执行提出报告。"
    assert blocks[1].inferred == ("boundary",)


def test_an_unfinished_line_ends_where_a_verb_leads_anew() -> None:
    assert len(kinds("大会，", "回顾其关于", "", "重申其决心，")) == 2


@pytest.mark.parametrize("furniture", ["A/RES/75/45", "2/3", "20-16896", "20-16896 (C)", "____"])
def test_headers_and_footers_are_kept_apart(furniture: str) -> None:
    assert kinds("大会，", "回顾其决心，", furniture)[-1] == ("unplaced", furniture, None)


def test_lines_join_as_their_script_does() -> None:
    assert join("裁军", "谈判") == "裁军谈判"
    assert join("Geneva", "office") == "Geneva office"
    assert join("第 67/56 号 ", " 决议") == "第 67/56 号决议"
