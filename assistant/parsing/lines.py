"""The lines of a document as parsing takes them: trimmed, numbered, and never a whole page in one.

Some sources lost every line break: the page of a 1990s web archive is one line. It is cut where
something begins that only begins a line: a masthead line, the opener, a numbered paragraph, a
preambular paragraph's verb after a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.parsing.wording import Wording
from assistant.text.normalise import fold

# Between these two noncharacters stands a footnote mark that is no superscript (``marks``).
# Unicode keeps them for a program's own use: no text may contain them.
MARK_BEGIN, MARK_END = "\ufdd0", "\ufdd1"
_OWN = re.compile("[\ufdd0-\ufdef]")

_LONGEST_PRINTED = 100  # characters; a printed line of a masthead or a page is shorter


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    text: str
    number: int  # in the file, counted from 1
    cut: bool = False  # where it begins was guessed


def lines_of(lines: Iterable[str], wording: Wording) -> tuple[Line, ...]:
    """The lines that are not blank, in order. No character but blanks is lost."""
    return tuple(
        piece
        for number, line in enumerate(lines, start=1)
        for piece in _pieces(Line(_OWN.sub("", line).strip(), number), wording)
        if piece.text
    )


# Where a collapsed page may be cut: at a blank before one of these.
_BEGINS = re.compile(
    r"""(?<=\S)\s+(?=
      议程项目\s?\d | (?:\d{4}年\d{1,2}月\d{1,2}日)?\s?大会决议 | \[(?:根据|未经)
    | (?:(?:ES|S)-)?\d{1,3}/\d{1,3}[.、]
    | [A-Q][.．]\s | 附\s?件(?:\s|$)
    | \d{1,3}[.．]\s?[\u4e00-\u9fff]
    | (?<=[;；:：]\s)\([a-z]{1,4}\)\s
    | \d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s+第\s?\S{1,8}\s?次(?:全体会议|全会)
    | 第\s?\S{1,8}\s?次(?:全体会议|全会)
    | (?:大会|大會)[，,]
    )
    | (?<=[\]］])\s* | (?<=(?:大会|大會)[，,])\s+
    """,
    re.VERBOSE,
)
_AFTER_AN_AGENDA_ITEM = re.compile(r"议程项目\s?\d+\s?(?:\([a-z]+\))*\s+")
_AFTER_A_STOP = re.compile(r"(?<=[，,；;])\d{0,3}(?P<gap>\s+)(?!并)")  # 并请… is of the same act


def _pieces(line: Line, wording: Wording) -> Iterator[Line]:
    if len(line.text) <= _LONGEST_PRINTED or not wording.opener_inside.search(line.text):
        yield line
        return
    cuts = {found.end() for found in _BEGINS.finditer(line.text)}
    cuts |= {found.end() for found in _AFTER_AN_AGENDA_ITEM.finditer(line.text)}
    guessed = {
        found.end()
        for found in _AFTER_A_STOP.finditer(line.text)
        if found.end() not in cuts and wording.leads(fold(line.text[found.end() :][:40]).text)
    }
    starts = sorted({0, *cuts, *guessed})
    for start, end in zip(starts, (*starts[1:], len(line.text)), strict=True):
        yield Line(line.text[start:end].strip(), line.number, cut=start in guessed)
