"""Rows of tables to lines. Old pages of the UN are tables, laid out and not tabular."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A number of a paragraph that has a cell to itself.
_LABEL = re.compile(r"(?:\d{1,3}\s?[.．、]|[(（]\w{1,5}[)）]|[㈠-㈩①-⑳•·-])")
# Cells of figures and names are shorter, paragraphs longer.
_LONGEST_DATUM = 24


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of one row: figures side by side, paragraphs one after the other.

    A cell that holds only a paragraph's number goes before the words of the next one.
    """
    filled = [[line for line in cell if line.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) > 1 and len(filled[0]) == 1 and _LABEL.fullmatch(filled[0][0].strip()):
        head, first = filled[0][0].strip(), filled[1]
        filled = [[f"{head} {first[0]}", *first[1:]], *filled[2:]]
    if all(len(cell) == 1 and len(cell[0]) <= _LONGEST_DATUM for cell in filled):
        return [" ".join(cell[0] for cell in filled)] if filled else []
    return [line for cell in filled for line in cell]
