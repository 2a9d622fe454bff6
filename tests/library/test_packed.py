"""Strings kept as one are those that were added."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.library.packed import Packed


@given(st.lists(st.text(max_size=3), max_size=30), st.integers(1, 5))
def test_strings_come_back_by_their_numbers(strings: list[str], together: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.library.packed._TOGETHER", together)
        kept = Packed()
        numbers = [kept.add(string) for string in strings]
        assert numbers == list(range(len(strings)))
        assert list(kept.sealed()) == strings
        assert len(kept) == len(strings)


def test_many_short_strings_take_half_of_their_memory() -> None:
    strings = [f"A/RES/75/{number}#OP{number}" for number in range(10_000)]
    kept = Packed(strings).sealed()
    taken = sys.getsizeof(kept._text) + sys.getsizeof(kept._ends)
    assert taken < (sys.getsizeof(strings) + sum(map(sys.getsizeof, strings))) / 2
