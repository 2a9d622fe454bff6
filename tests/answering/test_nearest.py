"""A refusal names the nearest thing that is held, and asks next what is answered."""

from __future__ import annotations

import pytest

from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("第75/46号决议请秘书长做什么？", "库中最接近的是第75/45号决议。"),
        ("第七十六届会议的决议请秘书长做什么", "库中最接近的届会：第七十五届会议。"),
        ("第75/45号决议第16段", "第75/45号决议中最接近的是执行部分第15段。"),
        ("75/45第13段(a)项", "第75/45号决议中最接近的是执行部分第13段。"),
        ("第75/45号决议请安全理事会做什么？", "向这些主体提出要求：秘书长、大会主席、"),
        ("75/45敦促秘书长做什么", "第75/45号决议对秘书长所用的动词：请。"),
        ("72/31谴责了什么", "第72/31号决议所用的相近动词：关切。"),
        ("75/45有哪些事要到大会第七十七届会议去办", "写明要办事的届会：第七十六届会议。"),
        ("谁投了72/31的反对票？", "第72/31号决议印有：通过日期、"),
        ("75/45哪些段落提到第67/40号决议", "第75/45号决议提到的有：第67/39号决议、"),
        ("72/31哪些段落提到《化学武器公约》", "第72/31号决议提到的有：《"),
        ("What does 72/31 condemn?", "Verbs that resolution 72/31 does use: concern (关切)."),
        ("What does 75/45 say in paragraph 18?", "of resolution 75/45: operative paragraph 15."),
    ],
)  # fmt: skip
def test_what_is_missing_is_followed_by_what_comes_nearest(
    assistant: Assistant, question: str, says: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert says in answer.answer
    assert answer.citations == ()
    for suggestion in answer.suggestions:
        assert assistant.ask(suggestion).status == "answered", suggestion


@pytest.mark.parametrize(
    "question", ["第12/3号决议讲了什么", "库里有没有火星", "75/45请秘书长做什么"]
)
def test_nothing_is_called_near_that_is_not(assistant: Assistant, question: str) -> None:
    assert "最接近的是" not in assistant.ask(question).answer


def test_a_year_after_the_texts_is_told_from_a_word_that_is_missing(assistant: Assistant) -> None:
    answer = assistant.ask("75/45说2022年在纽约召开国际会议吗")
    assert answer.status == "not_found"
    assert "通过以后的情况（文本止于2020年12月7日）" in answer.answer
