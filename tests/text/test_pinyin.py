from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.pinyin import (
    letters,
    near_sound,
    plain_letters,
    readings,
    same_sound,
    syllables,
)


def test_the_usual_reading_of_a_character_comes_first() -> None:
    assert readings("长") == ("zhang", "chang")


def test_what_is_no_chinese_character_has_no_reading() -> None:
    assert (readings("a"), readings("。"), readings("")) == ((), (), ())


def test_a_word_is_read_as_a_whole() -> None:
    assert (syllables("银行"), syllables("行动")) == (("yin", "hang"), ("xing", "dong"))


@pytest.mark.parametrize(("typed", "word", "at"), [("密", "秘书长", 0), ("粗", "敦促", 1)])
def test_a_homophone_sounds_as_the_character_it_stands_for(typed: str, word: str, at: int) -> None:
    assert same_sound(typed, word, at)


def test_another_character_does_not_sound_the_same() -> None:
    assert not same_sound("出", "秘书长", 1)


@pytest.mark.parametrize(("one", "other"), [("宗", "中"), ("赢", "银"), ("常", "长"), ("三", "山")])
def test_sounds_that_many_do_not_tell_apart_are_near(one: str, other: str) -> None:
    assert near_sound(one, other)


@pytest.mark.parametrize(("one", "other"), [("中", "东"), ("人", "官")])
def test_other_sounds_are_not_near(one: str, other: str) -> None:
    assert not near_sound(one, other)


def test_a_word_is_typed_without_tones_or_blanks() -> None:
    assert letters("秘书长") == "mishuzhang"


@pytest.mark.parametrize("typed", ["mishuzhang", "mì shū zhǎng", "Mi Shu Zhang", "mi'shu'zhang"])
def test_typed_pinyin_comes_to_one_form(typed: str) -> None:
    assert plain_letters(typed) == "mishuzhang"


@given(st.text(max_size=20))
def test_any_typed_text_comes_to_plain_letters(typed: str) -> None:
    assert set(plain_letters(typed)) <= set("abcdefghijklmnopqrstuvwxyz")


def test_pypinyin_is_loaded_only_when_a_sound_is_asked_for() -> None:
    told = "import sys, assistant.questions.spelling; print('pypinyin' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_each_syllable_of_pypinyins_phrases_is_kept_once() -> None:
    assert syllables("银行") == ("yin", "hang")  # which loads them
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.phrases_dict import phrases_dict

    looked_up = {id(sound) for sounds in PHRASES_DICT.values() for sound in sounds}
    by_hand = {id(sound) for sounds in phrases_dict.values() for sound in sounds}
    assert looked_up == by_hand
    assert len(looked_up) < 3_000 < len(PHRASES_DICT)
