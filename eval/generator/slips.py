"""Slips in questions, as people and input methods make them, each with the word that was meant.

A slip that happens to write another word of the dictionary is none: nobody could tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Literal

from assistant.questions.vocabulary import vocabulary
from assistant.text.pinyin import letters, readings, syllables
from assistant.text.tokens import dictionary_words
from eval.generator.draw import draw
from eval.gold import GoldItem

SlipKind = Literal["homophone", "letters", "dropped", "doubled", "swapped", "twice"]
KINDS: tuple[SlipKind, ...] = ("homophone", "letters", "dropped", "doubled", "swapped", "twice")

# Characters in daily use: those that jieba's dictionary counts this often by themselves.
_DAILY = 300
_SHORTEST_SWAPPED = 3  # characters: changed about, two make another word
_SHORTEST_AMISS = 9  # letters, one of which is dropped or doubled


@dataclass(frozen=True, slots=True)
class MadeSlip:
    """A question with one slip. ``typed`` stands in ``question`` where ``meant`` stood."""

    kind: SlipKind
    question: str
    typed: str
    meant: str


def slips_of(question: str, words: tuple[str, ...], seed: int) -> Iterator[MadeSlip]:
    """One slip of each kind for each of the ``words`` that a question names, where one can be."""
    for word in words:
        if word not in question:
            continue
        for kind in KINDS:
            typed = _spoil(word, kind, draw(seed, question, word, kind))
            if typed is not None:
                yield MadeSlip(kind, question.replace(word, typed, 1), typed, word)


def misspelt(items: Iterable[GoldItem], seed: int = 7) -> Iterator[GoldItem]:
    """Each of the questions with one slip, of a kind that is drawn: the answer is the same.

    A question that names no word of the list in Chinese has none.
    """
    for item in items:
        (question,) = item.turns
        slip = _one_slip(question, draw(seed, item.id, "slip"))
        if slip is not None:
            yield replace(
                item,
                id=f"{item.id}:{slip.kind}",
                kind="understanding",
                turns=(slip.question,),
                reason=f"{slip.typed} for {slip.meant}: {item.reason}",
            )


def _one_slip(question: str, chance: Random) -> MadeSlip | None:
    """A slip in one of the words that a question names; None where it names none."""
    named = words_named(question)
    ways = [(word, kind) for word in named for kind in KINDS]
    for word, kind in chance.sample(ways, len(ways)):
        if (typed := _spoil(word, kind, chance)) is not None:
            return MadeSlip(kind, question.replace(word, typed, 1), typed, word)
    return None


def _spoil(word: str, kind: SlipKind, chance: Random) -> str | None:
    makers: dict[SlipKind, Callable[[str], list[str]]] = {
        "homophone": _homophones,
        "letters": _letters,
        "dropped": _dropped,
        "doubled": _doubled,
        "swapped": _swapped,
        "twice": _twice,
    }
    forms = makers[kind](word)
    shuffled = chance.sample(forms, len(forms))
    return next((form for form in shuffled if not _is_a_word(form)), None)


def _is_a_word(form: str) -> bool:
    """Whether a form, or a part of it that is not the word's own, is a word already."""
    if form.isascii():
        return False
    return form in vocabulary().words or len(dictionary_words(form)) == 1


def _homophones(word: str) -> list[str]:
    return [
        word[:at] + other + word[at + 1 :]
        for at, sound in enumerate(syllables(word))
        for other in _daily().get(sound, ())
        if other != word[at]
    ]


def _letters(word: str) -> list[str]:
    return [letters(word)]


def _twice(word: str) -> list[str]:
    if len(word) < _SHORTEST_SWAPPED:
        return []
    return [word[: at + 1] + word[at:] for at in range(len(word))]


def _dropped(word: str) -> list[str]:
    typed = letters(word)
    if len(typed) < _SHORTEST_AMISS:
        return []
    return [typed[:at] + typed[at + 1 :] for at in range(1, len(typed))]


def _doubled(word: str) -> list[str]:
    typed = letters(word)
    if len(typed) < _SHORTEST_AMISS:
        return []
    return [typed[:at] + typed[at - 1 :] for at in range(1, len(typed) + 1)]


def _swapped(word: str) -> list[str]:
    if len(word) < _SHORTEST_SWAPPED:
        return []
    pairs = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs]


@cache
def _daily() -> dict[str, tuple[str, ...]]:
    """Sound → the characters in daily use that are read so."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0x9FFF):
        character = chr(code)
        [(_, frequency)] = dictionary_words(character)
        if frequency >= _DAILY:
            found[readings(character)[0]].append(character)
    return {sound: tuple(characters) for sound, characters in found.items()}


def words_named(question: str) -> tuple[str, ...]:
    """The words of the closed list that a question names, none within another."""
    return tuple(dict.fromkeys(_longest_first().findall(question)))


@cache
def _longest_first() -> re.Pattern[str]:
    words = sorted(vocabulary().words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
