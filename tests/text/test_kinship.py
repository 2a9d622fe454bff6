"""Which symbols stand for one resolution."""

from __future__ import annotations

import pytest

from assistant.text.kinship import (
    key,
    meant_by,
    part_of,
    printed_numbers,
    root,
    same,
    spellings,
    with_part,
)

HELD = ("A/RES/51/94", "A/RES/51/942A", "A/RES/51/942B", "A/RES/217A(III)", "S/RES/1325(2000)")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("A/RES/51/942B", "A/RES/51/942"),
        ("A/RES/217A(III)", "A/RES/217(III)"),
        ("A/DEC/54/499A", "A/DEC/54/499"),
        ("A/RES/S-10/2A", "A/RES/S-10/2"),
        ("E/DEC/2023/201D", "E/DEC/2023/201"),
    ],
)
def test_a_part_belongs_to_a_whole_and_the_whole_has_that_part(part: str, whole: str) -> None:
    assert part_of(part) == whole
    assert with_part(whole, part.partition("(")[0][-1]) == part
    assert part in spellings(whole)


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/51/942",
        "A/RES/217(III)",
        "S/RES/1325(2000)",
        "A/72/206",
        "A/54/L.83",
        "E/RES/2023/14",
    ],
)
def test_a_whole_is_part_of_nothing(symbol: str) -> None:
    assert part_of(symbol) is None


@pytest.mark.parametrize("symbol", ["A/RES/51/942A", "A/72/206", "S/RES/1325(2000)"])
def test_what_has_no_parts_is_not_given_any(symbol: str) -> None:
    with pytest.raises(ValueError, match="no parts"):
        with_part(symbol, "B")


def test_the_year_makes_no_difference_where_only_one_is_said() -> None:
    assert same("S/RES/1325", "S/RES/1325(2000)")
    assert same("S/RES/1325(2000)", "S/RES/1325")
    assert key("S/RES/1325(2000)") == key("S/RES/1325")
    assert not same("S/RES/1325(2000)", "S/RES/1325(2001)")
    assert not same("A/RES/51/942", "A/RES/51/942A"), "a part is not the whole"


def test_every_spelling_of_a_council_resolution_is_looked_for() -> None:
    assert {"S/RES/1325", "S/RES/1325(2000)"} <= spellings("S/RES/1325")
    assert spellings("S/RES/1325(2000)") == {"S/RES/1325", "S/RES/1325(2000)"}
    assert spellings("A/72/206") == {"A/72/206"}


@pytest.mark.parametrize(
    ("symbol", "meant"),
    [
        ("A/RES/51/942", ("A/RES/51/942A", "A/RES/51/942B")),
        ("A/RES/51/942B", ("A/RES/51/942B",)),
        ("A/RES/51/94", ("A/RES/51/94",)),
        ("A/RES/217(III)", ("A/RES/217A(III)",)),
        ("S/RES/1325", ("S/RES/1325(2000)",)),
        ("S/RES/1325(2001)", ()),
        ("A/RES/51/942C", ()),
    ],
)
def test_a_symbol_means_what_is_held_of_it(symbol: str, meant: tuple[str, ...]) -> None:
    assert meant_by(symbol, HELD) == meant


def test_a_number_is_looked_for_as_texts_print_it() -> None:
    assert printed_numbers("A/RES/75/45") == ("75/45",)
    assert printed_numbers("A/RES/48/226A") == ("48/226A", "48/226 A")
    assert printed_numbers("S/RES/1325(2000)") == ("1325(2000)", "1325 (2000)")
    assert "217 A (III)" in printed_numbers("A/RES/217A(III)")


def test_a_whole_that_is_held_itself_means_itself_alone() -> None:
    assert meant_by("A/RES/51/942", ("A/RES/51/942", "A/RES/51/942A")) == ("A/RES/51/942",)


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/RES/75/45", "A/RES/75/45"),
        ("A/RES/51/942B", "A/RES/51/942"),
        ("A/RES/217A(III)", "A/RES/217(III)"),
        ("S/RES/1325(2000)", "S/RES/1325"),
        ("S/RES/1325", "S/RES/1325"),
        ("A/68/514", "A/68/514"),
    ],
)
def test_parts_and_spellings_of_a_resolution_have_one_root(symbol: str, name: str) -> None:
    assert root(symbol) == name
    assert symbol in spellings(name)
