"""An embedder on a server: what it gives is checked, and it may be silent for a while.

Who is asked, and how, stands in ``embedding_clients``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from assistant.errors import EmbedderUnavailable
from assistant.library.embedders import QUESTION_CHARS, Vector, Vectors, guarded
from assistant.library.trouble import trouble_with
from assistant.settings import PREFIX

_log = logging.getLogger(__name__)

# Texts of one request: what text-embeddings-inference takes as it comes, and as many as are kept
# at a time (library/embedding.py).
AT_ONCE = 32

# A person waits for a question's vector, and has an answer by words without it.
QUESTION_SECONDS = 5.0

# Seconds during which questions do not ask again after one was not answered: each question asks
# for several rankings, and none of them should wait for the same silence.
SILENCE = 15.0

# Seconds waited before the second and third try of passages. A batch of thousands should not end
# for one that the server had no time for.
WAITS = (1.0, 5.0)

_QUESTIONS_KEPT = 256
SETTING = f"{PREFIX}EMBEDDER"

Embed = Callable[[Sequence[str]], Any]


class ServedEmbedder:
    """See Embedder. Every reply is looked at before it is used: servers change under their names.

    ``passages`` and ``questions`` give one vector for each text, of any length.
    """

    def __init__(
        self,
        name: str,
        passages: Embed,
        questions: Embed,
        *,
        prefixes: tuple[str, str] = ("", ""),
        chars: int = 2_000,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """``prefixes`` go before questions and before passages; ``chars`` of a passage are
        sent."""
        self.name = name
        self._passages = passages
        self._questions = questions
        self._before_question, self._before_passage = prefixes
        self._chars = chars
        self._pause = pause
        self._expected: int | None = None
        self._silent_until = 0.0
        self._remembered = lru_cache(_QUESTIONS_KEPT)(self._asked)

    @property
    def dimension(self) -> int:
        """Of the vectors: of those expected, else as the server says. Raises
        EmbedderUnavailable."""
        return self._expected or self._checked(["秘书长"], self._passages).shape[1]

    @property
    def is_at_hand(self) -> bool:
        """Whether its server is not known to be silent; nobody is asked."""
        return time.monotonic() >= self._silent_until

    def expect(self, dimension: int | None) -> None:
        """Hold every vector to a dimension: that of the vectors kept. Nobody is asked for it, so
        that a library opens while the server is down."""
        self._expected = dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder. Raises EmbedderUnavailable."""
        sent = [self._before_passage + (guarded(text, self._chars) or " ") for text in texts]
        batches = [sent[at : at + AT_ONCE] for at in range(0, len(sent), AT_ONCE)]
        if not batches:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.concatenate([self._persistently(batch) for batch in batches])

    def embed_question(self, text: str) -> Vector:
        """See Embedder. Raises EmbedderUnavailable."""
        return self._remembered(self._before_question + (guarded(text, QUESTION_CHARS) or " "))

    def _asked(self, text: str) -> Vector:
        if time.monotonic() < self._silent_until:
            raise EmbedderUnavailable(
                "嵌入模型的服务器刚才没有答复，稍后再问",
                "the embedder's server did not reply just now; it is asked again in a moment",
            )
        try:
            vector: Vector = self._checked([text], self._questions)[0]
        except EmbedderUnavailable as error:
            self._silent_until = time.monotonic() + SILENCE
            _log.warning("a question has no vector: %s", error.en)
            raise
        vector.flags.writeable = False  # the same is given to every caller
        return vector

    def _persistently(self, texts: Sequence[str]) -> Vectors:
        for wait in WAITS:
            try:
                return self._checked(texts, self._passages)
            except EmbedderUnavailable as error:
                if not isinstance(error, _Passing):
                    raise
                _log.warning("%s; trying again in %g s", error.en, wait)
                self._pause(wait)
        return self._checked(texts, self._passages)

    def _checked(self, texts: Sequence[str], embed: Embed) -> Vectors:
        """The vectors of ``texts``, of length one."""
        try:
            vectors = np.asarray(embed(texts), dtype=np.float32)
        except Exception as error:  # every integration has a family of its own
            raise _unavailable(error) from None  # its text may show the key
        if vectors.ndim != 2 or len(vectors) != len(texts):
            raise _unusable(
                f"{len(texts)} 段文字得到的向量形状是 {vectors.shape}",
                f"for {len(texts)} texts it gave vectors of shape {vectors.shape}",
            )
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or not lengths.all():
            raise _unusable("向量里有空值或全为零", "a vector has no direction: NaN or all zeros")
        expected = self._expected or vectors.shape[1]
        if vectors.shape[1] != expected:
            raise _another_model(vectors.shape[1], expected)
        self._expected = expected
        unit: Vectors = (vectors / lengths).astype(np.float32)
        return unit


class _Passing(EmbedderUnavailable):
    """The same request may succeed in a moment."""


def _unavailable(error: Exception) -> EmbedderUnavailable:
    found = trouble_with(error, SETTING)
    family = _Passing if found.passing else EmbedderUnavailable
    zh, en = f"嵌入模型：{found.zh}", f"the embedder: {found.en}"
    if found.refused:
        return family(f"{zh}；可调小 {SETTING}_CHARS", f"{en}; {SETTING}_CHARS may be lowered")
    return family(zh, en)


def _unusable(zh: str, en: str) -> EmbedderUnavailable:
    return EmbedderUnavailable(
        f"嵌入模型的答复无法使用：{zh}；请确认 {SETTING}_MODEL 是嵌入模型",
        f"the embedder's reply cannot be used: {en}; see that {SETTING}_MODEL is an embedding "
        "model",
    )


def _another_model(given: int, kept: int) -> EmbedderUnavailable:
    return EmbedderUnavailable(
        f"嵌入模型换了：服务器给出 {given} 维的向量，文库里的是 {kept} 维；"
        f"请把 {SETTING}_MODEL 改为新模型的名称，重新启动后全部段落会重新嵌入",
        f"the embedder has changed: the server gives vectors of {given} dimensions, the library "
        f"has {kept}; set {SETTING}_MODEL to the new model's name, and after a restart all "
        "paragraphs are embedded again",
    )
