from __future__ import annotations

import pytest

from assistant.library.parts import meant_by, whole_of

HELD = ("A/RES/51/942A", "A/RES/51/942B", "A/RES/75/45", "A/RES/217A(III)")


@pytest.mark.parametrize(
    ("symbol", "whole"),
    [
        ("A/RES/51/942B", "A/RES/51/942"),
        ("A/RES/217A(III)", "A/RES/217(III)"),
        ("A/RES/75/45", "A/RES/75/45"),
        ("A/RES/ES-10/21", "A/RES/ES-10/21"),
        ("S/RES/983(1995)", "S/RES/983(1995)"),
        ("A/RES/1874(S-IV)", "A/RES/1874(S-IV)"),
    ],
)
def test_the_whole_of_a_part_has_no_letter(symbol: str, whole: str) -> None:
    assert whole_of(symbol) == whole


@pytest.mark.parametrize(
    ("symbol", "meant"),
    [
        ("A/RES/75/45", ("A/RES/75/45",)),
        ("A/RES/51/942", ("A/RES/51/942A", "A/RES/51/942B")),
        ("A/RES/51/942B", ("A/RES/51/942B",)),
        ("A/RES/217(III)", ("A/RES/217A(III)",)),
        ("A/RES/51/94", ()),
        ("A/RES/51/942C", ()),
    ],
)
def test_a_symbol_means_itself_or_all_its_parts(symbol: str, meant: tuple[str, ...]) -> None:
    assert meant_by(symbol, HELD) == meant


def test_a_whole_that_is_held_itself_means_itself_alone() -> None:
    assert meant_by("A/RES/51/942", ("A/RES/51/942", "A/RES/51/942A")) == ("A/RES/51/942",)
