"""Sections whose paragraphs are numbered through."""

import pytest

from assistant.retrieval.sections import under_heading
from tests.retrieval.specimens import in_sections, paragraph, resolution

_S = "A/RES/97/203"
_NUMBERED_THROUGH = resolution(
    _S,
    "样例十年",
    paragraph(_S, "H1", "一. 宗旨"),
    paragraph(_S, "OP1", "宣布样例十年；"),
    paragraph(_S, "H2", "二. 经费"),
    paragraph(_S, "OP2", "设立基金；"),
    paragraph(_S, "OP2(a)", "由各国捐助；"),
    paragraph(_S, "ANNEX", "附件\n样例计划"),
    paragraph(_S, "ANNEX/H1", "一. 目标"),
    paragraph(_S, "ANNEX/1", "样例应有备份。"),
    paragraph(_S, "ANNEX/H2", "二. 步骤"),
    paragraph(_S, "ANNEX/2", "各国应普查样例。"),
)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("S1", "OP1"),
        ("S2", "OP2 OP2(a)"),
        ("ANNEX/S1", "ANNEX/1"),
        ("ANNEX/S2", "ANNEX/2"),
        ("S3", ""),
        ("OP1", ""),
    ],
)
def test_a_section_runs_from_its_heading_to_the_next(place: str, found: str) -> None:
    assert under_heading(place, _NUMBERED_THROUGH) == found.split()


def test_paragraphs_that_name_their_section_are_left_to_their_places() -> None:
    assert under_heading("S2", in_sections()) == []
