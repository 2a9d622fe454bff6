"""Answers as text with marks: whole or in pieces the same, each mark where it is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.footnotes import Footnotes, footnoted
from assistant.service import Assistant
from assistant.types import (
    Answer,
    Citation,
    CitedSource,
    Coverage,
    Event,
    Generation,
    Statement,
    Understood,
)

ADDRESS = "https://answers.example"
QUESTIONS = (
    "75/45请秘书长做什么",
    "72/31第4段",
    "比较72/31和75/45",
    "75/45什么时候通过的",
    "What does 75/45 request the Secretary-General to do?",
    "今天天气怎么样",
    "第13段",
)


def citation(n: int, place: str = "OP3(a)", label: str = "第217A(III)号决议") -> Citation:
    symbol = "A/RES/217A(III)"
    href = f"/resolutions/{symbol}#{place}"
    return Citation(n, symbol, place, False, label, "…", CitedSource("x", "0" * 64), href)


def answer(*statements: Statement, cited: int = 3) -> Answer:
    return Answer(
        status="answered",
        lang="zh",
        answer="",
        statements=statements,
        citations=tuple(citation(n) for n in range(1, cited + 1)),
        understood=Understood("content"),
        coverage=Coverage(1, (3,)),
        settings_hash="0" * 16,
    )


def in_pieces(events: list[Event]) -> tuple[str, Footnotes]:
    """As a server writes them: from the events, before the answer is known."""
    written = Footnotes(ADDRESS)
    text = ""
    for event in events:
        match event.data:
            case Citation() as cited:
                written.cite(cited)
            case Statement() as statement:
                text += written.sentence(statement)
            case Answer() as whole:
                text += written.notes(whole)
            case _:
                pass
    return text, written


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_pieces_of_a_stream_are_the_whole_text(assistant: Assistant, question: str) -> None:
    events = list(assistant.stream(question))
    whole = events[-1].data
    assert isinstance(whole, Answer)
    text, written = in_pieces(events)
    assert (text, written.marks) == footnoted(whole, ADDRESS)
    for n in {n for statement in whole.statements for n in statement.citations}:
        assert f"\n- [{n}] [" in text


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(_TEXTS, st.lists(st.integers(1, 3), max_size=4)), max_size=5))
def test_every_mark_stands_where_it_is_said_to_stand(said: list[tuple[str, list[int]]]) -> None:
    statements = [Statement(text, "quote", tuple(cited)) for text, cited in said]
    text, marks = footnoted(answer(*statements), ADDRESS)
    cited = [n for _, numbers in said for n in numbers]
    assert [text[mark.start : mark.end] for mark in marks] == [f"[{n}]" for n in cited]


def test_what_a_resolution_says_is_no_markup_and_no_mark() -> None:
    hostile = "<img src=x> ![a](http://evil.example) [1] $x$ | *b*"
    text, marks = footnoted(answer(Statement(hostile, "quote", (1,)), cited=1), ADDRESS)
    sentence, _, notes = text.partition("\n\n")
    assert sentence == (r"\<img src=x\> \!\[a\](http://evil.example) \[1\] \$x\$ \| \*b\*[1]")
    assert [text[mark.start : mark.end] for mark in marks] == ["[1]"]
    assert notes.count("\n") == 0


def test_a_note_names_the_paragraph_and_leads_to_it() -> None:
    text, (mark,) = footnoted(answer(Statement("一", "quote", (1,)), cited=1), ADDRESS + "/")
    url = "https://answers.example/resolutions/A/RES/217A(III)#OP3(a)"
    assert text == f"一[1]\n\n- [1] [第217A(III)号决议]({url})"
    assert (mark.title, mark.url) == ("第217A(III)号决议", url)


def test_what_has_to_be_said_of_an_answer_stands_above_its_notes() -> None:
    phrased = replace(
        answer(Statement("一", "fact", (1,)), cited=1),
        generation=Generation("small", "0", None),
        page="20-1-0123456789ab",
    )
    text, _ = footnoted(phrased, ADDRESS)
    sentence, said, more, notes = text.split("\n\n")
    assert "small" in said
    assert "更多" in more
    assert (sentence[-3:], notes[:5]) == ("[1]", "- [1]")


def test_an_answer_without_citations_has_no_notes() -> None:
    assert footnoted(answer(Statement("一", "connective"), cited=0), ADDRESS) == ("一", ())
