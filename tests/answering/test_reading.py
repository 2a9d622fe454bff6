"""An answer says how the question was read where that is not plain."""

from __future__ import annotations

import pytest

from assistant.answering.compose import Draft
from assistant.answering.reading import say_other_reading, say_reading
from assistant.answering.verify import faults
from assistant.types import (
    Correction,
    Lang,
    OtherReading,
    Overrides,
    Question,
    SaidSession,
    SessionBase,
    Span,
)
from eval.lexicon import plain
from eval.sentences import read_sentences


def said(question: Question) -> list[str]:
    def no_origin(_: object) -> None:
        raise AssertionError("nothing is cited")

    draft = Draft(question.lang, no_origin)  # type: ignore[arg-type]
    say_reading(draft, question)
    say_other_reading(draft, question)
    for statement in draft.statements:
        assert faults(statement, ()) == ()
        assert read_sentences(plain(statement.text)) is not None
    return [statement.text for statement in draft.statements]


def asked(lang: Lang, **slots: object) -> Question:
    return Question("?", "?", lang, "content", **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("zh", "按“秘书长”理解“密书长”。"), ("en", "“密书长” is read as “秘书长”.")],
)
def test_a_slip_that_was_put_right_is_told(lang: Lang, sentence: str) -> None:
    made = (Correction("密书长", "秘书长", "pinyin"),)
    assert said(asked(lang, corrections=made)) == [sentence]


@pytest.mark.parametrize(
    ("of", "base", "sentence"),
    [
        ("resolution", 75, "“上届会议”理解为第七十四届会议，从所问决议的第七十五届会议起算。"),
        ("conversation", 75, "“上届会议”理解为第七十四届会议，从前面谈到的第七十五届会议起算。"),
        ("newest", 75, "“上届会议”理解为第七十四届会议，以库中最近的第七十五届会议为准。"),
        ("year", 74, "“上届会议”理解为第七十四届会议，即2019年开幕的一届。"),
    ],
)
def test_a_relative_session_is_told_with_what_it_is_counted_from(
    of: SessionBase, base: int, sentence: str
) -> None:
    one = SaidSession("上届会议", 74, 74, of, base, Span(0, 4))
    assert said(asked("zh", said_sessions=(one,))) == [sentence]


def test_several_sessions_are_told_in_english() -> None:
    one = SaidSession("the last two sessions", 73, 74, "newest", 75, Span(0, 4))
    (sentence,) = said(asked("en", said_sessions=(one,)))
    assert sentence == (
        "“the last two sessions” is read as sessions 73 to 74; "
        "the newest in the library is session 75."
    )


def test_the_other_reading_comes_last() -> None:
    other = OtherReading("第75/45号决议序言部分第2段", Overrides(places=("PP2",)))
    assert said(asked("zh", others=(other,))) == [
        "未说明是哪一部分时按执行部分理解；也可能指第75/45号决议序言部分第2段。"
    ]


def test_of_resolutions_called_alike_the_next_is_named() -> None:
    other = OtherReading("resolution 73/40", Overrides(symbols=("A/RES/73/40",)))
    (sentence,) = said(asked("en", others=(other,)))
    assert sentence.endswith("resolution 73/40 may be meant as well.")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_other_reading_has_its_sentence(lang: Lang) -> None:
    report = OtherReading("", Overrides(intent="acts", deliverables=("报告",)))
    due = OtherReading("", Overrides(intent="deadlines", deadline_session=75))
    symbols = ("A/RES/75/45",)
    assert len(said(asked(lang, others=(report,), symbols=symbols))) == 1
    assert len(said(asked(lang, others=(due,)))) == 1


def test_a_question_that_is_plain_says_nothing_of_its_reading() -> None:
    assert said(asked("zh")) == []
