"""What is said in passing of a resolution is cut out; what is asked of it is not."""

from __future__ import annotations

import pytest

from assistant.questions.claims import said_in_passing

NAME = " " * 10  # the resolution's name, blanked


@pytest.mark.parametrize(
    "text",
    [
        f"2017年12月4日通过的{NAME}对会员国提出了哪些要求",
        f"第62次全体会议通过的{NAME}请谁做什么",
        f"三委提交的{NAME}请谁做什么",
        f"根据第一委员会的报告通过的{NAME}决定了什么",
        f"{NAME}是2020年通过的,它请秘书长做什么",
        f"{NAME}共有15个执行段,最后一段写了什么",
    ],
)
def test_a_claim_beside_another_question_is_said_in_passing(text: str) -> None:
    (span,) = said_in_passing(text)
    assert "通过" in span.of(text) or "提交" in span.of(text) or "段" in span.of(text)
    assert "什么" not in span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}是2020年通过的吗",
        f"{NAME}为什么在2019年通过",
        f"{NAME}有几个执行段",
        f"{NAME}说条约2017年7月7日通过,对吗",
        f"{NAME}是哪个委员会提交的",
    ],
)
def test_a_claim_that_is_itself_asked_is_left(text: str) -> None:
    assert said_in_passing(text) == ()
