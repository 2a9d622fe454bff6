"""Vectors on disk, so that a text is embedded once for every choice tried on it."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.library.embedders import Embedder, Vector, Vectors

_TABLE = """
CREATE TABLE IF NOT EXISTS vectors
(embedder TEXT, kind TEXT, text TEXT, vector BLOB, PRIMARY KEY (embedder, kind, text))
"""


class KeptVectors:
    """An Embedder that remembers what it embedded, by its model's name and the text's hash."""

    def __init__(self, model: Embedder, path: Path) -> None:
        """``path`` is the file; it is made where there is none."""
        self._model = model
        self.name = model.name
        self.dimension = model.dimension
        self._one_at_a_time = threading.Lock()
        self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._file.execute("PRAGMA synchronous=OFF")
        self._file.execute(_TABLE)

    @property
    def is_at_hand(self) -> bool:
        """The model's: what is kept needs none, what is not does."""
        return self._model.is_at_hand

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        known = {text: self._find("passage", text) for text in texts}
        if unknown := [text for text, vector in known.items() if vector is None]:
            for text, vector in zip(unknown, self._model.embed_passages(unknown), strict=True):
                known[text] = vector
                self._keep("passage", text, vector)
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            vectors[place] = known[text]
        return vectors

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        vector = self._find("question", text)
        if vector is None:
            vector = self._model.embed_question(text)
            self._keep("question", text, vector)
        return vector

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _find(self, kind: str, text: str) -> Vector | None:
        statement = "SELECT vector FROM vectors WHERE embedder = ? AND kind = ? AND text = ?"
        with self._one_at_a_time:
            row = self._file.execute(statement, (self.name, kind, _hash(text))).fetchone()
        return np.frombuffer(row[0], dtype="<f4").astype(np.float32) if row else None

    def _keep(self, kind: str, text: str, vector: Vector) -> None:
        row = (self.name, kind, _hash(text), vector.astype("<f4").tobytes())
        with self._one_at_a_time:
            self._file.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", row)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
