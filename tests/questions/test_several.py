"""Several masthead values asked for at once."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.types import Question


def read(text: str) -> Question:
    return understand(text, catalogue=())


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("90/7是谁提出的、什么时候通过的", ("sponsors", "date")),
        ("90/7是哪天、在哪次会议上通过的", ("date", "meeting")),
        ("90/7的议程项目和通过日期", ("agenda_item", "date")),
        ("90/7什么时候通过，由哪个委员会提交", ("date", "committee")),
        ("When was 90/7 adopted and which committee reported on it?", ("date", "committee")),
    ],
)
def test_every_value_asked_for_is_read_in_order(text: str, attributes: tuple[str, ...]) -> None:
    question = read(text)
    assert (question.intent, question.attributes) == ("masthead", attributes)
    assert question.attribute == attributes[0]


@pytest.mark.parametrize(
    "text",
    [
        "90/7是什么时候通过的",
        "90/7和90/8分别是什么时候通过的",
        "90/7什么时候通过，请秘书长做什么",
        "湿地公约何时通过、何时生效",
        "90/7的标题，还有湿地保护怎么说",
    ],
)
def test_one_value_or_anything_else_is_left_as_it_was_read(text: str) -> None:
    assert read(text).attributes == ()
