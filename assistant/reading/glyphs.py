"""The pages of a PDF as glyphs with their place, size and type.

pypdfium2 and not pdfplumber: both give size, place and font of each glyph, PDFium its baseline
and weight as well (a raised mark is a matter of the baseline), in 15 ms against 88 for the sample
A/RES/75/45, and without pdfminer, Pillow and cryptography behind it.
"""

from __future__ import annotations

import ctypes
import math
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from assistant.reading.runs import is_strong_font

# PDFium is not made for threads; two documents are read one after the other.
_ONE_AT_A_TIME = threading.Lock()
_BOLD_WEIGHT = 600  # CSS scale: 400 is regular, 700 bold
_MOST_GLYPHS_A_PAGE = 60_000  # a page of the densest type holds 8,000
_MOST_PATHS = 20_000  # maps and charts have more, pages of text a dozen
_SOFT_HYPHEN = 0xAD
_BLANKS = frozenset(map(ord, "\t\n\r"))
_UNKNOWN = 0xFFFE
_NO_CHARACTERS = frozenset((_UNKNOWN, 0xFFFF))
UNREADABLE = "\ufffd"
_RULE_HEIGHT = 3.0  # points; what is higher is a box


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character where it stands. Points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    strong: bool  # bold, or in Kai type


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line drawn on the page."""

    left: float
    right: float
    at: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its glyphs in the order they were set, its rules, and text that stands on end."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    on_end: tuple[str, ...]


class TooManyPages(Exception):
    """More pages than asked for, more on one of them than fits, or more time than given."""


class Encrypted(Exception):
    """The file opens only with a password."""


class Broken(Exception):
    """The file is cut short or damaged."""


def sheets_of(data: bytes, *, most_pages: int, seconds: float) -> tuple[Sheet, ...]:
    """Every page of a PDF. Raises TooManyPages, Encrypted or Broken."""
    import pypdfium2

    deadline = time.monotonic() + seconds
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise (Encrypted if "password" in str(error) else Broken) from error
        try:
            if len(document) > most_pages:
                raise TooManyPages
            return tuple(_sheets(document, deadline))
        except (pypdfium2.PdfiumError, ctypes.ArgumentError, ValueError) as error:
            raise Broken from error
        finally:
            document.close()


def _sheets(document: Any, deadline: float) -> Iterator[Sheet]:  # noqa: ANN401 - untyped library
    for page in document:
        if time.monotonic() > deadline:
            raise TooManyPages
        text = page.get_textpage()
        try:
            glyphs, on_end = _glyphs(text.raw)
            width, height = page.get_size()
            yield Sheet(width, height, glyphs, tuple(_rules(page)), on_end)
        finally:
            text.close()
            page.close()


def _glyphs(page: Any) -> tuple[tuple[Glyph, ...], tuple[str, ...]]:  # noqa: ANN401
    """The upright glyphs, and the runs of those that stand on end."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    strong = _StrongFonts(page)
    upright: list[Glyph] = []
    on_end: list[str] = []
    count = raw.FPDFText_CountChars(page)
    if count > _MOST_GLYPHS_A_PAGE:
        raise TooManyPages
    for at in range(count):
        # PDFium writes a hyphen at a line's end as a control character.
        is_hyphen = raw.FPDFText_IsHyphen(page, at) == 1
        code = ord("-") if is_hyphen else raw.FPDFText_GetUnicode(page, at)
        if raw.FPDFText_HasUnicodeMapError(page, at) == 1:
            code = _UNKNOWN
        if raw.FPDFText_IsGenerated(page, at) == 1 or code == _SOFT_HYPHEN:
            if on_end and on_end[-1]:
                on_end.append("")
            continue
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetMatrix(page, at, matrix)
        if abs(matrix.b) > abs(matrix.a):
            on_end[-1:] = [(on_end[-1] if on_end else "") + _character(code)]
            continue
        size = raw.FPDFText_GetFontSize(page, at) * math.hypot(matrix.c, matrix.d)
        upright.append(
            Glyph(_character(code), x.value, max(box.right, x.value), y.value, size, strong.at(at))
        )
    return tuple(upright), tuple(text.strip() for text in on_end if text.strip())


def _character(code: int) -> str:
    """The character of a code; UNREADABLE where the font does not say, so that nothing is lost."""
    if code in _BLANKS:
        return " "
    sound = code >= ord(" ") and code not in _NO_CHARACTERS and not 0xD800 <= code <= 0xDFFF
    return chr(code) if sound else UNREADABLE


class _StrongFonts:
    """Tells bold and Kai glyphs; asks for a font's name once per font name."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401
        from pypdfium2 import raw

        self._raw, self._page = raw, page
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._known: dict[bytes, bool] = {}

    def at(self, index: int) -> bool:
        """Whether the glyph ``index`` of the page is set in strong type."""
        if self._raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT:
            return True
        self._raw.FPDFText_GetFontInfo(self._page, index, self._name, 256, self._flags)
        name = self._name.value
        if name not in self._known:
            self._known[name] = is_strong_font(name.decode("utf-8", "replace"))
        return self._known[name]


def _rules(page: Any) -> Iterator[Rule]:  # noqa: ANN401
    from pypdfium2 import raw

    paths = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=2)
    for item in islice(paths, _MOST_PATHS):
        left, bottom, right, top = item.get_bounds()
        if top - bottom <= _RULE_HEIGHT and right - left > 4 * _RULE_HEIGHT:
            yield Rule(left, right, (top + bottom) / 2)
