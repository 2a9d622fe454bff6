"""Every row of docs/faults.md is proven by tests that are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).parent.parent
_DOCS: Final = (_ROOT / "docs" / "faults.md", _ROOT / "docs" / "faults.en.md")

# In the order of the rows: a file of tests, and one that proves the row.
PROOFS: Final = (
    ("kills/test_kills.py", "test_nothing_that_was_acknowledged_is_lost_by_kills_at_any_moment"),
    ("library/test_disk.py", "test_on_a_full_disk_what_was_acknowledged_is_kept"),
    ("library/test_disk.py", "test_a_folder_that_cannot_be_written_to_is_said"),
    ("library/test_mending.py", "test_damaged_records_refuse_are_named_and_mended"),
    ("library/test_disk.py", "test_a_damaged_index_or_manifest_is_named_by_the_doctor"),
    ("library/test_disk.py", "test_a_damaged_source_file_is_named_and_never_given_out"),
    ("text/test_word_cache.py", "test_what_is_not_what_was_written_is_made_again"),
    ("library/test_workers.py", "test_a_file_that_takes_all_memory_does_not_get_it"),
    ("library/test_versions.py", "test_every_resolution_is_as_it_was"),
)


def _rows(path: Path) -> list[list[str]]:
    table = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


@pytest.mark.parametrize("path", _DOCS, ids=lambda path: path.name)
def test_every_row_is_whole_and_has_its_proof(path: Path) -> None:
    rows = _rows(path)
    assert len(rows) == len(PROOFS)
    assert all(len(row) == 3 and all(row) for row in rows)
    for file, name in PROOFS:
        assert f"def {name}" in (_ROOT / "tests" / file).read_text(encoding="utf-8")


def test_both_languages_name_the_same_commands() -> None:
    named = [re.findall(r"`([^`]+)`", path.read_text(encoding="utf-8")) for path in _DOCS]
    assert sorted(named[0]) == sorted(named[1])


@pytest.mark.parametrize("path", _DOCS, ids=lambda path: path.name)
def test_the_result_of_the_kills_was_written_by_their_command(path: Path) -> None:
    found = re.search(r"<!-- kills -->\n(.+)\n<!-- /kills -->", path.read_text(encoding="utf-8"))
    assert found, "python -m tests.kills --count 200 --record"
    assert int(re.findall(r"\d+", found[1])[0]) >= 200
