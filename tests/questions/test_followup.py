"""Follow-ups: what is carried from the last question, and what is not."""

from __future__ import annotations

import pytest

from assistant.questions.history import Turn
from assistant.questions.stepping import step
from assistant.questions.understand import understand
from assistant.types import Question, Summary
from tests.questions.conftest import EARLIER, LATER


def last_of(turns: tuple[str, ...], catalogue: tuple[Summary, ...]) -> Question:
    """How the last turn is understood after the others."""
    question = None
    for turn in turns:
        question = understand(
            turn, catalogue=catalogue, turns=(Turn(question),) if question else ()
        )
    assert question is not None
    return question


def slots(question: Question) -> dict[str, object]:
    kept = ("intent", "symbols", "places", "addressees", "verbs", "directive", "attribute")
    return {name: getattr(question, name) for name in kept if getattr(question, name)}


@pytest.mark.parametrize(
    ("turns", "as_if_asked"),
    [
        # another resolution
        (("75/45请秘书长做什么", "那72/31呢？"), "72/31请秘书长做什么"),
        (("75/45请秘书长做什么", "换成72/31"), "72/31请秘书长做什么"),
        (("75/45什么时候通过的", "72/31呢"), "72/31什么时候通过的"),
        (("75/45第7段", "那72/31呢"), "72/31第7段"),
        (("75/45有几个脚注", "72/31呢"), "72/31有几个脚注"),
        (("75/45作出了哪些决定", "另一份呢"), "72/31作出了哪些决定"),
        (("What does 75/45 decide?", "What about 72/31?"), "What does 72/31 decide?"),
        # another body or verb
        (("75/45请秘书长做什么", "会员国呢"), "75/45对会员国有什么要求"),
        (("75/45促请会员国做什么", "各国呢"), "75/45促请各国做什么"),
        (("75/45作出了哪些决定", "欢迎了什么呢"), "75/45欢迎了什么"),
        # another paragraph
        (("75/45第7段", "下一段"), "75/45第8段"),
        (("75/45第7段", "上一段呢"), "75/45第6段"),
        (("75/45第7至9段", "下一段"), "75/45第10段"),
        (("75/45序言第2段", "下一段"), "75/45序言第3段"),
        (("75/45请秘书长做什么", "第13段的全文"), "75/45第13段的全文"),
        (("75/45脚注2", "3呢"), "75/45脚注3"),
        (("75/45第3段(a)项", "(b)项呢"), "75/45第3段(b)项"),
        (("75/45第3段", "那（b）呢"), "75/45第3段(b)项"),
        (("75/45第3段(a)项", "下一段"), "75/45第4段"),
        # something else of the same resolution
        (("75/45请秘书长做什么", "它是什么时候通过的"), "75/45是什么时候通过的"),
        (("75/45请秘书长做什么", "该决议的标题"), "75/45的标题"),
        (("75/45请秘书长做什么", "有几个脚注"), "75/45有几个脚注"),
        # over two turns
        (("75/45请秘书长做什么", "那72/31呢", "75/45呢"), "75/45请秘书长做什么"),
        (("75/45第7段", "下一段", "下一段"), "75/45第9段"),
    ],
)
def test_a_follow_up_means_the_question_asked_in_full(
    turns: tuple[str, ...], as_if_asked: str, catalogue: tuple[Summary, ...]
) -> None:
    meant = understand(as_if_asked, catalogue=catalogue)
    assert slots(last_of(turns, catalogue)) == slots(meant)


@pytest.mark.parametrize(
    "turns",
    [
        ("75/45请秘书长做什么", "72/31作出了哪些决定"),
        ("75/45第7段", "72/31的标题是什么"),
        ("75/45请秘书长做什么", "哪些决议提到第67/39号决议"),
        ("75/45请秘书长做什么", "库里有哪些决议"),
        ("75/45请秘书长做什么", "你好"),
        ("75/45第7段", "所有决议请大会主席做什么"),
        ("75/45第7段", "2017年通过的决议有几段"),
    ],
)
def test_a_question_that_stands_alone_takes_nothing_over(
    turns: tuple[str, ...], catalogue: tuple[Summary, ...]
) -> None:
    followed = last_of(turns, catalogue)
    assert slots(followed) == slots(understand(turns[-1], catalogue=catalogue))
    assert followed.carried == ()


def test_what_was_carried_is_named(catalogue: tuple[Summary, ...]) -> None:
    assert last_of(("75/45请秘书长做什么", "它的标题"), catalogue).carried == ("symbols",)
    assert "verbs" in last_of(("75/45请秘书长做什么", "那72/31呢"), catalogue).carried
    assert "places" in last_of(("75/45第7段", "下一段"), catalogue).carried


def test_the_words_of_the_last_question_are_never_carried(catalogue: tuple[Summary, ...]) -> None:
    followed = last_of(("75/45对中东说了什么", "第13段的全文"), catalogue)
    assert (followed.text, followed.folded) == ("第13段的全文", "第13段的全文")
    assert all(term.word != "中东" for term in followed.terms)


def test_a_resolution_that_is_not_held_is_not_replaced_by_the_last_one(
    catalogue: tuple[Summary, ...],
) -> None:
    assert last_of(("75/45请秘书长做什么", "76/54呢"), catalogue).symbols == ("A/RES/76/54",)
    followed = last_of(("75/45请秘书长做什么", "2019年通过的决议呢"), catalogue)
    assert followed.missing == ("2019年通过的决议",)


def test_it_with_nothing_said_before_dangles(catalogue: tuple[Summary, ...]) -> None:
    assert understand("它是什么时候通过的", catalogue=catalogue).dangling
    assert understand("该决议规定了什么", catalogue=catalogue).dangling
    assert not understand("75/45和它的脚注", catalogue=catalogue).dangling
    assert not understand("秘书长要做什么", catalogue=catalogue).dangling


def test_a_language_of_its_own_is_not_carried(catalogue: tuple[Summary, ...]) -> None:
    followed = last_of(("75/45请秘书长做什么", "What about 72/31?"), catalogue)
    assert (followed.lang, followed.symbols) == ("en", (EARLIER,))


@pytest.mark.parametrize(
    ("text", "by"),
    [("下一段", 1), ("后面一段呢", 1), ("next paragraph", 1), ("上一段", -1), ("前一段", -1),
     ("第13段", None), ("75/45", None)],
)  # fmt: skip
def test_one_paragraph_on_or_back(text: str, by: int | None) -> None:
    assert step(text) == by


def test_stepping_keeps_to_the_resolution(catalogue: tuple[Summary, ...]) -> None:
    assert last_of(("75/45第7段", "下一段"), catalogue).symbols == (LATER,)


def test_another_time_takes_the_place_of_the_one_before(catalogue: tuple[Summary, ...]) -> None:
    window = last_of(("第七十六届会议要收到哪些报告", "2025年以前要交的呢"), catalogue)
    assert (window.intent, window.deadline_session) == ("deadlines", None)
    assert window.due is not None
    session = last_of(("2025年以前要完成什么", "第七十七届会议呢"), catalogue)
    assert (session.intent, session.deadline_session, session.due) == ("deadlines", 77, None)
