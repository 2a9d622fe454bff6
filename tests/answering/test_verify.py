"""Every fault of a statement is found, and a sound one is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.verify import faults, verified
from assistant.errors import AnswerUnverified
from assistant.types import Citation, Quote, Statement
from tests.answering.specimens import OP6, OP14, citation, quotation


def test_a_verbatim_statement_has_no_fault() -> None:
    assert faults(quotation(), [citation()]) == ()


def test_a_quotation_of_several_spans_in_order_has_no_fault() -> None:
    quotes = (Quote(1, 0, 5), Quote(1, 20, 28))
    text = "、".join(OP14[q.start : q.end] for q in quotes)
    assert faults(Statement(text, "quote", (1,), quotes, "verbatim"), [citation()]) == ()


def test_a_sentence_that_claims_nothing_has_no_fault() -> None:
    assert faults(Statement("库中现有：第75/45号决议。", "connective"), []) == ()


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (replace(quotation(), citations=(2,)), "marker 2 has no citation"),
        (replace(quotation(), citations=()), "not cited"),
        (replace(quotation(), quotes=(Quote(2, 0, 5),)), "not cited"),
        (replace(quotation(), quotes=()), "without quoted words"),
        (replace(quotation(), quotes=(Quote(1, 3, 3),)), "empty"),
        (replace(quotation(), quotes=(Quote(1, 5, 3),)), "empty"),
        (replace(quotation(), quotes=(Quote(1, -3, len(OP14)),)), "empty"),
        (replace(quotation(), quotes=(Quote(1, 0, len(OP14) + 1),)), "empty"),
        (replace(quotation(), quotes=(Quote(1, 900, 910),)), "empty"),
        (replace(quotation(), text="又请秘书长提出报告；"), "not in the statement"),
        (replace(quotation(), text=OP14.replace("请", "促请")), "not in the statement"),
        (replace(quotation(), text=OP14.replace("七十六", "七十七")), "not in the statement"),
        (replace(quotation(), text=""), "not in the statement"),
        (Statement("共有4段。", "connective", (1,)), "connective sentence cites"),
        (replace(quotation(), kind="connective"), "connective sentence cites"),
    ],
)
def test_a_fault_is_found_and_named(broken: Statement, fault: str) -> None:
    assert any(fault in found for found in faults(broken, [citation()]))


def test_the_citations_of_a_long_answer_are_gone_through_once() -> None:
    class Counted(list[Citation]):
        times = 0

        def __iter__(self) -> Iterator[Citation]:
            self.times += 1
            return super().__iter__()

    citations = Counted([citation()])
    assert len(verified([quotation()] * 50, citations)) == 50
    assert citations.times == 1


def test_quotes_in_another_order_than_the_text_are_a_fault() -> None:
    first, second = Quote(1, 0, 5), Quote(1, 20, 28)
    text = OP14[20:28] + "、" + OP14[0:5]
    assert faults(Statement(text, "quote", (1,), (first, second), "verbatim"), [citation()])


def test_words_of_another_paragraph_are_a_fault() -> None:
    assert faults(quotation(OP6), [citation(text=OP14)])


def test_an_answer_with_one_faulty_sentence_is_not_shown_at_all() -> None:
    sound, broken = quotation(), replace(quotation(), text="请各国提出报告")
    said = Statement("库中现有：第75/45号决议。", "connective")
    assert verified([said, sound], [citation()]) == (said, sound)
    with pytest.raises(AnswerUnverified) as refused:
        verified([said, broken, sound], [citation()])
    assert "没有通过核对" in refused.value.message("zh")


@given(st.integers(0, len(OP14) - 1), st.characters(exclude_categories=("Cs",)))
def test_any_change_to_a_quoted_character_is_found(at: int, character: str) -> None:
    changed = OP14[:at] + character + OP14[at + 1 :]
    found = faults(replace(quotation(), text=changed), [citation()])
    assert bool(found) is (changed != OP14)


@given(st.integers(0, len(OP14) - 1))
def test_any_quoted_character_left_out_is_found(at: int) -> None:
    assert faults(replace(quotation(), text=OP14[:at] + OP14[at + 1 :]), [citation()])


@given(st.integers(1, len(OP14) - 1), st.characters(exclude_categories=("Cs",)))
def test_any_character_put_between_quoted_ones_is_found(at: int, character: str) -> None:
    assert faults(replace(quotation(), text=OP14[:at] + character + OP14[at:]), [citation()])


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_a_span_moved_beyond_the_words_shown_is_found(left: int, right: int) -> None:
    words = OP14[8:18]
    moved = Quote(1, 8 + left, 18 + right)
    inside = moved.start >= 8 and moved.end <= 18
    found = faults(Statement(words, "quote", (1,), (moved,), "verbatim"), [citation()])
    if not inside:
        assert found


@given(
    st.text(max_size=20),
    st.lists(st.builds(Quote, st.integers(-1, 3), st.integers(-9, 60), st.integers(-9, 60))),
)
def test_any_statement_is_judged_without_raising(text: str, quotes: list[Quote]) -> None:
    faults(Statement(text, "quote", (1, 2), tuple(quotes)), [citation()])


@pytest.mark.parametrize(
    "text", [f"谴责朝鲜，{OP14}", f"{OP14}（4段）", f"不{OP14}", f"第76/54号决议写道{OP14}"]
)
def test_words_of_our_own_around_a_quotation_have_to_be_in_the_closed_list(text: str) -> None:
    assert faults(replace(quotation(), text=text), [citation()])


def test_a_span_shrunk_below_the_words_shown_is_found() -> None:
    assert faults(replace(quotation(), quotes=(Quote(1, 1, len(OP14)),)), [citation()])


def test_a_count_that_is_not_the_number_of_what_it_cites_is_found() -> None:
    wrong = Statement("第75/45号决议执行部分共有5段。", "computed", (1,), (), "recounted")
    assert faults(wrong, [citation()])


def test_a_computed_sentence_that_cites_nothing_is_a_fault() -> None:
    assert faults(Statement("共有5段。", "computed", (), (), "recounted"), [])


def test_a_connective_sentence_outside_the_closed_list_is_a_fault() -> None:
    assert faults(Statement("朝鲜进行了核试验。", "connective"), [])
