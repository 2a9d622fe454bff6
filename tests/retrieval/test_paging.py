"""Pages of a list: every paragraph once, in order, with its sub-paragraphs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.library.act_table import FoundActs
from assistant.library.library import Library
from assistant.library.lookups import ActQuery, Found
from assistant.retrieval.paging import Window, page_of, page_of_acts
from assistant.text.places import paragraph_of
from assistant.types import Whole
from tests.retrieval.test_holding import generated

__all__ = ["generated"]

KEYS = st.lists(
    st.builds(
        lambda symbol, place, item: f"A/RES/75/{symbol}#OP{place}{item}",
        st.integers(1, 5), st.integers(1, 9), st.sampled_from(["", "(a)", "(b)", "(a)(i)"]),
    ),
    unique=True,
    max_size=60,
).map(sorted)  # fmt: skip


def unit(key: str) -> str:
    symbol, _, place = key.partition("#")
    return f"{symbol}#{paragraph_of(place)}"


def pages(keys: list[str], size: int) -> list[tuple[list[str], Whole | None]]:
    found = []
    begin = 0
    while True:
        shown, whole = page_of(keys, str, Window(begin, size))
        found.append((list(shown), whole))
        if whole is None or whole.last >= whole.paragraphs:
            return found
        begin = whole.last


@given(KEYS, st.integers(1, 12))
def test_all_pages_together_are_the_list_and_no_paragraph_is_cut(
    keys: list[str], size: int
) -> None:
    parts = pages(keys, size)
    assert [key for shown, _ in parts for key in shown] == keys
    units = [{unit(key) for key in shown} for shown, _ in parts]
    assert sum(map(len, units)) == len(set().union(*units))
    assert all(len(of_page) <= size for of_page in units)


@given(KEYS, st.integers(1, 12))
def test_every_page_tells_the_whole_of_which_it_is_a_part(keys: list[str], size: int) -> None:
    parts = pages(keys, size)
    if len(parts) == 1:
        assert parts[0][1] is None
        return
    at = 1
    for shown, whole in parts:
        assert whole is not None
        assert (whole.first, whole.last) == (at, at - 1 + len({unit(key) for key in shown}))
        assert whole.paragraphs == len({unit(key) for key in keys})
        assert whole.resolutions == len({key.partition("#")[0] for key in keys})
        at = whole.last + 1


def test_without_a_window_everything_is_shown() -> None:
    assert page_of(["A/RES/75/1#OP1"] * 3, str, None) == (["A/RES/75/1#OP1"] * 3, None)


def test_beyond_the_end_nothing_is_shown() -> None:
    shown, whole = page_of(["A/RES/75/1#OP1"], str, Window(5, 5))
    assert (list(shown), whole and whole.paragraphs) == ([], 1)


def test_a_page_of_acts_in_memory_is_that_of_the_same_acts_listed(generated: Library) -> None:
    keys = generated.records.act_keys(ActQuery())
    assert isinstance(keys, FoundActs)
    assert any("(" in one.key for one in keys)
    for window in (Window(0, 20), Window(40, 7), Window(10**6, 20), Window(0, 10**6), None):
        shown, whole = page_of_acts(keys, window)
        assert (list(shown), whole) == page_of(list(keys), lambda one: one.key, window)


def test_of_a_list_of_acts_only_a_page_is_made(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = generated.records.act_keys(ActQuery())
    made: list[int] = []

    def counted(some: FoundActs, positions: NDArray[np.int32]) -> list[Found]:
        made.append(len(positions))
        return own(some, positions)

    own = FoundActs.at
    monkeypatch.setattr(FoundActs, "at", counted)
    monkeypatch.setattr(FoundActs, "__iter__", None)
    shown, whole = page_of_acts(keys, Window(0, 20))
    assert whole is not None
    assert whole.paragraphs > 500
    assert made == [len(shown)]
    assert len(shown) < 60
