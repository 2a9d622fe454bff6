"""Every word of a retelling is the act's, joins its words, or stands for one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.generative.retelling import foreign
from assistant.answering.generative.wording import JOINING, equals

HELD = "请国际海事组织更新灯塔名录,并将名录提交大会,以及及早审议"


@pytest.mark.parametrize(
    "said", ["更新灯塔名录", "就灯塔名录予以更新", "尽快审议", "把名录递交", "名录的更新和审议"]
)
def test_other_words_for_the_same_are_not_foreign(said: str) -> None:
    assert not foreign(said, HELD)


@pytest.mark.parametrize(
    ("said", "words"),
    [("编写灯塔名录", "编写"), ("更新港口名录", "港口"), ("网上更新灯塔名录", "网")],
)
def test_a_word_that_the_act_has_not_is_named(said: str, words: str) -> None:
    assert words in "".join(foreign(said, HELD))


def test_english_words_are_known_by_their_stems() -> None:
    held = "urges states that have not yet done so to ratify the convention"
    assert not foreign("the ratification of the convention", held)
    assert foreign("the revision of the convention", held) == ("revision",)


@given(st.integers(0, len(HELD)), st.integers(0, len(HELD)))
def test_a_stretch_of_the_act_is_never_foreign(start: int, end: int) -> None:
    said = HELD[start:end]
    assert (
        len(said) == 1 or not foreign(said, HELD) or all(len(w) == 1 for w in foreign(said, HELD))
    )


def test_no_word_of_the_lists_is_a_denial_or_a_number() -> None:
    assert not JOINING & set("不 未 没有 非 无 一 二 两 十 百 全 仅 只".split())
    assert all(word for word in equals())
