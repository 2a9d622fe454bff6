"""Words for earlier turns, and what they are replaced by."""

from __future__ import annotations

import pytest

from assistant.questions.history import Turn, refer
from assistant.questions.understand import understand
from assistant.types import Summary
from tests.questions.conftest import EARLIER, LATER


def told(*turns: str, catalogue: tuple[Summary, ...]) -> tuple[Turn, ...]:
    return tuple(Turn(understand(turn, catalogue=catalogue)) for turn in turns)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        # spoken of: 75/45, then 72/31
        ("刚才那份决议的标题", EARLIER),
        ("刚才说的那份请谁做什么", EARLIER),
        ("跟刚才那个比有什么不同", LATER),
        ("之前那份呢", LATER),
        ("上一份决议的标题", LATER),
        ("前一个呢", LATER),
        ("跟第一个决议比呢", LATER),
        ("第二份呢", EARLIER),
        ("最开始说的那份", LATER),
        ("前者请谁做什么", LATER),
        ("后者呢", EARLIER),
        ("新的那份", LATER),
        ("较早的那份", EARLIER),
        ("72/31和刚才那个有什么不同", LATER),
        ("compare it with the previous one", LATER),
        ("what about the first resolution", LATER),
        ("the one we just discussed", EARLIER),
    ],
)
def test_words_for_a_resolution_spoken_of(
    words: str, means: str, catalogue: tuple[Summary, ...]
) -> None:
    turns = told("75/45请秘书长做什么", "72/31呢", catalogue=catalogue)
    said = refer(words, turns)
    assert said.named == ("symbols",)
    assert means in said.text
    assert ({EARLIER, LATER} - {means}).pop() not in said.text


@pytest.mark.parametrize(
    "words",
    ["前面提到的两份决议有什么不同", "这两份决议", "它们有什么不同", "两者呢", "刚才那几份决议",
     "the two resolutions", "what do they have in common"],
)  # fmt: skip
def test_words_for_both(words: str, catalogue: tuple[Summary, ...]) -> None:
    turns = told("75/45请秘书长做什么", "72/31呢", catalogue=catalogue)
    said = refer(words, turns)
    assert EARLIER in said.text
    assert LATER in said.text


@pytest.mark.parametrize(
    "words",
    ["第一个脚注", "第一次全体会议", "75/45之前的那份决议", "前一段", "上一届会议", "上述目标",
     "哪份是第一份报告", "第一委员会", "第二个执行段", "两个区域中心", "刚才"],
)  # fmt: skip
def test_other_words_are_left_alone(words: str, catalogue: tuple[Summary, ...]) -> None:
    turns = told("75/45请秘书长做什么", "72/31呢", catalogue=catalogue)
    said = refer(words, turns)
    assert (said.text, said.named) == (words, ())


def test_nothing_is_meant_where_nothing_was_said() -> None:
    assert refer("刚才那份决议", ()).text == "刚才那份决议"


def test_what_was_not_spoken_of_is_not_guessed(catalogue: tuple[Summary, ...]) -> None:
    turns = told("75/45请秘书长做什么", catalogue=catalogue)
    for words in ("第三份决议", "前者", "它们有什么不同", "旧的那份"):
        assert refer(words, turns).named == ()


def test_a_listed_resolution_is_counted_in_the_list(catalogue: tuple[Summary, ...]) -> None:
    listed = ("A/RES/70/1", "A/RES/71/2", "A/RES/72/3")
    turns = (Turn(understand("库里有哪些决议", catalogue=catalogue), (), listed),)
    assert "A/RES/71/2" in refer("第二份讲什么", turns).text
    assert "A/RES/72/3" in refer("the last one", turns).text
    assert refer("第四份呢", turns).named == ()


def test_that_paragraph_is_the_one_that_answered(catalogue: tuple[Summary, ...]) -> None:
    asked = understand("彻底消除核武器国际日是哪一天", catalogue=catalogue)
    one = (Turn(asked, (f"{LATER}#OP8",), (LATER,)),)
    said = refer("把那段念一下", one)
    assert said.text.split() == ["把", LATER, "OP8", "念一下"]
    assert said.named == ("symbols", "places")
    two = (Turn(asked, (f"{LATER}#OP8", f"{EARLIER}#OP3"), (LATER, EARLIER)),)
    assert refer("把那段念一下", two).named == ()


def test_a_question_is_gone_back_to(catalogue: tuple[Summary, ...]) -> None:
    turns = told("75/45请秘书长做什么", "72/31什么时候通过的", "第3段", catalogue=catalogue)
    assert refer("回到第一个问题", turns).again is turns[0]
    assert refer("第二个问题", turns).again is turns[1]
    assert refer("再说一遍", turns).again is turns[-1]
    assert refer("第七个问题", turns).again is None
    assert refer("回到75/45", turns).returning
