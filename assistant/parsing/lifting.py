"""Lifting what is not words out of a text: footnote marks and bold markup, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.parsing.lines import MARK_BEGIN, MARK_END
from assistant.text.normalise import has_blanks
from assistant.types import Span

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKUP = re.compile(rf"\*\*|[{SUPERSCRIPTS}]+|{MARK_BEGIN}(?P<mark>[^{MARK_END}]*){MARK_END}")


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text without marks and markup; all offsets are into ``text``."""

    text: str
    marks: tuple[tuple[str, int], ...]  # as printed, and where it stood
    emphasis: tuple[Span, ...]


def lift(raw: str, noted: frozenset[str]) -> Lifted:
    """Lift bold markup, marks made known by ``marks`` and superscripts in ``noted`` out of ``raw``.

    With each mark, and each closing ``**``, goes the one blank that follows it, which belongs to
    the typography, unless it parts Latin words. A superscript that marks no note, and a ``**``
    without a partner, stay.
    """
    kept: list[str] = []
    length = at = 0
    marks: list[tuple[str, int]] = []
    bold: list[int] = []
    stars_left = raw.count("**") // 2 * 2
    for found in _MARKUP.finditer(raw):
        is_stars = found.group() == "**"
        is_known = found["mark"] is not None
        if is_stars and len(bold) == stars_left:
            continue
        if not is_stars and not is_known and found.group() not in noted:
            continue
        piece = raw[at : found.start()]
        kept.append(piece)
        length += len(piece)
        if is_stars:
            bold.append(length)
        else:
            marks.append((found["mark"] if is_known else found.group(), length))
        at = found.end()
        closes = not is_stars or len(bold) % 2 == 0
        if closes and raw.startswith(" ", at) and not _parts_words(kept, raw, at + 1):
            at += 1
    kept.append(raw[at:])
    pairs = zip(bold[::2], bold[1::2], strict=True)
    return Lifted("".join(kept), tuple(marks), tuple(Span(a, b) for a, b in pairs if a < b))


def _parts_words(kept: list[str], raw: str, after: int) -> bool:
    """Whether the blank before ``after`` stands between what is written with blanks."""
    before = next((piece[-1] for piece in reversed(kept) if piece), "")
    following = raw[after : after + 1]
    return bool(before.strip() and following) and has_blanks(before, following)
