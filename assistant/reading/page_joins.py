"""Which printed lines belong to one paragraph, by indents, gaps and how full the lines are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from assistant.reading.page_lines import Line, Type, is_wide

# Shares of the type size. A first line is indented by one to four characters; a line is full
# when no further word would have fitted: two Chinese characters, or a long Latin word.
_INDENT = 0.8
_FULL = 2.0
_FULL_LATIN = 7.0
_LEAST_MEASURE = 10.0  # no column is narrower, so that short lines alone are not taken for one
_PARAGRAPH_GAP = 1.2  # of the leading
_USUAL_LEADING = 1.4
_OTHER_SIZE = 1.08
_MOST_OF_COLUMN = 0.75
_LEAST_AT_MARGIN = 3  # lines, and this share of all: fewer end at one place by chance
_SHARE_AT_MARGIN = 0.08

_LABEL = re.compile(
    r"\s*(?:\d{1,3}\s?[.．、](?!\d)|[(（]\w{1,4}[)）]|[㈠-㈩]|第[一二三四五六七八九十]+条)"
)
_MAY_END = "。；！？.;:：，,"

# What lies between two lines: one paragraph, an end of line that tells nothing, two paragraphs.
Join = Literal["same", "unsure", "apart"]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set."""

    leading: float  # from baseline to baseline, in type sizes
    indents: bool  # first lines of paragraphs stand in
    spaced: bool
    margins: frozenset[float]  # where lines end that fill their column, in points


# ── what belongs together ────────────────────────────────────────────────────────────────────


def join(paragraph: Sequence[Line], line: Line, habits: Habits) -> Join:
    """What lies between the lines of a ``paragraph`` so far and the next ``line``."""
    last = paragraph[-1]
    flows_on = (last.page, last.column) != (line.page, line.column)
    if _differ_in_type(last, line) or not (flows_on or _is_near(last, line, habits)):
        return "apart"
    begins = _LABEL.match(line.text) is not None
    if _indent(last, line, flows_on=flows_on) > _INDENT:
        hangs = len(paragraph) == 1 and not flows_on and _LABEL.match(last.text)
        return "same" if hangs and _is_full(last, habits.margins) else "apart"
    if _both_begin(paragraph, line, habits, flows_on=flows_on):
        return "apart"
    stands_back = habits.indents and not _stands_in(line)
    if not _is_full(last, habits.margins) and not (stands_back and _fills_most(last)):
        return "apart" if begins else "unsure"
    if begins:
        return "unsure"
    return _join_full(last, habits, flows_on=flows_on)


def _both_begin(paragraph: Sequence[Line], line: Line, habits: Habits, *, flows_on: bool) -> bool:
    """Whether indents say so: a paragraph of one line, and a line that stands in as it does."""
    if len(paragraph) > 1 or flows_on or not habits.indents:
        return False
    level = abs(line.left - paragraph[-1].left) <= _INDENT * line.size
    return level and _stands_in(paragraph[-1]) and _stands_in(line)


def _join_full(last: Line, habits: Habits, *, flows_on: bool) -> Join:
    """Of a full line and one that is not indented: whether indents or the last word part them."""
    if habits.indents or not flows_on:
        return "same"
    return "unsure" if last.text.rstrip()[-1:] in _MAY_END else "same"


def _is_near(last: Line, line: Line, habits: Habits) -> bool:
    return 0 < (last.baseline - line.baseline) / line.size <= _PARAGRAPH_GAP * habits.leading


def _differ_in_type(last: Line, line: Line) -> bool:
    if max(last.size, line.size) > _OTHER_SIZE * min(last.size, line.size):
        return True
    return _all_strong(last) != _all_strong(line) and len(line.text) > 1


def _all_strong(line: Line) -> bool:
    return all(run.strong for run in line.runs if run.text.strip() and not run.raised)


def _indent(last: Line, line: Line, *, flows_on: bool) -> float:
    """How far ``line`` stands to the right of where its paragraph would go on, in type sizes."""
    return (line.left - (line.column_left if flows_on else last.left)) / line.size


def _stands_in(line: Line) -> bool:
    return line.left - line.column_left > _INDENT * line.size


def _is_full(line: Line, margins: frozenset[float]) -> bool:
    """Whether a line reaches its column's right edge, or one where other lines end as well."""
    if line.right - line.column_left < _LEAST_MEASURE * line.size:
        return False
    room = line.size * (_FULL if is_wide(line.text.rstrip()[-1:]) else _FULL_LATIN)
    edges = (line.column_right, *margins)
    return any(edge - room <= line.right <= edge + line.size for edge in edges)


# ── how a document is set ────────────────────────────────────────────────────────────────────


def habits_of(columns: Sequence[Sequence[Line]], setting: Type) -> Habits:
    """How a document is set, from the lines of its columns."""
    margins = _margins([line for column in columns for line in column])
    pairs = [pair for column in columns for pair in pairwise(column) if _one_below(*pair)]
    inner = [_leading(a, b) for a, b in pairs if _is_full(a, margins)]
    leading = median(inner or [_leading(a, b) for a, b in pairs] or [_USUAL_LEADING])
    tight = [(a, b) for a, b in pairs if _leading(a, b) < _PARAGRAPH_GAP * leading]
    steps_back = sum(_stands_in(a) and a.left - b.left > _INDENT * b.size for a, b in tight)
    level = sum(
        _is_full(a, margins) and abs(a.left - b.left) < 1 and not _stands_in(a)
        for a, b in _first_pairs(tight)
    )
    return Habits(leading, steps_back > level, setting.spaced, margins)


def _leading(a: Line, b: Line) -> float:
    return (a.baseline - b.baseline) / b.size


def _fills_most(line: Line) -> bool:
    return line.right > line.column_left + _MOST_OF_COLUMN * (line.column_right - line.column_left)


def _margins(lines: Sequence[Line]) -> frozenset[float]:
    """Where several lines end that fill most of their column: a narrower paragraph's edge."""
    ends = Counter(round(line.right) for line in lines if _fills_most(line))
    least = max(_LEAST_AT_MARGIN, _SHARE_AT_MARGIN * len(lines))
    return frozenset(end for end, times in ends.items() if times >= least)


def _one_below(a: Line, b: Line) -> bool:
    return a.baseline > b.baseline and not _differ_in_type(a, b)


def _first_pairs(pairs: Sequence[tuple[Line, Line]]) -> Iterator[tuple[Line, Line]]:
    """Pairs whose upper line is no lower line of another pair: first and second lines."""
    lower = {id(b) for _, b in pairs}
    return ((a, b) for a, b in pairs if id(a) not in lower)
