"""Real texts that may not be copied into the project. They are read where ``CORPUS_DIR`` names a
folder that holds ``ecosoc/*.txt``; their source lost paragraph numbers and footnote marks."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Resolution
from tests.parsing.wholeness import assert_whole

FOLDER = Path(os.environ.get("CORPUS_DIR") or "no corpus") / "ecosoc"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="CORPUS_DIR names no corpus")

# Counted by hand: preambular and operative paragraphs, headings, notes, annexes.
COUNTS = {
    "E_RES_2023_2": (3, 1, 0, 0, 0),
    "E_RES_2023_3": (10, 5, 5, 8, 0),
    "E_RES_2023_14": (33, 0, 0, 0, 0),
    "E_RES_2023_18": (1, 1, 0, 1, 1),
    "E_RES_2023_20": (1, 1, 0, 0, 1),
    "ECOSOC_peace_405": (20, 36, 0, 6, 0),
}


def read(name: str) -> tuple[tuple[str, ...], Resolution]:
    document = read_document(File.at(FOLDER / f"{name}.txt"))
    # The last of them says nowhere which it is.
    symbol = "E/RES/2023/999" if name.startswith("ECOSOC") else None
    (resolution,) = parse(document, symbol=symbol)
    return document.lines, resolution


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_of_a_text_without_numbers_is_lost(name: str) -> None:
    lines, resolution = read(name)
    assert_whole(lines, (resolution,))


@pytest.mark.parametrize("name", COUNTS)
def test_its_paragraphs_are_told_apart_without_numbers(name: str) -> None:
    kinds = Counter(paragraph.kind for paragraph in read(name)[1].paragraphs)
    found = (kinds[k] for k in ("preambular", "operative", "heading", "footnote", "annex"))
    assert tuple(found) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_a_lost_number_is_never_passed_off_as_a_printed_one(name: str) -> None:
    for paragraph in read(name)[1].paragraphs:
        if paragraph.kind == "operative":
            is_guess = "~" in paragraph.place
            assert is_guess == (paragraph.printed is None) == ("number" in paragraph.inferred)


def test_the_one_number_that_is_left_is_kept() -> None:
    assert any(p.place == "OP110" for p in read("E_RES_2023_3")[1].paragraphs)


def test_a_text_that_ends_with_its_preamble_says_so() -> None:
    assert "operative" in read("E_RES_2023_14")[1].inferred


def test_the_title_below_the_imprint_is_marked_as_found_there() -> None:
    _, resolution = read("E_RES_2023_3")
    assert resolution.title == "评估信息社会世界峰会成果落实和后续工作方面取得的进展"
    assert resolution.inferred == ("symbol", "title")
