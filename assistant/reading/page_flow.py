"""The elements of a web page to lines, as they are entered and left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.reading.numbering import numeral
from assistant.reading.page_lines import is_wide
from assistant.reading.runs import Run, is_strong_font, marked
from assistant.reading.tables import row_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "applet audio button canvas embed head iframe input map math nav noframes noscript object"
    " script select style svg template textarea title video -comment".split()
)
_ASIDES = frozenset(("header", "footer"))
_STRONG = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_FAMILY_STYLE = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
_MARK = re.compile(r"\[?(\d{1,3})\]?")
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
# HTML's list types to those of Word, whose numerals are the same.
_LIST_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"} | {
    "I": "upperRoman"
}


@dataclass
class _List:
    """A list that is open: the number its next item gets, or None for bullets."""

    format: str
    following: int | None


@dataclass
class _Level:
    """Where lines go: the page, or a cell of a table."""

    lines: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)  # of the row that is open in it


class PageFlow:
    """Takes elements as they are entered and left, and gives the page's lines and asides."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._runs: list[Run] = []
        self._label = ""  # of an item, until its first words come: <li><p>
        self._strong = self._raised = self._pre = self._aside = 0
        self._lists: list[_List] = []
        self._asides: list[str] = []

    def enter(self, node: LexborNode) -> bool:
        """Begin an element or take a text. False: nothing in it is to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self._take(node.text_content or "")
            return False
        if tag in _SILENT or _is_hidden(node):
            return False
        if tag in _BLOCKS:
            self._end_line()
        if tag == "br":
            self._runs.append(Run("\n"))
        if tag in ("td", "th"):
            self._levels.append(_Level())
        if tag in ("ol", "ul"):
            self._lists.append(_list_of(node, tag))
        if tag == "li":
            self._number(node)
        self._count(node, tag, 1)
        return True

    def leave(self, node: LexborNode) -> None:
        """End an element."""
        tag = node.tag or ""
        if tag == "-text" or tag in _SILENT or _is_hidden(node):
            return
        if tag in _BLOCKS:
            self._end_line(apart=tag not in ("td", "th", "tr"))
        self._count(node, tag, -1)
        if tag in ("td", "th") and len(self._levels) > 1:
            cell = self._levels.pop()
            self._levels[-1].cells.append(cell.lines)
        if tag == "tr":
            level = self._levels[-1]
            level.lines += [*row_lines(level.cells), ""]
            level.cells = []
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def finish(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines, never two empty ones together, and the asides."""
        self._end_line()
        kept: list[str] = []
        for line in self._levels[0].lines:
            if line or (kept and kept[-1]):
                kept.append(line)
        return tuple(kept), tuple(self._asides)

    def _count(self, node: LexborNode, tag: str, step: int) -> None:
        style = node.attributes.get("style") or ""
        self._strong += step * (tag in _STRONG or _is_strong(node, tag, style))
        self._raised += step * (tag == "sup" or bool(_RAISED_STYLE.search(style)) or _is_mark(node))
        self._pre += step * (tag == "pre")
        title = node.attributes.get("title")
        self._aside += step * (tag in _ASIDES or (tag == "div" and title in _ASIDES))

    def _take(self, text: str) -> None:
        if self._pre:
            text = text.replace("\r\n", "\n")
        else:
            text = _BLANKS.sub(lambda found: "\r" if "\n" in found.group() else " ", text)
        mark = _MARK.fullmatch(text.strip()) if self._raised else None
        raised = bool(self._raised and text.strip())
        self._runs.append(Run(mark[1] if mark else text, self._strong > 0, raised))

    def _number(self, node: LexborNode) -> None:
        if not self._lists or self._lists[-1].following is None:
            self._label += "• "
            return
        own = _whole_number(node.attributes.get("value"))
        number = own if own is not None else self._lists[-1].following
        self._label += f"{numeral(number, self._lists[-1].format)}. "
        self._lists[-1].following = number + 1

    def _end_line(self, *, apart: bool = True) -> None:
        runs, self._runs = self._runs, []
        if not any(run.text.strip() for run in runs):
            return
        label, self._label = self._label, ""
        lines = [
            line for line in marked(_collapsed([Run(label), *runs])).split("\n") if line.strip()
        ]
        where = self._asides if self._aside else self._levels[-1].lines
        where += [line.strip() for line in lines]
        if apart and not self._aside:
            where.append("")


def _collapsed(runs: list[Run]) -> Iterator[Run]:
    """Blanks as a browser shows them; none for a line end between two Chinese characters."""
    last = "\n"
    waiting = ""
    for run in runs:
        kept: list[str] = []
        for character in run.text:
            if character in " \r":
                waiting = waiting if waiting == " " else character
                continue
            between_wide = is_wide(last) and is_wide(character) and waiting == "\r"
            if waiting and not between_wide and "\n" not in (last, character):
                kept.append(" ")
            waiting = ""
            kept.append(character)
            last = character
        yield Run("".join(kept), run.strong, run.raised)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("role") == "navigation"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def _is_strong(node: LexborNode, tag: str, style: str) -> bool:
    family = _FAMILY_STYLE.search(style)
    face = family[1] if family else (node.attributes.get("face") if tag == "font" else None)
    return bool(_BOLD_STYLE.search(style)) or (face is not None and is_strong_font(face))


def _is_mark(node: LexborNode) -> bool:
    """A link that stands for a note: its number, leading to a place on the same page."""
    href = node.attributes.get("href") or ""
    return node.tag == "a" and href.startswith("#") and bool(_MARK.fullmatch(node.text().strip()))


def _list_of(node: LexborNode, tag: str) -> _List:
    kind = _LIST_TYPES.get(node.attributes.get("type") or "1", "decimal")
    start = _whole_number(node.attributes.get("start"))
    return _List(kind, (start if start is not None else 1) if tag == "ol" else None)


def _whole_number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
