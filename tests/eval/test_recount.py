from __future__ import annotations

from datetime import date

import pytest

from assistant.types import Answer
from eval.findings import examine
from eval.recount import adopted
from eval.slots import Exhibit
from eval.subject import Truth
from tests.eval.library import quoted, resolution, with_computed

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


def test_paragraphs_counted_for_mentioning_a_resolution_must_print_its_number(
    truth: Truth,
) -> None:
    answer = quoted(truth, "A/RES/75/45#OP6")
    said = "库中决议中提到第{}号决议的段落共1段："
    for number, is_right in (("74/54", True), ("75/54", False)):
        found = examine(
            Exhibit(with_computed(answer, said.format(number)), (f"谁提到第{number}号决议",), truth)
        )
        assert {finding.check for finding in found} == (set() if is_right else {"recount"})


@pytest.mark.parametrize(
    ("meta", "end", "day"),
    [
        ("2053年12月16日第77次全体会议根据第三委员会的报告", "", date(2053, 12, 16)),
        ("2065年7月6日经济及社会理事会决议", "", date(2065, 7, 6)),
        ("95/52. 樣例", "2050年12月4日 第81次全体会议", date(2050, 12, 4)),
    ],
)
def test_the_day_of_adoption_is_read_off_every_form(meta: str, end: str, day: date) -> None:
    texts = {"META": meta, "END": end}
    library = Truth.of([resolution("A/RES/95/52", "样例", texts)])
    assert adopted("A/RES/95/52", library) == day
