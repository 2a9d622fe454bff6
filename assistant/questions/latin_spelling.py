"""Slips in Latin letters: a name left in pinyin (mishuzhang), an English word with a letter amiss.

The English words are those of the tables and of asking about a resolution. A word that only ends
differently (invites, invited) is a form, not a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.questions.vocabulary import typed_words
from assistant.text.bodies import BODIES
from assistant.text.glossary import ENGLISH, EVERYDAY
from assistant.text.pinyin import plain_letters
from assistant.text.tokens import likelihood
from assistant.text.verbs import VERBS
from assistant.types import Lang, Span

_LETTER = "A-Za-z\u00c0-\u024f"  # with the vowels that carry tone marks
_WORD = re.compile(rf"(?<![{_LETTER}0-9/.])[{_LETTER}]+(?![{_LETTER}0-9/]|[.][{_LETTER}0-9])")
_GAP = re.compile(r"[\s'’]{1,2}")
_MOST_SYLLABLES = 8

_SHORTEST_PINYIN = 4  # letters: guli. Shorter ones are words of many languages
_SHORTEST_PINYIN_IN_ENGLISH = 7
_SHORTEST_PINYIN_AMISS = 8  # mishuzang; shorter ones come near to English words
_SHORTEST_ENGLISH_AMISS = 8
_LIKELIER = 2.0  # by which 决议 is likelier than 决意, both typed jueyi (natural logarithm)

# Latin slips do not compete with Chinese ones for the same words: fixed ranks among themselves.
_EXACT, _AMISS = 20.0, 12.0

_ASKING_ENGLISH = """
    resolution resolutions paragraph paragraphs preamble preambular operative footnote footnotes
    assembly session committee agenda masthead adopted adoption sponsors abstained abstentions
    annexes mentioned provisions deadline deadlines report reports conference meeting document
    secretary general secretary-general difference differences compare comparison
""".split()


# Words that come as near as a slip, found in 5,190 English sentences and questions of the United
# Nations and of an encyclopaedia; and words of the tables that are near too many.
_OTHER_WORDS = frozenset(
    "revolution revolutions contention contentions intention undermine".split()
)
_MANY_MEANINGS = frozenset("underline concerned concern concerns considered".split())


How = Literal["spelling", "pinyin"]


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of a folded question, what they are read as, and how sure that is.

    ``gain``: for Chinese words by how much (natural logarithm) the question becomes likelier.
    """

    span: Span
    read: str
    how: How
    gain: float


def latin_slips(folded: str, lang: Lang) -> Iterator[Slip]:
    """Every Latin word, or row of syllables, that may be read as a word of the closed lists."""
    words = [Span(*match.span()) for match in _WORD.finditer(folded)]
    unknown = [span for span in words if span.of(folded).lower() not in _known_english()]
    for at, first in enumerate(unknown):
        last = first
        for following in (first, *unknown[at + 1 : at + _MOST_SYLLABLES]):
            if following is not first and not _GAP.fullmatch(folded[last.end : following.start]):
                break
            last = following
            yield from _as_pinyin(folded, Span(first.start, last.end), lang)
        yield from _as_english(folded, first)


def _as_pinyin(folded: str, span: Span, lang: Lang) -> Iterator[Slip]:
    typed = plain_letters(span.of(folded))
    if len(typed) < (_SHORTEST_PINYIN if lang == "zh" else _SHORTEST_PINYIN_IN_ENGLISH):
        return
    if meant := _likeliest(typed_words().get(typed, ())):
        yield Slip(span, meant, "pinyin", _EXACT + len(typed))
    elif lang == "zh" and len(typed) >= _SHORTEST_PINYIN_AMISS:
        near = [
            word
            for spelled, words in typed_words().items()
            if one_letter_apart(typed, spelled)
            for word in words
        ]
        if meant := _likeliest(tuple(near)):
            yield Slip(span, meant, "pinyin", _AMISS + len(typed))


def _likeliest(words: tuple[str, ...]) -> str | None:
    """The one word that is meant, None where several are as likely."""
    ranked = sorted(words, key=likelihood, reverse=True)
    if len(ranked) > 1 and likelihood(ranked[0]) - likelihood(ranked[1]) < _LIKELIER:
        return None
    return ranked[0] if ranked else None


def _as_english(folded: str, span: Span) -> Iterator[Slip]:
    typed = span.of(folded).lower()
    if len(typed) < _SHORTEST_ENGLISH_AMISS or not typed.isascii():
        return
    near = [word for word in _targets() if one_letter_apart(typed, word)]
    if len(near) == 1 and not _is_a_form(typed, near[0]):
        yield Slip(span, near[0], "spelling", _AMISS)


def _is_a_form(typed: str, word: str) -> bool:
    """Whether the two differ in their endings only: invites, invited; or one has a prefix."""
    return (
        typed[:-2] == word[:-2]
        or typed[:-1] == word[:-2]
        or typed[:-2] == word[:-1]
        or (typed[0] != word[0])
    )


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out, replaced or changed about makes one the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    pairs = enumerate(zip(short, long, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


@cache
def _targets() -> frozenset[str]:
    """English words that a slip may be read as."""
    names = [name for body in BODIES for name in body.english]
    stems = [stem for verb in VERBS for stem in verb.english]
    words = {word for name in (*names, *stems) for word in name.lower().split()}
    long = {w for w in {*words, *_ASKING_ENGLISH} if len(w) >= _SHORTEST_ENGLISH_AMISS - 1}
    return frozenset(long) - _MANY_MEANINGS


@cache
def _known_english() -> frozenset[str]:
    names = [name for body in BODIES for name in (*body.english, *body.asked_as)]
    stems = [stem for verb in VERBS for stem in verb.english]
    tables = [*names, *stems, *ENGLISH, *(key for key in EVERYDAY if key.isascii())]
    words = {word for name in tables for word in name.lower().split()}
    return frozenset(words | set(_ASKING_ENGLISH) | _OTHER_WORDS)
