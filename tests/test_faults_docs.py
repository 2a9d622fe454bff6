"""Every row of docs/faults.md is proven by tests that are there and run."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).parent.parent
_DOCS: Final = (_ROOT / "docs" / "faults.md", _ROOT / "docs" / "faults.en.md")

# What begins a row's first cell in English, and the tests that prove the row.
PROOFS: Final = {
    "kill -9": ("kills.test_kills:nothing_that_was_acknowledged_is_lost_by_kills_at_any_moment",),
    "several processes": (
        "deployment.test_two_processes:a_process_killed_under_load_loses_nothing_and_nobody_is_"
        "told_anything_wrong",
    ),
    "power cut": (
        "library.test_engine:resolutions_keys_and_the_audit_are_on_the_disk_when_they_are_"
        "acknowledged",
        "server.test_spool:what_is_accepted_is_on_the_disk_before_that_is_said",
    ),
    "disk full": (
        "library.test_disk:on_a_full_disk_what_was_acknowledged_is_kept_and_questions_are_answered",
    ),
    "data folder read-only": (
        "library.test_disk:a_folder_that_cannot_be_written_to_is_said_and_left_as_it_is",
    ),
    "records (SQLite) damaged": (
        "library.test_mending:damaged_records_refuse_are_named_and_mended_by_one_command",
        "library.test_examining:damage_that_is_found_while_the_library_answers_ends_all_answers",
    ),
    "a turn of a conversation damaged": (
        "library.test_turn_seals:a_damaged_turn_is_refused_named_and_taken_out",
    ),
    "index files (Tantivy, Chroma) or manifests damaged": (
        "library.test_disk:a_damaged_index_or_manifest_is_named_by_the_doctor_and_made_again",
    ),
    "a kept source file damaged": (
        "library.test_disk:a_damaged_source_file_is_named_and_never_given_out",
    ),
    "the cache (words, what questions share) damaged": (
        "text.test_word_tables:what_is_not_what_was_written_is_made_again",
        "library.test_bare_questions:it_is_computed_again_where_what_was_kept_is_damaged_or_of_others",
    ),
    "a file that crashes, hangs or exhausts": (
        "library.test_workers:a_file_that_ends_its_reader_is_refused_alone",
        "library.test_workers:a_file_that_takes_too_long_is_given_up_alone",
        "library.test_workers:a_file_that_takes_all_memory_does_not_get_it",
    ),
    "the embedding model is gone": (
        "library.test_missing_model:a_library_whose_model_is_gone_says_what_to_do_and_is_left_as_"
        "it_is",
    ),
    "the clock jumps": (
        "library.test_conversations:a_clock_that_jumps_backwards_loses_nothing",
        "library.test_conversations:a_clock_that_jumps_ahead_loses_nothing_however_much_is_asked_"
        "meanwhile",
        "access.test_audit:a_clock_that_jumps_ahead_costs_no_entry",
        "access.test_keys:a_clock_that_jumps_ends_no_key_for_good_and_brings_none_back",
        "library.test_kept_replies:when_the_clock_was_a_year_ahead_nobody_waits_for_a_year",
        "server.abuse.test_rates:a_clock_that_jumps_keeps_nobody_waiting_longer_than_a_window",
    ),
    "PostgreSQL goes away": (
        "deployment.test_two_processes:a_database_that_goes_away_is_said_refused_and_come_back_to",
    ),
    "Chroma goes away": (
        "deployment.test_two_processes:a_chroma_server_that_goes_away_is_said_done_without_and_"
        "come_back_to",
    ),
    "a library of an earlier version": ("library.test_versions:every_resolution_is_as_it_was",),
}


def _rows(path: Path) -> list[list[str]]:
    table = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


@pytest.mark.parametrize("path", _DOCS, ids=lambda path: path.name)
def test_every_row_is_whole(path: Path) -> None:
    rows = _rows(path)
    assert len(rows) == len(PROOFS)
    assert all(len(row) == 3 and all(row) for row in rows)


def test_every_row_has_its_proof_and_every_proof_its_row() -> None:
    for row, begins in zip(_rows(_DOCS[1]), PROOFS, strict=True):
        assert row[0].startswith(begins)


@pytest.mark.parametrize("proof", [one for row in PROOFS.values() for one in row])
def test_a_proof_is_a_test_that_runs(proof: str) -> None:
    module, _, name = proof.partition(":")
    found = getattr(importlib.import_module(f"tests.{module}"), f"test_{name}")
    for mark in getattr(found, "pytestmark", []):
        assert mark.name != "skip"
        assert mark.name != "skipif" or not any(mark.args), mark.kwargs


def test_both_languages_name_the_same_commands_row_by_row() -> None:
    zh, en = (_rows(path) for path in _DOCS)
    for row, other in zip(zh, en, strict=True):
        assert re.findall(r"`([^`]+)`", " ".join(row)) == re.findall(r"`([^`]+)`", " ".join(other))
    named = [re.findall(r"`([^`]+)`", path.read_text(encoding="utf-8")) for path in _DOCS]
    assert sorted(named[0]) == sorted(named[1])


@pytest.mark.parametrize("path", _DOCS, ids=lambda path: path.name)
def test_the_result_of_the_kills_was_written_by_their_command(path: Path) -> None:
    found = re.search(r"<!-- kills -->\n(.+)\n<!-- /kills -->", path.read_text(encoding="utf-8"))
    assert found, "python -m tests.kills --count 200 --record"
    assert int(re.findall(r"\d+", found[1])[0]) >= 200
