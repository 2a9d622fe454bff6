"""An English paragraph as it is matched: folded, one kind of hyphen, quotations blotted out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.text.normalise import Folded, fold
from assistant.types import Entity, Span

# One character for one, so that offsets stay true: a text from a word processor prints
# Secretary‑General with a hyphen that never ends a line, and typographic apostrophes.
_PLAIN = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "’": "'", "‘": "'"})
_BLANK = re.compile(r"\s")
_QUOTED = re.compile('“[^“”]*”|"[^"]*"|«[^«»]*»')
_BLOT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's text in every form that reading it takes; offsets are those of ``text``."""

    source: str
    folded: Folded
    text: str  # folded, with plain hyphens, apostrophes and blanks
    masked: str  # the same, quotations blotted out

    def span(self, span: Span) -> Span:
        """The stretch of the source that a stretch of ``text`` stands for."""
        return self.folded.source(span)

    def printed(self, span: Span) -> str:
        """The words of the source that a stretch of ``text`` stands for."""
        return self.span(span).of(self.source)

    def entity(self, entity: Entity) -> Entity:
        """A body found in ``text``, as the source prints it."""
        return Entity(entity.name, self.span(entity.span), self.printed(entity.span))


def words_of(source: str) -> Words:
    """``source`` made ready for matching."""
    folded = fold(source)
    text = _BLANK.sub(" ", folded.text.translate(_PLAIN))
    masked = _QUOTED.sub(lambda quoted: _BLOT * len(quoted.group()), text)
    return Words(source, folded, text, masked)
