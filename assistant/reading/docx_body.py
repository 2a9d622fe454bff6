"""The body of a Word file to lines: paragraphs with their numbers and marks, notes below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assistant.reading.docx_numbers import Numbers
from assistant.reading.docx_styles import Styles
from assistant.reading.docx_xml import attribute, child, children, local
from assistant.reading.runs import Run, marked, superscript
from assistant.reading.tables import row_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Changes are read as accepted: what was deleted or moved away is out, what came in is text.
_OUT = frozenset(
    "del moveFrom pPr rPr tblPr trPr tcPr sectPr sdtPr sdtEndPr instrText delText delInstrText"
    " Fallback rt rubyPr object fldData commentReference annotationRef footnoteRef endnoteRef"
    " separator continuationSeparator".split()
)
_BREAKS = frozenset(("br", "cr"))
_BLANKS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


class Body:
    """Turns a text's elements to lines, counting its notes and numbers on the way."""

    def __init__(
        self, notes: Mapping[str, Mapping[str, Element]], numbers: Numbers, styles: Styles
    ) -> None:
        self._notes, self._numbers, self._styles = notes, numbers, styles
        self._note_lines: list[str] = []  # of the paragraph that is being read
        self._boxes: list[str] = []
        self._counted = 0
        self._ahead: list[Run] = []  # of a paragraph whose end was deleted

    def lines(self, document: Element) -> Iterator[str]:
        """The lines of a document, an empty one after each paragraph, notes after theirs."""
        yield from self._blocks(child(document, "body"))

    def aside(self, part: Element) -> Iterator[str]:
        """The lines of a page header or footer."""
        return (line for line in self._blocks(part) if line.strip())

    def _blocks(self, parent: Element | None) -> Iterator[str]:
        for element in () if parent is None else parent:
            name = local(element)
            if name in _OUT:
                continue
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            else:  # sdt, sdtContent, ins, moveTo, customXml, txbxContent …
                yield from self._blocks(element)

    def _table(self, table: Element) -> Iterator[str]:
        for row in _within(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            yield from row_lines([list(self._blocks(cell)) for cell in _within(row, "tc")])
            yield ""

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        runs = [*self._ahead, *self._runs(paragraph, properties)]
        self._ahead = []
        if child(properties, "rPr", "del") is not None:
            self._ahead = runs
            return
        # Counted even where it is empty, as Word does.
        number = self._numbers.next(*self._styles.numbering(properties))
        if any(run.text.strip() for run in runs):
            yield from (x.strip() for x in (number + marked(runs)).split("\n") if x.strip())
            yield ""
        boxes, self._boxes = self._boxes, []
        notes, self._note_lines = self._note_lines, []
        for line in (*boxes, *notes):
            yield from (line, "")

    def _runs(self, parent: Element, paragraph: Element | None) -> Iterator[Run]:
        for element in parent:
            name = local(element)
            if name in _OUT:
                continue
            if name == "r":
                yield from self._run(element, paragraph)
            elif name != "txbxContent":
                yield from self._runs(element, paragraph)

    def _run(self, run: Element, paragraph: Element | None) -> Iterator[Run]:
        look = self._styles.look(child(run, "rPr"), paragraph)
        if look.hidden:
            return
        for element in run:
            name = local(element)
            if name in _NOTES:
                yield from self._reference(element, run, name)
            elif name == "t":
                yield Run(element.text or "", look.strong, look.raised)
            elif name in _BLANKS:
                yield Run(_BLANKS[name], look.strong)
            elif name in _BREAKS and attribute(element, "type") in ("", "textWrapping"):
                yield Run("\n", look.strong)
            elif name == "sym":
                yield Run(_symbol(element), look.strong)
            elif name == "ruby":
                yield from self._runs(element, paragraph)
            elif name in ("drawing", "pict", "AlternateContent"):
                self._boxes += [line for line in self._in_boxes(element) if line]

    def _in_boxes(self, element: Element) -> Iterator[str]:
        """The paragraphs of a drawing's text boxes, which Word writes twice for old readers."""
        outer_notes, self._note_lines = self._note_lines, []
        for inner in element:
            name = local(inner)
            if name in _OUT:
                continue
            if name == "txbxContent":
                yield from self._blocks(inner)
            else:
                yield from self._in_boxes(inner)
        self._note_lines = outer_notes + self._note_lines

    # ── notes ────────────────────────────────────────────────────────────────────────────────

    def _reference(self, element: Element, run: Element, name: str) -> Iterator[Run]:
        note = self._notes[_NOTES[name]].get(attribute(element, "id"))
        if note is None:
            return
        if is_custom := attribute(element, "customMarkFollows") in ("1", "true", "on"):
            mark = "".join(text.text or "" for text in children(run, "t")).strip()
        else:
            self._counted += 1
            mark = str(self._counted)
            yield Run(mark, raised=True)
        self._note_lines.append(self._note_line(note, mark, drop_mark=is_custom))

    def _note_line(self, note: Element, mark: str, *, drop_mark: bool) -> str:
        kept, self._note_lines = self._note_lines, []
        words = " ".join(line for line in self._blocks(note) if line)
        self._note_lines = kept
        if drop_mark:
            words = words.removeprefix(mark).removeprefix(superscript(mark)).lstrip()
        return f"{superscript(mark)} {words}"


def _within(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name in ``element``, through content controls and changes."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _within(inner, name)


def _symbol(element: Element) -> str:
    """A character given by its number; those of symbol fonts stand for bullets."""
    code = attribute(element, "char")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= character <= "\uf8ff" else character
