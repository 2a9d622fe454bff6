"""Glyphs of a page to its printed lines, column by column, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reading.glyphs import Glyph, Sheet
from assistant.reading.runs import Run

# Shares of the type size, from the practice of typesetting: a superscript is 50 to 75 % of the
# type and raised by a third, a word space a quarter, a tab or a gutter more than one full width.
_SMALL = 0.8
_RAISED = 0.15
_WORD_SPACE = 0.18
_TAB = 1.2
_BAND = 0.7  # of the size: the height of a line's letters
_GUTTER = 1.0
_SAME_LINE = 0.2
_MAY_HANG = "，。、；：！？”’》）,."  # over the edge of a column: half of the glyph is blank
_SPACED = re.compile(r"\d [\u4e00-\u9fff]|[\u4e00-\u9fff] \d")
_UNSPACED = re.compile(r"\d[\u4e00-\u9fff]|[\u4e00-\u9fff]\d")
# Rows that begin at one place right of a gutter, and their share of all rows there: in a column
# most lines begin at its edge, in a line set wide the words begin anywhere.
_LEAST_ROWS_BESIDE = 4
_LEAST_ALIGNED = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text as runs, and where it stands."""

    runs: tuple[Run, ...]
    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    column: int = 0  # counted through the page in reading order
    column_left: float = 0.0
    column_right: float = 0.0

    @property
    def text(self) -> str:
        """The words, without marks of type."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Type:
    """How a document is set."""

    size: float  # of its body, in points
    spaced: bool  # a blank between Chinese characters and numbers: 2017 年


def type_of(sheets: Sequence[Sheet]) -> Type:
    """The type that most of a document is set in."""
    sizes = Counter(round(g.size, 1) for sheet in sheets for g in sheet.glyphs if g.text.strip())
    seen: Counter[bool] = Counter()
    for sheet in sheets:
        text = "".join(glyph.text for glyph in sheet.glyphs)
        seen[True] += len(_SPACED.findall(text))
        seen[False] += len(_UNSPACED.findall(text))
    return Type(sizes.most_common(1)[0][0] if sizes else 1.0, seen[True] > seen[False])


def lines_of(sheet: Sheet, page: int, setting: Type) -> list[Line]:
    """The lines of a page in reading order, those of a column together."""
    gutter = _gutter(_rows(sheet.glyphs), setting.size)
    blocks = [_rows(sheet.glyphs)] if gutter is None else _blocks(sheet.glyphs, gutter)
    lines: list[Line] = []
    for column, block in enumerate(blocks):
        made = [
            _line(row, page, column, spaced=setting.spaced)
            for row in block
            if any(g.text.strip() for g in row)
        ]
        if not made:
            continue
        left, right = min(line.left for line in made), max(line.right for line in made)
        lines += [replace(line, column_left=left, column_right=right) for line in made]
    return lines


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs whose heights overlap by half, from the top of the page down, each left to right."""
    rows: list[list[Glyph]] = []
    bottom = top = 0.0
    for glyph in sorted(glyphs, key=lambda g: -(g.baseline + _BAND * g.size / 2)):
        low, high = glyph.baseline, glyph.baseline + _BAND * glyph.size
        overlap = min(high, top) - max(low, bottom)
        if rows and overlap > 0.5 * min(high - low, top - bottom):
            rows[-1].append(glyph)
            if glyph.size * _BAND > top - bottom:  # the largest type of a row says where it stands
                bottom, top = low, high
        else:
            rows.append([glyph])
            bottom, top = low, high
    return [sorted(row, key=lambda g: g.left) for row in rows]


# ── columns ──────────────────────────────────────────────────────────────────────────────────


def _gutter(rows: Sequence[Sequence[Glyph]], size: float) -> float | None:
    """An upright that most rows leave free between two columns; None on a page of one column."""
    inked = [row for row in rows if any(g.text.strip() for g in row)]
    if not inked:
        return None
    left = min(g.left for row in inked for g in row)
    width = max(g.right for row in inked for g in row) - left
    rows_gaps = [list(_gaps(row, size)) for row in inked]
    edges = [row[0].left for row in inked] + [
        edge
        for gaps in rows_gaps
        for low, high in gaps
        if high - low > _GUTTER * size
        for edge in (low + 2 * _SAME_LINE * size, high)
    ]
    candidates = {edge - _SAME_LINE * size for edge in edges}
    inner = [at for at in candidates if left + 0.3 * width < at < left + 0.7 * width]
    starts = {at: _right_starts(inked, rows_gaps, at) for at in inner}
    if not starts:
        return None
    at = max(starts, key=lambda x: (len(starts[x]), x))
    aligned = Counter(round(start / 2) for start in starts[at]).most_common(1)
    crossing = sum(_crosses(row, at, size) for row in inked)
    is_column = (
        bool(aligned)
        and aligned[0][1] >= max(_LEAST_ROWS_BESIDE, _LEAST_ALIGNED * len(starts[at]))
        and len(starts[at]) > crossing
    )
    return at if is_column else None


