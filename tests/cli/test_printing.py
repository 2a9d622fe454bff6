"""An answer in the terminal: its lines, and the words of them that answer."""

from __future__ import annotations

import io

from rich.console import Console

from assistant.cli.printing import Line, show
from assistant.cli.telling import told_lines
from assistant.types import (
    Answer,
    Citation,
    CitedSource,
    Coverage,
    Event,
    Quote,
    Span,
    Statement,
    Understood,
)

TEXT = "决定于 2033 年 6 月在罗马\n召开会议；"


def told(*statements: Statement, page: str | None = None) -> list[Line]:
    """The lines of an answer of these sentences, as its stream is told."""
    cited = Citation(
        1, "A/RES/90/7", "OP1", False, "第90/7号决议，执行部分第1段", TEXT,
        CitedSource("a.txt", "0"), "/resolutions/A/RES/90/7#OP1",
    )  # fmt: skip
    read, held = Understood("content"), Coverage(1, (90,))
    answer = Answer("answered", "zh", "", statements, (cited,), read, held, "0", page=page)
    events = (Event("citation", cited), *(Event("delta", one) for one in statements))
    return list(told_lines((*events, Event("answer", answer))))


def quoted(*answers: Quote, lead: str = "") -> Statement:
    whole = (Quote(1, 0, len(TEXT)),)
    return Statement(lead + TEXT, "quote", (1,), whole, "verbatim", answers=answers)


def test_every_sentence_is_a_line_with_its_markers() -> None:
    said = Statement("第90/7号决议：", "connective")
    lines = [line.text for line in told(said, quoted())]
    assert lines[:3] == ["第90/7号决议：", "决定于 2033 年 6 月在罗马", "召开会议；[1]"]


def test_the_words_that_answer_are_marked_where_they_stand() -> None:
    at = TEXT.index("2033")
    (first, *_) = told(quoted(Quote(1, at, at + 8)))
    assert [span.of(first.text) for span in first.marked] == ["2033 年 6"]


def test_a_lead_that_has_the_same_words_is_not_marked() -> None:
    at = TEXT.index("罗马")
    lead = "罗马会议："
    (first, *_) = told(quoted(Quote(1, at, at + 2), lead=lead))
    assert first.marked == (Span(len(lead) + at, len(lead) + at + 2),)


def test_a_mark_over_the_end_of_a_line_goes_on_in_the_next() -> None:
    at = TEXT.index("罗马")
    lines = told(quoted(Quote(1, at, at + 5)))
    assert [[span.of(line.text) for span in line.marked] for line in lines[:2]] == [
        ["罗马"],
        ["召开"],
    ]


def test_nothing_is_marked_where_all_of_it_answers() -> None:
    assert not any(line.marked for line in told(quoted()))


def test_marked_words_are_bold_and_underlined_in_a_terminal() -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=80, highlight=False)
    show([Line("在罗马召开", marked=(Span(1, 3),))], console)
    assert "\x1b[1;4m罗马\x1b[0m" in screen.getvalue()


def test_a_file_gets_the_words_alone() -> None:
    screen = io.StringIO()
    show([Line("在罗马召开", marked=(Span(1, 3),))], Console(file=screen, highlight=False))
    assert screen.getvalue() == "在罗马召开\n"


def test_how_to_get_the_next_page_is_said_where_there_is_one() -> None:
    paged = told(quoted(), page="20-3-0123456789ab")
    assert "下一页，问题不变：--page 20-3-0123456789ab" in [one.text for one in paged]
    assert not any("--page" in line.text for line in told(quoted()))
