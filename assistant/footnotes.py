"""An answer as text for other programs: Markdown with [n] marks, and below them what they mean.

It can be written while the answer comes: the pieces, joined, are the whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from assistant.answering.exporting.answers import phrased_by
from assistant.answering.exporting.markup import escaped, escaped_line
from assistant.types import Answer, Citation, Lang, Statement

_MORE: Final[dict[Lang, str]] = {
    "zh": "列表还有后续，回复“更多”即可。",
    "en": "There is more of this list: reply “more”.",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """``[n]`` at ``text[start:end]``, in code points, and the paragraph that it stands for."""

    start: int
    end: int
    title: str
    url: str


class Footnotes:
    """Writes one answer, piece by piece. What resolutions say is escaped: it is no markup."""

    def __init__(self, address: str) -> None:
        """``address`` is where readers reach the page, as links begin with it."""
        self._address = address.rstrip("/")
        self._cited: dict[int, Citation] = {}
        self._length = 0
        self._marks: list[Mark] = []

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark written so far, in order."""
        return tuple(self._marks)

    def cite(self, citation: Citation) -> None:
        """What a number of the sentences to come means."""
        self._cited[citation.n] = citation

    def sentence(self, statement: Statement) -> str:
        """The piece with the next sentence and its marks."""
        piece = self._apart() + escaped(statement.text)
        for n in statement.citations:
            start = self._length + len(piece)
            piece += f"[{n}]"
            cited = self._cited[n]
            end = start + len(f"[{n}]")
            self._marks.append(Mark(start, end, cited.label, self._url(cited)))
        return self._written(piece)

    def notes(self, answer: Answer) -> str:
        """The last piece: each mark with its paragraph and a link there, and what else has to be
        said of the answer; empty where nothing has."""
        said = phrased_by(answer)
        notes = [*self._notes()]
        lines = [escaped_line(line) for line in (said, answer.page and _MORE[answer.lang]) if line]
        if notes:
            lines.append("\n".join(notes))
        return self._written(self._apart() + "\n\n".join(lines)) if lines else ""

    def _notes(self) -> Iterable[str]:
        for n, cited in sorted(self._cited.items()):
            yield f"- [{n}] [{escaped_line(cited.label)}]({self._url(cited)})"

    def _url(self, cited: Citation) -> str:
        # Parentheses of places are balanced, which Markdown's links may hold (CommonMark, 6.3).
        return self._address + quote(cited.href, safe="/#()~:")

    def _apart(self) -> str:
        return "\n\n" if self._length else ""

    def _written(self, piece: str) -> str:
        self._length += len(piece)
        return piece


def footnoted(answer: Answer, address: str) -> tuple[str, tuple[Mark, ...]]:
    """A whole answer as text, and its marks."""
    written = Footnotes(address)
    for citation in answer.citations:
        written.cite(citation)
    pieces = [written.sentence(statement) for statement in answer.statements]
    return "".join((*pieces, written.notes(answer))), written.marks
