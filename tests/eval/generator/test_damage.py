"""Damage is seeded, pure, and does the one thing it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.generator.damage import KINDS, damaged, spoilt
from tests.eval.generator.samples import first, texts_of

LINES = st.lists(
    st.text(alphabet="大会请秘书长12/，。；()ab ", max_size=60).map(lambda line: line.rstrip()),
    max_size=30,
).map(tuple)
ARRANGING = sorted(name for name, kind in KINDS.items() if not kind.loses)


def characters(lines: tuple[str, ...]) -> str:
    return re.sub(r"\s", "", "".join(lines))


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(lines=LINES, seed=st.integers(0, 99))
def test_the_same_seed_does_the_same_damage(kind: str, lines: tuple[str, ...], seed: int) -> None:
    assert spoilt(lines, kind, seed) == spoilt(lines, kind, seed)


@pytest.mark.parametrize("kind", ARRANGING)
@given(lines=LINES, seed=st.integers(0, 99))
def test_what_only_rearranges_loses_no_character(
    kind: str, lines: tuple[str, ...], seed: int
) -> None:
    assert characters(spoilt(lines, kind, seed)) == characters(lines)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_changes_some_text(kind: str) -> None:
    files = [first("modern"), *texts_of("wrapped", "zh", 4)]
    assert any(damaged(file, kind, seed).text != file.text for file in files for seed in range(5))


def test_a_damaged_file_keeps_its_truth_and_name() -> None:
    file = first("modern")
    after = damaged(file, "truncate", 3)
    assert (after.name, after.truths) == (file.name, file.truths)
    assert len(after.text) < len(file.text)


def test_cut_lines_are_gone_whole() -> None:
    file = first("modern")
    before, after = file.text.split("\n"), damaged(file, "cut", 3).text.split("\n")
    assert set(after) < set(before)


def test_furniture_stands_between_lines_and_changes_none() -> None:
    file = first("modern")
    before, after = file.text.split("\n"), damaged(file, "furniture", 4).text.split("\n")
    inserted = [line for line in after if re.fullmatch(r"\d+/\d+|\f\d{2}-\d{5}", line)]
    assert inserted
    assert [line for line in after if line not in inserted] == before


def test_a_misread_text_keeps_its_length() -> None:
    file = first("modern")
    assert len(damaged(file, "misread", 3).text) == len(file.text)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        spoilt(("大会，",), "earthquake", 1)
