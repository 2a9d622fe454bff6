from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from assistant.library import dense
from assistant.library.dense import WRITTEN_AT_ONCE, DenseIndex, build, update
from assistant.library.embedders import HashingEmbedder, Vectors

EMBEDDER = HashingEmbedder()


def _vectors(count: int) -> Vectors:
    drawn = np.random.default_rng(7).normal(size=(count, EMBEDDER.dimension))
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DenseIndex, Vectors]]:
    folder = tmp_path_factory.mktemp("dense")
    vectors = _vectors(700)
    keys = [f"A#{n:03}" for n in range(700)]
    build(folder, [(keys[:500], vectors[:500]), (keys[500:], vectors[500:])])
    index = DenseIndex(folder, EMBEDDER)
    yield index, vectors
    index.close()


def test_the_score_is_the_cosine(filled: tuple[DenseIndex, Vectors]) -> None:
    index, vectors = filled
    question = _vectors(701)[700]
    exact = vectors @ question
    for key, score in index.near(question, 20):
        assert score == pytest.approx(float(exact[int(key[2:])]), abs=1e-5)


def test_the_nearest_are_those_of_an_exact_search(filled: tuple[DenseIndex, Vectors]) -> None:
    index, vectors = filled
    for n in range(0, 700, 70):
        exact = np.argsort(-(vectors @ vectors[n]), kind="stable")[:10]
        assert [int(key[2:]) for key, _ in index.near(vectors[n], 10)] == exact.tolist()


@pytest.mark.parametrize("compared", [dense.COMPARED, 0])
def test_the_nearest_among_keys_are_exact_too(
    filled: tuple[DenseIndex, Vectors], monkeypatch: pytest.MonkeyPatch, compared: int
) -> None:
    """Whether few keys are compared one by one, or Chroma chooses among many."""
    monkeypatch.setattr(dense, "COMPARED", compared)
    index, vectors = filled
    among = range(3, 700, 9)
    exact = sorted(among, key=lambda n: -float(vectors[n] @ vectors[0]))[:10]
    hits = index.near(vectors[0], 10, [f"A#{n:03}" for n in among])
    assert [int(key[2:]) for key, _ in hits] == exact
    assert [score for _, score in hits] == pytest.approx(
        [float(vectors[n] @ vectors[0]) for n in exact], abs=1e-5
    )
    assert index.near(vectors[0], 10, ["A#nowhere"]) == []


