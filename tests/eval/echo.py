"""A model that says again, word for word, what it is given as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.generative.models import Piece

_EVIDENCE = re.compile(r"^\[(\d+)\] （[^）]*）(.*)$", re.MULTILINE)
_HEADS = ("段落：", "Paragraphs:")  # the last: before it stand rules and an example
_HANZI = re.compile(r"[一-鿿]")


class Echo:
    name = "echo"

    def __init__(self) -> None:
        self.parameters = "loud=yes"
        self.prompts: list[str] = []

    def stream(self, prompt: str) -> Iterator[Piece]:
        self.prompts.append(prompt)
        for key, text in _EVIDENCE.findall(prompt[max(0, *map(prompt.rfind, _HEADS)) :]):
            stop = "。" if _HANZI.search(text) else "."
            yield Piece(f"{text.replace('：', '', 1).rstrip('；，。;,.')}{stop}[{key}] ")
        yield Piece("", whole=True, tokens=(4, 2))
