"""A phrase and where a text uses it: the same words, or nearly. Pure functions on text.

*The same* is the same after folding, whatever its case and blanks. *Nearly* is the same words in
their order with a few others between, or few characters changed. What is negotiated has to stay:
operative verbs (请 is not 促请), numerals, and as many negations (不, 无, 非 …).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations, pairwise

from assistant.text.normalise import Folded, fold
from assistant.text.tokens import index_tokens, words
from assistant.text.verbs import VERBS
from assistant.types import Span

_HAN = re.compile(r"[㐀-鿿]")
_LATIN_WORD = re.compile(r"[A-Za-z0-9]+")
_LATIN_END = re.compile(r"[A-Za-z0-9]")
_AROUND = " \t\n“”‘’\"'「」『』《》.,;:!?。、…-"
_NEGATIONS = re.compile(
    r"[不无非未没勿毋莫]|\b(?:not?|non|nor|never|without|neither)\b", re.IGNORECASE
)
_NUMERALS = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百千万亿两]+")
# A phrase does not go on in the next sentence.
_STOPS = frozenset("。;:!?")
# They join words and are changed freely: 不可逆转、可核查和透明.
_PARTICLES = frozenset("的和与及或之、,") | {"以及"}

# Characters, or English words, that may stand between two words of a phrase.
_MOST_BETWEEN, _MOST_WORDS_BETWEEN = 4, 3
# One character in four may differ, four at the most: 深感关切 for 深为关切.
_PER_CHANGE, _MOST_CHANGES = 4, 4
_PIECE = 2


@dataclass(frozen=True)
class Phrase:
    """A phrase to look for. ``folded`` has no blanks or quotation marks around it."""

    folded: str

    @classmethod
    def of(cls, text: str) -> Phrase:
        """The phrase that a reader typed."""
        return cls(" ".join(fold(text).text.split()).strip(_AROUND))

    @property
    def is_chinese(self) -> bool:
        """Whether any of it is Chinese."""
        return _HAN.search(self.folded) is not None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Index tokens that a paragraph has to have in order to use the phrase."""
        return _needed(self.folded)

    @cached_property
    def in_order_tokens(self) -> tuple[str, ...]:
        """Index tokens of all the words, which a paragraph has that has others between them."""
        return _needed(" ".join(self._parts)) if len(self._parts) > 1 else ()

    @cached_property
    def changed_tokens(self) -> tuple[tuple[str, ...], ...]:
        """Index tokens, a group of which a paragraph has where few characters are changed."""
        left = combinations((piece for _, piece in self._pieces), self._pieces_left)
        groups = (tuple(t for piece in some for t in _needed(piece)) for some in left)
        return tuple(dict.fromkeys(group for group in groups if group))

    @cached_property
    def characters_left(self) -> tuple[frozenset[str], int]:
        """The different Chinese characters, which are index tokens too, and how many of them a
        paragraph has where few are changed: a change takes one away at the most."""
        characters = frozenset(_HAN.findall(self.folded))
        return characters, len(characters) - self._changes

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where ``text`` uses exactly this phrase, in its own offsets."""
        folded = _folded(text)
        found = (folded.source(Span(*m.span())) for m in self._exact.finditer(folded.text))
        # A character that folds to several may be covered in part: 《㈠》 has no (.
        same = tuple(span for span in found if self._same(span.of(text)))
        return same or tuple(Span(*match.span()) for match in self._exact.finditer(text))

    def used_in(self, text: str) -> bool:
        """Whether :meth:`spans` finds anything. Text that needs no folding is not folded."""
        return self._exact.search(text) is not None or bool(self.spans(text))

    def near(self, text: str) -> tuple[Span, int] | None:
        """Where ``text`` comes nearest, and by how many characters it differs; None where it does
        not come near. Not for a text that uses the phrase."""
        folded = _folded(text)
        if not self._parts or not all(verb in folded.text for verb in self._verbs):
            return None  # of particles alone, 的的, anything would come near
        candidates = [*self._in_order(folded.text), *self._changed(folded.text)]
        near = [
            (changes, start, end)
            for changes, start, end in candidates
            if changes
            and start < end
            and self._has_the_same_latin(folded.text, start, end)
            and self._says_the_same(folded.text[start:end])
        ]
        if not near:
            return None
        changes, start, end = min(near)
        return folded.source(Span(start, end)), changes

    def _has_the_same_latin(self, folded: str, start: int, end: int) -> bool:
        """Whether a stretch beside Chinese keeps the phrase's Latin words whole: the index knows
        them as words, and one letter more is another word."""
        if not self.is_chinese:
            return True
        while start > 0 and all(map(_LATIN_END.match, folded[start - 1 : start + 1])):
            start -= 1
        while end < len(folded) and all(map(_LATIN_END.match, folded[end - 1 : end + 1])):
            end += 1
        said = _LATIN_WORD.findall(folded[start:end].lower())
        return said == _LATIN_WORD.findall(self.folded.lower())

    def may_be_in(self, text: str) -> bool:
        """Whether ``text`` has all the words of a phrase without Chinese, whatever their order:
        what has not, neither uses the phrase nor comes near."""
        lower = unicodedata.normalize("NFKC", text).lower()
        return all(part in lower for part in self.tokens)

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return _verb_spellings().intersection(self._parts)

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        words = r"\s+".join(map(re.escape, self.folded.split()))
        before = r"(?<![A-Za-z0-9])" if _LATIN_END.match(self.folded) else ""
        after = r"(?![A-Za-z0-9])" if _LATIN_END.match(self.folded[-1:]) else ""
        return re.compile(f"{before}{words}{after}", re.IGNORECASE)

    def _same(self, span: str) -> bool:
        return self._exact.fullmatch(" ".join(fold(span).text.split())) is not None

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The words that have to be there, in order."""
        if not self.is_chinese:
            return tuple(re.findall(r"[A-Za-z0-9]+", self.folded))
        return tuple(w for w in words(self.folded) if w not in _PARTICLES and re.search(r"\w", w))

    @cached_property
    def _gapped(self) -> re.Pattern[str]:
        parts = map(re.escape, self._parts)
        if self.is_chinese:
            return re.compile(f"[^。;:!?]{{0,{_MOST_BETWEEN}}}?".join(parts), re.IGNORECASE)
        between = rf"(?:[^\w.;:!?]+\w+){{0,{_MOST_WORDS_BETWEEN}}}?[^\w.;:!?]+"
        return re.compile(rf"\b{between.join(parts)}\b", re.IGNORECASE)

    def _in_order(self, text: str) -> list[tuple[int, int, int]]:
        if len(self._parts) == 1:
            return []
        length = len(("" if self.is_chinese else " ").join(self._parts))
        return [
            (max(1, match.end() - match.start() - length), *match.span())
            for match in self._gapped.finditer(text)
        ]

    @property
    def _changes(self) -> int:
        return min(len(self.folded) // _PER_CHANGE, _MOST_CHANGES) if self.is_chinese else 0

    @cached_property
    def _pieces(self) -> tuple[tuple[int, str], ...]:
        """Pieces of two characters or a few more, with their offsets. A change spoils one of them:
        wherever a text comes near, the others are left as they are."""
        if not self._changes:
            return ()
        length = len(self.folded)
        count = min(length // _PIECE, 2 * _MOST_CHANGES)
        cuts = [round(i * length / count) for i in range(count + 1)]
        return tuple((a, self.folded[a:b]) for a, b in pairwise(cuts))

    @property
    def _pieces_left(self) -> int:
        return len(self._pieces) - self._changes

    def _changed(self, text: str) -> list[tuple[int, int, int]]:
        there = [(offset, piece) for offset, piece in self._pieces if piece in text]
        if len(there) < self._pieces_left:
            return []
        found = []
        for begin in sorted({b for offset, piece in there for b in _begins(text, piece, offset)}):
            start = max(0, begin - self._changes)
            end = begin + len(self.folded) + self._changes
            if len(self._characters.difference(text[start:end])) > self._changes:
                continue  # each that is not there takes a change
            changes, begins, ends = closest(self.folded, text[start:end])
            if changes <= self._changes:
                found.append((changes, start + begins, start + ends))
        return found

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self.folded)

    def _says_the_same(self, other: str) -> bool:
        negated = [len(_NEGATIONS.findall(text)) for text in (self.folded, other)]
        counted = [Counter(_NUMERALS.findall(text)) for text in (self.folded, other)]
        kept = all(verb in other for verb in self._verbs)
        if not kept or not set(other) & _STOPS <= set(self.folded):
            return False
        return negated[0] == negated[1] and counted[0] == counted[1]


@lru_cache(maxsize=64)  # whether a text uses a phrase and whether it comes near is asked in turn
def _folded(text: str) -> Folded:
    return fold(text)


@cache
def _verb_spellings() -> frozenset[str]:
    return frozenset(spelling for verb in VERBS for spelling in verb.spellings)


def _begins(text: str, piece: str, offset: int) -> Iterator[int]:
    """Where a phrase would begin whose piece at ``offset`` stands in ``text``."""
    at = text.find(piece)
    while at >= 0:
        yield at - offset
        at = text.find(piece, at + 1)


def closest(phrase: str, text: str) -> tuple[int, int, int]:
    """The stretch of ``text`` nearest to ``phrase``: (changes, start, end), the first of several.

    A change is a character put in, left out or replaced (Sellers, J. Algorithms 1, 1980).
    """
    best = (len(phrase), 0, 0)
    # Of the phrase's first i characters: how far the nearest stretch that ends here is, and where
    # it begins.
    column = [(i, 0) for i in range(len(phrase) + 1)]
    for at, character in enumerate(text):
        above = (0, at + 1)
        fresh = [above]
        for i, wanted in enumerate(phrase):
            (cost, begun), (left, since) = column[i], column[i + 1]
            if wanted != character:
                cost += 1
            if left + 1 < cost:
                cost, begun = left + 1, since
            if above[0] + 1 < cost:
                cost, begun = above[0] + 1, above[1]
            above = (cost, begun)
            fresh.append(above)
        column = fresh
        if column[-1][0] < best[0]:
            best = (column[-1][0], column[-1][1], at + 1)
    return best


def _needed(text: str) -> tuple[str, ...]:
    """The index tokens of ``text`` that say most: the pairs of a Chinese run, not its characters
    beside them."""
    runs = re.findall(r"[㐀-鿿]+|[A-Za-z]+|[0-9]+", text)
    tokens = [
        token
        for run in runs
        for token in index_tokens(run)
        if len(run) == 1 or len(token) > 1 or not _HAN.match(run)
    ]
    return tuple(dict.fromkeys(tokens))
