"""Whether the resolutions agree is asked as what each says."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.agreeing import as_what_each_says
from assistant.types import Summary


@pytest.mark.parametrize(
    ("asked", "means"),
    [
        ("历次决议对国际守塔人日的日期有没有前后不一致", "国际守塔人日是哪天"),
        ("各份决议关于国际守塔人日的日期是否矛盾?", "国际守塔人日是哪天"),
        ("库里的决议对无核武器区的说法有出入吗", "无核武器区是怎么规定的"),
    ],
)
def test_a_question_whether_resolutions_agree_asks_what_each_says(asked: str, means: str) -> None:
    assert as_what_each_says(asked) == means


@pytest.mark.parametrize("asked", ["75/45和72/31有什么不一致", "历次决议有哪些", "这两段矛盾吗"])
def test_what_compares_texts_that_are_named_is_left(asked: str) -> None:
    assert as_what_each_says(asked) == asked


def test_a_day_of_which_only_the_characters_are_known_asks_for_no_resolutions_date(
    catalogue: tuple[Summary, ...],
) -> None:
    asked = understand("守塔人日是哪天", catalogue=catalogue)
    assert (asked.intent, [term.word for term in asked.terms]) == ("content", ["守塔人日"])
    assert understand("决议是哪天通过的", catalogue=catalogue).attribute == "date"
