from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Answer, Quote, Statement
from eval.dummies import refusing
from eval.findings import examine
from eval.slots import Exhibit
from eval.subject import Truth
from tests.eval.library import quoted, with_computed, with_span

ASKED = ("第75/45号决议请秘书长做什么？",)
OP6, OP13, OP14 = (f"A/RES/75/45#OP{n}" for n in (6, 13, 14))


def checks(answer: Answer, truth: Truth, asked: tuple[str, ...] = ASKED) -> set[str]:
    return {finding.check for finding in examine(Exhibit(answer, asked, truth))}


def test_paragraphs_quoted_whole_have_nothing_wrong(truth: Truth) -> None:
    for key in truth.paragraphs:
        assert checks(quoted(truth, key), truth) == set()


def test_a_refusal_without_words_has_nothing_wrong(truth: Truth) -> None:
    assert checks(refusing(truth), truth) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"paragraph": "OP99"},
        {"text": "请秘书长辞职；"},
        {"href": "/resolutions/A/RES/75/45#OP14"},
        {"inferred": True},
        {"label": "第75/45号决议，执行部分第16段"},
        {"n": 2},
    ],
)
def test_a_citation_that_does_not_resolve_is_invalid(
    truth: Truth, change: dict[str, object]
) -> None:
    answer = quoted(truth, OP13)
    spoilt = replace(answer, citations=(replace(answer.citations[0], **change),))  # type: ignore[arg-type]
    assert "citation_validity" in checks(spoilt, truth)


def test_a_citation_that_no_sentence_uses_is_invalid(truth: Truth) -> None:
    answer = quoted(truth, OP13, OP14)
    assert "citation_validity" in checks(replace(answer, statements=answer.statements[:1]), truth)


def test_an_act_may_be_quoted_without_the_other_acts_of_its_paragraph(truth: Truth) -> None:
    act = "请秘书长将报告转递裁军谈判会议和裁军审议委员会，供其及早审议"
    assert checks(with_span(quoted(truth, OP6), act), truth) == set()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (OP13, "秘书长就实现彻底销毁核武器的目标"),  # the verb is lost
        (OP13, "将报告转递裁军谈判会议"),  # 并 inside an act is no new one
        (OP6, "请秘书长将报告转递裁军谈判会议和裁军审议委员会"),  # 供其及早审议 is lost
        ("A/RES/75/45#PP15", "一项全面的核武器公约的谈判工作"),  # 尚未开始 is lost
        ("A/RES/72/31#OP4", "签署《禁止核武器条约》"),  # 尚未 is lost
        ("A/RES/75/45#META", "2020 年 12"),  # a date is cut
        ("A/RES/75/45#META", "75/399"),  # a symbol is cut
        ("A/RES/75/45#META", "[根据第一委员会的报告"),  # a bracket is cut
        (OP6, "第 74/54 号决议"),  # a number without its date
    ],
)
def test_a_quotation_cut_so_that_it_misleads_is_unfaithful(
    truth: Truth, key: str, words: str
) -> None:
    assert "quote_fidelity" in checks(with_span(quoted(truth, key), words), truth)


def test_a_date_may_be_quoted_from_the_masthead(truth: Truth) -> None:
    answer = with_span(quoted(truth, "A/RES/75/45#META"), "2020 年 12 月 7 日")
    assert checks(answer, truth) == set()


def test_quoted_words_must_stand_in_the_sentence(truth: Truth) -> None:
    answer = quoted(truth, OP14)
    spoilt = replace(answer.statements[0], text=answer.statements[0].text.replace("六", "七"))
    assert "quote_fidelity" in checks(replace(answer, statements=(spoilt,)), truth)


@pytest.mark.parametrize(
    "words",
    ["2021年1月1日", "第七十七届", "75/46", "A/75/400", "安全理事会", "会员国", "促请", "不"],
)
def test_a_slot_that_nothing_cited_holds_is_loose(truth: Truth, words: str) -> None:
    answer = with_computed(quoted(truth, OP14), f"第75/45号决议中提到{words}的段落共1段：")
    assert "slots" in checks(answer, truth)


def test_words_of_the_question_may_be_echoed(truth: Truth) -> None:
    answer = with_computed(quoted(truth, OP14), "第75/45号决议中以秘书长为对象的段落共1段：")
    assert checks(answer, truth) == set()


def test_a_clause_of_the_answers_own_is_unsupported(truth: Truth) -> None:
    answer = with_computed(
        quoted(truth, OP14), "第75/45号决议中有所指令的段落共1段，目前已经落实："
    )
    assert "closed_words" in checks(answer, truth)


def test_a_count_is_done_again(truth: Truth) -> None:
    answer = quoted(truth, OP13, OP14)
    assert checks(with_computed(answer, "第75/45号决议中有所指令的段落共2段："), truth) == set()
    assert checks(with_computed(answer, "第75/45号决议中有所指令的段落共两段："), truth) == set()
    assert checks(with_computed(answer, "第75/45号决议中有所指令的段落共3段："), truth) == {
        "recount"
    }
    assert "recount" in checks(with_computed(answer, "第72/31号决议中有所指令的段落共2段："), truth)


def test_a_citation_its_sentence_does_not_need_is_needless(truth: Truth) -> None:
    answer = quoted(truth, OP13, OP14)
    first = replace(answer.statements[0], citations=(1, 2))
    spoilt = replace(answer, statements=(first, answer.statements[1]))
    assert checks(spoilt, truth) == {"needed"}


def test_a_quotation_without_citation_is_unsupported(truth: Truth) -> None:
    bare = Statement("又请秘书长就本决议的执行情况提出报告", "quote", (), (Quote(1, 0, 3),))
    answer = replace(refusing(truth, status="answered"), statements=(bare,), answer=bare.text)
    assert {"supported", "quote_fidelity"} <= checks(answer, truth)


def test_the_text_for_people_must_be_the_statements(truth: Truth) -> None:
    answer = quoted(truth, OP14)
    assert checks(replace(answer, answer=answer.answer + "就这些"), truth) == {"text"}


def test_a_resolution_named_before_a_quotation_must_be_the_one_quoted(truth: Truth) -> None:
    answer = quoted(truth, OP14)
    named = replace(answer.statements[0], text=f"第75/45号决议：{answer.citations[0].text}")
    right = replace(answer, statements=(named,), answer=f"{named.text}[1]")
    assert checks(right, truth) == set()
    other = replace(named, text=named.text.replace("75/45", "72/31", 1))
    wrong = replace(answer, statements=(other,), answer=f"{other.text}[1]")
    assert checks(wrong, truth) == {"recount"}


def test_a_paragraph_in_another_language_is_judged_by_that_language(truth: Truth) -> None:
    chinese = truth.resolutions["A/RES/75/45"]
    text = "Also requests the Secretary-General to report on the implementation;"
    (paragraph,) = (p for p in chinese.paragraphs if p.place == "OP14")
    source = replace(chinese.source, sha256="e" * 64)
    english = replace(
        chinese, lang="en", source=source, paragraphs=(replace(paragraph, text=text),)
    )
    both = Truth(truth.resolutions, (english,))
    answer = quoted(truth, OP14)
    citation = replace(
        answer.citations[0], lang="en", text=text,
        source=replace(answer.citations[0].source, sha256="e" * 64),
    )  # fmt: skip
    said = replace(answer.statements[0], text=text, quotes=(Quote(1, 0, len(text)),))
    shown = replace(answer, citations=(citation,), statements=(said,), answer=f"{text}[1]")
    assert checks(shown, both) == set()
    assert "citation_validity" in checks(shown, truth), "no English text is held there"