def _right_starts(
    rows: Sequence[Sequence[Glyph]], gaps: Sequence[Sequence[tuple[float, float]]], at: float
) -> list[float]:
    """Where the right one of rows beside one another begins, if ``at`` is between two columns.

    They stand at one height, or one a little higher than the other: then of the sides that have
    a row to themselves, those count that have a partner.
    """
    parted = [high for row in gaps for low, high in row if low < at < high]
    only_right = [row[0].left for row in rows if _middle(row[0]) > at]
    only_left = sum(_middle(row[-1]) < at for row in rows)
    return parted + only_right[: min(only_left, len(only_right))]


def _gaps(row: Sequence[Glyph], size: float) -> Iterator[tuple[float, float]]:
    """The stretches of a row without ink, of at least half a character."""
    reach: float | None = None
    for glyph in row:
        if not glyph.text.strip():
            continue
        if reach is not None and glyph.left - reach > 0.5 * _GUTTER * size:
            yield reach, glyph.left
        ink = _middle(glyph) if glyph.text in _MAY_HANG else glyph.right
        reach = ink if reach is None else max(reach, ink)


def _is_in(at: float, gaps: Sequence[tuple[float, float]]) -> bool:
    return any(low < at < high for low, high in gaps)


def _crosses(row: Sequence[Glyph], gutter: float, size: float) -> bool:
    """Whether text runs over the gutter."""
    inked = [_middle(g) for g in row if g.text.strip()]
    both = bool(inked) and min(inked) < gutter < max(inked)
    return both and not _is_in(gutter, list(_gaps(sorted(row, key=lambda g: g.left), size)))


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _blocks(glyphs: Sequence[Glyph], gutter: float) -> list[list[list[Glyph]]]:
    """Rows in reading order: of each stretch of two columns the left one first.

    The two sides are put into rows apart, because lines side by side need not stand at one height.
    """
    left = _rows([g for g in glyphs if _middle(g) < gutter])
    right = _rows([g for g in glyphs if _middle(g) >= gutter])
    across = [
        (at, sorted((*row, *other), key=lambda g: g.left))
        for at, row in enumerate(left)
        for other in right
        if abs(_height(row) - _height(other)) < _SAME_LINE * row[0].size
        and _crosses((*row, *other), gutter, row[0].size)
    ]
    whole = [row for _, row in sorted(across, key=lambda one: one[0])]
    taken = {id(g) for row in whole for g in row}
    blocks: list[list[list[Glyph]]] = []
    edge = float("inf")
    for row in (*whole, None):
        low = _height(row) if row else -float("inf")
        for side in (left, right):
            between = (r for r in side if low < _height(r) < edge and id(r[0]) not in taken)
            blocks.append(list(between))
        blocks.append([row] if row else [])
        edge = low
    return _put_together(blocks)


def _height(row: Sequence[Glyph]) -> float:
    return max(row, key=lambda g: g.size).baseline


def _put_together(blocks: Sequence[list[list[Glyph]]]) -> list[list[list[Glyph]]]:
    """Rows of full width that follow one another as one block; empty blocks left out.

    ``blocks`` come in threes: left, right, one row of full width.
    """
    made: list[list[list[Glyph]]] = []
    was_full = False
    for at, block in enumerate(blocks):
        if not block:
            continue
        is_full = at % 3 == 2
        if is_full and was_full:
            made[-1].extend(block)
        else:
            made.append(list(block))
        was_full = is_full
    return made


# ── lines ────────────────────────────────────────────────────────────────────────────────────


def _line(row: Sequence[Glyph], page: int, column: int, *, spaced: bool) -> Line:
    inked = [g for g in row if g.text.strip()]
    sizes = Counter(round(g.size, 1) for g in inked)
    size = max(sizes, key=lambda s: (sizes[s] * s, s))
    baselines = Counter(round(g.baseline, 1) for g in inked if g.size > _SMALL * size)
    baseline = baselines.most_common(1)[0][0] if baselines else inked[0].baseline
    runs: list[Run] = []
    last: Glyph | None = None
    for glyph in row:
        raised = glyph.size < _SMALL * size and glyph.baseline - baseline > _RAISED * size
        if last is not None and _blank_between(last, glyph, size, spaced=spaced):
            runs.append(Run(" ", last.strong))
        runs.append(Run(glyph.text, glyph.strong, raised))
        last = glyph
    return Line(tuple(_trimmed(runs)), inked[0].left, inked[-1].right, baseline, size, page, column)


def _blank_between(last: Glyph, glyph: Glyph, size: float, *, spaced: bool) -> bool:
    """Whether the gap between two glyphs is a blank that the file does not spell out.

    Beside Latin letters typesetters put a little air, so between them and Chinese characters a
    gap is a blank only in a document that has blanks there.
    """
    if not last.text.strip() or not glyph.text.strip():
        return False
    gap = glyph.left - last.right
    wide = is_wide(last.text) + is_wide(glyph.text)
    if wide == 2 or (wide == 1 and not spaced):
        return gap > _TAB * size
    return gap > _WORD_SPACE * size


def is_wide(character: str) -> bool:
    """A character of a Chinese text: it needs no blank beside it."""
    return character >= "\u2e80" or character in "“”‘’…—《》"


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """``runs`` with no more than one blank together and none in front."""
    blank = True
    for run in runs:
        is_blank = not run.text.strip()
        if not (is_blank and blank):
            yield replace(run, text=" ") if is_blank else run
        blank = is_blank
