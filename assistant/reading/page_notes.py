"""Footnotes at the foot of a page: below a rule, or in smaller type, each beginning with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.reading.glyphs import Sheet
from assistant.reading.page_lines import Line
from assistant.reading.runs import Run, superscript

_SMALLER = 0.95  # of the body's size
_SHORT_RULE = 0.6  # of the column's width: what is longer closes a table or a letterhead
_DRAWN_WITH_CHARACTERS = re.compile(r"\s*[_—─-]{5,}\s*")
_OLD_STYLE = re.compile(r"\s*(?:\d{1,3}/|\(\d{1,3}\)|\[\d{1,3}\]|[*†‡])\s*\S")
_LEADING_NUMBER = re.compile(r"\s*(\d{1,3})")


def split_notes(
    lines: Sequence[Line], sheet: Sheet, body_size: float
) -> tuple[list[Line], list[Line]]:
    """The lines of one column that are text, and those of the notes below it."""
    marks = _marks(lines)
    start = _start_below_rule(lines, sheet, body_size)
    if start is None:
        start = _start_of_small_type(lines, marks, body_size)
    body = [line for line in lines[:start] if not _DRAWN_WITH_CHARACTERS.fullmatch(line.text)]
    return body, list(lines[start:])


def _start_below_rule(lines: Sequence[Line], sheet: Sheet, body_size: float) -> int | None:
    for at, line in enumerate(lines):
        drawn = _DRAWN_WITH_CHARACTERS.fullmatch(line.text) is not None
        below = lines[at + 1 :] if drawn else lines[at:]
        ruled = drawn or (at > 0 and _rule_between(lines[at - 1], line, sheet))
        if not ruled or not below:
            continue
        small = all(other.size < _SMALLER * body_size for other in below)
        if small or mark_of(below[0], (), frozenset()) is not None:
            return at + drawn
    return None


def _rule_between(above: Line, below: Line, sheet: Sheet) -> bool:
    width = below.column_right - below.column_left
    return any(
        below.baseline < rule.at < above.baseline
        and rule.right - rule.left < _SHORT_RULE * max(width, sheet.width / 4)
        and rule.left < below.right
        and rule.right > below.left
        for rule in sheet.rules
    )


def _start_of_small_type(lines: Sequence[Line], marks: Sequence[int], body_size: float) -> int:
    start = len(lines)
    while start and lines[start - 1].size < _SMALLER * body_size:
        start -= 1
    while start < len(lines) and mark_of(lines[start], (), frozenset(marks)) is None:
        start += 1
    return start


def _marks(lines: Sequence[Line]) -> list[int]:
    return [
        int(run)
        for line in lines
        for run in _raised(line)
        if run.isascii() and run.isdecimal() and len(run) <= 3
    ]


def _raised(line: Line) -> list[str]:
    """The raised numbers of a line, glyphs put together."""
    return [
        "".join(run.text for run in group)
        for raised, group in groupby(line.runs, lambda run: run.raised)
        if raised
    ]


def mark_of(line: Line, expected: Sequence[int], marks: frozenset[int]) -> str | None:
    """The mark a note's line begins with; None where it goes on with the note before.

    A number that is not raised is a mark only if it is an ``expected`` one, or one of ``marks``
    with a blank behind it: ``12A/75/96`` may be note 12 or note 1 of ``2A/…``.
    """
    raised = "".join(run.text for run in _leading_raised(line)).strip()
    if raised:
        return raised
    if _OLD_STYLE.match(line.text):
        return ""
    number = _LEADING_NUMBER.match(line.text)
    if number is None:
        return None
    for candidate in expected:
        if number[1].startswith(str(candidate)):
            return str(candidate)
    stands_alone = line.text[number.end() : number.end() + 1].isspace()
    return number[1] if stands_alone and (int(number[1]) in marks) else None


def _leading_raised(line: Line) -> list[Run]:
    leading: list[Run] = []
    for run in line.runs:
        if not run.raised and (run.text.strip() or leading):
            break
        if run.raised:
            leading.append(run)
    return leading


def without_mark(line: Line, mark: str) -> Line:
    """The note's first line with its mark as ``¹²`` and one blank behind it."""
    left = len(mark)
    rest: list[Run] = []
    for run in line.runs:
        text = run.text if left == 0 else run.text.lstrip()
        cut = min(left, len(text))
        left -= cut
        if text[cut:] and (rest or text[cut:].strip()):
            rest.append(replace(run, text=text[cut:]))
    if not mark:
        return line
    return replace(line, runs=(Run(superscript(mark)), Run(" "), *rest))


def numbered_notes(
    lines: Sequence[Line], marks: Sequence[int], latest: int
) -> tuple[list[list[Line]], int]:
    """The notes of a page as groups of lines, each with its mark, and the last one's number.

    ``marks`` are those in the page's text, ``latest`` the last note of the pages before. What goes
    on from there comes first, as a group without a mark.
    """
    groups: list[list[Line]] = []
    known = frozenset(marks)
    for line in lines:
        expected = (latest + 1, *sorted(known)[:1]) if not groups else (latest + 1,)
        mark = mark_of(line, expected, known)
        if mark is None:
            groups[-1:] = [[*groups[-1], line]] if groups else [[line]]
            continue
        groups.append([without_mark(line, mark)])
        if mark.isdecimal():
            latest = int(mark)
    return groups, latest


def goes_on(note: Sequence[Line]) -> bool:
    """Whether a group of ``numbered_notes`` is the rest of a note of the page before."""
    return mark_of(note[0], (), frozenset()) is None and not _bears_mark(note[0])


def _bears_mark(line: Line) -> bool:
    return bool(line.runs) and line.runs[0].text[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹"


def marks_in(lines: Sequence[Line]) -> list[int]:
    """The raised numbers in the text of a page, in order."""
    return _marks(lines)
