"""A model that says again, word for word, what it is given as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.generative.models import Piece

_EVIDENCE = re.compile(r"^\[(\d+)\] （[^）]*）(.*)$", re.MULTILINE)


class Echo:
    name = "echo"

    def __init__(self) -> None:
        self.parameters = "loud=yes"
        self.prompts: list[str] = []

    def stream(self, prompt: str) -> Iterator[Piece]:
        self.prompts.append(prompt)
        for key, text in _EVIDENCE.findall(prompt):
            yield Piece(text.rstrip("；，。;,.") + f"。[{key}]")
        yield Piece("", whole=True, tokens=(4, 2))
