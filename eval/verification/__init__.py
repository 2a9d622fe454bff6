"""Verification itself, put to the test: sentences about single paragraphs, true and false,
written without sight of the rules that judge them (``retold*.jsonl``), and sentences made false by
rule (``mutations``). How much of a model's honest retelling is kept, how many errors are caught."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.generative.leads import lead
from assistant.answering.generative.support import acts_of, supporting
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Paragraph
from eval.sample import SAMPLE_LIBRARY

FOLDER = Path(__file__).parent
FILES = (FOLDER / "retold.jsonl", FOLDER / "retold_more.jsonl")
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


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were judged rightly, and of how many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """Right of all; 1 of nothing."""
        return self.right / self.of if self.of else 1.0


def read_retold() -> tuple[Retold, ...]:
    """Every sentence of both files."""
    lines = (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines())
    rows = map(json.loads, lines)
    return tuple(Retold(row["key"], row["text"], row["fault"]) for row in rows)


def paragraphs() -> dict[str, Paragraph]:
    """The paragraphs that the sentences are about, by key."""
    return {
        paragraph.key: paragraph
        for folder in (SAMPLE_LIBRARY, FORMS, FOLDER / "texts")
        for file in sorted(folder.glob("*.txt"))
        for resolution in parse(read_document(File.at(file)))
        for paragraph in resolution.paragraphs
    }


def is_shown(key: str, sentence: str, held: Mapping[str, Paragraph]) -> bool:
    """Whether a sentence that cites the paragraph ``key`` would be shown."""
    paragraph = held[key]
    return bool(supporting(sentence, acts_of(paragraph, lead(paragraph, held))))


def judged() -> dict[tuple[int, str], Counted]:
    """By half and fault (``true`` for true ones): how many were judged rightly."""
    held = paragraphs()
    table: dict[tuple[int, str], Counted] = {}
    for retold in sorted(read_retold(), key=lambda each: (each.half, each.fault or "true")):
        right = is_shown(retold.key, retold.text, held) == (retold.fault is None)
        slot = (retold.half, retold.fault or "true")
        table[slot] = table.get(slot, Counted()) + Counted(int(right), 1)
    return table
