"""From a document to a ``Resolution``: blocks, then paragraphs, then facts.

META holds the masthead, one printed line to a line, and as its last line the opener (大会，), which
is no paragraph of its own. END holds the closing lines. With the printed numbers and marks, the
paragraphs and ``unplaced`` hold every word of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Literal

from assistant.errors import InvalidDocument
from assistant.parsing.body import Block, blocks_of
from assistant.parsing.clauses import clauses_of
from assistant.parsing.footnotes import Notes, notes_of
from assistant.parsing.lifting import Lifted, lift
from assistant.parsing.masthead import Facts, facts_of_closing, facts_of_masthead, logical_lines
from assistant.parsing.references import references_of, references_of_notes
from assistant.reading import Document
from assistant.text.symbols import kind_of, parse_symbol
from assistant.types import Paragraph, ParagraphKind, Resolution, Source

_HAN = re.compile("[\u4e00-\u9fff]")


def parse(document: Document, *, symbol: str | None = None) -> tuple[Resolution, ...]:
    """The resolution of a document; of one in parts A, B … each part as a resolution of its own.

    The symbol is the one the text prints; else ``symbol``; else the file's name
    (``A_RES_75_45.txt``). Where it is not the text's, ``Resolution.inferred`` says so.

    Raises:
        InvalidDocument: the text is no resolution, or has no symbol; with the line at fault.
    """
    blocks = blocks_of(document.lines)
    _refuse_what_is_no_resolution(document.name, blocks)
    notes = notes_of(blocks)
    meta = _lifted_masthead(blocks, notes)
    end = lift("\n".join(b.text for b in blocks if b.kind == "end"), notes.marks)
    masthead = facts_of_masthead(meta.text) | facts_of_closing(end.text)
    own, inferred = _symbol(document.name, masthead, symbol)
    paragraphs = [
        _framing(own, "META", "meta", meta, notes, line=1),
        *_body(own, blocks, notes),
        *_footnotes(own, notes),
    ]
    if end.text:
        paragraphs.append(_framing(own, "END", "end", end, notes, line=len(document.lines)))
    resolution = Resolution(
        symbol=own,
        lang="zh",
        title=masthead["title"].value if "title" in masthead else "",
        paragraphs=tuple(paragraphs),
        masthead=masthead,
        source=Source(document.name, document.sha256),
        inferred=inferred,
        unplaced=(*document.asides, *(b.text for b in blocks if b.kind == "unplaced")),
    )
    return (resolution,)


def _refuse_what_is_no_resolution(name: str, blocks: tuple[Block, ...]) -> None:
    if not any(_HAN.search(block.text) for block in blocks):
        raise InvalidDocument(
            f"{name} 里没有中文。目前只读取中文决议，请给出中文本。",
            f"{name} holds no Chinese; only Chinese texts are read yet. Give the Chinese version.",
            line=blocks[0].line if blocks else 1,
        )
    opener = next((block for block in blocks if block.kind == "opener"), None)
    if opener is None:
        raise InvalidDocument(
            f"{name} 不是决议：没有以“大会，”开头的正文。请给出决议全文。",
            f"{name} is no resolution: nothing opens with 大会，. Give the whole resolution.",
            line=blocks[0].line,
        )
    operative = [block for block in blocks if block.kind == "operative"]
    if not operative:
        raise InvalidDocument(
            f"{name} 不是决议：“大会，”之后没有编号的执行段落。",
            f"{name} is no resolution: no numbered operative paragraph follows 大会，.",
            line=opener.line,
        )
    seen: set[int] = set()
    for block in operative:
        number = int(block.printed or 0)
        if number in seen:
            raise InvalidDocument(
                f"{name} 第 {block.line} 行：段号 {number} 重复。目前还不能读取附件和分部决议。",
                f"{name}, line {block.line}: paragraph {number} stands twice. "
                "Annexes and resolutions in parts are not read yet.",
                line=block.line,
            )
        seen.add(number)


def _symbol(
    name: str, masthead: Facts, given: str | None
) -> tuple[str, tuple[Literal["symbol"], ...]]:
    """The symbol, and ``("symbol",)`` where the text does not print it."""
    if "number" in masthead:
        printed = parse_symbol(f"第{masthead['number'].value}号决议")
        if printed:
            return printed, ()
    for candidate in (given, PurePath(name).stem.replace("_", "/")):
        symbol = parse_symbol(candidate) if candidate else None
        if symbol and kind_of(symbol) != "document":
            return symbol, ("symbol",)
    raise InvalidDocument(
        f"{name} 里没有文号，文件名也看不出来。请用 --symbol A/RES/75/45 指明。",
        f"{name} prints no symbol and its name shows none. Say which with --symbol A/RES/75/45.",
        line=1,
    )


def _lifted_masthead(blocks: tuple[Block, ...], notes: Notes) -> Lifted:
    lines = logical_lines(tuple(b for b in blocks if b.kind == "masthead"))
    opener = [b.text for b in blocks if b.kind == "opener"]
    return lift("\n".join((*lines, *opener)), notes.marks)


def _framing(
    symbol: str, place: str, kind: ParagraphKind, lifted: Lifted, notes: Notes, *, line: int
) -> Paragraph:
    marks = tuple(notes.tie(printed, offset, line) for printed, offset in lifted.marks)
    return Paragraph(symbol, place, kind, lifted.text, marks=marks, emphasis=lifted.emphasis)


def _body(symbol: str, blocks: tuple[Block, ...], notes: Notes) -> Iterator[Paragraph]:
    preambular = 0
    for block in blocks:
        if block.kind == "preambular":
            preambular += 1
            yield _paragraph(symbol, f"PP{preambular}", "preambular", block, notes)
        elif block.kind == "operative":
            yield _paragraph(symbol, f"OP{int(block.printed or 0)}", "operative", block, notes)


def _paragraph(
    symbol: str, place: str, kind: ParagraphKind, block: Block, notes: Notes
) -> Paragraph:
    lifted = lift(block.text, notes.marks)
    clauses = clauses_of(lifted.text)
    return Paragraph(
        symbol=symbol,
        place=place,
        kind=kind,
        text=lifted.text,
        printed=block.printed,
        inferred=block.inferred,
        clauses=clauses,
        references=references_of(lifted.text, clauses),
        marks=tuple(notes.tie(printed, at, block.line) for printed, at in lifted.marks),
        emphasis=lifted.emphasis,
    )


def _footnotes(symbol: str, notes: Notes) -> Iterator[Paragraph]:
    lifted = [lift(block.text, frozenset()) for block in notes.blocks]
    references = references_of_notes([one.text for one in lifted])
    for at, (block, one, refers) in enumerate(zip(notes.blocks, lifted, references, strict=True)):
        yield Paragraph(
            symbol=symbol,
            place=f"FN{at + 1}",
            kind="footnote",
            text=one.text,
            printed=block.printed,
            inferred=block.inferred,
            references=refers,
            emphasis=one.emphasis,
        )
