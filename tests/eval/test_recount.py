from __future__ import annotations

from datetime import date

import pytest

from assistant.types import Answer
from eval.findings import examine
from eval.recount import adopted
from eval.slots import Exhibit
from eval.subject import Truth
from tests.eval.library import quoted, with_computed

OP13, OP14 = "A/RES/75/45#OP13", "A/RES/75/45#OP14"
OPERATIVE = tuple(f"A/RES/75/45#OP{n}" for n in (6, 7, 9, 13, 14))


def recounts(answer: Answer, text: str, truth: Truth) -> bool:
    """Whether a computed sentence comes out."""
    found = examine(Exhibit(with_computed(answer, text), ("说说看",), truth))
    assert {finding.check for finding in found} <= {"recount"}
    return not found


def test_all_paragraphs_of_a_kind_are_counted_in_the_library_too(truth: Truth) -> None:
    text = "第75/45号决议执行部分共有{}段。"
    assert recounts(quoted(truth, *OPERATIVE), text.format(5), truth)
    assert not recounts(quoted(truth, *OPERATIVE), text.format(4), truth)
    assert not recounts(quoted(truth, OP13, OP14), text.format(2), truth)


def test_the_resolutions_named_must_be_those_cited(truth: Truth) -> None:
    text = "第72/31号决议和第75/45号决议中有所指令的段落共2段："
    assert recounts(quoted(truth, "A/RES/72/31#OP14", OP14), text, truth)
    assert not recounts(quoted(truth, OP13, OP14), text, truth)


def test_sizes_are_compared_again(truth: Truth) -> None:
    answer = quoted(truth, "A/RES/72/31#OP14", OP13, OP14)
    assert recounts(answer, "第75/45号决议比第72/31号决议多1段。", truth)
    assert not recounts(answer, "第72/31号决议比第75/45号决议多1段。", truth)
    assert not recounts(answer, "第75/45号决议与第72/31号决议段数相同。", truth)


def test_every_paragraph_counted_for_a_verb_must_use_it(truth: Truth) -> None:
    answer = quoted(truth, OP13, OP14)
    assert recounts(answer, "第75/45号决议中使用“请”的段落共2段：", truth)
    found = examine(
        Exhibit(with_computed(answer, "第75/45号决议中使用“促请”的段落共2段："), ("促请",), truth)
    )
    assert {finding.check for finding in found} == {"recount"}


def test_dates_are_read_from_the_masthead_and_compared(truth: Truth) -> None:
    assert adopted("A/RES/75/45", truth) == date(2020, 12, 7)
    assert adopted("A/RES/72/31", truth) is None


@pytest.mark.parametrize("text", ["标题：", "库中没有：第76/54号决议。"])
def test_a_computed_sentence_must_compute_something(truth: Truth, text: str) -> None:
    found = examine(Exhibit(with_computed(quoted(truth, OP14), text), ("76/54",), truth))
    assert "recount" in {finding.check for finding in found}
