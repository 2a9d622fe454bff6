"""Who may use the model now, and what it has written before.

Both wrap a model and are models. What is remembered is kept in memory only, and goes with the
process.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.answering.generative.models import Model, Piece
from assistant.errors import ModelUnavailable


def request_key(model: Model, prompt: str) -> str:
    """SHA-256 over everything that decides what a model writes: its name, parameters, prompt.

    The prompt holds the version of its file, the paragraphs and the question.
    """
    parts = (model.name, model.parameters, prompt)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Queued:
    """A model that writes for ``most`` at once; ``waiting`` more may wait for their turn."""

    def __init__(self, model: Model, *, most: int, waiting: int, seconds: float) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._turns = threading.Semaphore(most)
        self._places = threading.Semaphore(most + waiting)
        self._seconds = seconds

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. Raises ModelUnavailable at once where the queue is full."""
        with self._turn():
            yield from self._model.stream(prompt)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise ModelUnavailable(
                "同时使用语言模型的人太多，请稍后再试",
                "too many are using the language model at once; try again later",
            )
        try:
            if not self._turns.acquire(timeout=self._seconds):
                raise ModelUnavailable(
                    "等待语言模型超时，请稍后再试",
                    "waited too long for the language model; try again later",
                )
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()


class Remembering:
    """A model that gives again what it wrote whole for the same request; ``most`` are kept, the
    last used longest."""

    def __init__(self, model: Model, most: int) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._most = most
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        key = request_key(self._model, prompt)
        if (kept := self._recall(key)) is not None:
            yield Piece(kept)
            yield Piece("", whole=True)
            return
        text: list[str] = []
        for piece in self._model.stream(prompt):
            text.append(piece.text)
            yield piece
            if piece.whole:
                self._keep(key, "".join(text))

    def _recall(self, key: str) -> str | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: str, text: str) -> None:
        with self._lock:
            self._kept[key] = text
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
