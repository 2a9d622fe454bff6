"""From a document to its resolutions: blocks, then paragraphs, then facts.

META holds the masthead, one printed line to a line, and as its last lines the opener (大会，) with
what enacts it (决议：), which is no paragraph of its own. END holds the closing lines. With the
printed numbers and marks, the paragraphs and ``unplaced`` hold every word of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from assistant.errors import InvalidDocument
from assistant.parsing.blocks import Block
from assistant.parsing.body import Part, parts_of
from assistant.parsing.footnotes import Notes, as_printed, notes_of, without_inline_notes
from assistant.parsing.language import Language, language_of
from assistant.parsing.lifting import Lifted, lift
from assistant.parsing.lines import MARK_BEGIN, MARK_END, lines_of
from assistant.parsing.marks import marked
from assistant.parsing.masthead import Facts, facts_of_closing, facts_of_masthead, logical_lines
from assistant.parsing.places import Placed, placed
from assistant.parsing.references import of_own_organ
from assistant.parsing.votes import vote_of
from assistant.reading import Document
from assistant.text.normalise import fold
from assistant.text.symbols import kind_of, parse_symbol
from assistant.types import Fact, Paragraph, ParagraphKind, Resolution, Source, Span

_OPERATIVE = re.compile(r"(?:S\d+/)?OP~?\d+")
_RESOLVES = re.compile(r"(?:.*[,，])?(?:兹?决议:|Resolves:?)")
_WRAPPED = re.compile("(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")

_Guess = Literal["symbol", "title", "operative"]


def parse(document: Document, *, symbol: str | None = None) -> tuple[Resolution, ...]:
    """The resolution of a document; of one in parts A, B … each part as a resolution of its own.

    The symbol is the one the text prints; else ``symbol``; else the file's name
    (``A_RES_75_45.txt``). Where it is not the text's, ``Resolution.inferred`` says so.

    Raises:
        InvalidDocument: the text is no resolution, or has no symbol; with the line at fault.
    """
    language = language_of(document.lines)
    if language is None:
        raise InvalidDocument(
            f"{document.name} 里没有中文，也不是英文决议。请给出决议的中文本或英文本。",
            f"{document.name} is neither Chinese nor an English resolution. "
            "Give the Chinese or the English text of a resolution.",
            line=next((n for n, line in enumerate(document.lines, 1) if line.strip()), 1),
        )
    lines = marked(lines_of(document.lines, language.wording), language.wording)
    parts = parts_of(lines, language.wording)
    _refuse_what_is_no_resolution(document.name, parts)
    return tuple(
        _resolution(document, part, language, symbol, is_first=at == 0)
        for at, part in enumerate(parts)
    )


def _refuse_what_is_no_resolution(name: str, parts: tuple[Part, ...]) -> None:
    blocks = [block for part in parts for block in (*part.shared, *part.blocks)]
    kinds = {block.kind for block in blocks}
    if not kinds & {"opener", "numbered"}:
        raise InvalidDocument(
            f"{name} 不是决议：没有以“大会，”开头的正文。请给出决议全文。",
            f"{name} is no resolution: nothing opens with 大会， or The General Assembly. "
            "Give the whole resolution.",
            line=blocks[0].line if blocks else 1,
        )
    if not kinds & {"free", "numbered"}:
        opener = next(block for block in blocks if block.kind == "opener")
        raise InvalidDocument(
            f"{name} 不是决议：“大会，”之后没有任何段落。",
            f"{name} is no resolution: no paragraph follows its opener.",
            line=opener.line,
        )


def _resolution(
    document: Document,
    part: Part,
    language: Language,
    symbol: str | None,
    *,
    is_first: bool,
) -> Resolution:
    blocks = tuple(without_inline_notes(part.blocks))
    notes = notes_of(blocks)
    meta = _lifted_masthead((*part.shared, *blocks), language, notes)
    end = lift("\n".join(b.text for b in blocks if b.kind == "end"), notes.marks)
    masthead = facts_of_masthead(meta.text, language.masthead) | facts_of_closing(
        end.text, language.closing
    )
    inferred: tuple[_Guess, ...] = ()
    own, inferred = _symbol(document.name, masthead, symbol, part.letter)
    if "title" not in masthead and (title := _title_below(end.text, language)):
        masthead["title"] = title
        inferred = (*inferred, "title")
    found = placed(blocks, language.wording)
    if not any(one.kind == "operative" for one in found):
        inferred = (*inferred, "operative")
    body = _with_lost_verbs(tuple(_body(own, found, notes, language)), meta.text)
    paragraphs = [_framing(own, "META", "meta", meta, notes, line=1), *body]
    paragraphs += _footnotes(own, found, notes, language)
    if end.text:
        last = max(block.last_line for block in blocks)
        paragraphs.append(_framing(own, "END", "end", end, notes, line=last))
    unplaced = [one.block for one in found if one.place is None and _fits_nowhere(one.block)]
    return Resolution(
        symbol=own,
        lang=language.wording.lang,
        title=_WRAPPED.sub("", masthead["title"].value) if "title" in masthead else "",
        paragraphs=tuple(paragraphs),
        masthead=masthead,
        source=Source(document.name, document.sha256),
        inferred=inferred,
        unplaced=(*(document.asides if is_first else ()), *(_printed(b) for b in unplaced)),
        vote=vote_of(meta.text),
    )


def _fits_nowhere(block: Block) -> bool:
    return block.kind not in {"masthead", "opener", "end"}


def _printed(block: Block) -> str:
    """A line that fits nowhere as the source prints it, its number or mark before it."""
    text = block.text.replace(MARK_BEGIN, "").replace(MARK_END, "")
    return f"{block.printed} {text}" if block.printed else text


def _symbol(
    name: str, masthead: Facts, given: str | None, letter: str | None
) -> tuple[str, tuple[_Guess, ...]]:
    """The symbol, and ``("symbol",)`` where the text does not print it."""
    if "number" in masthead:
        printed = parse_symbol(f"第{masthead['number'].value}号决议")
        if printed:
            return _of_part(printed, letter), ()
    for candidate in (given, PurePath(name).stem.replace("_", "/")):
        symbol = parse_symbol(candidate) if candidate else None
        if symbol and kind_of(symbol) != "document":
            return _of_part(symbol, letter), ("symbol",)
    raise InvalidDocument(
        f"{name} 里没有文号，文件名也看不出来。请用 --symbol A/RES/75/45 指明。",
        f"{name} prints no symbol and its name shows none. Say which with --symbol A/RES/75/45.",
        line=1,
    )


def _of_part(symbol: str, letter: str | None) -> str:
    """A/RES/51/942 and B: A/RES/51/942B; A/RES/217(III) and A: A/RES/217A(III)."""
    if letter is None or symbol[-1].isalpha():
        return symbol
    number, session, rest = symbol.partition("(")
    return f"{number}{letter}{session}{rest}"


def _title_below(end: str, language: Language) -> Fact | None:
    """The title that the imprint below gives: the line under the organ's name."""
    start, under_organ = 0, False
    for line in end.split("\n"):
        folded = fold(line).text
        organ = language.wording.opener.fullmatch(folded)
        if under_organ and not organ:
            return Fact(line, "END", Span(start, start + len(line)))
        under_organ = organ is not None and not organ["rest"]
        start += len(line) + 1
    return None


