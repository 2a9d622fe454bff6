from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.colloquial import plain
from assistant.text.normalise import fold


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("75/45说啥", "75/45说什么"),
        ("127/902决定了啥子嘛", "127/902决定了什么"),
        ("那份99号要求神马", "那份99号要求什么"),
        ("秘书长咋办", "秘书长怎么办"),
        ("75/45的的序言", "75/45的序言"),
    ],
)
def test_everyday_words_of_asking_are_brought_to_one_form(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("第柒拾伍届会议第肆拾伍号决议", "第七十五届会议第四十五号决议"),
        ("第一佰零五届会议第1号决议", "第一百零五届会议第1号决议"),
        ("第(13)段", "第13段"),
    ],
)
def test_numerals_of_every_kind_are_read(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("122/900 di 3 duan", "122/900第3段"),
        ("75/45 di shisan duan写了什么", "75/45第十三段写了什么"),
        ("qishiwu jie 45 hao决议", "七十五届 45号决议"),
    ],
)
def test_a_numbered_place_left_in_pinyin_is_read(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("wto要做什么?不对,世卫组织要做什么", "世卫组织要做什么"),
        ("75/45请秘书长做什么,说错了,72/31请秘书长做什么", "72/31请秘书长做什么"),
        ("72/31呢。不是,我是说75/45呢", "75/45呢"),
        ("What does 75/45 say? Sorry, I mean what does 72/31 say", "what does 72/31 say"),
    ],
)
def test_what_is_taken_back_is_not_asked(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "秘书长这样做对不对",
        "它不是欢迎,而是注意到什么",
        "张jie的报告",
        "贰拾伍个国家",
        "第75/45号决议请秘书长做什么?",
        "is the date not wrong",
    ],
)
def test_other_words_stay_as_they_are(said: str) -> None:
    assert plain(said) == said


@given(st.text(alphabet="第75/45号决议啥咋的了,?!不对我是说 di3duanjiehao壹贰届", max_size=40))
def test_any_question_stays_of_a_length(text: str) -> None:
    once = plain(fold(text).text)
    assert len(once) <= 2 * len(text) + 2
