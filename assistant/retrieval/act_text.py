"""An act of a paragraph in the folded text, where questions are held against it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.text.normalise import Folded, fold
from assistant.types import Clause, Paragraph, Question, Reference, Span

_BLOT = "\ufffc"  # stands for the words of titles, which are no words of the act's own
_TITLE = re.compile("“[^“”]*”|《[^《》]*》")
_STOPS = ",;。"


@dataclass(frozen=True)
class Act:
    """An act of a paragraph, or all of one that has none, in the folded text."""

    paragraph: Paragraph
    clause: Clause | None

    @cached_property
    def folded(self) -> Folded:
        """The paragraph's text, folded."""
        return fold(self.paragraph.text)

    @cached_property
    def span(self) -> Span:
        """Where the act stands in the folded text."""
        whole = Span(0, len(self.folded.text))
        return self.at(self.clause.span) if self.clause else whole

    @cached_property
    def text(self) -> str:
        """The folded text up to the act's end, with titles and what stands before blotted out."""
        masked = _TITLE.sub(lambda found: _BLOT * len(found.group()), self.folded.text)
        return _BLOT * self.span.start + masked[self.span.start : self.span.end]

    @cached_property
    def words(self) -> str:
        """The folded words of the act, titles included."""
        return self.folded.text[self.span.start : self.span.end]

    @cached_property
    def references(self) -> tuple[tuple[Reference, Span], ...]:
        """What the act mentions, each with its place in the folded text."""
        placed = ((one, self.at(one.span)) for one in self.paragraph.references)
        return tuple(pair for pair in placed if self.holds(pair[1]))

    def at(self, span: Span) -> Span:
        """A stretch of the paragraph's text in the folded text."""
        starts = self.folded.starts
        return Span(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def holds(self, span: Span) -> bool:
        """Whether a stretch of the folded text is of this act."""
        return self.span.start <= span.start < span.end <= self.span.end

    def segment(self, span: Span) -> str:
        """The words between the commas around a stretch."""
        start = max(self.stop_before(span.start), self.span.start)
        return self.folded.text[start : self.stop_after(span.end)]

    def matches(self, pattern: re.Pattern[str], group: str | int = 0) -> Iterator[Span]:
        """Where a pattern stands in the act, titles aside."""
        for match in pattern.finditer(self.text, self.span.start, self.span.end):
            if match[group]:
                yield Span(*match.span(group))

    def stop_before(self, at: int) -> int:
        """Where the stretch between commas that holds ``at`` begins."""
        return max(self.text.rfind(stop, self.span.start, at) for stop in _STOPS) + 1

    def stop_after(self, at: int) -> int:
        """Where the stretch between commas that holds ``at`` ends."""
        stops = (self.text.find(stop, at) for stop in _STOPS)
        return min([*(stop for stop in stops if stop >= 0), self.span.end])

    def trimmed(self, span: Span) -> Span:
        """A stretch without the stop at its end."""
        words = self.folded.text[span.start : span.end]
        return Span(span.start, span.start + len(words.rstrip(",;。:")))


def hits(question: Question, act: Act, within: Span) -> dict[str, list[Span]]:
    """Where the words of a question stand in a stretch of an act, by the word as asked."""
    words = act.folded.text
    wordings = {term.word: term.wordings for term in question.terms}
    wordings.update({name: (name,) for name in question.addressees})
    found: dict[str, list[Span]] = {}
    for word, forms in wordings.items():
        for form in forms:
            at = words.find(form, within.start, within.end)
            while at >= 0:
                found.setdefault(word, []).append(Span(at, at + len(form)))
                at = words.find(form, at + 1, within.end)
    return found
