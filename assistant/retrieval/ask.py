"""What a look-up is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.library.records import Records
from assistant.types import Paragraph, Passage, Question, Resolution


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with the resolutions it is answered from."""

    question: Question
    symbols: tuple[str, ...]
    records: Records
    read: Callable[[str], Resolution]  # reads each resolution once for the whole answer

    @property
    def where(self) -> str | None:
        """The one resolution that is looked in, None where there are several."""
        return self.symbols[0] if len(self.symbols) == 1 else None


def whole(paragraph: Paragraph) -> Passage:
    """A passage that is all of a paragraph."""
    return Passage(paragraph, 1.0, "structure")


def resolutions(ask: Ask) -> list[Resolution]:
    """The resolutions that are looked in, whole."""
    return [ask.read(symbol) for symbol in ask.symbols]
