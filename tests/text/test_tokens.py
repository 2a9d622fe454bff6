"""What the lexical index is given, and the words of a question."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.bodies import BODIES, Body
from assistant.text.tokens import STOP_WORDS, index_tokens, specificity, tagged_words, words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", ""),
        ("核", "核"),
        ("核武器", "核 武 器 核武 武器"),
        ("第75/45号", "第 75 45 号"),
        ("ＮＰＴ Treaty 2020年", "npt treaty 2020 年"),
        ("決議", "决 议 决议"),
        ("，。！", ""),
        ("核，武", "核 武"),
    ],
)
def test_index_tokens_are_characters_pairs_and_whole_latin_words(text: str, tokens: str) -> None:
    assert index_tokens(text) == tokens.split()


@given(st.text(max_size=60))
def test_index_tokens_of_any_text_hold_no_blank_and_no_capital(text: str) -> None:
    for token in index_tokens(text):
        assert re.fullmatch(r"[㐀-鿿]{1,2}|[a-z]+|[0-9]+", token)


def test_traditional_and_full_width_text_has_the_same_index_tokens() -> None:
    assert index_tokens("第７５／４５號決議") == index_tokens("第75/45号决议")


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_the_names_of_bodies_are_single_words(body: Body) -> None:
    assert words(f"请{body.name}出席")[1:2] == (body.name,)


def test_words_of_the_field_are_not_cut() -> None:
    assert words("彻底消除核武器国际日") == ("彻底消除", "核武器", "国际日")
    assert "裁军谈判会议" in words("转递裁军谈判会议和秘书长")


@given(st.text(max_size=40))
def test_words_put_together_are_the_text_without_its_blanks(text: str) -> None:
    solid = "".join(character for character in text if not character.isspace())
    kept = "".join(word for word in words(text))
    assert "".join(c for c in kept if not c.isspace()) == solid


def test_a_place_name_is_tagged_as_one() -> None:
    assert ("纽约", "ns") in tagged_words("在纽约召开")


def test_words_that_ask_are_stop_words_and_subjects_are_not() -> None:
    assert {"什么", "哪些", "请问", "提到", "的"} <= STOP_WORDS
    assert not {"核武器", "秘书长", "网播", "条约", "报告"} & STOP_WORDS


def test_a_word_that_names_a_subject_is_told_from_one_that_says_nothing() -> None:
    assert specificity("东西") < 0.2
    assert specificity("机票") > 0.8
    assert specificity("裁军谈判会议") == 1.0, "a word that is not in general usage names something"


@given(st.text(max_size=10))
def test_how_much_a_word_says_lies_between_nothing_and_one(word: str) -> None:
    assert 0.0 <= specificity(word) <= 1.0


def test_how_rare_a_word_is_is_read_without_leaving_a_file_open() -> None:
    code = (
        "import sys; from assistant.text.tokens import specificity; specificity('机票')\n"
        "print('jieba.analyse' in sys.modules)"
    )
    command = [sys.executable, "-W", "always", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert "ResourceWarning" not in done.stderr


def test_characters_that_nobody_uses_are_a_word_and_take_no_time() -> None:
    """Found by fuzzing: a question of 240 of them took more than a second, one of 2,000 ten."""
    tagged_words("核裁军")
    begun = time.process_time()
    found = tagged_words("核裁军" + "槵" * 2_000 + "的报告")
    assert time.process_time() - begun < 0.5
    assert ("槵" * 2_000, "x") in found
    assert found[0] == tagged_words("核裁军")[0]
    assert ("报告", "n") in found
    tagged_words("的槵" * 1_000)
    assert time.process_time() - begun < 1
