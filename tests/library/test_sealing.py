"""An index whose bytes are not those that were written is found out, whatever became of them."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.library import dense, lexical
from assistant.library.embedders import HashingEmbedder
from assistant.library.lookups import IndexedText
from assistant.library.sealing import broken, seal

EMBEDDER = HashingEmbedder()
# More than Chroma keeps outside of its graph.
TEXTS = [f"请秘书长就第{n}号决议的执行情况提出报告" for n in range(1_100)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both kinds of index, side by side in one folder."""
    folder = tmp_path_factory.mktemp("sealed")
    for name in ("dense", "lexical"):
        (folder / name).mkdir()
    keys = [f"A/RES/75/{n}#OP1" for n in range(len(TEXTS))]
    vectors = np.asarray(EMBEDDER.embed_passages(TEXTS), dtype=np.float32)
    dense.build(
        folder / "dense", [(keys[:1_000], vectors[:1_000]), (keys[1_000:], vectors[1_000:])]
    )
    lexical.build(folder / "lexical", map(IndexedText, keys, TEXTS, keys))
    return folder


@pytest.fixture
def index(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "index"))


def _read(folder: Path) -> None:
    index = dense.DenseIndex(folder / "dense", EMBEDDER)
    index.probe(len(TEXTS))
    assert index.search(TEXTS[7], 1)[0][0] == "A/RES/75/7#OP1"
    index.close()
    words = lexical.LexicalIndex(folder / "lexical")
    words.probe(len(TEXTS))
    assert words.search(TEXTS[7], 1)
    words.close()


def test_an_index_that_was_only_read_is_whole(index: Path) -> None:
    sealed = seal(index)
    assert {Path(name).suffix for name in sealed} > {".bin", ".sqlite3", ".store", ".term"}
    for _ in range(3):
        _read(index)
        assert broken(index, sealed) == ()


def test_it_stays_whole_however_often_it_is_opened(index: Path) -> None:
    """Each opening writes a row, which in the end takes a page more."""
    import sqlite3

    sealed = seal(index)
    file = index / "dense" / "chroma.sqlite3"
    before = file.stat().st_size
    connection = sqlite3.connect(file)
    for _ in range(3_000):
        connection.execute("INSERT INTO acquire_write (lock_status) VALUES (TRUE)")
    connection.commit()
    connection.close()
    assert file.stat().st_size > before
    assert broken(index, sealed) == ()
    _read(index)


def test_an_index_whose_graph_is_not_written_stays_whole_too(tmp_path: Path) -> None:
    """As of a single text, and as programs before this one left up to a thousand."""
    vectors = np.asarray(EMBEDDER.embed_passages(TEXTS[:1]), dtype=np.float32)
    dense.build(tmp_path, [(["A#0"], vectors)])
    sealed = seal(tmp_path)
    assert list(sealed) == ["chroma.sqlite3"]
    for _ in range(3):
        index = dense.DenseIndex(tmp_path, EMBEDDER)
        index.probe(1)
        index.close()
        assert broken(tmp_path, sealed) == ()


def _flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _zero(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    written = [at for at, byte in enumerate(data) if byte]
    at = chance.choice(written)
    data[at : at + 512] = bytes(len(data[at : at + 512]))
    path.write_bytes(data)


def _cut(path: Path, chance: random.Random) -> None:
    os.truncate(path, chance.randrange(path.stat().st_size))


def _remove(path: Path, _chance: random.Random) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [_zero, _cut, _remove])
def test_every_file_that_is_damaged_is_named(
    index: Path, damage: Callable[[Path, random.Random], None]
) -> None:
    sealed = seal(index)
    chance = random.Random(7)  # noqa: S311 - to be drawn the same again
    for name in sealed:
        path = index / name
        if not any(path.read_bytes()):  # nothing to take from it
            continue
        whole = path.read_bytes()
        damage(path, chance)
        assert broken(index, sealed) == (name,)
        path.write_bytes(whole)
    assert broken(index, sealed) == ()


def test_a_single_bit_is_noticed_wherever_it_matters(index: Path) -> None:
    sealed = seal(index)
    chance = random.Random(11)  # noqa: S311 - likewise
    for name in sealed:
        path = index / name
        whole = path.read_bytes()
        for _ in range(5 if whole else 0):
            _flip(path, chance)
            unlike = path.read_bytes()
            told = broken(index, sealed)
            path.write_bytes(whole)
            if told != (name,):  # only what readers write themselves is let pass
                assert path.suffix == ".sqlite3"
                at = next(n for n, byte in enumerate(whole) if unlike[n] != byte)
                assert at < 100 or at // 4096 == 3


def test_a_seal_that_is_none_is_no_proof(index: Path) -> None:
    name = next(iter(seal(index)))
    for nonsense in ("", "x", "-", "10", "999999999999-00000000"):
        assert broken(index, {name: nonsense}) == (name,)
    assert broken(index, {"absent": "0-00000000"}) == ("absent",)
