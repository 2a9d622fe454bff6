from __future__ import annotations

import pytest

from assistant.answering.phrases import _PHRASES
from assistant.types import Citation, CitedSource, Quote, Statement
from eval.lexicon import plain
from eval.sentences import QUOTED, own_words, read_sentences


def test_a_sentence_is_read_with_its_slots() -> None:
    (said,) = read_sentences("第75/45号决议中以秘书长为对象的段落共4段:") or ()
    assert said.recount == "cited"
    assert said.value("n") == 4
    assert said.symbols("where") == ("A/RES/75/45",)
    assert said.slots["body"] == "秘书长"


@pytest.mark.parametrize(
    ("words", "symbols"),
    [
        ("第103/2A号决议", ("A/RES/103/2A",)),
        ("第ES-10/22号决议和第4001(XXI)号决议", ("A/RES/ES-10/22", "A/RES/4001(XXI)")),
        ("经济及社会理事会第2050/14号决议", ("E/RES/2050/14",)),
        ("安全理事会第1540(2004)号决议", ("S/RES/1540(2004)",)),
        ("第217A(III)号决议", ("A/RES/217A(III)",)),
        ("resolution75/45andEconomicandSocialCouncilresolution2050/14",
         ("A/RES/75/45", "E/RES/2050/14")),
        ("A/RES/103/2B、E/RES/2050/14", ("A/RES/103/2B", "E/RES/2050/14")),
    ],
)  # fmt: skip
def test_resolutions_of_every_form_are_known_by_what_they_are_called(
    words: str, symbols: tuple[str, ...]
) -> None:
    english = words.isascii() and "RES" not in words
    lead = (
        f"Paragraphsof{words}thatdirectsomebody:4." if english else f"{words}中有所指令的段落共4段:"
    )
    (said,) = read_sentences(lead) or ()
    assert said.symbols("where") == symbols


def test_leads_stand_one_after_the_other_before_a_quotation() -> None:
    said = read_sentences(f"第72/31号决议:通过日期:{QUOTED}、{QUOTED}") or ()
    assert [each.recount for each in said] == ["lead", "lead"]


def test_a_quotation_alone_says_nothing_of_its_own() -> None:
    assert read_sentences(QUOTED) == ()


@pytest.mark.parametrize(
    "words",
    [
        f"{QUOTED}目前已经落实",
        "第75/45号决议中以秘书长为对象的段落共4段,目前已经落实:",
        f"不{QUOTED}",
        "第75/45号决议中以火星人为对象的段落共4段:",
        "这项规定至今仍然具有约束力。",
    ],
)
def test_anything_else_is_not_read(words: str) -> None:
    assert read_sentences(words) is None


def test_of_two_readings_the_one_that_leaves_less_open_is_taken() -> None:
    (said,) = read_sentences("第75/45号决议中提到其他决议的段落共1段:") or ()
    assert "target" not in said.slots


def test_english_is_read_without_its_blanks() -> None:
    words = "Paragraphsofresolution72/31andresolution75/45thatmentionresolution67/39:2."
    (said,) = read_sentences(words) or ()
    assert said.symbols("where") == ("A/RES/72/31", "A/RES/75/45")


def test_every_sentence_the_product_may_say_has_been_reviewed() -> None:
    """Its phrases change there and are reviewed here: this fails before an evaluation would."""
    slots = {
        "of": "，出自2份决议，以下为第1至20段", "made": "、事项为“报告”",
        "where": "第75/45号决议", "held": "第72/31号决议和第75/45号决议", "first": "第72/31号决议",
        "second": "第75/45号决议", "n": 2, "body": "秘书长", "verb": "请",
        "target": "第67/39号决议", "missing": "第76/54号决议",
        "other": "第72/31号决议", "before": "注意到", "after": "欢迎",
        "parts": "段号、动词", "size": 30, "sessions": "70、72-75",
        "phrase": "深为关切", "term": "deeply concerned", "total": 12, "count": 363,
        "near": "第75/45号决议",
        "session": "七十五", "first_session": "二十一", "last_session": "一百三十",
        "when": "第七十六届会议", "said": "今年",
        "typed": "密书长", "read": "秘书长", "completed": "灯塔会议何时举行",
        "words": "上届会议", "base": "第七十五届会议",
        "year": 2020,
        "place": "第75/45号决议序言部分第13段",
    }  # fmt: skip
    sentences = {name: forms for name, forms in _PHRASES.items() if forms[0][-1] in "：。？"}
    assert len(sentences) > 40
    unread = [
        form
        for forms in sentences.values()
        for form in forms
        if read_sentences(plain(form.format(**slots))) is None
    ]
    assert unread == []


def test_a_quoted_number_is_not_taken_for_the_one_in_a_label() -> None:
    text = "第72/31号决议：编号：72/31"
    source = CitedSource("x.txt", "0" * 64)
    cited = Citation(1, "A/RES/72/31", "META", False, "题头", "72/31. 推进", source, "/")
    statement = Statement(text, "quote", (1,), (Quote(1, 0, 5),))
    assert own_words(statement, (cited,)) == f"第72/31号决议:编号:{QUOTED}"
