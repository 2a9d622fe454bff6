from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from assistant.library import checking, examining
from assistant.library.checking import embedder_check, records_check, vectors_check
from assistant.library.embedders import HashingEmbedder, Vector
from assistant.library.library import Library
from assistant.library.records import Records
from tests.library.specimens import resolution


def test_a_sound_library_has_nothing_to_mend(library: Library) -> None:
    library.records.put(resolution())
    library.refresh()
    checks = library.checks()
    assert [check.name for check in checks] == [
        "records",
        "lexical",
        "dense",
        "embedder",
        "vectors",
        "conversations",
    ]
    assert all(check.ok and check.remedy is None for check in checks)


def test_checking_mends_nothing(library: Library) -> None:
    library.records.put(resolution())
    for _ in range(2):
        wrong = {check.name: check.remedy for check in library.checks() if not check.ok}
        assert wrong == dict.fromkeys(("lexical", "dense", "vectors"), "assistant reindex")


def test_a_broken_paragraph_is_reported_with_its_resolution(library: Library) -> None:
    library.records.put(resolution())
    library.records.put(resolution("A/RES/72/31", 72))
    path = library.settings.data_dir / "library.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE paragraphs SET structure = '{' WHERE symbol = 'A/RES/72/31' AND place = 'OP1'"
        )
    connection.close()
    check = records_check(library.records)
    assert not check.ok
    assert "A/RES/72/31" in check.zh
    assert "A/RES/75/45" not in check.zh


def test_vectors_of_another_embedder_do_not_count(records: Records) -> None:
    records.put(resolution())
    hashes = {text.text_hash for text in records.texts()}
    records.vectors.put({h: np.ones(3, dtype=np.float32) for h in hashes}, "another")
    assert not vectors_check(records, HashingEmbedder()).ok
    records.vectors.put({h: np.ones(3, dtype=np.float32) for h in hashes}, HashingEmbedder.name)
    assert vectors_check(records, HashingEmbedder()).ok


class _Failing(HashingEmbedder):
    def embed_question(self, text: str) -> Vector:
        raise RuntimeError(f"out of order: {text}")


class _Halved(HashingEmbedder):
    def embed_question(self, text: str) -> Vector:
        return super().embed_question(text) / 2


@pytest.mark.parametrize("embedder", [_Failing(), _Halved()])
def test_an_embedder_that_does_not_work_is_reported(embedder: HashingEmbedder) -> None:
    check = embedder_check(embedder)
    assert not check.ok
    assert check.remedy


def test_large_records_are_not_looked_through_by_who_asks_whether_all_is_well(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_AT_ONCE", 0)
    monkeypatch.setattr(checking, "damage", lambda _: pytest.fail("looked through"))
    library.refresh()
    (records,) = (check for check in library.own_checks() if check.name == "records")
    assert records.ok
    assert "0 resolutions (generation 0)" in records.en
