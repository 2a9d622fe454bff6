"""How Chinese words sound, and how they are typed: toneless Hanyu Pinyin, by pypinyin.

Most slips in a typed Chinese question are those of an input method: a word of the same sound, or
its letters left unconverted. pypinyin takes a quarter of a second to load, so that it is loaded
only when a question holds something that may be a slip.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_HAN = re.compile(r"[㐀-鿿]")
# Pairs that many speakers do not tell apart: zh z, ch c, sh s; ang an, eng en, ing in.
_ALIKE = ((re.compile(r"^([zcs])h"), r"\1"), (re.compile(r"(?<=[aei])ng$"), "n"))

_USUAL = 2  # readings of a character that people know; a third is rare or archaic


@cache
def _load() -> None:
    """pypinyin's phrases, whose syllables are few: kept once each they take 25 MB less. It keeps
    two tables of them, what is written by hand and what it looks up."""
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.phrases_dict import phrases_dict

    known: dict[tuple[str, ...], list[str]] = {}
    for phrase, sounds in phrases_dict.items():
        # Nothing of it is changed: pypinyin copies what it takes from there.
        shared = [known.setdefault(tuple(sound), sound) for sound in sounds]
        phrases_dict[phrase] = PHRASES_DICT[phrase] = shared


@cache
def readings(character: str) -> tuple[str, ...]:
    """The toneless readings of a Chinese character, the most usual first; none for others.

    >>> readings("长")
    ('zhang', 'chang')
    """
    if not _HAN.fullmatch(character):
        return ()
    _load()
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@cache
def syllables(word: str) -> tuple[str, ...]:
    """How the characters of a word are read in it, without tones.

    >>> syllables("银行"), syllables("行动")
    (('yin', 'hang'), ('xing', 'dong'))
    """
    _load()
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))


def same_sound(character: str, word: str, at: int) -> bool:
    """Whether a character is read as the one that stands at ``at`` in a word, tones aside."""
    return readings(character)[:1] == syllables(word)[at : at + 1]


def near_sound(one: str, other: str) -> bool:
    """Whether two characters can be read alike by one who does not tell z from zh, n from ng, or
    knows only another reading of one: 常 for 长."""
    first, second = ({_merged(r) for r in readings(c)[:_USUAL]} for c in (one, other))
    return bool(first & second)


def letters(word: str) -> str:
    """A word as it is typed, without tones and blanks: 秘书长 is mishuzhang.

    A word of several readings is read as pypinyin reads the phrase.
    """
    return "".join(syllables(word)).replace("ü", "v").lower()


def plain_letters(typed: str) -> str:
    """Typed pinyin as ``letters`` writes it: tone marks, blanks and apostrophes dropped.

    >>> plain_letters("mì shū zhǎng")
    'mishuzhang'
    """
    bare = unicodedata.normalize("NFD", typed.lower().replace("ü", "v"))
    return re.sub(r"[^a-z]", "", bare)


@cache
def _merged(reading: str) -> str:
    for pattern, short in _ALIKE:
        reading = pattern.sub(short, reading)
    return reading
