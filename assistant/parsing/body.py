"""The lines of a document to its parts, and each part to blocks, in document order.

A document is one resolution, or a resolution in parts A, B … . A part runs through regions:
masthead, body, ending, annexes, and what a publisher prints below. No words are lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.parsing.beginnings import is_furniture, numbered
from assistant.parsing.blocks import Block, last_character
from assistant.parsing.marks import Marked
from assistant.parsing.openings import Openings
from assistant.parsing.sheet import Sheet
from assistant.parsing.wording import Wording
from assistant.text.normalise import fold
from assistant.types import Span

Region = Literal["head", "body", "ended", "annex", "tail", "foreign"]


@dataclass(slots=True)
class Part:
    """One resolution of a document. ``shared`` are the masthead lines it has from the whole."""

    letter: str | None
    shared: tuple[Block, ...] = ()
    blocks: list[Block] = field(default_factory=list)


def parts_of(lines: Sequence[Marked], wording: Wording) -> tuple[Part, ...]:
    """Every line in a block of some part.

    Without an opener (大会，) the body begins with the first numbered paragraph, if any of the
    numbered ones begins with an operative verb; else all of it is masthead.
    """
    reader = _Reader(lines, wording)
    for at in range(len(lines)):
        reader.take(at)
    return tuple(reader.parts)


_PART = re.compile(
    r"(?P<letter>[A-Z])(?:[.、]\s*(?P<title>\S.*)?|\s+(?P<words>[\u4e00-\u9fff“《].*))?"
)
_LONGEST_ANNEX_OPENER = {"zh": 20, "en": 60}  # characters
_NEAR = 5  # lines from the heading of a part to its opener
_AGENDA = re.compile(r"议程项目\s?\d|Agenda item")


class _Reader:
    """Takes one line after the other into ``parts``."""

    def __init__(self, lines: Sequence[Marked], wording: Wording) -> None:
        self.parts = [Part(None)]
        self._lines = lines
        self._wording = wording
        self._folded = [fold(line.text.replace("**", "")).text for line in lines]
        bare = [line.text.replace("**", "") for line in lines]
        self._openings = Openings(self._folded, bare, wording)
        self._region: Region = "head"
        self._sheet = Sheet(wording, self.parts[-1].blocks)
        self._regions: dict[Region, Callable[[int], None]] = {
            "head": self._head,
            "body": self._body,
            "ended": self._ended,
            "annex": self._in_annex,
            "tail": self._tail,
        }

    # ── one line ─────────────────────────────────────────────────────────────────────────────

    def take(self, at: int) -> None:
        """Take the line ``at`` into a block."""
        line, folded = self._lines[at], self._folded[at]
        if self._region == "foreign":
            self._sheet.add("unplaced", line)
        elif line.note is not None:
            self._sheet.add("footnote", line, printed=line.note)
        elif line.in_notes and self._sheet.latest_kind == "footnote":
            self._sheet.go_on(line)
        elif self._is_of_the_page(at, folded):
            self._sheet.add("unplaced", line)
        elif not self._begins_a_section(at, folded):
            self._regions[self._region](at)

    def _begins_a_section(self, at: int, folded: str) -> bool:
        """A part, an annex or the imprint: these end any region but the masthead."""
        if self._begins_a_part(at, folded):
            return True
        if self._region == "head":
            return False
        annexed = self._wording.annex.fullmatch(folded)
        if annexed and self._region != "tail":
            self._sheet.begin_annex(self._lines[at])
            self._region = "annex"
            return True
        if self._wording.publisher.fullmatch(folded) and self._openings.is_organ(at + 1):
            self._sheet.add("end", self._lines[at])
            self._region = "tail"
            return True
        return False

    def _is_of_the_page(self, at: int, folded: str) -> bool:
        """What belongs to the page and not to the text: furniture, letterhead, 注."""
        if is_furniture(folded) or self._wording.notes.fullmatch(folded):
            return True
        return self._region == "head" and self._openings.is_letterhead(at)

    def _following(self, at: int) -> str:
        return self._folded[at + 1] if at + 1 < len(self._folded) else ""

    # ── masthead ─────────────────────────────────────────────────────────────────────────────

    def _head(self, at: int) -> None:
        line = self._lines[at]
        if self._openings.is_opener(at):
            self._open(line)
        elif self._openings.is_body(at):
            self._region = "body"
            self._body(at)
        else:
            self._sheet.add("masthead", line)

    def _open(self, line: Marked) -> None:
        text = line.text.replace("**", "")
        folded = fold(text)
        found = self._wording.opener.fullmatch(folded.text)
        assert found is not None  # noqa: S101 - ``Openings`` said so
        self._region = "body"
        cut = folded.source(Span(*found.span("opener"))).end
        self._sheet.add("opener", replace(line, text=text[:cut].strip()))
        rest = text[cut:].strip()
        if self._wording.enacting.fullmatch(fold(rest).text):
            self._sheet.add("opener", replace(line, text=rest))
        elif rest:
            self._sheet.add("free", replace(line, text=rest))

    # ── parts ────────────────────────────────────────────────────────────────────────────────

    def _begins_a_part(self, at: int, folded: str) -> bool:
        found = _PART.fullmatch(folded)
        last = self.parts[-1].letter
        expected = chr(ord(last) + 1) if last else "A"
        if found is None or found["letter"] != expected or self._region == "foreign":
            return False
        if not self._openings.opener_within(at + 1, at + 1 + _NEAR):
            return False
        if last is None:
            if self._region != "head":
                return False
            shared = tuple(b for b in self._sheet.blocks if b.kind == "masthead")
            others = [b for b in self._sheet.blocks if b.kind != "masthead"]
            self.parts[-1] = Part(expected, shared, others)
        else:
            self.parts.append(Part(expected, self.parts[0].shared))
        self._sheet = Sheet(self._wording, self.parts[-1].blocks)
        self._region = "head"
        self._sheet.add("masthead", self._lines[at])
        return True

    # ── body ─────────────────────────────────────────────────────────────────────────────────

    def _body(self, at: int) -> None:
        line, folded = self._lines[at], self._folded[at]
        if self._sheet.latest_kind == "opener" and (
            self._wording.enacting.fullmatch(folded) or self._openings.is_opener(at)
        ):
            self._sheet.add("opener", line)
        elif self._wording.ending.fullmatch(folded):
            self._sheet.add("end", line)
            self._region = "ended"
        else:
            self._sheet.paragraph(line, folded, self._following(at))

    def _ended(self, at: int) -> None:
        line, folded = self._lines[at], self._folded[at]
        begun = numbered(line.text, self._wording)
        if self._wording.ending.fullmatch(folded):
            self._sheet.add("end", line)
        elif begun and begun.number == self._sheet.last_number + 1:
            self._region = "body"  # the dates stood in the middle
            self._body(at)
        else:
            self._sheet.add("unplaced", line)

    # ── annexes, and what a publisher prints below ───────────────────────────────────────────

    def _in_annex(self, at: int) -> None:
        line, folded = self._lines[at], self._folded[at]
        article = self._wording.article.match(folded)
        if article:
            self._sheet.begin_article(line, article["number"])
        elif self._sheet.latest_kind == "annex" and self._heads_the_annex(folded):
            self._sheet.add_to_heading(line)
        else:
            self._sheet.paragraph(line, folded, self._following(at))

    def _heads_the_annex(self, folded: str) -> bool:
        """Title lines, and the short opener of a convention: 本公约各缔约国，."""
        if numbered(folded, self._wording):
            return False
        last = last_character(folded)
        is_opener = last == "," and len(folded) <= _LONGEST_ANNEX_OPENER[self._wording.lang]
        return last not in set(",;。.:") or (is_opener and not self._wording.leads(folded))

    def _tail(self, at: int) -> None:
        line, folded = self._lines[at], self._folded[at]
        if _AGENDA.match(folded):
            self._region = "foreign"  # another document begins
            self._sheet.add("unplaced", line)
            return
        if self._wording.note.fullmatch(folded):
            self._sheet.add("footnote", line, lost=True)
        elif self._openings.is_organ(at) or self._is_title_below(at):
            self._sheet.add("end", line)
        else:
            self._sheet.add("unplaced", line)

    def _is_title_below(self, at: int) -> bool:
        """The title that the imprint gives under the organ's name, and its repetitions."""
        is_adjacent = self._sheet.latest_kind == "end"
        return is_adjacent and (
            self._openings.is_organ(at - 1) or self._folded[at] == self._folded[at - 1]
        )
