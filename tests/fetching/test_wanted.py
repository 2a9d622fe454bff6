from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fetching import InvalidSymbol, wanted_symbols
from assistant.fetching.wanted import LONGEST_RANGE


@pytest.mark.parametrize(
    "written",
    [
        "A/RES/75/45",
        "75/45",
        "第75/45号决议",
        "大会第75/45号决议",
        "Ａ／ＲＥＳ／７５／４５",
        "a/res/75/45",
    ],
)
def test_a_symbol_is_known_in_every_written_form(written: str) -> None:
    assert wanted_symbols([written]) == ("A/RES/75/45",)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("A/RES/75/1..3", "A/RES/75/1", "A/RES/75/3"),
        ("75/9..11", "A/RES/75/9", "A/RES/75/11"),
        ("75/9…11", "A/RES/75/9", "A/RES/75/11"),
        ("第75/1至3号决议", "A/RES/75/1", "A/RES/75/3"),
        ("A/RES/ES-10/20..22", "A/RES/ES-10/20", "A/RES/ES-10/22"),
        ("A/RES/2158..2160(XXI)", "A/RES/2158(XXI)", "A/RES/2160(XXI)"),
        ("S/RES/981..983(1995)", "S/RES/981(1995)", "S/RES/983(1995)"),
        ("E/RES/2023/14..16", "E/RES/2023/14", "E/RES/2023/16"),
        ("A/HRC/RES/47/5..7", "A/HRC/RES/47/5", "A/HRC/RES/47/7"),
    ],
)
def test_a_range_names_every_number_between(written: str, first: str, last: str) -> None:
    symbols = wanted_symbols([written])
    assert (symbols[0], symbols[-1], len(symbols)) == (first, last, 3)


def test_a_range_of_one_is_one() -> None:
    assert wanted_symbols(["75/45..45"]) == ("A/RES/75/45",)


@pytest.mark.parametrize(
    "written",
    [
        ["75/1,75/3..4，72/31"],
        ["75/1、75/3..4；72/31"],
        ["75/1", "75/3..4", "72/31"],
        ["75/1\n75/3..4\n\n72/31\n"],
        ["75/1", "75/1", "75/3..4, 75/4", "72/31"],
    ],
)
def test_a_list_names_each_once_in_its_order(written: list[str]) -> None:
    assert wanted_symbols(written) == ("A/RES/75/1", "A/RES/75/3", "A/RES/75/4", "A/RES/72/31")


@pytest.mark.parametrize(
    "written",
    [
        "hello",
        "75",
        "A/RES/75/45..x",
        "A/RES/75/9..1",
        "A/RES/75/0..5",
        f"A/RES/75/1..{LONGEST_RANGE + 1}",
        "A/RES/75/1..99999999999999999999",
        "1..5",
        "../../etc/passwd",
        "",
        " , ",
    ],
)
def test_what_is_no_symbol_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(InvalidSymbol) as refused:
        wanted_symbols(["A/RES/72/31", written] if written.strip(" ,") else [written])
    assert "A/RES/75/45" in refused.value.zh or "从小到大" in refused.value.zh
    assert refused.value.en


@given(session=st.integers(31, 130), first=st.integers(1, 400), more=st.integers(0, 50))
def test_asking_for_what_was_understood_is_understood_the_same(
    session: int, first: int, more: int
) -> None:
    symbols = wanted_symbols([f"A/RES/{session}/{first}..{first + more}"])
    assert len(symbols) == more + 1
    assert wanted_symbols(symbols) == symbols


@given(st.text(max_size=40))
def test_any_text_is_understood_or_refused(written: str) -> None:
    with suppress(InvalidSymbol):
        assert wanted_symbols([written])
