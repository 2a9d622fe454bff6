"""A paragraph cut into the pieces that are compared: words, and what must never be cut in two.

Symbols, dates, sessions and numbers are whole pieces with a value, so that 第七十六届 becomes
第七十七届 and never 六 becomes 七.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.text.english_dates import ENGLISH_DATE, english_date
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral, parse_ordinal
from assistant.text.symbols import find_symbols
from assistant.text.tokens import words
from assistant.types import Span

PieceKind = Literal["word", "stop", "symbol", "date", "day", "year", "session", "number"]
Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a folded text. ``value`` is what a whole piece says, for comparing two."""

    span: Span
    text: str
    kind: PieceKind
    value: Value = None

    @property
    def is_whole(self) -> bool:
        """Whether it is a symbol, date, session or number: never cut, never half replaced."""
        return self.kind not in ("word", "stop")


_COUNTED = "条段款节章号次卷部期项"
_DAY = "[0-9]{1,2}月[0-9]{1,2}日"
_CHINESE_DATE = re.compile(r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日")
_ORDINAL = r"(?:(?:one hundred and )?[a-z]+(?:-[a-z]+)?|[0-9]+(?:st|nd|rd|th))"


def _chinese_date(found: re.Match[str]) -> Value:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return found.group()


def _year(found: re.Match[str]) -> Value:
    return int(found["y"])


def _session(found: re.Match[str]) -> Value:
    return parse_numeral(found["n"])


def _english_session(found: re.Match[str]) -> Value:
    return parse_ordinal(found["n"].lower())


def _as_printed(found: re.Match[str]) -> Value:
    return found.group()


# In the order in which they claim their stretch; symbols come before all of them.
_WHOLE: tuple[tuple[PieceKind, re.Pattern[str], Callable[[re.Match[str]], Value]], ...] = (
    ("date", _CHINESE_DATE, _chinese_date),
    ("date", re.compile(ENGLISH_DATE), english_date),
    ("day", re.compile(_DAY), _as_printed),
    ("year", re.compile(r"(?P<y>[0-9]{4})年(?![0-9])"), _year),
    ("session", re.compile(rf"第(?P<n>{CHINESE_NUMERAL}+|[0-9]+)届"), _session),
    ("session", re.compile(rf"\b(?P<n>{_ORDINAL})(?= session\b)", re.I), _english_session),
    ("number", re.compile(rf"第(?:{CHINESE_NUMERAL}+|[0-9]+)(?=[{_COUNTED}])"), _as_printed),
    ("year", re.compile(r"(?<![0-9])(?P<y>(?:19|20|21)[0-9]{2})(?![0-9])"), _year),
    ("number", re.compile(r"[0-9]+(?:[ ,.][0-9]{3})*(?:\.[0-9]+)?%?"), _as_printed),
)  # fmt: skip
_RUN = re.compile(r"[㐀-鿿]+|[A-Za-z]+(?:['’-][A-Za-z]+)*|\S")
_CHINESE = re.compile("[㐀-鿿]")
_AROUND = re.compile(r"第?\0号?(?:决议|决定)?")


def pieces(text: str, cuts: Collection[int] = ()) -> tuple[Piece, ...]:
    """The pieces of ``text``, in order, over its folded form; blanks belong to none.

    ``cuts`` are offsets of the folded text at which a word ends whatever the dictionary says.
    """
    folded = fold(text).text
    whole = whole_pieces(folded)
    found: list[Piece] = []
    at = 0
    for piece in (*whole, None):
        end = piece.span.start if piece else len(folded)
        found.extend(_words(folded, at, end, cuts))
        if piece:
            found.append(piece)
            at = piece.span.end
    return tuple(found)


def whole_pieces(folded: str) -> tuple[Piece, ...]:
    """The symbols, dates, sessions and numbers of a folded text, in order."""
    found = [
        Piece(mention.span, mention.span.of(folded), "symbol", mention.symbol)
        for mention in find_symbols(folded)
    ]
    taken = bytearray(len(folded))
    for piece in found:
        taken[piece.span.start : piece.span.end] = b"\1" * (piece.span.end - piece.span.start)
    for kind, pattern, value in _WHOLE:
        for match in pattern.finditer(folded):
            start, end = match.span()
            read = value(match)
            if read is None or any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(Piece(Span(start, end), match.group(), kind, read))
    return tuple(sorted(found, key=lambda piece: piece.span))


def masked(folded: str) -> str:
    """A folded text with a blank in place of every whole piece, and of the 第…号决议 around it."""
    out, at = [], 0
    for piece in whole_pieces(folded):
        out.append(folded[at : piece.span.start])
        at = piece.span.end
    return _AROUND.sub(" ", "\0".join((*out, folded[at:])))


def _words(folded: str, start: int, end: int, cuts: Collection[int]) -> Iterator[Piece]:
    for run in _RUN.finditer(folded, start, end):
        at = run.start()
        for word in words(run.group()) if _CHINESE.match(run.group()) else (run.group(),):
            yield from _cut(word, at, cuts)
            at += len(word)


def _cut(word: str, at: int, cuts: Collection[int]) -> Iterator[Piece]:
    ends = [*(cut for cut in range(at + 1, at + len(word)) if cut in cuts), at + len(word)]
    begin = at
    kind: PieceKind = "word" if word[0].isalnum() else "stop"
    for end in ends:
        yield Piece(Span(begin, end), word[begin - at : end - at], kind)
        begin = end
