"""Sections whose paragraphs are numbered through: 二. 步骤 heads the third and fourth of an annex.

Where numbers begin again in each section its paragraphs say so by their places (``S2/OP1``).
"""

from __future__ import annotations

import re

from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.types import Resolution

SECTION = re.compile(r"(?:(?P<annex>ANNEX\d*)/)?S(?P<n>\d+)")
_HEADED = re.compile(rf"(?P<n>{CHINESE_NUMERAL}{{1,3}}|[IVX]{{1,5}})[.、\s\n]")
_HEADING = re.compile(r"(?:(?P<annex>ANNEX\d*)/)?H\d+")


def under_heading(place: str, resolution: Resolution) -> list[str]:
    """The places between the heading that bears a section's number and the next heading; empty
    where ``place`` is no section, its paragraphs have places of their own, or nothing is so headed.
    """
    wanted = SECTION.fullmatch(place)
    if wanted is None or any(p.place.startswith(f"{place}/") for p in resolution.paragraphs):
        return []
    found: list[str] = []
    is_inside = False
    for paragraph in resolution.paragraphs:
        heading = _HEADING.fullmatch(paragraph.place)
        if heading:
            number = _HEADED.match(fold(paragraph.text).text + "\n")
            is_same = heading["annex"] == wanted["annex"]
            value = parse_numeral(number["n"]) if number else None
            is_inside = is_same and value == int(wanted["n"])
        elif paragraph.kind in {"meta", "end", "footnote"} or _is_elsewhere(
            paragraph.place, wanted
        ):
            is_inside = False
        elif is_inside:
            found.append(paragraph.place)
    return found


def _is_elsewhere(place: str, wanted: re.Match[str]) -> bool:
    """Whether a paragraph stands in another annex, or in one where none is named."""
    annex = place.partition("/")[0] if place.startswith("ANNEX") else None
    return annex != wanted["annex"]
