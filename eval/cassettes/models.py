"""Models of the evaluation: one that plays a cassette back, one that records it, and listeners."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.generative.access import request_key
from assistant.answering.generative.models import Model, Piece
from assistant.errors import ModelUnavailable
from eval.cassettes.cassette import (
    Cassette,
    CassetteError,
    Reply,
    append,
    begin,
    how_to_record,
    reply_line,
)


class Unrecorded(CassetteError):
    """A request that the cassette has no reply to.

    Not ModelUnavailable: that would give the extractive answer, and nobody would notice.
    """


class Recorded:
    """A model that writes again what it wrote when it was recorded. Needs no server.

    ``strict``: what was not recorded is an error; else it is as if the model were not there.
    """

    def __init__(self, cassette: Cassette, *, strict: bool = True) -> None:
        self._strict = strict
        self.name = cassette.model
        self.parameters = cassette.parameters
        self._replies = cassette.replies

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. Raises Unrecorded."""
        key = request_key(self, prompt)
        reply = self._replies.get(key)
        if reply is None and not self._strict:
            raise _nobody()
        if reply is None:
            raise Unrecorded(f"no reply recorded under {key}; {how_to_record()}")
        yield from _played(reply)


class Recording:
    """A live model whose replies are kept, each as soon as it is finished.

    What the cassette has is not asked again. ``item`` is the gold question being asked;
    ``asked`` how many replies were new.
    """

    def __init__(self, model: Model, path: Path) -> None:
        """Raises CassetteError where the file is of another model."""
        self.name = model.name
        self.parameters = model.parameters
        self.item = ""
        self.asked = 0
        self._model = model
        self._path = path
        cassette = begin(path, model.name, model.parameters)
        self._replies = dict(cassette.replies)
        self._items = set(cassette.items)

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. The reply is heard to its end before any of it is given, so that it is kept
        whole even where nobody listens that long. Raises CassetteError where the model fails."""
        key = request_key(self, prompt)
        if key not in self._replies:
            reply = self._heard(key, prompt)
            append(self._path, reply_line(reply))
            self._replies[key] = reply
            self.asked += 1
        yield from _played(self._replies[key])

    def finish(self) -> None:
        """Everything that ``item`` asks has been recorded."""
        if self.item not in self._items:
            append(self._path, {"item": self.item})
            self._items.add(self.item)

    def _heard(self, key: str, prompt: str) -> Reply:
        begun = time.monotonic()
        try:
            pieces = list(self._model.stream(prompt))
        except ModelUnavailable as error:
            raise CassetteError(
                f"the model failed at {self.item}: {error}; begin again to go on from here"
            ) from None
        return Reply(
            key=key,
            item=self.item,
            text="".join(piece.text for piece in pieces),
            whole=any(piece.whole for piece in pieces),
            tokens=next((piece.tokens for piece in reversed(pieces) if piece.tokens), None),
            seconds=time.monotonic() - begun,
        )


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, and as much of the reply as was listened to."""

    key: str
    prompt: str
    text: str


class Listening:
    """A model, and what was asked of it and written since it was last looked at.

    For one asker at a time.
    """

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self._model = model
        self._heard: list[Exchange] = []

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        text: list[str] = []
        try:
            for piece in self._model.stream(prompt):
                text.append(piece.text)
                yield piece
        finally:
            key = request_key(self._model, prompt)
            self._heard.append(Exchange(key, prompt, "".join(text)))

    def take(self) -> tuple[Exchange, ...]:
        """What was heard since the last time."""
        heard, self._heard = tuple(self._heard), []
        return heard


class Silent:
    """A model that is never there: to see which questions one would be asked for."""

    name = "silent"
    parameters = ""

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        raise _nobody()
        yield Piece(prompt)  # makes it an iterator


def _nobody() -> ModelUnavailable:
    return ModelUnavailable("没有模型", "there is no model")


def _played(reply: Reply) -> Iterator[Piece]:
    yield Piece(reply.text)
    yield Piece("", whole=reply.whole, tokens=reply.tokens)
