"""Markdown: its marks off, except what the texts themselves print."""

from __future__ import annotations

import pytest

from assistant.reading import File, read_document
from assistant.reading.markdown import looks_like_markdown


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## 75/45\\. 后续行动 ##", ["75/45. 后续行动"]),
        ("1\\. **请**秘书长\\(见附件\\)；", ["1. **请**秘书长(见附件)；"]),
        ("- 甲；", ["- 甲；"]),
        ("* 甲；", ["* 甲；"]),
        ("> 引文", ["引文"]),
        ("报告[^2]所载<sup>13</sup>", ["报告²所载¹³"]),
        ("[^2]: A/75/96。", ["² A/75/96。"]),
        ("见[第 55/2 号决议](https://undocs.org/zh/A/RES/55/2)", ["见第 55/2 号决议"]),
        ("*回顾*其决议", ["回顾其决议"]),
        ("第一行<br>第二行", ["第一行", "第二行"]),
        ("大会，  ", ["大会，"]),
        ("大会，\\", ["大会，"]),
        ("| 赞成 | 106 |", ["赞成 106"]),
        ("|---|:--:|", []),
        ("---", []),
        ("```", []),
        ("2 * 3 * 4 与 a_b_c", ["2 * 3 * 4 与 a_b_c"]),
        (
            "[根据第一委员会的报告(A/75/399, 第 96 段)通过]",
            ["[根据第一委员会的报告(A/75/399, 第 96 段)通过]"],
        ),
    ],
)
def test_each_mark_is_taken_off(line: str, expected: list[str]) -> None:
    data = f"# 标题\n\n{line}\n".encode()
    read = [one for one in read_document(File("a.md", data)).lines if one]
    assert read == ["标题", *expected]


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("1. **请**秘书长；\n\n¹ A/75/96。", False),
        ("大会，\n\n- 甲", False),
        ("# 决议", True),
        ("1\\. 请", True),
        ("|甲|乙|\n|-|-|", True),
    ],
)
def test_markdown_is_known_by_marks_that_plain_text_has_not(text: str, is_markdown: bool) -> None:
    assert looks_like_markdown(text) is is_markdown
