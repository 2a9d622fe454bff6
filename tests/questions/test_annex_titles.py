"""An annex called by its title is that of the resolution that annexes it."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.annex_titles import with_symbols
from assistant.text.catalogue import AnnexTitle, Catalogue
from assistant.types import Summary

HELD = Summary("A/RES/97/203", "", "种子保存", "zh", 97, "2052-12-20", None, 1, 5)
PLAN = AnnexTitle("种子保存行动计划", "A/RES/97/203", "ANNEX")
CATALOGUE = Catalogue.holding((HELD,), (PLAN,))


@pytest.mark.parametrize("text", ["种子保存行动计划第2段", "《种子保存行动计划》的第2段写了什么"])
def test_a_paragraph_of_a_titled_annex_is_found_in_its_resolution(text: str) -> None:
    question = understand(text, catalogue=CATALOGUE)
    assert (question.symbols, question.places) == (("A/RES/97/203",), ("ANNEX/2",))
    assert question.text == text


def test_a_title_of_which_no_place_is_asked_stays_a_matter_of_content() -> None:
    question = understand("种子保存行动计划由谁执行", catalogue=CATALOGUE)
    assert question.places == ()


def test_the_longer_of_two_titles_that_end_alike_is_meant() -> None:
    other = AnnexTitle("行动计划", "A/RES/99/1", "ANNEX2")
    catalogue = Catalogue.holding((HELD,), (other, PLAN))
    question = understand("《种子保存行动计划》中第2段", catalogue=catalogue)
    assert (question.symbols, question.places) == (("A/RES/97/203",), ("ANNEX/2",))


def test_a_title_named_before_is_found_where_its_place_is_asked() -> None:
    text = "种子保存行动计划很长，种子保存行动计划的第2段写了什么"
    assert understand(text, catalogue=CATALOGUE).places == ("ANNEX/2",)


def test_a_title_that_two_resolutions_annex_names_neither() -> None:
    other = AnnexTitle("种子保存行动计划", "A/RES/99/1", "ANNEX")
    catalogue = Catalogue.holding((HELD,), (PLAN, other))
    assert understand("种子保存行动计划第2段", catalogue=catalogue).symbols == ()


def test_of_many_titles_those_are_looked_up_that_stand_in_the_question() -> None:
    many = tuple(
        AnnexTitle(f"第{n}种子保存行动计划", f"A/RES/98/{n}", "ANNEX") for n in range(1, 1_001)
    )
    catalogue = Catalogue.holding((HELD,), (*many, PLAN))
    question = "种子保存行动计划的第2段写了什么"
    assert with_symbols(question, catalogue).startswith("97/203号决议附件第2段")
    catalogue.annexes = ()  # the titles were read once: no question goes through them again
    assert with_symbols(question, catalogue).startswith("97/203号决议附件第2段")
