from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.mixed import in_chinese
from assistant.text.normalise import fold


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("75/45 的 preamble 讲什么", "75/45的序言讲什么"),
        ("SG 要提交什么 report", "SG要提交什么报告"),
        ("75/45 是 when adopted 的", "75/45是什么时候通过的"),
        ("resolution 75/45 的 operative paragraph 3 写什么", "决议75/45的执行部分第3段写什么"),
        ("72/31 的 para 5", "72/31的第5段"),
        ("75th session 有哪些 resolutions", "第75届会议有哪些决议"),
        ("A/RES/75/45 的 footnotes 有几个", "A/RES/75/45的脚注有几个"),
        ("哪些 resolutions mention NPT", "哪些决议提到NPT"),
        ("第一个 committee 是哪个", "第一个委员会是哪个"),
    ],
)
def test_english_words_of_asking_are_read_in_chinese(asked: str, read: str) -> None:
    assert in_chinese(fold(asked).text) == read


@pytest.mark.parametrize(
    "asked",
    [
        "OP13写了什么",
        "NPT缔约国要做什么",
        "A/CONF.229/2017/8是什么文件",
        "哪些决议用过“report”这个词",
        "《Treaty on the Non-Proliferation of Nuclear Weapons》在哪里提到",
        "第75/45号决议请秘书长做什么?",
    ],
)
def test_names_symbols_and_quotations_stay_as_they_are(asked: str) -> None:
    assert in_chinese(asked) == asked


@given(st.text(alphabet="第75/45号决议秘书长的 ,?《》“”", max_size=40))
def test_a_question_without_latin_letters_is_never_changed(asked: str) -> None:
    assert in_chinese(asked) == asked


@given(st.lists(st.sampled_from(["report", "的", "75/45", " ", "SG", "preamble", "什么"])))
def test_reading_twice_changes_nothing_more(pieces: list[str]) -> None:
    once = in_chinese(fold("".join(pieces)).text)
    assert in_chinese(once) == once
