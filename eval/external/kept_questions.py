"""Vectors of questions on disk, so that a set is embedded once for every choice tried on it."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.library.embedders import Embedder, Vector, Vectors

_TABLE = "CREATE TABLE IF NOT EXISTS vectors (embedder TEXT, text TEXT, vector BLOB, " \
    "PRIMARY KEY (embedder, text))"  # fmt: skip


class KeptQuestions:
    """An Embedder that remembers the vectors of questions, by its model's name and their hash.

    Those of passages are kept by the library itself.
    """

    def __init__(self, model: Embedder, path: Path) -> None:
        """``path`` is the file; it is made where there is none."""
        self._model = model
        self.name = model.name
        self.dimension = model.dimension
        self._one_at_a_time = threading.Lock()
        self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._file.execute("PRAGMA synchronous=OFF")
        self._file.execute(_TABLE)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._model.embed_passages(texts)

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        row = (self.name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        with self._one_at_a_time:
            found = self._file.execute(
                "SELECT vector FROM vectors WHERE embedder = ? AND text = ?", row
            ).fetchone()
        if found:
            return np.frombuffer(found[0], dtype="<f4").astype(np.float32)
        vector = self._model.embed_question(text)
        with self._one_at_a_time:
            self._file.execute(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                (*row, vector.astype("<f4").tobytes()),
            )
        return vector

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
