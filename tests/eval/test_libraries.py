"""The libraries that questions are asked of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.parsing import parse
from assistant.reading import File, read_document
from eval.libraries import FORMS, generated_files, generated_truths, open_library

SPECIMENS = Path(__file__).parents[1] / "parsing" / "forms"


def test_every_form_is_there_and_says_that_it_is_invented() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in FORMS.glob("*.txt")}
    assert all("SYNTHETIC" in text.splitlines()[0] for text in texts.values())
    shipped = set(texts.values())
    for specimen in SPECIMENS.glob("*.txt"):
        assert specimen.read_text(encoding="utf-8") in shipped, specimen.name


def test_every_text_of_the_forms_is_read_and_no_two_are_of_one_symbol() -> None:
    read = [r.symbol for p in sorted(FORMS.glob("*.txt")) for r in parse(read_document(File.at(p)))]
    assert len(read) == len(set(read)) > 15


def test_the_generated_library_has_series_parts_votes_and_both_languages() -> None:
    truths = generated_truths()
    assert len(truths) > 120
    assert len({truth.symbol for truth in truths}) == len(truths)
    titles = [truth.title for truth in truths]
    assert max(map(titles.count, titles)) >= 5
    assert any(truth.vote for truth in truths)
    assert any(re.search(r"\d[A-Z]$", truth.symbol) for truth in truths)
    langs = {truth.lang for file in generated_files() for truth in file.truths}
    assert langs == {"zh", "en"}


def test_a_library_is_made_fresh_and_never_reads_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "mine"))
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")
    with open_library("forms") as assistant:
        symbols = {summary.symbol for summary in assistant.resolutions()}
    assert "A/RES/97/203" in symbols
    assert "A/RES/75/45" not in symbols, "libraries are never mixed"
    assert not (tmp_path / "mine").exists()


def test_a_library_of_ones_own_is_opened_where_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")
    monkeypatch.setenv("ASSISTANT_SAMPLE_LIBRARY", "false")
    with open_library("own", tmp_path) as assistant:
        assistant.ingest([FORMS / "14_ecosoc_numbers_lost.txt"])
    with open_library("own", tmp_path) as assistant:
        assert [summary.symbol for summary in assistant.resolutions()] == ["E/RES/2052/27"]
