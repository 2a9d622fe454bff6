"""Intent and slots of a question, and what is no question."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InvalidQuestion
from assistant.questions.history import Turn
from assistant.questions.understand import check_question, understand
from assistant.types import Question, Summary
from tests.questions.conftest import EARLIER, LATER

CASES: list[tuple[str, str, dict[str, object]]] = [
    # a paragraph
    ("第75/45号决议第13段", "paragraph", {"symbols": (LATER,), "places": ("OP13",)}),
    ("75/45序言最后一段", "paragraph", {"places": ("PP-1",)}),
    ("72/31第7至9段", "paragraph", {"places": ("OP7", "OP8", "OP9")}),
    ("75/45的序言写了什么", "paragraph", {"places": ("PP*",)}),
    ("72/31脚注9", "paragraph", {"places": ("FN9",)}),
    ("第72/31号决议第13段期待什么", "paragraph", {"places": ("OP13",), "verbs": ("期待",)}),
    # actors and verbs
    ("75/45请秘书长做什么", "acts", {"addressees": ("秘书长",), "directive": True, "verbs": ()}),
    ("75/45对秘书长有哪些要求", "acts", {"addressees": ("秘书长",), "directive": True}),
    ("75/45促请会员国做什么", "acts", {"addressees": ("会员国",), "verbs": ("促请",)}),
    ("72/31作出了哪些决定", "acts", {"verbs": ("决定",), "addressees": ()}),
    ("72/31决定了什么", "acts", {"symbols": (EARLIER,), "verbs": ("决定",)}),
    ("75/45的序言重申了什么", "acts", {"verbs": ("重申",), "kinds": ("preambular",)}),
    ("两份决议对秘书长有什么要求", "acts", {"everywhere": True, "symbols": ()}),
    # masthead
    ("75/45是什么时候通过的", "masthead", {"attribute": "date"}),
    ("75/45是第几次全体会议通过的", "masthead", {"attribute": "meeting"}),
    ("75/45是哪届会议通过的", "masthead", {"attribute": "session"}),
    ("75/45的议程项目是什么", "masthead", {"attribute": "agenda_item"}),
    ("75/45根据哪份报告通过", "masthead", {"attribute": "report"}),
    ("75/45的标题是什么", "masthead", {"attribute": "title"}),
    ("75/45的表决结果", "masthead", {"attribute": "votes"}),
    ("75/45的提案国是谁", "masthead", {"attribute": "sponsors"}),
    # counts, notes, references
    ("72/31执行部分有几段", "count", {"attribute": "paragraphs", "kinds": ("operative",)}),
    ("72/31有几个脚注", "count", {"attribute": "footnotes"}),
    ("75/45的脚注有哪些", "footnotes", {}),
    ("75/45回顾了哪些决议", "references", {"target": None}),
    ("75/45提到哪些条约", "references", {"target": "instrument"}),
    ("75/45提到哪些文件", "references", {"target": "document"}),
    ("哪些决议提到第67/39号决议", "mentioned_by", {"target": "A/RES/67/39", "symbols": ()}),
    ("75/45提到74/54吗", "mentioned_by", {"target": "A/RES/74/54", "symbols": (LATER,)}),
    # the rest
    ("75/45要求向第七十六届会议提交什么报告", "deadlines", {"deadline_session": 76}),
    ("75/45讲了什么", "overview", {"symbols": (LATER,)}),
    ("75/45", "overview", {"symbols": (LATER,)}),
    ("哪一段提到网播", "phrase", {}),
    ("库里有哪些决议", "library", {}),
    ("比较72/31和75/45", "compare", {"symbols": (EARLIER, LATER)}),
    ("比较72/31和75/45对秘书长的要求", "compare", {"addressees": ("秘书长",)}),
    ("彻底消除核武器国际日是哪一天", "content", {"wants": ("date",)}),
    ("《禁止核武器条约》何时何地开放签署", "content", {"wants": ("date", "place")}),
    ("为什么第75/45号决议谴责朝鲜进行核试验", "content", {"verbs": ("谴责",)}),
    ("你怎么看75/45", "refuse", {"reason": "opinion"}),
    ("Que demande la résolution 75/45 ?", "refuse", {"reason": "language"}),
    # English
    ("What does 75/45 request the Secretary-General to do?", "acts",
     {"lang": "en", "addressees": ("秘书长",), "directive": True}),
    ("What does 75/45 decide?", "acts", {"lang": "en", "verbs": ("决定",)}),
    ("When was 75/45 adopted?", "masthead", {"lang": "en", "attribute": "date"}),
    ("How many operative paragraphs does 75/45 have?", "count", {"kinds": ("operative",)}),
    ("Which resolutions mention resolution 67/39?", "mentioned_by", {"target": "A/RES/67/39"}),
    ("What is resolution 75/45 about?", "overview", {"lang": "en"}),
    ("Compare 72/31 and 75/45", "compare", {"lang": "en", "symbols": (EARLIER, LATER)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "intent", "slots"), CASES)
def test_a_question_is_read_as_its_intent_and_slots(
    text: str, intent: str, slots: dict[str, object], catalogue: tuple[Summary, ...]
) -> None:
    question = understand(text, catalogue=catalogue)
    assert question.intent == intent
    assert {name: getattr(question, name) for name in slots} == slots


def _traditional(text: str) -> str:
    from opencc import OpenCC

    converted: str = OpenCC("s2t").convert(text)
    return converted


def _full_width(text: str) -> str:
    wide = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
    return "".join(wide.get(character, character) for character in text)


def _slots(question: Question) -> tuple[object, ...]:
    return (
        question.intent, question.symbols, question.places, question.kinds, question.addressees,
        question.verbs, question.directive, question.session, question.deadline_session,
        question.attribute, question.target, question.wants, question.reason, question.lang,
    )  # fmt: skip


CHINESE = [text for text, *_ in CASES if not text.isascii() and "é" not in text]


@pytest.mark.parametrize("text", CHINESE)
def test_traditional_script_and_full_width_forms_give_the_same_slots(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    plain = _slots(understand(text, catalogue=catalogue))
    assert _slots(understand(_traditional(text), catalogue=catalogue)) == plain
    assert _slots(understand(_full_width(text), catalogue=catalogue)) == plain


@pytest.mark.parametrize("text", CHINESE)
def test_politeness_and_punctuation_change_nothing(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    plain = _slots(understand(text, catalogue=catalogue))
    assert _slots(understand(f"请问{text}？", catalogue=catalogue)) == plain
    assert _slots(understand(f"  {text}。\n", catalogue=catalogue)) == plain


def test_restricting_to_symbols_overrides_what_the_question_names(
    catalogue: tuple[Summary, ...],
) -> None:
    question = understand("2019年的决议请秘书长做什么", catalogue=catalogue, symbols=(EARLIER,))
    assert (question.symbols, question.missing) == ((EARLIER,), ())


def test_the_answers_language_can_be_chosen(catalogue: tuple[Summary, ...]) -> None:
    assert understand("75/45讲了什么", catalogue=catalogue, lang="en").lang == "en"
    assert understand("What does 75/45 decide?", catalogue=catalogue, lang="zh").verbs == ("决定",)


def test_the_question_keeps_its_words_as_asked(catalogue: tuple[Summary, ...]) -> None:
    text = "　請問第75/45號決議第13段？"
    assert understand(text, catalogue=catalogue).text == text


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u3000\n", "问" * 2001, "\0", "75/45\0", "\ud800", "75/45\udfff", None, 75, b"x"],
    ids=["empty", "blank", "blanks", "long", "NUL", "with NUL", "surrogate", "with surrogate",
         "None", "number", "bytes"],
)  # fmt: skip
def test_what_is_no_question_is_refused_with_an_error(
    text: object, catalogue: tuple[Summary, ...]
) -> None:
    with pytest.raises(InvalidQuestion):
        check_question(text, 2000)
    with pytest.raises(InvalidQuestion):
        understand(text, catalogue=catalogue)  # type: ignore[arg-type]


def test_the_longest_question_is_a_setting() -> None:
    check_question("问" * 2000, 2000)
    check_question("问" * 10, 10)
    with pytest.raises(InvalidQuestion, match="11 characters, at most 10"):
        check_question("问" * 11, 10)


@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1).filter(
        str.strip
    )
)
def test_any_text_is_a_question(text: str) -> None:
    catalogue = (Summary(LATER, "", "后续行动", "zh", 75, "2020-12-07", None, 1, 1),)
    question = understand(text, catalogue=catalogue)
    assert question.text == text
    again = understand(text, catalogue=catalogue, turns=(Turn(question),))
    assert again.text == text


@pytest.mark.parametrize(
    "unit",
    ["问", "的", "和", "哪些", "第", "第1、", "75/45、", "关于核", "《a", "“", "决议", "秘书长和",
     "高级别会议的", "A/", "2017年", "what ", "to the ", "\u200b a", "ﷺ", "們", "(", "(a)", "?"],
)  # fmt: skip
def test_two_thousand_characters_of_anything_are_read_in_bounded_time(
    unit: str, catalogue: tuple[Summary, ...]
) -> None:
    text = (unit * 2000)[:2000]
    begun = time.process_time()
    understand(text, catalogue=catalogue)
    assert time.process_time() - begun < 1.5  # jieba alone takes up to .5 s on some characters
