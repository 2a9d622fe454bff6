from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Correction, Statement
from eval.dummies import refusing
from eval.lexicon import plain
from eval.slots import Exhibit, loose_slots, slot_values
from eval.subject import Truth
from tests.eval.library import quoted, with_computed


def loose(truth: Truth, asked: str, said: str) -> bool:
    statement = Statement(said, "connective")
    answer = refusing(truth)
    object.__setattr__(answer, "statements", (statement,))
    return bool(tuple(loose_slots(Exhibit(answer, (asked,), truth))))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("第七十五届会议第45号决议", {"75/45", "75", "45"}),
        ("A/RES/75/45", {"A/RES/75/45", "75/45"}),
        ("2020年12月7日", {"2020-12-7"}),
        ("第十六段", {"16"}),
        ("第16段", {"16"}),
        ("Resolution72/31andresolution75/45.", {"72/31", "75/45"}),
        ("A/69/154/Add.1。", {"A/69/154/ADD.1"}),
    ],
)
def test_slots_are_read_by_value(text: str, values: set[str]) -> None:
    assert values <= slot_values(plain(text))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("第七十六届会议第54号决议", "库中没有：第76/54号决议。"),
        ("75/45第十六段", "库中没有：第75/45号决议的执行部分第16段（共5段）。"),
        ("75/45 OP15到OP18", "库中没有：第75/45号决议的执行部分第17段（共5段）。"),
        ("S/RES/1540(2004)", "库中没有：安全理事会第1540(2004)号决议。"),
        ("第七十六屆會議第54號決議", "库中没有：第76/54号决议。"),
        ("the fifth paragraph", "Not in the library: preambular paragraph 5 of resolution 72/31."),
        ("第零段", "库中没有：第75/45号决议的执行部分第0段（共5段）。"),
        ("随便问问", "库中现有：第72/31号决议和第75/45号决议。"),
    ],
)
def test_what_was_asked_or_is_held_may_be_said(truth: Truth, asked: str, said: str) -> None:
    assert not loose(truth, asked, said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("第76/54号决议", "库中没有：第76/55号决议。"),
        ("75/45第16段", "库中没有：第75/45号决议的执行部分第17段（共5段）。"),
        ("75/45第16段", "库中没有：第75/45号决议的执行部分第16段（共99段）。"),
        ("随便问问", "库中现有：第72/31号决议和第75/46号决议。"),
    ],
)
def test_anything_else_is_loose(truth: Truth, asked: str, said: str) -> None:
    assert loose(truth, asked, said)


def test_a_slip_that_was_openly_put_right_supports_what_it_was_read_as(truth: Truth) -> None:
    said = "第75/45号决议中以秘书长为对象的段落共1段："
    answer = with_computed(quoted(truth, "A/RES/75/45#OP13"), said)
    asked = ("联大第75/45号决议请密书长做什么",)
    assert list(loose_slots(Exhibit(answer, asked, truth)))
    put_right = replace(
        answer,
        understood=replace(
            answer.understood, corrections=(Correction("密书长", "秘书长", "spelling"),)
        ),
    )
    assert list(loose_slots(Exhibit(put_right, asked, truth))) == []
    elsewhere = ("联大第75/45号决议请他做什么",)
    assert list(loose_slots(Exhibit(put_right, elsewhere, truth))), "nobody typed that"


def test_a_year_that_is_asked_about_has_a_first_and_a_last_day(truth: Truth) -> None:
    said = "第75/45号决议中2062年1月1日至2062年12月31日须办理事项的段落共1段："
    answer = with_computed(quoted(truth, "A/RES/75/45#OP13"), said)
    assert list(loose_slots(Exhibit(answer, ("2062年内要交什么",), truth))) == []
    assert list(loose_slots(Exhibit(answer, ("2061年内要交什么",), truth)))
