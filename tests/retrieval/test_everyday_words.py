"""Everyday words that stand in no text do not keep a question from its answer."""

from __future__ import annotations

import pytest

from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("72/31里头是怎么夸那次开放式工作组的", "72/31#PP17"),
        ("9月26号是个啥日子", "75/45#OP7"),
        ("75/45网上转播由谁负责", "75/45#OP11"),
        ("was the ban treaty voted on? 75/45", "75/45#PP12"),
        ("adopted at the 37th plenary: which one", "75/45#END"),
        ("To whom shall the Secretary-General transmit the report made under 74/54?", "75/45#OP6"),
    ],
)
def test_what_people_say_is_found_where_the_texts_say_it_otherwise(
    real_assistant: Assistant, question: str, paragraph: str
) -> None:
    answer = real_assistant.ask(question)
    assert answer.status == "answered"
    assert paragraph in {f"{c.symbol[6:]}#{c.paragraph}" for c in answer.citations}


def test_a_place_alone_does_not_bring_a_question_near_the_texts(real_assistant: Assistant) -> None:
    assert real_assistant.ask("What's the weather in New York tomorrow?").status == "out_of_scope"
    assert real_assistant.ask("Any good hotel in Geneva?").status == "out_of_scope"


def test_a_resolution_that_is_not_held_is_not_answered_from_one_that_names_it(
    real_assistant: Assistant,
) -> None:
    assert real_assistant.ask("74/54请秘书长提交什么报告").status == "not_found"
