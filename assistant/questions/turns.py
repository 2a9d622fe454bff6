"""The turns of a conversation, and which resolutions they spoke of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.text.titles import renewed_key
from assistant.types import Question, Summary

LONGEST = 20  # turns that are kept of a conversation


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation, and what its answer showed."""

    question: Question
    shown: tuple[str, ...] = ()  # keys of the paragraphs cited, in the answer's order
    listed: tuple[str, ...] = ()  # the resolutions they are of, or that it asked to choose from

    @property
    def focus(self) -> tuple[str, ...]:
        """The resolutions spoken of: those the question is about, else the one that answered."""
        if self.question.symbols:
            return self.question.symbols
        return self.listed if len(self.listed) == 1 else ()


def mentioned(turns: Iterable[Turn]) -> tuple[str, ...]:
    """The resolutions that were spoken of, in the order of their first mention."""
    return tuple(dict.fromkeys(symbol for turn in turns for symbol in turn.focus))


def latest(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The resolutions spoken of, the last one first."""
    return tuple(dict.fromkeys(s for turn in reversed(turns) for s in reversed(turn.focus)))


def current(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The resolutions that the conversation is about now."""
    return next((turn.focus for turn in reversed(turns) if turn.focus), ())


def of_same_item(symbols: tuple[str, ...], catalogue: tuple[Summary, ...]) -> tuple[Summary, ...]:
    """The resolutions held under the titles of ``symbols``, in order: the same item's."""
    titles = {renewed_key(s.title) for s in catalogue if s.symbol in symbols and s.title}
    if not titles:
        return ()
    return tuple(s for s in catalogue if renewed_key(s.title) in titles)
