from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant.types import Answer, Paragraph, Quote, Statement
from eval.dummies import quoting
from eval.facts import loose_facts, needless_in
from eval.findings import examine
from eval.slots import Exhibit
from eval.subject import Truth
from eval.verification import FILES, paragraphs, read_retold
from tests.eval.library import OP4_72, quoted, resolution

LATER, EARLIER = "A/RES/75/45", "A/RES/72/31"


def told(answer: Answer, text: str, *cited: int, quotes: tuple[Quote, ...] = ()) -> Answer:
    """``answer`` with one sentence of a model's for all that it says."""
    statement = Statement(text, "fact", cited or (1,), quotes, "checked")
    marks = "".join(f"[{n}]" for n in statement.citations)
    return replace(answer, statements=(statement,), answer=text + marks)


def loose(truth: Truth, key: str, text: str) -> tuple[str, ...]:
    answer = told(quoted(truth, key), text)
    found = loose_facts(Exhibit(answer, ("谁应该做什么，10月1日",), truth))
    return tuple(each.partition(" is supported")[0] for each in found)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (f"{LATER}#OP14", "大会又请秘书长向第七十六届会议报告本决议的执行情况。"),
        (f"{LATER}#OP14", "第75/45号决议又请秘书长在大会第七十六届会议上报告执行情况。"),
        (f"{LATER}#OP9", "大会再次请大会主席每年9月26日安排一次为期一天的会议。"),
        (f"{EARLIER}#OP4", "大会促请还没有签署《禁止核武器条约》的国家尽早签署。"),
        (f"{LATER}#PP15", "谈判工作尚未开始，大会对此深为关切。"),
    ],
)
def test_what_the_paragraph_says_may_be_told_in_other_words(
    truth: Truth, key: str, text: str
) -> None:
    assert loose(truth, key, text) == ()


@pytest.mark.parametrize(
    ("key", "text", "slot"),
    [
        (f"{LATER}#OP14", "大会又请秘书长向第七十七届会议提出报告。", "77"),
        (f"{LATER}#OP14", "大会敦促秘书长提出报告。", "敦促"),
        (f"{LATER}#OP14", "大会又请会员国提出报告。", "会员国"),
        (f"{LATER}#OP7", "大会欢迎纪念10月1日彻底消除核武器国际日。", "10-1"),
        (f"{LATER}#OP9", "大会再次请大会主席安排一次为期三天的会议。", "3"),
        (f"{EARLIER}#OP4", "大会促请签署《不扩散条约》的国家。", "不扩散条约"),
        (f"{LATER}#OP14", "第75/46号决议又请秘书长提出报告。", "75/46"),
        (f"{LATER}#PP15", "大会深为关切谈判工作已经开始。", "without its negation: 开始"),
        (f"{LATER}#OP14", "大会又请秘书长不提出报告。", "a negation of 提出报告"),
        (
            f"{LATER}#OP9",
            "大会再次请大会主席安排会议，以便审查各方面在此期间取得的进展。",
            "invented: 以便审查各方面在此期间取得的进展",
        ),
    ],
)
def test_what_it_does_not_say_is_loose_though_the_question_names_it(
    truth: Truth, key: str, text: str, slot: str
) -> None:
    assert slot in loose(truth, key, text)


def test_an_item_is_told_with_the_words_above_it() -> None:
    texts = {"OP8": "邀请各国政府和民间社会：", "OP8(b)": "免费向难民发放借阅证；"}
    truth = Truth.of((resolution("A/RES/97/115", "公共图书馆", texts),))
    said = "大会邀请各国政府和民间社会免费向难民发放借阅证。"
    assert loose(truth, "A/RES/97/115#OP8(b)", said) == ()
    assert loose(truth, "A/RES/97/115#OP8(b)", said.replace("邀请", "敦促")) == ("敦促",)


