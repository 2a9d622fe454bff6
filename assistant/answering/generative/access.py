"""Who may use the model now, and what it has written before.

Both wrap a model and are models. What is remembered is kept in memory only, and goes with the
process.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.answering.generative.deadline import in_time, is_left
from assistant.answering.generative.failing import ending
from assistant.answering.generative.models import Model, Piece
from assistant.errors import ModelUnavailable

_LOOK = 0.2  # seconds between two looks whether the process is ending


def request_key(model: Model, prompt: str) -> str:
    """SHA-256 over everything that decides what a model writes: its name, parameters, prompt.

    The prompt holds the version of its file, the paragraphs and the question.
    """
    parts = (model.name, model.parameters, prompt)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class NotAsked(ModelUnavailable):
    """A model that was not asked at all: too many ask it, or the request is too long for it."""


class Fitting:
    """A model that is asked only what it can take in: of ``context`` tokens the prompt, and
    ``most_tokens`` of its own."""

    def __init__(self, model: Model, *, context: int, most_tokens: int) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._context = context
        self._left = context - most_tokens

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. Raises NotAsked at once for a prompt that is too long."""
        if tokens_of(prompt) > self._left:
            raise NotAsked(
                f"所引段落太长，语言模型一次最多读 {self._context} 个词元"
                "（ASSISTANT_LLM_CONTEXT），所以没有问它",
                f"the paragraphs are too long for a model that takes in {self._context} tokens "
                "(ASSISTANT_LLM_CONTEXT); it was not asked",
            )
        yield from self._model.stream(prompt)


def tokens_of(text: str) -> int:
    """About how many tokens a text is, rather too many than too few for today's tokenizers: a
    Chinese character is at most about one, of other text some four characters are one."""
    ascii_characters = sum(character.isascii() for character in text)
    return len(text) - ascii_characters + ascii_characters // 4


class Queued:
    """A model that writes for ``most`` at once; ``waiting`` more may wait for their turn.

    ``seconds`` is how long one reply may take, the waiting included.
    """

    def __init__(self, model: Model, *, most: int, waiting: int, seconds: float) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._turns = threading.Semaphore(most)
        self._places = threading.Semaphore(most + waiting)
        self._seconds = seconds
        self._stopping = threading.Event()

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. Raises NotAsked at once where the queue is full, and when the turn does not
        come in time."""
        begun = time.monotonic()
        with self._turn():
            left = self._seconds - (time.monotonic() - begun)
            pieces = self._model.stream(prompt)
            yield from in_time(pieces, left, self._stopping, said=self._seconds)

    def stop(self) -> None:
        """Let nobody wait any more: every stream raises ModelUnavailable soon."""
        self._stopping.set()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise NotAsked(
                "同时使用语言模型的人太多，请稍后再试",
                "too many are using the language model at once; try again later",
            )
        try:
            self._wait()
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()

    def _wait(self) -> None:
        until = time.monotonic() + self._seconds
        while not self._turns.acquire(timeout=max(0.0, min(_LOOK, until - time.monotonic()))):
            if self._stopping.is_set() or is_left():
                raise ending()
            if time.monotonic() >= until:
                raise NotAsked(
                    "等待语言模型超时，请稍后再试",
                    "waited too long for the language model; try again later",
                )


class Remembering:
    """A model that gives again what it wrote whole for the same request, with what that cost;
    ``most`` are kept, the last used longest."""

    def __init__(self, model: Model, most: int) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._most = most
        self._kept: OrderedDict[str, Piece] = OrderedDict()
        self._lock = threading.Lock()

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        key = request_key(self._model, prompt)
        if (kept := self._recall(key)) is not None:
            yield Piece(kept.text)
            yield Piece("", whole=True, tokens=kept.tokens)
            return
        text: list[str] = []
        tokens: tuple[int, int] | None = None
        for piece in self._model.stream(prompt):
            text.append(piece.text)
            tokens = piece.tokens or tokens
            if piece.whole and (wrote := "".join(text)).strip():  # silence is asked again
                self._keep(key, Piece(wrote, tokens=tokens))
            yield piece

    def _recall(self, key: str) -> Piece | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: str, wrote: Piece) -> None:
        with self._lock:
            self._kept[key] = wrote
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
