"""Opinions and later facts are refused, with the paragraphs that bear on them if there are any."""

from __future__ import annotations

import pytest

from assistant.service import Assistant


def cited(assistant: Assistant, question: str) -> tuple[str, list[str]]:
    answer = assistant.ask(question)
    return answer.status, [f"{c.symbol[6:]}#{c.paragraph}" for c in answer.citations]


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("我国应不应该签署《禁止核武器条约》", "72/31#OP4"),
        ("75/45第13段合理吗", "75/45#OP13"),
        ("违反75/45第2段要承担什么法律后果", "75/45#OP2"),
        ("你觉得中东无核区能建成吗", "75/45#PP6"),
    ],
)
def test_an_opinion_is_refused_and_the_text_it_is_about_is_quoted(
    assistant: Assistant, question: str, paragraph: str
) -> None:
    status, paragraphs = cited(assistant, question)
    assert status == "out_of_scope"
    assert paragraph in paragraphs


@pytest.mark.parametrize(
    "question",
    [
        "这个决议公平吗",
        "你认为第72/31号决议好吗？",
        "75/45有没有法律约束力？",
        "我国该不该投赞成票",
    ],
)
def test_where_no_paragraph_speaks_of_it_none_is_quoted(
    assistant: Assistant, question: str
) -> None:
    assert cited(assistant, question) == ("out_of_scope", [])


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("75/45现在执行得怎么样了", "75/45#OP14"),
        ("纽约那场国际会议后来开成了吗", "75/45#OP5"),
        ("截至2024年有多少国家批准了《禁止核武器条约》", "72/31#OP4"),
    ],
)
def test_what_came_later_is_refused_with_the_day_on_which_the_texts_end(
    assistant: Assistant, question: str, paragraph: str
) -> None:
    status, paragraphs = cited(assistant, question)
    assert status == "not_found"
    assert paragraph in paragraphs
    assert "文本止于2020年12月7日" in assistant.ask(question).answer
