"""The form of an answer, intent by intent: what leads, what is counted, what is quoted."""

from __future__ import annotations

import pytest

from assistant.answering.extractive import write
from assistant.answering.verify import verified
from assistant.service import Assistant
from assistant.types import Answer, Found, Lang, Passage, Question
from tests.answering.specimens import draft
from tests.retrieval.specimens import paragraph, voted, with_items


def form(answer: Answer) -> list[str]:
    """The kinds of an answer's statements, each run of the same kind once."""
    kinds = [statement.kind for statement in answer.statements]
    return [kind for at, kind in enumerate(kinds) if at == 0 or kinds[at - 1] != kind]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("75/45第13段", "quote connective"),
        ("72/31和75/45第3段", "connective quote connective quote"),
        ("75/45请秘书长做什么", "computed quote"),
        ("两份决议请秘书长做什么", "computed connective quote connective quote connective"),
        ("75/45是什么时候通过的", "quote"),
        ("72/31和75/45哪个先通过", "quote computed"),
        ("75/45有多少段", "computed"),
        ("75/45有哪些脚注", "computed quote"),
        ("75/45回顾了哪些决议", "computed quote"),
        ("第七十六届会议要收到哪些报告", "computed quote connective"),
        ("75/45讲了什么", "quote computed quote"),
        ("库里有哪些决议", "computed quote"),
        ("哪些段落提到裁军审议委员会", "computed connective quote connective quote connective"),
        ("比较72/31和75/45对秘书长的要求", "computed quote computed quote computed"),
        ("彻底消除核武器国际日是哪一天", "quote"),
        ("第76/54号决议请秘书长做什么", "connective"),
    ],
)
def test_an_answer_has_the_form_of_its_intent(
    assistant: Assistant, question: str, expected: str
) -> None:
    assert form(assistant.ask(question)) == expected.split()


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("75/45请秘书长做什么", "第75/45号决议中以秘书长为对象的段落共4段："),
        ("75/45决定了什么", "第75/45号决议中使用“决定”的段落共3段："),
        ("75/45促请会员国做什么", "第75/45号决议中以会员国为对象、使用“促请”的段落共1段："),
        ("75/45有哪些脚注", "第75/45号决议共有4个脚注："),
        ("72/31执行部分有几段", "第72/31号决议执行部分共有16段。"),
        ("库里有哪些决议", "库中有2份决议："),
        ("What does 75/45 decide?", "Paragraphs of resolution 75/45 that use “decide (决定)”: 3."),
    ],
)
def test_a_list_is_led_by_what_it_lists_and_how_many(
    assistant: Assistant, question: str, lead: str
) -> None:
    assert assistant.ask(question).statements[0].text == lead


def test_what_is_counted_is_what_is_cited(assistant: Assistant) -> None:
    for statement in assistant.ask("75/45有多少段").statements:
        assert f"共有{len(statement.citations)}段" in statement.text


def test_the_one_with_more_is_named_with_by_how_much(assistant: Assistant) -> None:
    last = assistant.ask("72/31和75/45哪份决议的执行段更多").statements[-1]
    assert last.text == "第72/31号决议比第75/45号决议多1段。"
    assert (last.kind, len(last.citations)) == ("computed", 31)


def test_the_earlier_one_is_named_after_both_dates(assistant: Assistant) -> None:
    answer = assistant.ask("72/31和75/45哪个先通过")
    assert [statement.text for statement in answer.statements] == [
        "第72/31号决议：通过日期：2017 年 12 月 4 日",
        "第75/45号决议：通过日期：2020 年 12 月 7 日",
        "第72/31号决议先于第75/45号决议通过。",
    ]


def test_each_resolution_stands_under_its_own_heading(assistant: Assistant) -> None:
    said = [s.text for s in assistant.ask("两份决议请秘书长做什么").statements]
    assert [text for text in said if text in ("第72/31号决议：", "第75/45号决议：")] == [
        "第72/31号决议：",
        "第75/45号决议：",
    ]


