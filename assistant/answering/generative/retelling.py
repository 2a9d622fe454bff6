"""The words in which an act may be retold: its own, those that say nothing, and their equals.

Every other word is foreign: whatever a sentence says besides what can be named (a place, a deed, a
kind of thing) has to be the act's. Shares of words caught four of five invented words only, because
one word is enough to make a long sentence false.
"""

from __future__ import annotations

import re

from assistant.answering.generative.wording import ENGLISH_JOINING, JOINING, equals

_HAN = re.compile(r"[㐀-鿿]+")
_LATIN = re.compile(r"[A-Za-z]+")
_SUFFIX = re.compile(r"(?:ations?|ions?|ings?|ed|es|s|e|ment|ly|al)\Z")
_STEM = 3  # letters of a stem that tell words apart
_LONGEST = 8  # characters of a joining word or an equal
_OWN = 2  # characters that two texts share by no chance


def foreign(told: str, held: str) -> tuple[str, ...]:
    """The words of a folded sentence that an act's folded text ``held`` neither has nor has equals
    of, in text order. What is claimed by name is blanked in ``told``: it is judged for itself."""
    lowered = held.lower()
    found = [
        (run.start() + start, words)
        for run in _HAN.finditer(told)
        for start, words in _uncovered(run.group(), lowered)
    ]
    stems = _stems(lowered)
    found += [
        (match.start(), match.group())
        for match in _LATIN.finditer(told)
        if not _is_english_own(match.group().lower(), lowered, stems)
    ]
    return tuple(words for _, words in sorted(found))


def _uncovered(run: str, held: str) -> list[tuple[int, str]]:
    """The stretches of a run of characters left over when as much of it as possible is covered by
    joining words, words of the act of two characters and more, and equals of words of the act."""
    if len(run) == 1 and run in held:  # 每 before a number
        return []
    least = [0] * (len(run) + 1)  # characters left uncovered from each place on
    step = [1] * (len(run) + 1)
    for at in range(len(run) - 1, -1, -1):
        least[at] = least[at + 1] + 1
        for length in range(1, min(len(run) - at, _LONGEST) + 1):
            words = run[at : at + length]
            if least[at + length] < least[at] and _is_own(words, held):
                least[at], step[at] = least[at + length], -length
    return _left(run, step)


def _left(run: str, step: list[int]) -> list[tuple[int, str]]:
    left: list[tuple[int, str]] = []
    at = 0
    while at < len(run):
        if step[at] > 0:
            begins = not left or left[-1][0] + len(left[-1][1]) != at
            if begins:
                left.append((at, run[at]))
            else:
                left[-1] = (left[-1][0], left[-1][1] + run[at])
        at += abs(step[at])
    return left


def _is_own(words: str, held: str) -> bool:
    if words in JOINING or (len(words) >= _OWN and words in held):
        return True
    return any(equal in held for equal in equals().get(words, ()))


def _is_english_own(word: str, held: str, stems: frozenset[str]) -> bool:
    if word in ENGLISH_JOINING or _stem(word) in stems:
        return True
    return any(re.search(rf"\b{equal}", held) for equal in equals().get(word, ()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(match.group()) for match in _LATIN.finditer(text))


def _stem(word: str) -> str:
    """A word without its ending: ratify, ratification; enough to know a word of the same text."""
    short = _SUFFIX.sub("", word)
    short = (short if len(short) >= _STEM else word).rstrip("iyce")
    return short if len(short) >= _STEM else word
