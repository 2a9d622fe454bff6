from __future__ import annotations

import pytest

from eval.facts import loose_facts
from eval.findings import invalid_citations
from eval.phrased.raw import as_written
from eval.slots import Exhibit
from eval.subject import Truth
from tests.eval.library import quoted

REPORT, MEETING = "A/RES/75/45#OP14", "A/RES/75/45#OP9"


@pytest.mark.parametrize(
    ("text", "sentences", "cited"),
    [
        ("请秘书长报告[1]。请主席安排会议[2]。", ((1,), (2,)), (REPORT, MEETING)),
        ("请主席安排会议【2】。", ((1,),), (MEETING,)),
        ("请秘书长报告。", ((),), ()),
        ("请秘书长报告[1]。请秘书长报告[1]。请秘书长报告[1]。", ((1,),), (REPORT,)),
        ("请秘书长报告[1]。请主席安排", ((1,), ()), (REPORT,)),
        ("", (), ()),
    ],
)
def test_a_text_becomes_the_answer_that_it_would_have_been(
    truth: Truth, text: str, sentences: tuple[tuple[int, ...], ...], cited: tuple[str, ...]
) -> None:
    written = as_written(text, quoted(truth, REPORT, MEETING))
    assert tuple(statement.citations for statement in written.statements) == sentences
    assert tuple(f"{c.symbol}#{c.paragraph}" for c in written.citations) == cited
    assert [c.n for c in written.citations] == list(range(1, len(cited) + 1))


def test_a_key_that_was_not_given_is_a_marker_of_nothing(truth: Truth) -> None:
    written = as_written("请主席安排会议[2]。请秘书长报告[7]。", quoted(truth, REPORT, MEETING))
    found = list(invalid_citations(Exhibit(written, ("",), truth)))
    assert found == ["marker [2] has no citation"]


def test_what_the_model_made_up_stays_in_it(truth: Truth) -> None:
    written = as_written("大会又请秘书长向第八十届会议提出报告[1]。", quoted(truth, REPORT))
    (found,) = loose_facts(Exhibit(written, ("",), truth))
    assert found.startswith("80 is supported by nothing")
