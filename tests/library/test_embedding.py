from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.library.embedders import HashingEmbedder, Vectors
from assistant.library.embedding import embed_missing, vector_rows
from assistant.library.records import Records
from tests.library.specimens import operative, resolution


def _fill(records: Records, count: int) -> None:
    for n in range(count):
        own = [operative(f"A/RES/75/{n}", k, f"第{n}号第{k}段") for k in range(1, 9)]
        records.put(resolution(f"A/RES/75/{n}", 75, *own))


def test_every_text_gets_the_vector_of_its_words(records: Records) -> None:
    _fill(records, 9)
    embedder = HashingEmbedder()
    assert embed_missing(records, embedder) == 9 * 8 + 2  # META and END are the same in all
    texts = {text.key: text.text for text in records.texts()}
    rows = {
        key: vector
        for keys, vectors in vector_rows(records, embedder, records.texts(), 7)
        for key, vector in zip(keys, vectors, strict=True)
    }
    assert rows.keys() == texts.keys()
    for key, vector in rows.items():
        np.testing.assert_array_equal(vector, embedder.embed_passages([texts[key]])[0])


def test_nothing_is_embedded_twice(records: Records) -> None:
    _fill(records, 2)
    assert embed_missing(records, HashingEmbedder()) > 0
    assert embed_missing(records, HashingEmbedder()) == 0


class _Interrupted(HashingEmbedder):
    def __init__(self, calls: int) -> None:
        self.calls = calls

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if self.calls == 0:
            raise KeyboardInterrupt
        self.calls -= 1
        return super().embed_passages(texts)


def test_embedding_that_was_interrupted_goes_on_where_it_was(records: Records) -> None:
    _fill(records, 20)
    with pytest.raises(KeyboardInterrupt):
        embed_missing(records, _Interrupted(3))
    done = records.vectors.count(HashingEmbedder.name)
    assert done == 3 * 32
    assert embed_missing(records, HashingEmbedder()) == 20 * 8 + 2 - done


def test_progress_counts_what_is_missing(records: Records) -> None:
    _fill(records, 5)
    told: list[tuple[str, int, int]] = []
    embed_missing(records, HashingEmbedder(), lambda *step: told.append(step))
    assert told == [("embedding", 32, 42), ("embedding", 42, 42)]
