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

BlockKind = Literal["masthead", "opener", "preambular", "operative", "footnote", "end", "unplaced"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, joined; markup and marks still in them."""

    kind: BlockKind
    text: str  # without the printed number or mark
    line: int  # of the file, where it begins, counted from 1
    last_line: int
    printed: str | None = None
    inferred: tuple[str, ...] = ()


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
_FINISHED = re.compile(rf"[，,；;。.：:！!？?”]\**[{SUPERSCRIPTS}]*\s*$")


def blocks_of(lines: Iterable[str]) -> tuple[Block, ...]:
    """Every line that is not blank, in blocks, in document order. No words are lost.

    Up to the opener (大会，) each block is one masthead line. Without an opener all of it is.
    """
    blocks: list[Block] = []
    opened = False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text:
            continue
        if not opened:
            before = _before_the_body(text, number)
            blocks += before
            opened = any(block.kind == "opener" for block in before)
        else:
            _add(blocks, text, number)
    return tuple(blocks)


def _before_the_body(text: str, number: int) -> tuple[Block, ...]:
    found = _OPENER.fullmatch(text)
    if found is None or (found["rest"] and not match_verb(fold(found["rest"]).text)):
        return (Block("masthead", text, number, number),)
    opener = Block("opener", found["opener"].strip(), number, number)
    if not found["rest"]:
        return (opener,)
    return (opener, Block("preambular", found["rest"], number, number))


def _add(blocks: list[Block], text: str, number: int) -> None:
    """Add a line of the body: as a block of its own, or to the block it goes on."""
    begun = _begun(text, number)
    if begun:
        blocks.append(begun)
        return
    at = _continued(blocks, text, number)
    if at is None:
        in_preamble = not any(block.kind == "operative" for block in blocks)
        blocks.append(Block("preambular" if in_preamble else "unplaced", text, number, number))
        return
    block = blocks[at]
    is_adjacent = block.last_line == number - 1
    inferred = (
        block.inferred if is_adjacent else tuple(dict.fromkeys((*block.inferred, "boundary")))
    )
    joined = join_lines((block.text, text))
    blocks[at] = replace(block, text=joined, last_line=number, inferred=inferred)


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


def _continued(blocks: list[Block], text: str, number: int) -> int | None:
    """Which block this line goes on: the one just above, or the text a page break cut."""
    last = len(blocks) - 1
    if blocks[last].last_line == number - 1 and _is_open(blocks[last]):
        return last
    for at in range(last, -1, -1):
        if blocks[at].kind not in {"footnote", "unplaced"}:
            leads = match_verb(fold(text.lstrip("*")).text) is not None
            return at if _is_open(blocks[at]) and not leads else None
    return None


def _is_open(block: Block) -> bool:
    has_text = block.kind in {"preambular", "operative", "footnote"}
    return has_text and not _FINISHED.search(block.text)


_NARROW_EDGE = re.compile(r"[\x21-\x7e]\n[\x21-\x7e]")


def join_lines(lines: Iterable[str]) -> str:
    """Lines as one: nothing between Chinese characters, one blank between Latin words."""
    joined = "\n".join(line.strip() for line in lines)
    return _NARROW_EDGE.sub(lambda edge: edge.group().replace("\n", " "), joined).replace("\n", "")
