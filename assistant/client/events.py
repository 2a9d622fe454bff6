"""Server-sent events out of bytes, however they are cut (WHATWG HTML, 9.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from assistant.types import Answer, Citation, EventName, PassageNote, Statement, Understood

# What the events of an answer carry.
DATA: Final[dict[EventName, type]] = {
    "understood": Understood,
    "passages": PassageNote,
    "delta": Statement,
    "citation": Citation,
    "answer": Answer,
}


@dataclass(frozen=True, slots=True)
class Received:
    """One event: its name, its data, and the last id that was told."""

    name: str
    data: bytes
    id: str


def received(pieces: Iterable[bytes]) -> Iterator[Received]:
    """The events of a stream. One that breaks off in the middle is no event.

    Only CR and LF end lines: text may hold what other splitters take for line ends.
    """
    name, last_id = "", ""
    data: list[bytes] = []
    for line in _lines(pieces):
        if not line:
            if data:
                yield Received(name or "message", b"\n".join(data), last_id)
            name, data = "", []
            continue
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            data.append(value)
        elif field == b"event":
            name = value.decode()
        elif field == b"id":
            last_id = value.decode()


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        whole = rest + piece
        # A CR at the end may be half of CR LF.
        held = whole[-1:] if whole.endswith(b"\r") else b""
        ready = whole[: len(whole) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, last = ready.split(b"\n")
        yield from lines
        rest = last + held
    if rest.endswith(b"\r"):
        yield rest[:-1]
