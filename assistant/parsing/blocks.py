"""Blocks: lines that belong together, on the way to becoming paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.parsing.lifting import SUPERSCRIPTS
from assistant.parsing.lines import MARK_BEGIN, MARK_END
from assistant.text.normalise import has_blanks
from assistant.types import Inferred

BlockKind = Literal[
    "masthead",
    "opener",
    "free",  # a paragraph without a number: preambular, or operative with its number lost
    "numbered",
    "item",  # a sub-paragraph
    "heading",
    "annex",  # 附件 and the lines of its title
    "article",
    "footnote",
    "end",
    "unplaced",
]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, joined; markup and marks still in them."""

    kind: BlockKind
    text: str  # without the printed number, enumerator or mark
    line: int  # of the file, where it begins, counted from 1
    last_line: int
    printed: str | None = None  # number, enumerator or mark
    inferred: tuple[Inferred, ...] = ()
    number: int | None = None  # of a numbered paragraph or article
    labels: tuple[str, ...] = ()  # of an item, outermost first
    parent: int | None = None  # index of the block an item, or an article's paragraph, is below
    annex: int | None = None  # in which annex, counted from 1; None: not in one
    section: int = 1  # counted up where numbers begin again under a heading


_TRAILING = re.compile(
    rf"(?:{MARK_BEGIN}[^{MARK_END}]*{MARK_END}|[{SUPERSCRIPTS}]|\*|\s|[”’」》）)](?=[^”]*$))+$"
)
_TEXT_KINDS = frozenset({"free", "numbered", "item", "footnote", "article"})
_COMMAS = "，,、"
_STOPS = "；;。.：:！!？?"


def last_character(text: str) -> str:
    """The character a text ends with, behind marks, markup and closing quotes; empty for none."""
    return _TRAILING.sub("", text[-80:])[-1:]


def is_open(block: Block, *, at_comma: bool) -> bool:
    """Whether a block goes on: it lacks its stop. With ``at_comma``, a comma is none."""
    if block.kind not in _TEXT_KINDS:
        return False
    last = last_character(block.text)
    if not last:
        return True
    return last not in _STOPS and (at_comma or last not in _COMMAS) and block.text[-1] != "”"


def continued(block: Block, text: str, number: int, *, guessed: bool) -> Block:
    """The block with a line more; ``guessed`` where only the words say that it goes on."""
    more: tuple[Inferred, ...] = ("boundary",) if guessed else ()
    inferred = tuple(dict.fromkeys((*block.inferred, *more)))
    is_heading = block.kind == "article" and "\n" not in block.text  # 第一条, then its words
    joined = f"{block.text}\n{text}" if is_heading else join(block.text, text)
    return replace(block, text=joined, last_line=number, inferred=inferred)


def join(above: str, below: str) -> str:
    """Two lines as one: nothing between Chinese characters, one blank between Latin words."""
    above, below = above.rstrip(), below.lstrip()
    is_one_word = above.endswith("-") or (above[-1:].isdigit() and below.startswith("("))
    parts = above and below and not is_one_word
    return f"{above} {below}" if parts and has_blanks(above[-1], below[0]) else above + below
