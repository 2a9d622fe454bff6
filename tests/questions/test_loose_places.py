"""Sections and items named without a paragraph."""

import pytest

from assistant.questions.loose_places import find_loose_places
from assistant.text.normalise import fold


def places(question: str) -> list[str]:
    mentions = find_loose_places(fold(question).text)
    return [place for mention in mentions for place in mention.places]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("第二节有哪几段", "S2"),
        ("的第一节", "S1"),
        ("附件第二节", "ANNEX/S2"),
        ("附件二的第三节", "ANNEX2/S3"),
        ("的乙项", "OP*(b)"),
        ("(a)项说什么", "OP*(a)"),
        ("㈡项", "OP*(ii)"),
        ("what is in section II", "S2"),
    ],
)
def test_a_section_or_an_item_is_named_by_itself(question: str, place: str) -> None:
    assert places(question) == [place]


@pytest.mark.parametrize("question", ["报告第二节", "《公约》的第三节", "有几项", "这一项", "多项"])
def test_what_belongs_to_something_else_is_left_alone(question: str) -> None:
    assert places(question) == []