def test_reading_goes_through_llama_index(
    filled: tuple[DenseIndex, Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    from llama_index.core.vector_stores.types import VectorStoreQuery
    from llama_index.vector_stores.chroma import ChromaVectorStore

    index, vectors = filled
    asked: list[int] = []
    query = ChromaVectorStore.query

    def noted(store: ChromaVectorStore, what: VectorStoreQuery, **kw: object) -> object:
        asked.append(what.similarity_top_k)
        return query(store, what, **kw)

    monkeypatch.setattr(ChromaVectorStore, "query", noted)
    index.near(vectors[0], 5)
    assert asked == [5 + dense.TIES]


def test_a_changed_index_finds_what_a_new_one_would(tmp_path: Path) -> None:
    vectors = _vectors(600)
    keys = [f"A#{n:03}" for n in range(600)]
    build(tmp_path, [(keys[:500], vectors[:500])])
    # A new paragraph in the place of an old one, a hundred taken out, a hundred put in.
    moved = np.concatenate([vectors[599:], vectors[500:599]])
    update(tmp_path, keys[:101], [([keys[0], *keys[500:599]], moved)])
    now = {keys[0]: vectors[599]} | {keys[n]: vectors[n] for n in range(101, 599)}
    index = DenseIndex(tmp_path, EMBEDDER)
    index.probe(len(now))
    for question in _vectors(620)[600:]:
        exact = sorted(now, key=lambda key: -float(now[key] @ question))[:10]
        assert [key for key, _ in index.near(question, 10)] == exact
    index.close()


def unwritten(folder: Path) -> int:
    """The rows of Chroma's log, which it puts into the graph when it opens it."""
    with closing(sqlite3.connect(folder / "chroma.sqlite3")) as connection:
        statement = (
            "SELECT COUNT(*) FROM embeddings_queue WHERE seq_id > "
            "(SELECT MIN(seq_id) FROM max_seq_id)"
        )
        count: int = connection.execute(statement).fetchone()[0]
    return count


@pytest.mark.parametrize("count", [2, 999, 1_000, 1_700])
def test_opening_an_index_leaves_nothing_to_be_put_into_it(tmp_path: Path, count: int) -> None:
    vectors = _vectors(count + 5)
    keys = [f"A#{n:04}" for n in range(count + 5)]
    steps = range(0, count, WRITTEN_AT_ONCE)
    ends = [min(count, n + WRITTEN_AT_ONCE) for n in steps]
    build(tmp_path, [(keys[n:end], vectors[n:end]) for n, end in zip(steps, ends, strict=True)])
    assert unwritten(tmp_path) == 0
    update(tmp_path, keys[:1], [(keys[count:], vectors[count:])])
    assert unwritten(tmp_path) == 0
    index = DenseIndex(tmp_path, EMBEDDER)
    index.probe(count + 4)
    assert [key for key, _ in index.near(vectors[-1], 1)] == keys[-1:]
    index.close()


def test_an_index_is_read_again_from_its_folder(tmp_path: Path) -> None:
    build(tmp_path, [(["A#0", "A#1"], _vectors(2))])
    for _ in range(2):
        index = DenseIndex(tmp_path, EMBEDDER)
        index.probe(2)
        index.close()


def test_a_probe_notices_missing_paragraphs(filled: tuple[DenseIndex, Vectors]) -> None:
    with pytest.raises(ValueError, match="700 paragraphs instead of 701"):
        filled[0].probe(701)


def test_a_probe_notices_lost_vectors(tmp_path: Path) -> None:
    # What a killed writer leaves: the texts in SQLite, the vectors nowhere. Chroma writes its
    # vectors out after a thousand rows.
    count = 1_500
    keys = [f"A#{n}" for n in range(count)]
    build(tmp_path, [(keys, _vectors(count))])
    for folder in (path for path in tmp_path.iterdir() if path.is_dir()):
        shutil.rmtree(folder)
    with pytest.raises(Exception, match=r".+"):
        DenseIndex(tmp_path, EMBEDDER).probe(count)


def test_a_probe_notices_an_index_that_finds_nothing(
    filled: tuple[DenseIndex, Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    index, _ = filled
    monkeypatch.setattr(type(index._collection), "query", lambda *_, **__: {"ids": [[]]})
    with pytest.raises(ValueError, match="finds nothing"):
        index.probe(700)


def test_a_folder_without_an_index_does_not_open(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="not exist"):
        DenseIndex(tmp_path, EMBEDDER)


def test_a_closed_index_lets_go_of_its_folder(tmp_path: Path) -> None:
    from chromadb.api.shared_system_client import SharedSystemClient

    build(tmp_path, [(["A#0"], _vectors(1))])
    DenseIndex(tmp_path, EMBEDDER).close()
    assert str(tmp_path) not in SharedSystemClient._identifier_to_system


def test_llama_index_never_looks_for_its_global_models(
    filled: tuple[DenseIndex, Vectors],
) -> None:
    from llama_index.core import Settings

    filled[0].search("秘书长", 5)
    assert (Settings._embed_model, Settings._llm) == (None, None)


def test_chroma_has_no_model_of_its_own(tmp_path: Path) -> None:
    build(tmp_path, [(["A#0"], _vectors(1))])
    index = DenseIndex(tmp_path, EMBEDDER)
    assert index._collection._embedding_function is None
    index.close()