def test_numbers_in_words_and_what_others_set_up_are_read() -> None:
    texts = {
        "OP5": "Encourages the World Bank to replace ferries that are more than twenty-five old;",
        "OP6": "Calls upon operators not to carry more than the number stated in their licence;",
        "OP7": "欢迎大会第70/33号决议所设工作组的报告；",
    }
    truth = Truth.of((resolution("A/RES/97/116", "Ferries", texts),))
    bank = "The General Assembly encourages the World Bank to replace ferries more than 25 old."
    assert loose(truth, "A/RES/97/116#OP5", bank) == ()
    assert loose(truth, "A/RES/97/116#OP5", bank.replace("25", "26")) != ()
    licence = "Operators are called upon not to carry more than their licence states."
    assert loose(truth, "A/RES/97/116#OP6", licence) == ()
    assert loose(truth, "A/RES/97/116#OP7", "大会欢迎第70/33号决议设立的工作组的报告。") == ()


def test_of_sentences_that_people_wrote_true_ones_pass_and_most_false_ones_are_seen() -> None:
    """Only faults of what is named, denied or added: a lost condition names nothing.

    The sentences of the second file were made to be subtle; the first was what the judge's
    tables were held against while they were written.
    """
    held: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs().values():
        held.setdefault(paragraph.symbol, []).append(paragraph)
    truth = Truth.of(
        replace(resolution(symbol, symbol, {}), paragraphs=tuple(texts))
        for symbol, texts in held.items()
    )
    passed: dict[bool, list[bool]] = {True: [], False: []}
    unseen = ("modality", "condition", "role")
    first: list[bool] = []
    of_the_first_file = {
        line["text"] for line in map(json.loads, FILES[0].read_text("utf-8").splitlines())
    }
    for retold in read_retold():
        if retold.fault not in unseen:
            answer = told(quoting([truth.paragraphs[retold.key]], truth), retold.text)
            found = list(loose_facts(Exhibit(answer, ("",), truth)))
            passed[retold.fault is None].append(not found)
            if retold.fault and retold.text in of_the_first_file:
                first.append(not found)
    assert sum(passed[True]) / len(passed[True]) > 0.98
    assert sum(passed[False]) / len(passed[False]) < 0.2
    assert sum(first) / len(first) < 0.15


def test_what_stands_in_an_annex_may_be_told_with_the_annexs_title() -> None:
    texts = {"ANNEX": "种子保存行动计划", "ANNEX/1": "到2063年，应有两份异地备份。"}
    truth = Truth.of((resolution("A/RES/97/203", "种子", texts),))
    said = "《种子保存行动计划》提出，到2063年应有两份异地备份。"
    assert loose(truth, "A/RES/97/203#ANNEX/1", said) == ()


def test_who_speaks_is_the_organ_of_the_symbol() -> None:
    truth = Truth.of((resolution("E/RES/2052/27", "山口", {"OP1": "呼吁储备除雪设备；"}),))
    assert loose(truth, "E/RES/2052/27#OP1", "经济及社会理事会呼吁储备除雪设备。") == ()
    assert loose(truth, "E/RES/2052/27#OP1", "大会呼吁储备除雪设备。") == ("大会",)


def test_a_citation_without_which_a_sentence_stands_as_well_is_needless(truth: Truth) -> None:
    both = quoted(truth, f"{LATER}#OP14", f"{LATER}#PP15")
    said = "大会又请秘书长提出报告。"

    def needless(answer: Answer) -> tuple[int, ...]:
        return tuple(needless_in(Exhibit(answer, ("",), truth), answer.statements[0]))

    assert needless(told(both, said, 1, 2)) == (2,)
    assert needless(told(both, said, 1)) == ()
    assert needless(told(both, said[:-1] + "，并深为关切裁军谈判会议。", 1, 2)) == ()


def test_a_models_true_sentence_has_nothing_wrong_with_its_form(truth: Truth) -> None:
    answer = quoted(truth, f"{EARLIER}#OP4")
    start = OP4_72.index("《禁止")
    words = Quote(1, start, start + len("《禁止核武器条约》"))
    said = told(answer, "大会促请尚未签署《禁止核武器条约》的国家尽早签署。", quotes=(words,))
    assert examine(Exhibit(said, ("",), truth)) == ()
    false = told(answer, "大会敦促尚未签署《禁止核武器条约》的国家尽早签署。", quotes=(words,))
    assert {found.check for found in examine(Exhibit(false, ("",), truth))} == {"slots"}
