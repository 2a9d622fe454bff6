"""Questions about references and series."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.history import Turn
from assistant.types import Summary

NPT = "不扩散核武器条约"


@pytest.mark.parametrize(
    ("text", "symbols", "target", "which"),
    [
        ("核裁军高级别会议后续行动这一系列的历次决议", (), "核裁军高级别会议后续行动", None),
        ("哪一年开始有核裁军高级别会议后续行动这项决议", (), "核裁军高级别会议后续行动", "first"),
        ("75/45之前的历次决议是哪些", ("A/RES/75/45",), None, "earlier"),
        ("67/39所在的系列有哪些决议", ("A/RES/67/39",), None, None),
        ("72/31之后同一系列的决议有哪些", ("A/RES/72/31",), None, "later"),
        ("核裁军高级别会议后续行动，历年来一共有哪些决议", (), "核裁军高级别会议后续行动", None),
        ("核裁军高级别会议后续行动系列，库里收了哪份", (), "核裁军高级别会议后续行动", None),
        ("第72/31号决议之后，同一题目又通过了哪几份", ("A/RES/72/31",), None, "later"),
        ("Which resolutions belong to the same series as 75/45?", ("A/RES/75/45",), None, None),
        ("历次决议有哪些", (), None, None),
        ("Which earlier resolutions are in the series of resolution 75/45?", ("A/RES/75/45",), None,
         "earlier"),
        ("When did this series of resolutions on 75/45 begin?", ("A/RES/75/45",), None, "first"),
    ],
)  # fmt: skip
def test_a_series_is_asked_for_by_symbol_or_title(
    catalogue: tuple[Summary, ...],
    text: str,
    symbols: tuple[str, ...],
    target: str | None,
    which: str | None,
) -> None:
    question = understand(text, catalogue=catalogue)
    assert question.intent == "series"
    assert (question.symbols, question.target, question.attribute) == (symbols, target, which)


@pytest.mark.parametrize(
    "text",
    [
        "75/45回顾了哪些决议",
        "75/45请秘书长采取一系列什么措施",
        "Which earlier resolutions does 75/45 recall?",
        "75/45提出的一系列措施是什么",
        "75/45第5段写了什么",
        "75/45是哪一年通过的",
    ],
)
def test_other_questions_ask_for_no_series(catalogue: tuple[Summary, ...], text: str) -> None:
    assert understand(text, catalogue=catalogue).intent != "series"


def test_a_series_goes_on_with_the_conversations_resolution(
    catalogue: tuple[Summary, ...],
) -> None:
    before = understand("75/45回顾了哪些决议", catalogue=catalogue)
    question = understand("这一系列最早的是哪份", catalogue=catalogue, turns=(Turn(before),))
    assert (question.intent, question.symbols) == ("series", ("A/RES/75/45",))
    assert question.attribute == "first"


@pytest.mark.parametrize(
    "text",
    [
        "哪些决议提到《不扩散核武器条约》",
        "哪些决议提到不扩散条约",
        "哪些决议提到NPT",
        "NPT在哪里被提到",
        "谁引用过《不扩散条约》？",
        "Which resolutions mention the NPT?",
        "Which paragraphs mention the Treaty on the Non-Proliferation of Nuclear Weapons?",
    ],
)
def test_who_mentions_a_treaty_is_asked_by_any_of_its_names(
    catalogue: tuple[Summary, ...], text: str
) -> None:
    question = understand(text, catalogue=catalogue)
    assert (question.intent, question.target) == ("mentioned_by", NPT)
    assert question.terms == ()


@pytest.mark.parametrize(
    "text",
    [
        "《不扩散核武器条约》三个支柱在哪里提到",
        "哪些段落提到禁核条约和NPT",
        "《不扩散核武器条约》第六条讲什么",
        "哪些决议促请各国签署《禁止核武器条约》",
    ],
)
def test_more_than_the_treaty_is_a_question_of_content(
    catalogue: tuple[Summary, ...], text: str
) -> None:
    assert understand(text, catalogue=catalogue).intent != "mentioned_by"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("75/45引用了哪些文件和条约", "document instrument"),
        ("75/45提到哪些条约", "instrument"),
        ("75/45提到哪些文件", "document"),
        ("75/45提到哪些决议", None),
        ("Which documents and treaties does 75/45 cite?", "document instrument"),
    ],
)
def test_what_a_resolution_mentions_is_asked_by_kind(
    catalogue: tuple[Summary, ...], text: str, target: str | None
) -> None:
    question = understand(text, catalogue=catalogue)
    assert (question.intent, question.target) == ("references", target)


def test_a_treaty_whose_title_is_near_a_resolutions_own_is_still_the_treaty(
    catalogue: tuple[Summary, ...],
) -> None:
    question = understand("哪些段落提到《推进多边核裁军谈判宣言》？", catalogue=catalogue)
    assert (question.intent, question.target) == ("mentioned_by", "推进多边核裁军谈判宣言")
    assert question.symbols == ()


def test_a_treaty_may_be_asked_after_in_one_resolution(catalogue: tuple[Summary, ...]) -> None:
    question = understand("75/45哪里提到《不扩散核武器条约》？", catalogue=catalogue)
    assert (question.intent, question.symbols) == ("mentioned_by", ("A/RES/75/45",))


def test_when_a_treaty_was_opened_and_where_asks_for_no_list(
    catalogue: tuple[Summary, ...],
) -> None:
    asked = understand("禁核条约什么时候开放签署,在哪里", catalogue=catalogue)
    assert asked.intent != "mentioned_by"
    assert understand("禁核条约在哪里提到", catalogue=catalogue).intent == "mentioned_by"
    assert understand("开放签署是哪天", catalogue=catalogue).intent == "content"


@pytest.mark.parametrize(
    "text",
    ["72/31怎么说NPT的", "72/31对不扩散条约说了什么", "What does 72/31 say about the NPT?"],
)
def test_what_a_resolution_says_of_a_treaty_is_every_paragraph_that_names_it(text: str) -> None:
    question = understand(text, catalogue=())
    assert (question.intent, question.symbols) == ("mentioned_by", ("A/RES/72/31",))
    assert question.target == "不扩散核武器条约"


def test_what_a_treaty_does_stays_a_matter_of_content() -> None:
    assert understand("72/31说不扩散条约的三个支柱是什么", catalogue=()).intent == "content"
