"""``assistant compare`` in a terminal."""

from __future__ import annotations

import pytest

from assistant.cli.compare import comparison_lines, words_of
from assistant.comparing import compare
from assistant.service import Assistant
from assistant.types import Lang
from tests.comparing.texts import resolution

FOUND = compare(
    resolution(75, ("回顾历史",), "敦促会员国养护湿地", "请秘书长向大会第七十六届会议提出报告"),
    resolution(
        76, ("回顾历史",), "鼓励会员国养护湿地", "请秘书长向大会第七十七届会议提出报告", "欢迎努力"
    ),
)
LANGS: tuple[Lang, ...] = ("en", "zh")


def test_what_changed_is_shown_and_what_did_not_is_only_counted() -> None:
    lines = [line.plain for line in comparison_lines(FOUND, None, whole=False)]
    assert lines[:2] == [
        "第75/9号决议 → 第76/9号决议",
        "相同 1，例行更新 1，措辞有变 1，新增 1，删去 0，移位 0",
    ]
    assert "[-敦促-]{+鼓励+}会员国养护湿地；" in lines
    assert "    语气减弱: 敦促 → 鼓励" in lines
    assert not any("第七十七届" in line for line in lines)


def test_everything_is_shown_where_all_of_it_is_asked_for() -> None:
    lines = [line.plain for line in comparison_lines(FOUND, "en", whole=True)]
    assert any("[-第七十六届-]{+第七十七届+}" in line for line in lines)
    assert "preambular paragraph 1  same" in lines


def test_changes_and_renewal_differ_in_colour() -> None:
    styles = {str(span.style) for row in FOUND.rows for span in words_of(row).spans}
    assert {"red strike", "green", "cyan"} <= styles


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_resolutions_apart_only_what_both_have_is_listed(
    assistant: Assistant, lang: str
) -> None:
    found = assistant.comparison("72/31", "75/45")
    lines = [
        line.plain for line in comparison_lines(found, "en" if lang == "en" else None, whole=False)
    ]
    assert any("counterpart" in line or "对应" in line for line in lines)
    assert not any(line.endswith(("  新增", "  added")) for line in lines)


def test_a_reader_of_english_is_told_that_the_chinese_texts_are_compared(
    assistant: Assistant,
) -> None:
    found = assistant.comparison("72/31", "75/45", lang="en")
    english, chinese = (
        [line.plain for line in comparison_lines(found, lang, whole=False)] for lang in LANGS
    )
    assert "They are not both held in English; the Chinese texts are compared." in english
    assert not any("英文本" in line for line in chinese)
