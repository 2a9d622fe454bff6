"""What of a comparison is asked for."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.types import Summary

EARLIER, LATER = "A/RES/72/31", "A/RES/75/45"


@pytest.mark.parametrize(
    ("text", "aspect", "symbols"),
    [
        ("75/45比72/31多了哪些段落", "added", (EARLIER, LATER)),
        ("72/31比75/45少了什么", "dropped", (LATER, EARLIER)),
        ("与72/31相比，75/45新增了什么内容？", "added", (EARLIER, LATER)),
        ("从72/31到75/45删去了哪些段落", "dropped", (EARLIER, LATER)),
        ("75/45和72/31相比哪些措辞加强了", "stronger", (EARLIER, LATER)),
        ("75/45比72/31语气减弱的地方", "weaker", (EARLIER, LATER)),
        ("72/31和75/45对秘书长的要求有什么变化", "changes", (EARLIER, LATER)),
        ("75/45比72/31多出来哪些段", "added", (EARLIER, LATER)),
        ("75/45比72/31新增了哪几段？", "added", (EARLIER, LATER)),
        ("75/45比72/31有什么新增", "added", (EARLIER, LATER)),
        ("75/45比72/31少了哪几段", "dropped", (EARLIER, LATER)),
        ("75/45拿掉了72/31的哪段话", "dropped", (EARLIER, LATER)),
        ("75/45砍掉了72/31的哪些段落", "dropped", (EARLIER, LATER)),
        ("75/45比72/31强硬的措辞有哪些", "stronger", (EARLIER, LATER)),
        ("核裁军那两份，75/45比72/31硬在哪", "stronger", (EARLIER, LATER)),
        ("75/45比72/31软在哪里", "weaker", (EARLIER, LATER)),
        ("What did 75/45 add compared with 72/31?", "added", (EARLIER, LATER)),
        ("What changed from 72/31 to 75/45?", "changes", (EARLIER, LATER)),
        ("Which wording of 75/45 is stronger than in 72/31?", "stronger", (EARLIER, LATER)),
        ("75/45这一系列历届有什么变化", "series", (LATER,)),
    ],
)
def test_what_is_asked_and_what_is_compared_against(
    catalogue: tuple[Summary, ...], text: str, aspect: str, symbols: tuple[str, ...]
) -> None:
    question = understand(text, catalogue=catalogue)
    assert (question.intent, question.attribute, question.symbols) == ("compare", aspect, symbols)


def test_the_body_asked_about_is_kept(catalogue: tuple[Summary, ...]) -> None:
    question = understand("72/31和75/45对秘书长的要求有什么变化", catalogue=catalogue)
    assert question.addressees == ("秘书长",)


@pytest.mark.parametrize(
    "text",
    [
        "比较72/31和75/45",
        "75/45增加了秘书长的哪些职责",
        "这两份决议哪一份执行段更多",
        "75/45怎么说气候变化",
        "72/31和75/45对《联合国千年宣言》的说法有什么不同",
    ],
)
def test_other_questions_are_left_to_the_other_rules(
    catalogue: tuple[Summary, ...], text: str
) -> None:
    assert understand(text, catalogue=catalogue).attribute not in (
        "added", "dropped", "stronger", "weaker", "changes", "series",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["72/31比75/45多几个脚注", "75/45比72/31少多少段"])
def test_a_difference_of_counts_is_no_comparison_of_texts(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    assert understand(text, catalogue=catalogue).attribute not in {"added", "dropped"}
