"""What became of a resolution is not in it; 现在 alone does not ask for that."""

from __future__ import annotations

import pytest

from assistant.questions.later import asks_what_came_later
from assistant.questions.refusals import refusal_of
from assistant.text.normalise import fold


@pytest.mark.parametrize(
    "text",
    [
        "75/45现在执行得怎么样了",
        "72/31落实情况如何",
        "秘书长后来提交了报告吗",
        "秘书长真的把报告转交裁谈会了吗",
        "现在有多少个缔约国加入了禁核条约",
        "截至2024年有多少国家批准了《禁止核武器条约》",
        "中东无核武器区建成了吗，现在",
        "那个平台如今还在更新吗，目前有多少人看",
        "75/45通过以后情况有什么变化",
        "第76届会议上秘书长的那份报告说了什么",
        "秘书长按75/45交的那份报告结论是什么",
        "区域普查最后结果如何",
        "What did the report conclude?",
        "Has 75/45 been implemented?",
        "How many States are parties to the ban treaty now?",
        "What happened after 72/31 was adopted?",
    ],
)
def test_what_happened_after_the_texts_is_refused_for_that(text: str) -> None:
    assert refusal_of(fold(text).text) == "later"


@pytest.mark.parametrize(
    "text",
    [
        "75/45现在请秘书长做什么",
        "目前库里有哪些决议",
        "72/31对当前国际气氛怎么看",
        "75/45请秘书长就执行情况向哪届大会报告",
        "75/45落实得怎么样，由谁汇报、向谁汇报？",
        "72/31之后同一系列的决议有吗",
        "第14段以后还有执行段吗",
        "98/61的表决结果如何",
        "第一委员会的报告是哪份",
        "75/45请秘书长在报告里写什么",
        "审议大会的结果在哪一段",
        "谈判工作开始了吗，75/45怎么说",
        "Which negotiations have not started yet, 75/45 says?",
        "What did 72/31 decide?",
    ],
)
def test_what_the_texts_say_of_progress_is_not(text: str) -> None:
    assert not asks_what_came_later(fold(text).text)
