"""The lines of a resolution to blocks: masthead lines, opener, numbered paragraphs, notes, end.

A block is what one paragraph will be made of. A new form of numbering or of footnotes has its
place in ``_KINDS``, the table of what a line may begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from assistant.parsing.lifting import SUPERSCRIPTS
from assistant.text.normalise import fold
from assistant.text.verbs import match_verb
from assistant.types import Inferred

BlockKind = Literal["masthead", "opener", "preambular", "operative", "footnote", "end", "unplaced"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, joined; markup and marks still in them."""

    kind: BlockKind
    text: str  # without the printed number or mark
    line: int  # of the file, where it begins, counted from 1
    last_line: int
    printed: str | None = None
    inferred: tuple[Inferred, ...] = ()


_ORGANS = "大会|大會|经济及社会理事会|經濟及社會理事會|安全理事会|安全理事會|人权理事会|人權理事會"
_OPENER = re.compile(rf"(?P<opener>\**(?:{_ORGANS})\**\s*(?:[，,]\**|(?=$)))\s*(?P<rest>.*)")

_DATE = r"\d{4}年\d{1,2}月\d{1,2}日"
_MEETING = r"第[\d一二三四五六七八九十百〇零]+次(?:全体会议|全会)"
_END = re.compile(rf"(?:{_DATE}[,、]?(?:{_MEETING})?|{_MEETING}[,、]?(?:{_DATE})?)\.?。?")
_FURNITURE = re.compile(r"[A-Z]/RES/\S+|\d{1,3}/\d{1,3}|\d{2}-\d{5}\b.*|_{3,}")

# What a line of the body may begin with, the printed number or mark in the group.
_KINDS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("footnote", re.compile(rf"([{SUPERSCRIPTS}]+)\s*(?=\S)")),
    ("operative", re.compile(r"(\d{1,3})\s*[.．]\s*(?=\S)")),
)
_LONGEST_ENDING = 12  # stop, closing ** and mark
_FINISHED = re.compile(rf"[，,；;。.：:！!？?”]\**[{SUPERSCRIPTS}]*\s*$")


def blocks_of(lines: Iterable[str]) -> tuple[Block, ...]:
    """Every line that is not blank, in blocks, in document order. No words are lost.

    Up to the opener (大会，) each block is one masthead line. Without an opener all of it is.
    """
    blocks: list[Block] = []
    body: _Body | None = None
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text:
            continue
        if body is not None:
            body.add(text, number)
            continue
        blocks += _before_the_body(text, number)
        if any(block.kind == "opener" for block in blocks[-2:]):
            body = _Body(blocks)
    return tuple(blocks)


def _before_the_body(text: str, number: int) -> tuple[Block, ...]:
    found = _OPENER.fullmatch(text)
    if found is None or (found["rest"] and not match_verb(fold(found["rest"]).text)):
        return (Block("masthead", text, number, number),)
    opener = Block("opener", found["opener"].strip(), number, number)
    if not found["rest"]:
        return (opener,)
    return (opener, Block("preambular", found["rest"], number, number))


class _Body:
    """Collects the lines after the opener into ``blocks``."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._latest = len(blocks) - 1  # the last block that a page break may have cut
        self._is_operative = False

    def add(self, text: str, number: int) -> None:
        """Add a line as a block of its own, or to the block it goes on."""
        begun = _begun(text, number)
        at = None if begun else self._continued(text, number)
        if at is not None:
            self._blocks[at] = _continued_by(self._blocks[at], text, number)
            return
        kind: BlockKind = "unplaced" if self._is_operative else "preambular"
        block = begun or Block(kind, text, number, number)
        self._blocks.append(block)
        self._is_operative |= block.kind == "operative"
        if block.kind not in {"footnote", "unplaced"}:
            self._latest = len(self._blocks) - 1

    def _continued(self, text: str, number: int) -> int | None:
        """Which block this line goes on: the one just above, or the text a page break cut."""
        last = len(self._blocks) - 1
        if self._blocks[last].last_line == number - 1 and _is_open(self._blocks[last]):
            return last
        leads = match_verb(fold(text.lstrip("*")).text) is not None
        return self._latest if _is_open(self._blocks[self._latest]) and not leads else None


def _continued_by(block: Block, text: str, number: int) -> Block:
    guessed: tuple[Inferred, ...] = () if block.last_line == number - 1 else ("boundary",)
    inferred = tuple(dict.fromkeys((*block.inferred, *guessed)))
    return replace(block, text=join(block.text, text), last_line=number, inferred=inferred)


def _begun(text: str, number: int) -> Block | None:
    for kind, pattern in _KINDS:
        found = pattern.match(text)
        if found:
            return Block(kind, text[found.end() :], number, number, printed=found[1])
    folded = fold(text).text
    if _END.fullmatch(folded):
        return Block("end", text, number, number)
    if _FURNITURE.fullmatch(folded):
        return Block("unplaced", text, number, number)
    return None


def _is_open(block: Block) -> bool:
    has_text = block.kind in {"preambular", "operative", "footnote"}
    return has_text and not _FINISHED.search(block.text[-_LONGEST_ENDING:])


def join(above: str, below: str) -> str:
    """Two lines as one: nothing between Chinese characters, one blank between Latin words."""
    above, below = above.rstrip(), below.lstrip()
    is_latin = above[-1:].isascii() and below[:1].isascii()
    return f"{above} {below}" if is_latin and above and below else above + below
