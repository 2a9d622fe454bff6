"""One act says all of a sentence, or the sentence is not shown."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.generative.support import acts_of, nearest, supporting
from tests.answering.generative.texts import A, B, paragraph, paragraphs

RETOLD = [
    (A, "OP14", "大会请秘书长向大会第七十六届会议提交关于本决议执行情况的报告。"),
    (A, "OP14", "第75/45号决议第14段请秘书长就决议的执行情况向第76届会议提出报告。"),
    (
        A,
        "OP13",
        "大会请秘书长就如何实现彻底销毁核武器的目标征求会员国的意见，并向第七十六届会议提出报告。",
    ),
    (A, "OP13", "请秘书长将报告转递裁军谈判会议。"),
    (A, "OP9", "大会再次请大会主席每年9月26日安排一次为期一天的高级别全体会议。"),
    (A, "OP5", "大会决定稍后在纽约召开一次核裁军问题高级别国际会议，审查取得的进展。"),
    (A, "OP7", "彻底消除核武器国际日是9月26日。"),
    (A, "OP12", "促请会员国、联合国系统和民间社会纪念并宣传彻底消除核武器国际日。"),
    (A, "OP12", "大会促请会员国通过开展教育活动等手段纪念彻底消除核武器国际日。"),
    (B, "OP1", "2017年7月7日，联合国会议通过了《禁止核武器条约》，大会对此表示欢迎。"),
    (B, "OP3", "《禁止核武器条约》自2017年9月20日起在纽约开放签署。"),
    (B, "OP3", "大会注意到该条约于2017年9月20日在纽约开放供签署。"),
    (B, "OP4", "大会促请尚未签署《禁止核武器条约》的国家尽早签署。"),
    (B, "OP13", "大会期待《禁止核武器条约》生效并召开第一次缔约国会议。"),
    (B, "OP14", "请秘书长提供完成条约所委托工作的必要支助和服务。"),
    (B, "OP15", "大会决定将“推进多边核裁军谈判”列入第七十四届会议临时议程。"),
    (B, "OP16", "“禁止核武器条约”分项将列入大会第七十三届会议的临时议程。"),
    (B, "OP7", "大会确认国际社会和民间社会的参与和贡献对推动多边核裁军谈判具有价值。"),
    (B, "OP5", "大会重申《禁止核武器条约》是对核裁军的重大贡献。"),
    (B, "OP9", "大会重申迫切需要在多边核裁军谈判中取得进一步的实质性进展。"),
]
CORRUPTED = [
    (B, "OP13", "大会期待《禁止核武器条约》早日生效和第一次缔约国会议召开。", "words"),
    (A, "OP14", "大会敦促秘书长向大会第七十六届会议提交关于本决议执行情况的报告。", "verb"),
    (A, "OP14", "大会请秘书长向大会第七十七届会议提交关于本决议执行情况的报告。", "session"),
    (A, "OP14", "大会请会员国向大会第七十六届会议提交关于本决议执行情况的报告。", "body"),
    (A, "OP13", "大会请会员国就实现彻底销毁核武器的目标征求秘书长的意见。", "addressee"),
    (A, "OP14", "秘书长向大会第七十六届会议提出了报告。", "modality"),
    (A, "OP14", "秘书长向大会第七十六届会议提出报告。", "modality"),
    (A, "OP12", "大会促请会员国通过教育法。", "verb"),
    (B, "OP13", "《禁止核武器条约》已经生效。", "modality"),
    (B, "OP4", "大会促请已签署《禁止核武器条约》的国家尽早批准。", "negation"),
    (
        B,
        "OP15",
        "大会决定在第七十四届会议临时议程题为“全部彻底裁军”的项目下列入“禁止核武器条约”分项。",
        "instrument",
    ),
    (B, "OP3", "《禁止核武器条约》于2017年7月20日在纽约开放供签署。", "date"),
    (B, "OP5", "大会重申《禁止核武器条约》是对核裁军的重大贡献，并获得会员国一致同意。", "words"),
    (B, "OP5", "大会重申《不扩散核武器条约》是对核裁军的重大贡献。", "instrument"),
    (B, "OP9", "大会重申不需要在多边核裁军谈判中进一步取得实质性进展。", "negation"),
    (B, "OP14", "请各国为完成《禁止核武器条约》委托其开展的工作提供必要支助。", "body"),
    (A, "OP5", "大会决定在日内瓦召开一次核裁军问题联合国高级别国际会议。", "words"),
]


@pytest.mark.parametrize(("symbol", "place", "sentence"), RETOLD)
def test_a_paragraph_retold_in_other_words_is_supported(
    symbol: str, place: str, sentence: str
) -> None:
    acts = acts_of(paragraph(symbol, place))
    assert supporting(sentence, acts), nearest(sentence, acts)[1]


@pytest.mark.parametrize(("symbol", "place", "sentence", "kind"), CORRUPTED)
def test_what_the_act_does_not_say_is_named(
    symbol: str, place: str, sentence: str, kind: str
) -> None:
    acts = acts_of(paragraph(symbol, place))
    assert not supporting(sentence, acts)
    assert kind in {fault.kind for fault in nearest(sentence, acts)[1]}


def test_titles_and_sessions_of_two_paragraphs_are_not_mixed() -> None:
    """72/31 OP15 and OP16 name different sessions, items and sub-items."""
    acts = (*acts_of(paragraph(B, "OP15")), *acts_of(paragraph(B, "OP16")))
    assert supporting("大会决定将“推进多边核裁军谈判”列入第七十四届会议临时议程。", acts)
    assert not supporting("大会决定将“推进多边核裁军谈判”列入第七十三届会议临时议程。", acts)
    assert not supporting(
        "大会决定在第七十三届会议“全面彻底裁军”项目下列入“禁止核武器条约”。", acts
    )


def test_only_who_adopted_it_speaks_in_a_resolution() -> None:
    """大会呼吁… of a resolution of the Economic and Social Council is false."""
    council = (replace(act, symbol="E/RES/2052/27") for act in acts_of(paragraph(A, "OP14")))
    acts = tuple(council)
    assert supporting("经济及社会理事会又请秘书长就本决议的执行情况提出报告。", acts)
    assert not supporting(
        "大会又请秘书长就本决议的执行情况提出报告。",
        (replace(acts[0], claims=(), text="请秘书长就本决议的执行情况提出报告"),),
    )


ACTS = [
    (key, clause.span.of(each.text))
    for key, each in paragraphs().items()
    if each.kind in ("preambular", "operative")
    for clause in each.clauses
]


@given(st.sampled_from(ACTS))
def test_every_act_supports_its_own_words(one: tuple[str, str]) -> None:
    key, words = one
    assert supporting(words, acts_of(paragraphs()[key])), nearest(words, acts_of(paragraphs()[key]))


SPOILT = {
    "session": (r"第七十([一-九])届", lambda m: "第七十八届" if m[1] != "八" else "第七十七届"),
    "day": (r"(\d+) ?日", lambda m: f"{int(m[1]) + 1}日"),
    "year": (r"(20\d\d) ?年", lambda m: f"{int(m[1]) + 1}年"),
    "symbol": (r"(\d\d)/(\d+)", lambda m: f"{m[1]}/{int(m[2]) + 1}"),
    "verb": (r"^又?请(?=秘书长)", lambda _: "敦促"),
    "body": (r"秘书长", lambda _: "国际法院"),
    "not": (r"尚未", lambda _: "已经"),
    "treaty": (r"《禁止核武器条约》", lambda _: "《不扩散核武器条约》"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_an_act_with_one_word_changed_no_longer_supports_itself(name: str) -> None:
    pattern, change = SPOILT[name]
    tried = 0
    for key, words in ACTS:
        spoilt = re.sub(pattern, change, words, count=1)  # type: ignore[call-overload]
        if spoilt != words:
            tried += 1
            assert not supporting(spoilt, acts_of(paragraphs()[key])), spoilt
    assert tried, f"no act has {pattern}"


def test_a_long_english_sentence_is_judged_at_once() -> None:
    """Read back and forth, the words before a body once took longer than anybody waits."""
    sentence = (
        "The resolution, " + "thegeneralassembly" * 20 + " asks the Secretary-General for it."
    )
    started = time.monotonic()
    assert not supporting(sentence, acts_of(paragraph(A, "OP14")))
    assert time.monotonic() - started < 2
