"""Word files (DOCX, ECMA-376) to lines: what Word prints, with all changes accepted.

Read with lxml and not python-docx, which knows nothing of footnotes, numbers, tracked changes and
text boxes: what would be left of it is opening the container, and that it does without limits.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.errors import InvalidDocument
from assistant.reading.document import Document
from assistant.reading.docx_body import Body
from assistant.reading.docx_numbers import Numbers
from assistant.reading.docx_styles import Styles
from assistant.reading.docx_xml import attribute, children
from assistant.reading.files import File
from assistant.reading.packages import (
    MOST_PARTS,
    BadEntry,
    TooLarge,
    entries_of,
    is_locked,
    package_kind,
    unpacked,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# The text of a convention of 100 pages is 3 MB of XML.
_LARGEST_PART = 40_000_000  # bytes, unpacked
_LETTERHEADS = ("header", "footer")


class _Broken(Exception):
    """A part is missing or is no sound XML."""


def looks_like_docx(data: bytes) -> bool:
    """Whether bytes are a container with a Word text in it."""
    return package_kind(data) == "word"


def read_docx(file: File) -> Document:
    """The lines of a Word file.

    Raises:
        InvalidDocument: it is damaged, locked, too large or without text.
    """
    name = file.name
    try:
        package = _Package(file.data)
        body = Body(package.notes(), package.numbers(), package.styles())
        lines = tuple(body.lines(package.main))
        asides = tuple(line for part in package.letterheads() for line in body.aside(part))
    except TooLarge as error:
        raise InvalidDocument(
            f"{name} 解压后过大，不像是决议，请另存为 PDF 或纯文本。",
            f"{name} is too large when unpacked, no resolution; save it as PDF or plain text.",
        ) from error
    except (BadEntry, _Broken, RecursionError) as error:
        raise InvalidDocument(
            f"{name} 是 Word 文件，但已损坏或不完整。请重新下载，或用 Word 打开后另存。",
            f"{name} is a Word file, but damaged or cut short. "
            "Download it again, or open it in Word and save it.",
        ) from error
    return Document.of(file, lines, asides)


class _Package:
    """The parts of a Word file that hold text, found by what they are related as."""

    def __init__(self, data: bytes) -> None:
        self._zip = entries_of(data, MOST_PARTS)
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._zip.infolist()}
        start = self._related("").get("officeDocument", ["word/document.xml"])[0]
        self._parts = self._related(start)
        self.main = self._part(start)

    def notes(self) -> dict[str, dict[str, Element]]:
        """footnotes and endnotes: each note's element by its id."""
        return {
            kind: {
                attribute(note, "id"): note
                for part in self._all(kind)
                for note in children(part, kind.removesuffix("s"))
            }
            for kind in ("footnotes", "endnotes")
        }

    def numbers(self) -> Numbers:
        """How the text's paragraphs are numbered."""
        return Numbers(next(self._all("numbering"), None))

    def styles(self) -> Styles:
        """The styles of paragraphs and characters."""
        return Styles(next(self._all("styles"), None))

    def letterheads(self) -> Iterator[Element]:
        """Page headers and footers, in the order of their parts."""
        for kind in _LETTERHEADS:
            yield from self._all(kind)

    def _all(self, kind: str) -> Iterator[Element]:
        for target in self._parts.get(kind, []):
            if target in self._entries:
                yield self._part(target)

    def _part(self, name: str) -> Element:
        from lxml import etree

        entry = self._entries.get(name)
        if entry is None or is_locked(entry):
            raise _Broken
        data = unpacked(self._zip, entry, _LARGEST_PART)
        # No part of a Word file may have a DTD (ECMA-376 part 2, 7.3.2), so there is nothing to
        # expand and nothing to fetch.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _Broken from error
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise _Broken
        return root

    def _related(self, part: str) -> dict[str, list[str]]:
        """The targets of a part's relations, by the last word of their type."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, list[str]] = {}
        if name not in self._entries:
            return found
        for relation in self._part(name):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found.setdefault(kind, []).append(path)
        return found
