"""PDF files with a text layer to lines: text in reading order, notes, and page furniture aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.errors import InvalidDocument
from assistant.reading.document import Document
from assistant.reading.files import File
from assistant.reading.furniture import parted
from assistant.reading.glyphs import UNREADABLE, Broken, Encrypted, Sheet, TooManyPages, sheets_of
from assistant.reading.page_lines import Line, lines_of, type_of
from assistant.reading.page_text import text_lines

# The longest resolutions with annexes (the 2030 agenda, conventions) have 30 to 90 pages; volumes
# of a whole session have a thousand and hold hundreds of resolutions.
MOST_PAGES = 200
# A page takes 10 to 20 ms; what is so slow is no text but drawings, or made to be slow.
MOST_SECONDS = 30.0
# Scans carry at most a stamp or a page number as text.
_LEAST_CHARACTERS_A_PAGE = 20
_MOST_UNREADABLE = 0.05  # of all characters: bullets and logos are fewer
_PAGE_ALIKE = 2.0  # points by which the left edge of one column differs from page to page


def looks_like_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF; readers allow for a kilobyte of anything before its first mark."""
    return b"%PDF-" in data[:1_024]


def read_pdf(file: File) -> Document:
    """The lines of a PDF.

    Raises:
        InvalidDocument: it is encrypted, broken, scanned, too long or empty.
    """
    sheets = _sheets(file)
    _refuse_scan(file.name, sheets)
    setting = type_of(sheets)
    pages = [lines_of(sheet, at, setting) for at, sheet in enumerate(sheets)]
    bodies, asides = parted(sheets, pages, setting.size)
    bodies = _with_columns(bodies, setting.size)
    return Document.of(file, text_lines(bodies, sheets, setting), asides)


def _sheets(file: File) -> tuple[Sheet, ...]:
    name = file.name
    try:
        return sheets_of(file.data, most_pages=MOST_PAGES, seconds=MOST_SECONDS)
    except TooManyPages as error:
        raise InvalidDocument(
            f"{name} 超过 {MOST_PAGES} 页，或读取过慢。请只给出这一份决议的页。",
            f"{name} has over {MOST_PAGES} pages, or takes too long to read. "
            "Give the pages of this one resolution.",
        ) from error
    except Encrypted as error:
        raise InvalidDocument(
            f"{name} 有密码保护。请去掉密码后再给出，或改用 Word、文本版。",
            f"{name} is protected by a password. Remove it, or give the Word or text version.",
        ) from error
    except Broken as error:
        raise InvalidDocument(
            f"{name} 是 PDF，但已损坏或不完整。请重新下载。",
            f"{name} is a PDF, but damaged or cut short. Download it again.",
        ) from error


def _refuse_scan(name: str, sheets: Sequence[Sheet]) -> None:
    characters = sum(bool(glyph.text.strip()) for sheet in sheets for glyph in sheet.glyphs) + sum(
        len(text) for sheet in sheets for text in sheet.on_end
    )
    if characters >= _LEAST_CHARACTERS_A_PAGE * max(1, len(sheets)) / 2:
        _refuse_unreadable(name, sheets)
        return
    raise InvalidDocument(
        f"{name} 没有文字层（多半是扫描件）。请先做文字识别（OCR），或给出 Word、文本版。",
        f"{name} has no text in it: it is scanned. Run text recognition (OCR) on it first, "
        "or give the Word or text version.",
    )


def _refuse_unreadable(name: str, sheets: Sequence[Sheet]) -> None:
    """Refuse text that only looks like text: its fonts do not say which characters they draw."""
    texts = [glyph.text for sheet in sheets for glyph in sheet.glyphs]
    lost = sum(text == UNREADABLE or "\ue000" <= text <= "\uf8ff" for text in texts)
    if lost <= _MOST_UNREADABLE * len(texts):
        return
    raise InvalidDocument(
        f"{name} 的文字层无法识别（字体没有编码）。请先做文字识别（OCR），或给出 Word、文本版。",
        f"{name} has text that cannot be told (its fonts lack an encoding). "
        "Run text recognition (OCR) on it first, or give the Word or text version.",
    )


def _with_columns(pages: Sequence[Sequence[Line]], body_size: float) -> list[list[Line]]:
    """Every line with the edges of its column: where most of its lines begin, the furthest end.

    A last page of short lines says little of its own; a column that begins where most of the
    document's lines begin has their edges.
    """
    lines = [line for page in pages for line in page if _is_body(line, body_size)]
    lefts = Counter(round(line.left / _PAGE_ALIKE) for line in lines)
    made: list[list[Line]] = []
    for page in pages:
        edges = {
            column: _edges([line for line in page if line.column == column], lefts, lines)
            for column in {line.column for line in page}
        }
        made.append(
            [
                replace(line, column_left=edges[line.column][0], column_right=edges[line.column][1])
                for line in page
            ]
        )
    return made


def _is_body(line: Line, body_size: float) -> bool:
    return abs(line.size - body_size) < 0.1 * body_size


def _edges(
    column: Sequence[Line], lefts: Counter[int], lines: Sequence[Line]
) -> tuple[float, float]:
    left = min(
        (line.left for line in column),
        key=lambda at: (-lefts[round(at / _PAGE_ALIKE)], at),
    )
    alike = [line.right for line in lines if abs(line.left - left) < _PAGE_ALIKE]
    return left, max([line.right for line in column] if len(column) > 3 else alike or [left])
