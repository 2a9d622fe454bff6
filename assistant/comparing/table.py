"""The rows of a comparison put together again: each whole paragraph with its items."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.text.places import is_whole, paragraph_of
from assistant.types import AlignedRow, RowKind, VerbChange

_HEADING = re.compile(r"(?:^|/)(?:ANNEX|H|ART)[0-9]*$")
_BY_EXTENT: tuple[RowKind, ...] = ("same", "renewed", "changed")


@dataclass(frozen=True, slots=True)
class WholeParagraph:
    """A paragraph of the table: its own row first, then those of its items."""

    rows: tuple[AlignedRow, ...]

    @property
    def kind(self) -> RowKind:
        """What became of it; one of which an item was changed, added or dropped is changed."""
        head, *items = (row.kind for row in self.rows)
        if head not in _BY_EXTENT:
            return head
        below = (kind if kind in _BY_EXTENT else "changed" for kind in items)
        return max((head, *below), key=_BY_EXTENT.index)

    @property
    def verbs(self) -> tuple[VerbChange, ...]:
        """What became of its acts, those of its items included."""
        return tuple(change for row in self.rows for change in row.verbs)

    @property
    def extent(self) -> int:
        """How many characters are not what every session renews."""
        changes = (word for row in self.rows for word in row.words)
        return sum(
            max(word.first.end - word.first.start, word.second.end - word.second.start)
            for word in changes
            if word.kind != "same" and not word.routine
        )


def whole_paragraphs(rows: Iterable[AlignedRow]) -> tuple[WholeParagraph, ...]:
    """The whole paragraphs of a table, in its order; headings are none."""
    groups: list[list[AlignedRow]] = []
    for row in rows:
        if groups and _is_below(row, groups[-1][0]):
            groups[-1].append(row)
        elif not _is_heading(row):
            groups.append([row])
    return tuple(WholeParagraph(tuple(group)) for group in groups)


def _is_below(row: AlignedRow, head: AlignedRow) -> bool:
    sides = ((row.first, head.first), (row.second, head.second))
    return any(
        side and above and not is_whole(side.place) and paragraph_of(side.place) == above.place
        for side, above in sides
    )


def _is_heading(row: AlignedRow) -> bool:
    side = row.second or row.first
    return side is None or side.kind == "heading" or _HEADING.search(side.place) is not None
