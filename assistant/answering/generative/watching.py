"""The calls of a model, as steps of the answer that they are made for."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.generative.models import Model, Piece
from assistant.observing.watch import current


class Watched:
    """A model whose calls are noted, from their beginning to the last piece that is taken; the
    wait for its turn is a part of it where what it wraps makes it wait."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        watch = current()
        if watch is None:
            yield from self._model.stream(prompt)
            return
        begun = watch.now()
        try:
            yield from self._model.stream(prompt)
        finally:
            watch.stepped("model", begun)
