"""The words that answer: some of those quoted, and never others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.verify import faults
from assistant.types import Passage, Quote, Span, Statement
from tests.answering.specimens import OP6, OP14, citation, draft, paragraph, quotation

ACTS = ("表示注意到秘书长的报告", "请秘书长将报告转递裁军谈判会议")


def test_the_words_that_answer_go_with_the_quotation_that_has_them() -> None:
    written = draft()
    at = OP6.index("裁军谈判会议")
    shown = paragraph("OP6", OP6, *ACTS)
    written.quote(Passage(shown, 1.0, "hybrid", (0, 1), answers=(Span(at, at + 6),)))
    first, second = written.statements
    assert first.answers == ()
    assert second.answers == (Quote(1, at, at + 6),)
    assert all(faults(statement, written.citations) == () for statement in written.statements)


def test_words_that_are_not_quoted_are_left_out() -> None:
    written = draft()
    shown = paragraph("OP6", OP6, *ACTS)
    written.quote(Passage(shown, 1.0, "hybrid", (0,), answers=(Span(20, 24),)))
    assert written.statements[0].answers == ()


@pytest.mark.parametrize(
    "mark", [Quote(1, 0, len(OP14) + 1), Quote(1, -1, 4), Quote(1, 5, 5), Quote(2, 0, 4)]
)
def test_a_mark_outside_the_quotation_is_a_fault(mark: Quote) -> None:
    broken = replace(quotation(), answers=(mark,))
    assert any("not quoted" in fault for fault in faults(broken, [citation()]))


def test_a_mark_over_words_between_two_quotations_is_a_fault() -> None:
    quotes = (Quote(1, 0, 5), Quote(1, 20, 28))
    text = "、".join(OP14[q.start : q.end] for q in quotes)
    broken = Statement(text, "quote", (1,), quotes, "verbatim", answers=(Quote(1, 3, 22),))
    assert any("not quoted" in fault for fault in faults(broken, [citation()]))


def test_a_sentence_that_quotes_nothing_marks_nothing() -> None:
    said = Statement("库中现有：第75/45号决议。", "connective", answers=(Quote(1, 0, 2),))
    assert any("not quoted" in fault for fault in faults(said, [citation()]))
