"""Footnotes: their places in document order, and which of them a printed mark means."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.parsing.body import Block
from assistant.types import Mark


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a document. Marks may be reused, and one mark may be printed for two notes."""

    blocks: tuple[Block, ...]

    @property
    def marks(self) -> frozenset[str]:
        """Every mark that a note carries; other superscripts are words."""
        return frozenset(block.printed for block in self.blocks if block.printed)

    def tie(self, printed: str, offset: int, line: int) -> Mark:
        """The mark at ``offset`` of the paragraph on ``line``, tied to its note.

        Notes stand at the foot of the page: the next note with this mark is meant, and where a
        mark is used again later, the last one before.
        """
        places = [
            (at, block) for at, block in enumerate(self.blocks, 1) if block.printed == printed
        ]
        following = [at for at, block in places if block.line >= line]
        return Mark(f"FN{following[0] if following else places[-1][0]}", printed, offset)


def notes_of(blocks: tuple[Block, ...]) -> Notes:
    """The footnote blocks in document order: the n-th is FNn."""
    return Notes(tuple(block for block in blocks if block.kind == "footnote"))
