"""How well a text answers a question, from the words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.evidence import (
    PARTIAL,
    answers_kind,
    best_clauses,
    coverage,
    has_all_kinds,
    hit,
    weigh,
)
from assistant.types import Clause, Paragraph, Question, Span, Term, Wanted


def term(word: str, *more: str, naming: bool = False, noun: bool = True) -> Term:
    return Term(word, (word, *more), naming, noun)


def test_a_word_that_stands_in_a_text_is_there_wholly() -> None:
    assert hit(term("网播"), "包括网播在内") == 1.0
    assert hit(term("直播", "网播"), "包括网播在内") == 1.0
    assert hit(term("NPT", "npt"), "the NPT review") == 1.0


def test_a_word_of_which_only_pairs_stand_there_is_there_in_part() -> None:
    assert 0 < hit(term("彻底消除"), "消除核武器") < PARTIAL
    assert hit(term("网播"), "广播") == 0.0


def test_a_name_is_there_or_not() -> None:
    assert hit(term("不扩散核武器条约", naming=True), "禁止核武器条约") == 0.0
    assert hit(term("朝鲜", naming=True), "北朝鲜") == 1.0


def test_a_rare_word_weighs_more_than_one_that_every_candidate_has() -> None:
    texts = ["核武器网播", "核武器", "核武器", "核武器"]
    weighed = weigh([term("核武器"), term("网播")], texts)
    assert weighed.weights[1] > weighed.weights[0] > 0


def test_coverage_is_the_weighted_share_of_the_words() -> None:
    weighed = weigh([term("核武器"), term("网播")], ["核武器网播", "核武器"])
    assert coverage(weighed, "核武器网播") == pytest.approx(1.0)
    assert 0 < coverage(weighed, "核武器") < 0.5
    assert coverage(weighed, "裁军") == 0.0


def test_a_question_without_words_is_covered_by_nothing() -> None:
    assert coverage(weigh([], ["核武器"]), "核武器") == 0.0


@pytest.mark.parametrize(
    ("wanted", "text", "has"),
    [
        ("date", "于2017年7月7日通过", True),
        ("date", "每年9月26日", True),
        ("date", "通过条约", False),
        ("place", "在纽约召开会议", True),
        ("place", "决心努力", False),
        ("number", "秘书长的五点建议", True),
        ("number", "第三条", False),
        ("symbol", "A/75/96", True),
        ("symbol", "第729卷", True),
        ("symbol", "秘书长的报告", False),
        ("who", "请秘书长", True),
    ],
)
def test_a_text_has_the_kind_of_words_asked_for_or_not(
    wanted: Wanted, text: str, has: bool
) -> None:
    assert answers_kind([wanted], text) == has
    if wanted != "who":
        assert has_all_kinds([wanted], text) is has


def test_every_kind_asked_for_has_to_be_there() -> None:
    assert has_all_kinds(["date", "place"], "2017年9月20日在纽约开放供签署")
    assert not has_all_kinds(["date", "place"], "2017年9月20日通过条约")
    assert answers_kind(["date", "place"], "2017年9月20日通过条约") == 0.5


def _paragraph(*acts: str) -> Paragraph:
    clauses, at = [], 0
    for act in acts:
        span = Span(at, at + len(act))
        clauses.append(Clause(span, "请", Span(at, at + 1), "directive", 3))
        at += len(act) + 1
    return Paragraph("A/RES/1/1", "OP1", "operative", "，".join(acts), clauses=tuple(clauses))


def test_of_several_acts_the_one_that_answers_is_chosen() -> None:
    paragraph = _paragraph("请秘书长转递报告", "请会员国安排网播")
    question = Question("", "", "zh", "content", terms=(term("网播"),))
    weighed = weigh(question.terms, [paragraph.text])
    assert best_clauses(question, weighed, paragraph) == (1,)


def test_a_single_act_or_equal_acts_are_all_of_the_paragraph() -> None:
    question = Question("", "", "zh", "content", terms=(term("报告"),))
    for paragraph in (_paragraph("请提出报告"), _paragraph("请提出报告", "请转递报告")):
        assert best_clauses(question, weigh(question.terms, [paragraph.text]), paragraph) == ()


@given(
    st.lists(st.text("核武器网播裁军", min_size=1, max_size=4), max_size=5),
    st.lists(st.text("核武器网播裁军条约", max_size=12), max_size=5),
)
def test_coverage_lies_between_nothing_and_all(words: list[str], texts: list[str]) -> None:
    weighed = weigh([term(word) for word in words], texts)
    assert all(weight >= 0 for weight in weighed.weights)
    for text in texts:
        assert 0.0 <= coverage(weighed, text) <= 1.0 + 1e-9


@pytest.mark.parametrize(
    "text", ["数额定为1亿美元", "欠缴摊款1 130万美元", "占总额的9%", "12个国家"]
)
def test_amounts_and_shares_are_numbers(text: str) -> None:
    assert has_all_kinds(("number",), text)
