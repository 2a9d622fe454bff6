"""Printed lines to the lines of a document: wrapped lines joined where the page shows they belong
together, an empty line where it shows that a paragraph ends, notes after the paragraph that was
open at the foot of their page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.reading.glyphs import Sheet
from assistant.reading.page_joins import Habits, Join, habits_of, join
from assistant.reading.page_lines import Line, Type, is_wide
from assistant.reading.page_notes import goes_on, marks_in, numbered_notes, split_notes
from assistant.reading.runs import Run, marked


def text_lines(
    pages: Sequence[Sequence[Line]], sheets: Sequence[Sheet], setting: Type
) -> tuple[str, ...]:
    """The lines of a document whose pages have been freed of their furniture."""
    columns = [
        (page, *split_notes(list(group), sheets[page], setting.size))
        for page, lines in enumerate(pages)
        for _, group in groupby(lines, lambda line: line.column)
    ]
    habits = habits_of([body for _, body, _ in columns], setting)
    flow = _Flow()
    latest = 0
    for _, group in groupby(columns, lambda column: column[0]):
        on_page = list(group)
        for lines, between in _paragraphs([body for _, body, _ in on_page], flow.open, habits):
            flow.add(lines, between)
        marks = marks_in([line for _, body, _ in on_page for line in body])
        below = [line for _, _, notes in on_page for line in notes]
        notes, latest = numbered_notes(below, marks, latest)
        flow.add_notes(notes)
    flow.close("apart")
    return tuple(_joined(lines, habits) for lines in flow.written)


class _Flow:
    """Paragraphs and notes in the order in which they are written; an empty one is an empty line.

    Notes wait until the paragraph ends that was open at the foot of their page.
    """

    def __init__(self) -> None:
        self.written: list[list[Line]] = []
        self.open: list[Line] = []
        self._waiting: list[list[Line]] = []
        self._last_note: list[Line] | None = None

    def add(self, lines: list[Line], between: Join) -> None:
        """Go on with the open paragraph, or end it and begin the next."""
        if between == "same":
            self.open.extend(lines)
            return
        self.close(between)
        self.open = lines

    def add_notes(self, notes: Sequence[list[Line]]) -> None:
        """Notes of the page; the rest of one from the page before goes to where it began."""
        for note in notes:
            if self._last_note is not None and goes_on(note):
                self._last_note.extend(note)
                continue
            self._waiting.append(note)
            self._last_note = note

    def close(self, between: Join) -> None:
        """End the open paragraph; write it and the notes that waited for its end."""
        if self.open:
            self.written.append(self.open)
        if self.open and (between == "apart" or self._waiting):
            self.written.append([])
        for note in self._waiting:
            self.written += [note, []]
        self._waiting, self.open = [], []


def _paragraphs(
    columns: Sequence[Sequence[Line]], before: Sequence[Line], habits: Habits
) -> Iterator[tuple[list[Line], Join]]:
    """The paragraphs of a page, each with what lies between it and the one before."""
    paragraph: list[Line] = []
    opened: Join = "apart"
    last = list(before)
    for line in (line for column in columns for line in column):
        between = join(last, line, habits) if last else "apart"
        if paragraph and between == "same":
            paragraph.append(line)
            last.append(line)
            continue
        if paragraph:
            yield paragraph, opened
        paragraph, opened = [line], between
        last = [*last, line] if between == "same" else [line]
    if paragraph:
        yield paragraph, opened


# ── joining ──────────────────────────────────────────────────────────────────────────────────


def _joined(lines: Sequence[Line], habits: Habits) -> str:
    runs: list[Run] = []
    for at, line in enumerate(lines):
        if at:
            blank = _blank_at_wrap(lines[at - 1].text, line.text, habits)
            while runs and not runs[-1].text.strip():
                runs.pop()
            runs.append(Run(" " if blank else "", line.runs[0].strong))
        runs += line.runs
    return marked(runs).strip()


def _blank_at_wrap(above: str, below: str, habits: Habits) -> bool:
    """Whether a blank stood where the line was wrapped."""
    end, start = above.rstrip()[-1:], below.lstrip()[:1]
    if is_wide(end) and is_wide(start):
        return False
    if above[-1:].isspace():
        return True
    if not is_wide(end) and not is_wide(start):
        return end not in "-/([" and start not in ".,;:)]/"
    return habits.spaced and end.isalnum() and start.isalnum()
