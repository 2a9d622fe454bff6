from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answering.exporting import as_markdown
from assistant.answering.exporting.markup import escaped, escaped_line
from tests.answering.exporting.samples import answer, conversation

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[按此](javascript:alert(1))",
    "![x](http://example.org/a.png)",
    "# 标题",
    "- 项目",
    "1. 项目",
    "> 引文",
    "```\n代码",
    "    四格",
    "[^1]: 假脚注",
    "---",
    "===",
    "| a | b |",
    "&lt;b&gt; &amp;",
    "a\\*b\\",
    "*强调* _强调_ `代码` ~~删~~",
    "https://example.org",
    "<!-- 注 -->",
    "$x$",
)

TEXT = {"paragraph_open", "inline", "paragraph_close", "text", "text_special", "hardbreak"}


def shown(markdown: str) -> tuple[str, set[str]]:
    """What a reader of Markdown sees, and what kinds of markup there are."""
    words, kinds = [], set()
    for block in MarkdownIt("commonmark").parse(markdown):
        kinds.add(block.type)
        for token in block.children or ():
            kinds.add(token.type)
            words.append("\n" if token.type.endswith("break") else token.content)
    return "".join(words), kinds


LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))
    | st.sampled_from("# -*_`<>[]()\\!|~&1.\n"),
    max_size=40,
)


@given(LINES)
@example("1) x")
@example("\\")
@example("a\n    b\n\n# c")
def test_foreign_text_is_shown_as_it_is_and_marks_nothing_up(text: str) -> None:
    said, kinds = shown(escaped(text))
    assert said.split() == text.split()
    assert kinds <= TEXT


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_titles_questions_and_sentences_do_nothing(hostile: str) -> None:
    exported = as_markdown(conversation(hostile, (hostile, answer((hostile, (1,))))), "zh")
    said, kinds = shown(exported)
    assert kinds <= TEXT | {"heading_open", "heading_close", "em_open", "em_close", "softbreak"}
    visible = "".join(said.split())
    assert visible.count("".join(hostile.split())) >= 3
    assert len(re.findall(r"^#+ ", exported, re.MULTILINE)) == 2


def test_footnotes_are_numbered_through_a_conversation() -> None:
    one, two = answer(("甲", (1,)), ("乙", (2,))), answer(("丙", (1, 3)))
    exported = as_markdown(conversation("裁军", ("一？", one), ("二？", two)), "en")
    assert exported.splitlines()[:3] == [
        "# 裁军",
        "",
        "*Exported from Resolution Assistant, which is not the UN's; the official texts of the "
        "United Nations prevail.*",
    ]
    assert "## 一？\n\n*2026-06-01 12:34 UTC*\n\n甲[^1]\n\n乙[^2]\n\n[^1]: " in exported
    assert (
        "丙[^3][^4]\n\n[^3]: A/RES/75/45, 执行部分第1段\n[^4]: A/RES/75/45, 执行部分第3段\n"
        in exported
    )


def test_a_heading_is_one_line() -> None:
    assert escaped_line("多行\n# 问题") == "多行 \\# 问题"
