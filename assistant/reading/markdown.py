"""Markdown to lines: its marks off, except ``**`` and bullets, which the texts themselves print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.document import Document
from assistant.reading.files import File
from assistant.reading.runs import superscript
from assistant.reading.tables import row_lines
from assistant.reading.text_files import text_of

# What plain text does not have: headings, escaped full stops, notes, rows between bars.
_EVIDENCE = re.compile(
    r"^#{1,6} \S|^\d+\\\.|\[\^\w+\]|^\|.*\|\s*$|\\[*_(\[.]|<(?:sup|br)\b", re.MULTILINE
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_RULE = re.compile(r"\s{0,3}(?:=+|-{3,}|\*{3,}|`{3,}.*|~{3,}.*)\s*$")
_TABLE_ROW = re.compile(r"\s*\|(.*)\|\s*$")
_TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_NOTE = re.compile(r"\[\^(\w+)\]:\s*")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_INLINE = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # an escaped character
    r"|\[\^(\w+)\]"  # a note's mark
    r"|<sup>(.*?)</sup>"
    r"|(?<!!)\[([^\[\]]*)\]\([^()\s]*\)"  # a link
    r"|(?<![*a-zA-Z0-9])\*(?![*\s])([^*\n]+?)(?<![*\s])\*(?![*a-zA-Z0-9])"  # *slanted*
    r"|<br\s*/?>",
    re.IGNORECASE,
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text has marks that plain text has not."""
    return _EVIDENCE.search(text) is not None


def read_markdown(file: File) -> Document:
    """The lines of a Markdown file. Raises InvalidDocument as ``text_files.read_text`` does."""
    return Document.of(file, _lines(text_of(file)))


def _lines(text: str) -> Iterator[str]:
    for line in re.split(r"\r\n|\r|\n|\f", text):
        row = _TABLE_ROW.match(line)
        if row and _TABLE_RULE.fullmatch(row[1]):
            continue
        if row:
            cells = re.split(r"(?<!\\)\|", row[1])
            yield from row_lines([[_inline(cell.strip())] for cell in cells])
            continue
        if _RULE.match(line):
            yield ""
            continue
        yield from _plain(_QUOTE.sub("", line, count=1)).split("\n")


def _plain(line: str) -> str:
    heading = _HEADING.match(line)
    if heading:
        return _inline(heading[1])
    note = _NOTE.match(line)
    if note:
        return f"{superscript(note[1])} {_inline(line[note.end() :])}"
    return _inline(line.rstrip().removesuffix("\\") if line.endswith("\\") else line.rstrip())


def _inline(text: str) -> str:
    return _INLINE.sub(_unmarked, text)


def _unmarked(found: re.Match[str]) -> str:
    escaped, note, raised, link, slanted = found.groups()
    if note is not None or raised is not None:
        return superscript(note if note is not None else raised)
    return next((part for part in (escaped, link, slanted) if part is not None), "\n")
