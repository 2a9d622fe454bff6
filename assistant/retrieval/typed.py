"""What a reader typed into a search box: words, symbols, and where they stand in a text.

A word is what stands between blanks and punctuation, folded, in lower case. It stands in a text as
it is typed, even unfinished; one that begins with a Latin letter or a digit only where a word or
number begins: ``art`` is in *article*, not in *part*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.normalise import fold
from assistant.types import Span

_BETWEEN = re.compile(r"[\s,，、。；;：:!?！？“”\"‘’「」『』《》〈〉\[\]【】]+")
_MOST_WORDS = 10
_LATIN = re.compile(r"[a-z0-9]")


@dataclass(frozen=True)
class TypedWord:
    """A word, folded; or a symbol in the form in which it was typed."""

    text: str
    symbol: str | None = None

    def stands_in(self, folded: str) -> bool:
        """Whether a folded text in lower case has it."""
        at = folded.find(self.text)
        # No regular expression: "tion" stands inside words all over an English text, and looking
        # behind at each character takes ten times as long.
        while self._begins_a_word and at > 0 and _LATIN.match(folded, at - 1):
            at = folded.find(self.text, at + 1)
        return at >= 0

    def spans(self, text: str) -> Iterator[Span]:
        """Where it stands in a text as printed."""
        folded = fold(text)
        for found in self._printed.finditer(folded.text):
            yield folded.source(Span(*found.span()))

    @cached_property
    def _begins_a_word(self) -> bool:
        return _LATIN.match(self.text) is not None

    @cached_property
    def _printed(self) -> re.Pattern[str]:
        before = r"(?<![A-Za-z0-9])" if self._begins_a_word else ""
        return re.compile(before + re.escape(self.text), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a search, each once, in order; symbols before other words."""

    words: tuple[TypedWord, ...] = field(default=())

    @classmethod
    def of(cls, text: str) -> Typed:
        """What ``text`` asks for; what is beyond the tenth word is not looked for."""
        folded = fold(text)
        mentions = find_asked_symbols(folded.text)
        left = list(text)
        named = []
        for mention in mentions:
            named.append(TypedWord(mention.span.of(folded.text).lower(), mention.symbol))
            whole = folded.source(mention.whole)
            left[whole.start : whole.end] = " " * (whole.end - whole.start)
        # Parted before folding, which drops the blanks beside Chinese.
        parts = (fold(part).text.lower() for part in _BETWEEN.split("".join(left)))
        words = dict.fromkeys((*named, *(TypedWord(part) for part in parts if part)))
        return cls(tuple(words)[:_MOST_WORDS])

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols named."""
        return tuple(word.symbol for word in self.words if word.symbol is not None)


def marked(text: str, words: Iterable[TypedWord], also: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Where any of ``words`` stands in a text as printed, and the spans ``also`` given, in order;
    what overlaps is one span."""
    merged: list[Span] = []
    found = (span for word in words for span in word.spans(text))
    for span in sorted((*found, *also)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
