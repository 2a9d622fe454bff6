"""Sentences about single paragraphs, true and false, written without sight of the rules that judge
them: how much of a model's honest retelling is kept, and how much of its errors is caught."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.generative.leads import lead
from assistant.answering.generative.support import acts_of, supporting
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Paragraph
from eval.sample import SAMPLE_LIBRARY

FILE = Path(__file__).parent / "retold.jsonl"
FORMS = Path(__file__).parent.parent / "libraries" / "forms"


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence about one paragraph; ``fault`` is what is wrong with it, None where it is true."""

    key: str
    text: str
    fault: str | None

    @property
    def half(self) -> int:
        """0: looked at while the rules were written; 1: never."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2


def read_retold() -> tuple[Retold, ...]:
    """Every sentence of the file."""
    rows = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    return tuple(Retold(row["key"], row["text"], row["fault"]) for row in rows)


def paragraphs() -> Mapping[str, Paragraph]:
    """The paragraphs that the sentences are about, by key."""
    return {
        paragraph.key: paragraph
        for folder in (SAMPLE_LIBRARY, FORMS)
        for file in sorted(folder.glob("*.txt"))
        for resolution in parse(read_document(File.at(file)))
        for paragraph in resolution.paragraphs
    }


def passes(retold: Retold, held: Mapping[str, Paragraph]) -> bool:
    """Whether the sentence would be shown."""
    paragraph = held[retold.key]
    return supporting(retold.text, acts_of(paragraph, lead(paragraph, held))) is not None


def judged() -> Mapping[tuple[int, str], tuple[int, int]]:
    """By half and fault (``true`` for true ones): how many were judged rightly, and of how many."""
    held = paragraphs()
    right: dict[tuple[int, str], int] = defaultdict(int)
    seen: dict[tuple[int, str], int] = defaultdict(int)
    for retold in read_retold():
        slot = (retold.half, retold.fault or "true")
        seen[slot] += 1
        right[slot] += passes(retold, held) == (retold.fault is None)
    return {slot: (right[slot], seen[slot]) for slot in sorted(seen)}
