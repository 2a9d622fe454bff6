"""Footnotes: their places in document order, and which of them a printed mark means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.parsing.blocks import Block
from assistant.parsing.lines import MARK_BEGIN, MARK_END
from assistant.types import Mark

# A note that stands where its mark was, marks the paragraph with this and a number: nothing of
# it is printed.
_UNPRINTED = "\ufdd2"


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
        mark is used again later, the last one before. Without any, the source lost the note.
        """
        places = [
            (at, block) for at, block in enumerate(self.blocks, 1) if block.printed == printed
        ]
        if not places:
            return Mark("", printed, offset)
        following = [at for at, block in places if block.line >= line]
        return Mark(
            f"FN{following[0] if following else places[-1][0]}", as_printed(printed) or "", offset
        )


def notes_of(blocks: Iterable[Block]) -> Notes:
    """The footnote blocks in document order: the n-th is FNn."""
    return Notes(tuple(block for block in blocks if block.kind == "footnote"))


def as_printed(mark: str | None) -> str | None:
    """A note's mark as the source prints it; None where it prints none."""
    return None if mark is None or mark.startswith(_UNPRINTED) else mark


# 《样例宣言》第217 A(III)号决议。 的各项规定: a paragraph goes on behind a full stop, and what
# stands before the stop is what only notes say.
_INLINE = re.compile(
    r"(?:(?<=》)|(?<=[，,]))"
    r"(?P<note>(?:见\s?)?(?:大会)?第\s?\d{1,4}\s?[A-Z]?\s?(?:\([A-Z\-]{1,8}\)|/\s?\d{1,3})\s?号决议"
    r"(?:[，,]\s?附件[一二三四五]?)?。)(?=\s*(?:的|和|以及|、|，|$))"
)


def without_inline_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with notes that are printed inside a preambular paragraph as blocks behind it."""
    count = 0
    for block in blocks:
        notes: list[Block] = []
        text = block.text
        if block.kind == "free":
            for found in _INLINE.finditer(block.text):
                count += 1
                mark = f"{_UNPRINTED}{count}"
                text = text.replace(found["note"], MARK_BEGIN + mark + MARK_END, 1)
                notes.append(
                    Block(
                        "footnote", found["note"], block.line, block.last_line, mark, ("boundary",)
                    )
                )
        yield replace(block, text=text) if notes else block
        yield from notes
