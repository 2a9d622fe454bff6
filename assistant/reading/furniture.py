"""What a page carries besides its text: letterhead, page headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.reading.glyphs import Sheet
from assistant.reading.page_lines import Line

# Shares of the page's height in which headers and footers stand (UN documents: 9 and 7 %).
_TOP = 0.12
_BOTTOM = 0.10
_LETTERHEAD = 0.35  # its rule stands in the upper third of the first page
_LETTERHEAD_LINES = 10
_SMALLER = 0.95  # of the body's size
_APART = 1.7  # type sizes from the body: more than any leading

_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Z0-9][\w.()-]*(?:/[\w.()-]+)+")
# - 2 -, 20-16896, (C), 151220, *2016896*, 第2页: what stands in a footer, and no text does
_FOOTER_WORD = re.compile(
    r"[-–—]?\d{1,4}[-–—]?|\d\d-\d{4,6}|\([A-Z]\)|\d{6}|\*\d{6,}\*"
    r"|第?\d+页|共\d+页|Page|of|GE\.\d\d-\d+|请回收|請回收|[^\w\s]{1,2}"
)
_LETTERHEAD_WORDS = re.compile(r"联合国|聯合國|United Nations|Distr|[A-Z]/RES/|大会|大會|理事会")
_STATES_DISTRIBUTION = re.compile(r"Distr\.?\s?[:：]|分发")
_LEAST_TITLE = 2  # characters: the last line of a title may be short
_TITLE_NUMBER = re.compile(r"[\w-]+/\d+[A-Z]?\s?[.．]")
_LARGER = 1.08  # than the body
_TEXT_ENDS = "，。；：、,;"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a document when an edge of one of its pages is looked at."""

    repeated: frozenset[str]  # shapes at the edges of more than one page
    title: str  # as the first page prints it, without blanks; empty on the first page itself
    body_size: float
    pages: int
    at_top: bool = True

    def is_title(self, line: Line) -> bool:
        """Whether a line repeats words of the title, as headers do."""
        words = _bare(" ".join(x for x in line.text.split() if not _SYMBOL.fullmatch(x)))
        return len(words) >= _LEAST_TITLE and words in self.title


def parted(
    sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]], body_size: float
) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The lines of each page that are text, and what else the pages carry, in order."""
    outer = [
        (_from_top(sheet, lines), _from_bottom(sheet, lines))
        for sheet, lines in zip(sheets, pages, strict=True)
    ]
    repeated = _repeated(outer)
    title = _title(pages[0], body_size) if pages else ""
    bodies: list[list[Line]] = []
    asides: list[str] = []
    for at, (sheet, lines) in enumerate(zip(sheets, pages, strict=True)):
        top, bottom = outer[at]
        taken = {id(line) for line in (_letterhead(sheet, lines) if at == 0 else ())}
        left = [line for line in lines if id(line) not in taken]
        known = _Known(repeated, title if at else "", body_size, len(sheets))
        taken |= {id(x) for x in _taken(top, left, known)}
        taken |= {id(x) for x in _taken(bottom, left, replace(known, at_top=False))}
        bodies.append([line for line in lines if id(line) not in taken])
        asides += [line.text.strip() for line in lines if id(line) in taken]
        asides += sheet.on_end
    return bodies, tuple(asides)


def _title(lines: Sequence[Line], body_size: float) -> str:
    """What the first page prints as a title: larger lines, and one that is numbered 75/45."""
    numbered = [at for at, line in enumerate(lines) if _TITLE_NUMBER.match(line.text)]
    return _bare(
        "".join(
            line.text
            for at, line in enumerate(lines)
            if line.size > _LARGER * body_size or at in numbered or at - 1 in numbered
        )
    )


def _from_top(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    zone = [line for line in lines if line.baseline > (1 - _TOP) * sheet.height]
    return sorted(zone, key=lambda line: -line.baseline)


def _from_bottom(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    zone = [line for line in lines if line.baseline < _BOTTOM * sheet.height]
    return sorted(zone, key=lambda line: line.baseline)


def _repeated(outer: Sequence[tuple[list[Line], list[Line]]]) -> frozenset[str]:
    """The shapes (digits as #) that stand at the edge of more than one page."""
    seen: Counter[str] = Counter()
    for top, bottom in outer:
        seen.update({_shape(line) for line in (*top, *bottom)})
    return frozenset(shape for shape, times in seen.items() if times > 1 and len(shape) > 1)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", _bare(line.text))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _taken(zone: Sequence[Line], lines: Sequence[Line], known: _Known) -> list[Line]:
    """The furniture of one edge, from the page's edge inwards."""
    taken: list[Line] = []
    for line in zone:
        if line not in lines:  # the letterhead has it
            continue
        smaller = line.size < _SMALLER * known.body_size
        is_title = known.is_title(line)
        is_furniture = (
            _all_footer_words(line, known.pages)
            or (_shape(line) in known.repeated and line.text.strip()[-1:] not in _TEXT_ENDS)
            or (_has_symbol_at_edge(line) and (smaller or is_title or _is_apart(line, lines)))
            or (bool(taken) and known.at_top and (smaller or is_title))
        )
        if not is_furniture:
            break
        taken.append(line)
    return taken


def _all_footer_words(line: Line, pages: int) -> bool:
    return all(
        _FOOTER_WORD.fullmatch(word)
        or _SYMBOL.fullmatch(word)
        or re.fullmatch(rf"\d{{1,3}}/{pages}", word)
        for word in line.text.split()
    )


def _has_symbol_at_edge(line: Line) -> bool:
    words = line.text.split()
    if not words or line.text.strip()[-1] in _TEXT_ENDS:
        return False
    return bool(_SYMBOL.fullmatch(words[0]) or _SYMBOL.fullmatch(words[-1]))


def _is_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Whether nothing but what shares its height stands near."""
    distances = (abs(line.baseline - other.baseline) for other in lines)
    return all(d < 0.5 * line.size or d > _APART * line.size for d in distances)


def _letterhead(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """What stands above the rule across the first page, or down to its Distr. line."""
    limits = [
        rule.at
        for rule in sheet.rules
        if rule.right - rule.left > sheet.width / 2 and rule.at > (1 - _LETTERHEAD) * sheet.height
    ] + [
        line.baseline - 0.1
        for line in lines
        if _STATES_DISTRIBUTION.search(line.text) and line.baseline > 0.75 * sheet.height
    ]
    for limit in sorted(limits):  # the lowest line that leaves a letterhead above it
        above = [line for line in lines if line.baseline > limit]
        if 0 < len(above) <= _LETTERHEAD_LINES and any(
            _LETTERHEAD_WORDS.search(line.text) for line in above
        ):
            return above
    return []
