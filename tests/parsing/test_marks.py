"""Footnote marks in every form, and what only looks like one."""

from __future__ import annotations

import pytest

from assistant.parsing.lines import MARK_BEGIN, MARK_END, lines_of
from assistant.parsing.marks import Marked, marked
from assistant.parsing.wording import wordings


def read(*lines: str) -> tuple[Marked, ...]:
    wording = wordings()["zh"]
    return marked(lines_of(lines, wording), wording)


def shown(*lines: str) -> list[str]:
    """The lines with their marks in 〔〕, and notes as ``mark: text``."""
    return [
        (f"{line.note}: " if line.note else "")
        + line.text.replace(MARK_BEGIN, "〔").replace(MARK_END, "〕")
        for line in read(*lines)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("报告1/以及报告,2/", "1/ A/92/818。", "2/ A/92/860。"),
         ["报告〔1/〕以及报告,〔2/〕", "1/: A/92/818。", "2/: A/92/860。"]),
        (("第三十七届、[2]会议",), ["第三十七届、〔[2]〕会议"]),
        (("所在地.(注)", "(注)大会决定修改。"), ["所在地.〔(注)〕", "(注): 大会决定修改。"]),
        (("秘书长的报告；6", "2. 欢迎", "____________", "6 A/96/173。"),
         ["秘书长的报告；〔6〕", "2. 欢迎", "____________", "6: A/96/173。"]),
        (("《宣言》8", "的承诺；"), ["《宣言》〔8〕", "的承诺；"]),
        (("秘书长的报告3", "所载建议；", "______", "3 A/1/2。"),
         ["秘书长的报告〔3〕", "所载建议；", "______", "3: A/1/2。"]),
        (("报告,1 又回顾其决议,",), ["报告,〔1〕 又回顾其决议,"]),
        (("报告，（1）", "____________", "（1） A/96/173。"),
         ["报告，〔（1）〕", "____________", "（1）: A/96/173。"]),
    ],
)  # fmt: skip
def test_each_form_of_mark_is_known(lines: tuple[str, ...], expected: list[str]) -> None:
    assert shown(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("第92/245号决议",),
        ("回顾，2012年以来",),
        ("批款，12", "个国家缴款"),
        ("决定，5", "月1日开会"),
        ("重申第1/2段",),
        ("报告3", "所载建议；"),  # no note of that number
        ("，(1) 编写报告",),
        ("共计，1 130万美元",),
    ],
)
def test_figures_that_count_are_words(lines: tuple[str, ...]) -> None:
    assert shown(*lines) == list(lines)


def test_a_note_goes_on_over_its_lines_and_ends_with_its_stop() -> None:
    found = read("______", "6 联合国，《条约汇编》，", "第729卷。", "执行情况")
    assert [(line.note, line.in_notes) for line in found] == [
        (None, False), ("6", True), (None, True), (None, False),
    ]  # fmt: skip


def test_a_numbered_paragraph_ends_the_notes() -> None:
    *_, last = read("______", "6 A/96/173。", "3. 重申其承诺；")
    assert (last.note, last.text) == (None, "3. 重申其承诺；")


def test_figures_in_notes_are_their_words() -> None:
    assert shown("______", "6 见《公报》7", "第二节。")[1] == "6: 见《公报》7"


def test_a_mark_between_words_is_the_next_of_a_text_that_lost_its_notes() -> None:
    assert shown("审议了报告,1", "赞同报告2 所载建议;") == [
        "审议了报告,〔1〕",
        "赞同报告〔2〕 所载建议;",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "赞同报告3 所载建议;",
        "第2 段所载建议;",
        "议程项目2 下的报告;",
        "附件2 所载建议;",
        "共 2 个国家;",
    ],
)
def test_a_figure_between_words_that_is_not_the_next_mark_is_a_word(line: str) -> None:
    assert shown("审议了报告,1", line)[1] == line


@pytest.mark.parametrize("number", ["1,900", "12,400", "3,150,200", "1，200"])
def test_the_thousands_of_a_number_are_no_mark(number: str) -> None:
    text = f"请秘书长培训 {number} 人，又请 {number} 名司机；"
    assert shown(text) == [text]
    english = f"Requests the Secretary-General to train {number} persons and {number} drivers;"
    assert shown(english, "¹ See A/96/12.") == [english, "¹: See A/96/12."]