def test_a_verb_that_no_cited_act_has_is_not_in_the_lead(assistant: Assistant) -> None:
    lead = assistant.ask("What does 75/45 urge?").statements[0].text
    assert "促请" in lead
    assert "敦促" not in lead


def test_a_masthead_value_follows_its_name(assistant: Assistant) -> None:
    assert assistant.ask("75/45的标题是什么").answer == (
        "标题：2013 年核裁军问题大会高级别会议的后续行动[1]"
    )


def test_notes_are_counted_as_notes(assistant: Assistant) -> None:
    assert "（共4个）" in assistant.ask("75/45脚注5").missing[0]
    last = assistant.ask("72/31和75/45哪份决议的脚注更多").statements[-1]
    assert last.text == "第72/31号决议比第75/45号决议多9个脚注。"


def asked(intent: str, lang: Lang = "zh", **slots: object) -> Question:
    return Question("问", "问", lang, intent, symbols=("A/RES/60/5",), **slots)  # type: ignore[arg-type]


def passages(*places: str) -> tuple[Passage, ...]:
    by_place = {paragraph.place: paragraph for paragraph in with_items().paragraphs}
    return tuple(Passage(by_place[place], 1.0, "structure") for place in places)


def said(question: Question, found: Found) -> list[str]:
    """What is said of what was found, each sentence fit to be shown."""
    drafted = draft(question.lang)
    write(drafted, question, found)
    return [s.text for s in verified(drafted.statements, drafted.citations)]


def test_an_act_with_its_items_is_counted_as_one_paragraph() -> None:
    found = Found(passages("OP2", "OP2(a)", "OP2(b)", "OP3"))
    question = asked("acts", addressees=("秘书长",))
    assert said(question, found) == [
        "第60/5号决议中以秘书长为对象的段落共2段：",
        "请秘书长：",
        "编写清单；",
        "召开会议，目的是：",
        "请秘书长提出报告，并决定：",
    ]


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("zh", "所引段落有推定之处，原文未印明：段号、动词。"),
        ("en", "Inferred in the paragraphs cited, and not printed: numbers, verbs."),
    ],
)
def test_what_was_inferred_of_the_citations_is_said_once(lang: Lang, note: str) -> None:
    texts = said(asked("paragraph", lang), Found(passages("OP~4", "OP~4(a)")))
    assert texts == ["各国应合作；", "交换资料。", note]


def test_nothing_is_said_of_inference_where_all_is_printed() -> None:
    assert said(asked("paragraph"), Found(passages("OP1"))) == ["回顾各项决定；"]


def test_a_vote_follows_its_name_and_a_list_its_own_heading() -> None:
    (meta, *_) = voted().paragraphs
    fact = voted().masthead["vote"]
    at = meta.text.index("反对：")
    words = [fact.span, type(fact.span)(at, at + len("反对：几内亚"))]
    found = Found(tuple(Passage(meta, 1.0, "structure", (), (span,)) for span in words))
    assert said(asked("masthead", attribute="votes"), found) == [
        "表决：经记录表决，以3票赞成，1票反对，2票弃权通过",
        "反对：几内亚",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("many", [1, 3, 5, 6, 40])
def test_however_many_resolutions_answer_the_lead_can_be_checked(lang: Lang, many: int) -> None:
    symbols = [f"E/RES/2023/{n}" for n in range(100, 100 + many)]
    acts = tuple(
        Passage(
            paragraph(symbol, "OP1", "促请各国并敦促会员国", "促请", "敦促"),
            1.0,
            "structure",
            (0, 1),
        )
        for symbol in symbols
    )
    question = asked("acts", lang, verbs=("促请", "敦促"), addressees=("各国", "会员国"))
    lead = said(question, Found(acts))[0]
    assert ("2023/104" in lead) == (many == 5)
    assert str(many) in lead
