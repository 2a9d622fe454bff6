"""What a look-up is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from assistant.library.records import Records
from assistant.retrieval.paging import Window
from assistant.text.catalogue import Catalogue
from assistant.text.places import plain
from assistant.types import Paragraph, Passage, Question, Resolution


class Having(Protocol):
    """Proposes paragraphs by words, see ``Library.paragraphs_having``."""

    def __call__(self, groups: Iterable[Collection[str]], most: int | None = None) -> list[str]:
        """Keys of paragraphs that have every token of a group, or of so many of them."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with the resolutions it is answered from."""

    question: Question
    symbols: tuple[str, ...]
    records: Records
    read: Callable[[str], Resolution]  # reads each resolution once for the whole answer
    catalogue: Catalogue = field(default_factory=Catalogue)  # all that is held
    window: Window | None = None  # of a long list what is shown; None: all

    having: Having | None = None  # None: all that is looked in has to be read
    leading: Container[str] | None = None  # paragraphs with items, see ``Records.leading_items``

    def leads_items(self, key: str) -> bool:
        """Whether a paragraph may have sub-paragraphs."""
        return self.leading is None or plain(key) in self.leading

    @property
    def everywhere(self) -> bool:
        """Whether all that is held is looked in: no look-up need be told each symbol of it."""
        return len(self.symbols) == len(self.catalogue) > 0

    @property
    def named(self) -> tuple[str, ...]:
        """The symbols that a look-up is restricted to; empty where it is not."""
        return () if self.everywhere else self.symbols

    @property
    def where(self) -> str | None:
        """The one resolution that is looked in; of several ``""`` where the question chooses them
        by session or masthead, None where they are the library or are named."""
        if len(self.symbols) == 1:
            return self.symbols[0]
        question = self.question
        chosen = question.selection is not None or question.session is not None
        return "" if chosen and not question.symbols else None


def whole(paragraph: Paragraph) -> Passage:
    """A passage that is all of a paragraph."""
    return Passage(paragraph, 1.0, "structure")


def resolutions(ask: Ask) -> list[Resolution]:
    """The resolutions that are looked in, whole."""
    return [ask.read(symbol) for symbol in ask.symbols]
