"""Slips are put right where no doubt is left, and nothing else is touched."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from assistant.questions.spelling import correct
from assistant.text.normalise import fold
from assistant.types import Correction
from eval.generator.library import ALL_FORMS, resolutions
from eval.generator.questions import questions_of
from eval.generator.slips import KINDS, slips_of, words_named
from eval.gold import load_gold


def read_as(text: str) -> list[tuple[str, str]]:
    return [(one.typed, one.read) for one in correct(fold(text).text, "zh")[1]]


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("75/45请密书长做什么", "密书长", "秘书长"),
        ("秘书常要做什么", "秘书常", "秘书长"),
        ("75/45敦粗谁做什么", "敦粗", "敦促"),
        ("哪些决议谈到核裁君", "核裁君", "核裁军"),
        ("75/45绝定了什么", "绝定", "决定"),
        ("75/45请会圆国做什么", "会圆国", "会员国"),
        ("安全利事会有哪些任务", "安全利事会", "安全理事会"),
        ("裁军谈叛会议要做什么", "裁军谈叛会议", "裁军谈判会议"),
        ("哪些决议提到不扩散核武其条约", "不扩散核武其条约", "不扩散核武器条约"),
        ("75/45的执型部分写了什么", "执型部分", "执行部分"),
    ],
)  # fmt: skip
def test_a_word_of_the_same_sound_is_read_as_the_one_that_is_meant(
    text: str, typed: str, meant: str
) -> None:
    assert read_as(text) == [(typed, meant)]


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("75/45请秘长书做什么", "秘长书", "秘书长"),
        ("75/45请秘书书长做什么", "秘书书长", "秘书长"),
        ("国际原字能机构要做什么", "国际原字能机构", "国际原子能机构"),
    ],
)
def test_characters_changed_about_or_typed_twice_are_put_right(
    text: str, typed: str, meant: str
) -> None:
    assert read_as(text) == [(typed, meant)]


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("75/45请mishuzhang做什么", "mishuzhang", "秘书长"),
        ("75/45请mi shu zhang做什么", "mi shu zhang", "秘书长"),
        ("mìshūzhǎng要做什么", "mìshūzhǎng", "秘书长"),
        ("75/45请mishuzang做什么", "mishuzang", "秘书长"),
        ("75/45请huiyuanguuo做什么", "huiyuanguuo", "会员国"),
        ("75/45的xuyan写了什么", "xuyan", "序言"),
    ],
)
def test_a_name_left_in_pinyin_is_read_in_characters(text: str, typed: str, meant: str) -> None:
    assert read_as(text) == [(typed, meant)]


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("What does the preamblular part say", "preamblular", "preambular"),
        ("What must the Secertary-General do?", "Secertary", "secretary"),
        ("which resoluton asks for a report", "resoluton", "resolution"),
        ("75/45的第13段paragarph写了什么", "paragarph", "paragraph"),
    ],
)
def test_an_english_word_with_a_letter_amiss_is_put_right(
    text: str, typed: str, meant: str
) -> None:
    lang = "en" if text.isascii() else "zh"
    corrected = correct(fold(text).text, lang)[1]  # type: ignore[arg-type]
    assert [(one.typed, one.read) for one in corrected] == [(typed, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "秘书常务会议要做什么",  # 常务 is a word
        "核五国要做什么",  # another name, not 核武国
        "谁请核武器国家做什么",  # not 无核武器国家
        "各缔约方要做什么",  # not 各缔约国
        "国际刑事法庭要做什么",  # not 国际刑事法院
        "主动放弃核武的国家怎么评价",
        "网络主播与平台是什么关系",
        "What will undermine the revolution in maternal health?",
        "Which States are concerned?",
        "Peking and Shanghai",
    ],
)
def test_another_word_is_no_slip(text: str) -> None:
    lang = "en" if text.isascii() else "zh"
    assert correct(fold(text).text, lang)[1] == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("quoted", ["“密书长”", '"密书长"', "「密书长」"])
def test_what_stands_in_quotation_marks_is_left_as_it_is(quoted: str) -> None:
    assert read_as(f"哪些决议用过{quoted}这个词") == []


def test_words_of_the_librarys_texts_are_no_slip() -> None:
    assert correct("请密书长做什么", "zh", lambda words: words == "密书长")[1] == ()


def test_the_question_goes_on_with_what_was_read() -> None:
    text, made = correct("75/45请密书长敦粗谁", "zh")
    assert text == "75/45请秘书长敦促谁"
    assert set(made) == {
        Correction("密书长", "秘书长", "pinyin"),
        Correction("敦粗", "敦促", "pinyin"),
    }


def generated(seed: int, count: int) -> list[str]:
    files = resolutions(seed, count, forms=ALL_FORMS, langs=("zh",))
    asked = (item.turns[0] for f in files for t in f.truths for item in questions_of(t, "zh"))
    return list(dict.fromkeys(fold(question).text for question in asked))


def test_questions_without_slips_are_not_corrected() -> None:
    # Items of that kind are misspelt on purpose.
    dev = [i for i in load_gold() if i.split == "dev" and i.kind != "understanding"]
    questions = [*(fold(q).text for i in dev for q in i.turns), *generated(11, 60)]
    assert len(questions) > 1000
    assert [q for q in questions if correct(q, "zh")[1]] == []


def test_nine_slips_in_ten_of_each_kind_are_put_right_and_none_wrongly() -> None:
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong = []
    seen = set()
    for question in generated(12, 30):
        for slip in slips_of(question, words_named(question), 12):
            if slip.typed in seen:
                continue
            seen.add(slip.typed)
            made[slip.kind] += 1
            text, corrections = correct(slip.question, "zh")
            right[slip.kind] += text == question
            if corrections and text != question:
                wrong.append((slip, corrections))
    assert wrong == []
    assert set(made) == set(KINDS)
    assert {kind: count for kind, count in right.items() if count < 0.9 * made[kind]} == {}


def test_nothing_heavy_is_loaded_for_a_question_without_slips() -> None:
    told = (
        "import sys; from assistant.questions.spelling import correct;"
        "correct('第75/45号决议请秘书长做什么', 'zh'); print('pypinyin' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