def _lifted_masthead(blocks: tuple[Block, ...], language: Language, notes: Notes) -> Lifted:
    masthead = [block for block in blocks if block.kind == "masthead"]
    opener = [block.text for block in blocks if block.kind == "opener"]
    lines = logical_lines(masthead, language.masthead)
    return lift("\n".join((*lines, *opener)), notes.marks)


def _framing(
    symbol: str, place: str, kind: ParagraphKind, lifted: Lifted, notes: Notes, *, line: int
) -> Paragraph:
    marks = tuple(notes.tie(printed, offset, line) for printed, offset in lifted.marks)
    return Paragraph(symbol, place, kind, lifted.text, marks=marks, emphasis=lifted.emphasis)


def _body(
    symbol: str, found: tuple[Placed, ...], notes: Notes, language: Language
) -> Iterator[Paragraph]:
    for one in found:
        if one.place is not None and one.kind != "footnote":
            yield _paragraph(symbol, one.place, one, notes, language)


def _paragraph(symbol: str, place: str, one: Placed, notes: Notes, language: Language) -> Paragraph:
    block = one.block
    lifted = lift(block.text, notes.marks)
    acts = one.kind in {"preambular", "operative"}
    clauses = language.clauses_of(lifted.text) if acts else ()
    return Paragraph(
        symbol=symbol,
        place=place,
        kind=one.kind,
        text=lifted.text,
        printed=block.printed,
        inferred=block.inferred,
        clauses=clauses,
        references=of_own_organ(
            lifted.text, language.references_of(lifted.text, clauses), symbol.partition("/RES/")[0]
        ),
        marks=tuple(notes.tie(printed, at, block.line) for printed, at in lifted.marks),
        emphasis=lifted.emphasis,
    )


def _with_lost_verbs(body: tuple[Paragraph, ...], masthead: str) -> tuple[Paragraph, ...]:
    """Marks the numbered operative paragraphs that should begin with a verb, and do not.

    Where none does, as in a declaration, or behind 决议：, none should.
    """
    last_line = fold(masthead.rpartition("\n")[2]).text
    numbered = {p.place for p in body if p.printed and _OPERATIVE.fullmatch(p.place)}
    if _RESOLVES.fullmatch(last_line) or not any(p.clauses for p in body if p.place in numbered):
        return body
    return tuple(
        replace(p, inferred=(*p.inferred, "verb")) if p.place in numbered and not p.clauses else p
        for p in body
    )


def _footnotes(
    symbol: str, found: tuple[Placed, ...], tied: Notes, language: Language
) -> Iterator[Paragraph]:
    notes = [one for one in found if one.kind == "footnote" and one.place is not None]
    lifted = [lift(one.block.text, frozenset()) for one in notes]
    references = language.references_of_notes([one.text for one in lifted])
    for one, words, refers in zip(notes, lifted, references, strict=True):
        yield Paragraph(
            symbol=symbol,
            place=one.place or "",
            kind="footnote",
            text=words.text,
            printed=as_printed(one.block.printed),
            inferred=one.block.inferred,
            references=refers,
            marks=tuple(tied.tie(printed, at, one.block.line) for printed, at in words.marks),
            emphasis=words.emphasis,
        )
