"""Who speaks and who is asked is told as it is."""

from __future__ import annotations

import pytest

from assistant.answering.generative.support import acts_of, nearest, supporting
from tests.answering.generative.texts import A, B, paragraph

TRUE = [
    (
        A,
        "OP14",
        "第75/45号决议执行部分第14段请秘书长就决议的执行情况向大会第七十六届会议提出报告。",
    ),
    (A, "OP9", "大会主席每年9月26日安排一次全体会议，这是大会再次请其做的事。"),
    (A, "OP8", "对开展活动宣传彻底消除核武器国际日的会员国和民间社会，大会表示赞赏。"),
]
FALSE = [
    (A, "OP14", "秘书长又请大会就本决议的执行情况提出报告。"),
    (A, "OP14", "秘书长请秘书长就本决议的执行情况向大会第七十六届会议提出报告。"),
    (A, "OP12", "大会促请会员国、联合国系统和秘书长纪念和宣传彻底消除核武器国际日。"),
    (A, "OP9", "大会主席再次请会员国于每年9月26日安排一次高级别全体会议。"),
    (A, "OP12", "会员国促请第75/45号决议。"),
    (B, "OP3", "大会注意到《禁止核武器条约》于2017年9月20日在纽约开放供签署，见上文第3段。"),
]


@pytest.mark.parametrize(("symbol", "place", "sentence"), TRUE)
def test_the_organ_the_resolution_and_the_paragraph_may_be_named(
    symbol: str, place: str, sentence: str
) -> None:
    acts = acts_of(paragraph(symbol, place))
    assert supporting(sentence, acts), nearest(sentence, acts)[1]


@pytest.mark.parametrize(("symbol", "place", "sentence"), FALSE)
def test_another_who_speaks_or_is_asked_is_refused(symbol: str, place: str, sentence: str) -> None:
    assert not supporting(sentence, acts_of(paragraph(symbol, place)))


def test_a_sentence_of_two_acts_stands_on_both() -> None:
    acts = acts_of(paragraph(A, "OP6"))
    assert len(acts) == 2
    both = "大会表示注意到会员国的看法，并请秘书长将报告转递裁军谈判会议和裁军审议委员会。"
    assert supporting(both, acts) == acts
    assert not supporting("大会表示注意到会员国的看法，并请秘书长将看法转递裁军谈判会议。", acts)
