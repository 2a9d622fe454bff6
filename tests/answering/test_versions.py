"""Different things said by a series are written as such, the newest first, and checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.verify import faults
from assistant.answering.version_phrases import version_faults
from assistant.answering.versions import write_content
from assistant.types import Citation, Found, Paragraph, Passage, Question, Span, Version
from tests.answering.specimens import citation, draft


def said(session: int, day: str) -> Paragraph:
    return Paragraph(f"A/RES/{session}/9", "OP4", "operative", f"请秘书长在{day}之前报告；")


NEW, OLD, OLDER, OLDEST = (
    said(80, "2030年"),
    said(79, "2030年"),
    said(78, "2028年"),
    said(77, "2028年"),
)
QUESTION = Question("", "", "zh", "content")


def found(*versions: Version) -> Found:
    by_key = {paragraph.key: paragraph for paragraph in (NEW, OLD, OLDER, OLDEST)}
    passages = (by_key[version.key] for version in versions)
    marked = tuple(Passage(p, 1.0, "hybrid", answers=(Span(5, 10),)) for p in passages)
    return Found(marked, versions=versions)


def test_what_differs_is_said_to_differ_and_quoted_newest_first() -> None:
    written = draft()
    first = Version(NEW.key, ("2030年",), (OLD,))
    second = Version(OLDER.key, ("2028年",), (OLDEST,))
    write_content(written, QUESTION, found(first, second))
    assert [statement.text for statement in written.statements] == [
        "同一系列的决议对此所说不同，以下引2份，最新的在前：",
        "第80/9号决议：",
        NEW.text,
        "同一系列中，较早的决议同样写明“2030年”的有1份。",
        "第78/9号决议：",
        OLDER.text,
        "同一系列中，较早的决议同样写明“2028年”的有1份。",
    ]
    assert all(faults(statement, written.citations) == () for statement in written.statements)


def test_what_all_say_alike_is_quoted_once() -> None:
    written = draft()
    write_content(written, QUESTION, found(Version(NEW.key, ("2030年",), (OLD,))))
    assert [statement.kind for statement in written.statements] == ["quote", "computed"]
    assert written.statements[1].citations == (2,)


def test_what_is_printed_otherwise_is_said_to_be_the_same_without_words() -> None:
    written = draft()
    write_content(written, QUESTION, found(Version(NEW.key, (), (OLD, OLDER))))
    assert written.statements[1].text == "同一系列中，较早的决议所说相同的有2份。"
    assert faults(written.statements[1], written.citations) == ()


def test_nothing_is_said_of_a_series_where_there_is_none() -> None:
    written = draft()
    write_content(written, QUESTION, Found((Passage(NEW, 1.0, "hybrid"),)))
    assert [statement.text for statement in written.statements] == [NEW.text]


def test_words_that_an_earlier_resolution_does_not_have_are_a_fault() -> None:
    written = draft()
    write_content(written, QUESTION, found(Version(NEW.key, ("2030年",), (OLDER,))))
    assert any("does not say" in f for f in faults(written.statements[1], written.citations))


@pytest.mark.parametrize(
    ("stated", "sessions"), [(2, (78, 80)), (3, (80, 78)), (1, (80,)), (2, (80, 80))]
)
def test_another_order_or_number_is_a_fault(stated: int, sessions: tuple[int, ...]) -> None:
    def of(session: int) -> Citation:
        return replace(citation(), symbol=f"A/RES/{session}/9")

    assert list(version_faults("differ", "", stated, [of(session) for session in sessions]))
    assert not list(version_faults("differ", "", 2, [of(80), of(78)]))
