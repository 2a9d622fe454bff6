"""Which words of one language stand where a phrase of the other stands, and not elsewhere.

Pure functions over aligned texts: candidates are runs of whole words, judged by how often they
come with the phrase and without it (Dice, and Dunning's log-likelihood ratio, Computational
Linguistics 19, 1993). Nothing is made up: a rendering is words that the texts print.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.text.glossary import ENGLISH, english_terms
from assistant.text.normalise import fold
from assistant.text.terms import agree
from assistant.text.tokens import words
from assistant.types import Lang

# What is claimed of fewer than three different texts is chance: the texts are shown instead.
ENOUGH_TEXTS = 3
# A second rendering explains texts that the first does not: two of them at least.
_FEWEST_TEXTS = 2
_LEAST_DICE = 0.4
# What our tables say too needs less: 欢迎 stands for welcoming as well as for welcomes.
_LEAST_DICE_OF_A_TERM = 0.1
_SIGNIFICANT = 10.83  # chi-squared with one degree of freedom at p = .001
_MOST_RENDERINGS = 4
_MOST_WORDS = 7
# Candidates are proposed by this many texts and counted in all of them.
_PROPOSING = 300
_MOST_COUNTED = 60
# Characters of official Chinese for one letter of English: nuclear disarmament 19, 核裁军 3;
# humanitarian consequences 25, 人道主义后果 6; open-ended working group 24, 不限成员名额工作组 9.
_CHINESE_PER_ENGLISH = 0.27

_BREAK = re.compile(r"[^\w、'/-]+")
_ENGLISH_WORD = re.compile(r"[A-Za-z0-9]+(?:['/-][A-Za-z0-9]+)*")
_NO_EDGE = {
    "zh": frozenset("的和与及或在对了并其该、于之将而为由从向也又还等各") | {"以及"},
    "en": frozenset(
        "the a an of and or to in its their that by for with on as at from is are be which this"
        " all".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Association:
    """A candidate with its counts over different texts."""

    text: str
    together: int  # texts that have the candidate where the phrase is
    apart: int  # texts that have it where the phrase is not
    dice: float
    log_likelihood: float


def associated(
    phrase: str, beside: Collection[str], elsewhere: Collection[str], lang: Lang
) -> tuple[Association, ...]:
    """What ``phrase`` of the other language is called in ``lang``, the most frequent first.

    ``beside`` are the different texts in ``lang`` that stand beside one with the phrase,
    ``elsewhere`` all others, both as :func:`flat` makes them. Each rendering after the first is
    found in the texts that have none
    of those before.
    """
    left = list(beside)
    if len(left) < ENOUGH_TEXTS:
        return ()
    found: list[Association] = []
    while len(left) >= _FEWEST_TEXTS and len(found) < _MOST_RENDERINGS:
        best = _best(phrase, left, elsewhere, lang)
        if best is None:
            break
        found.append(best)
        left = [text for text in left if not has(best.text, text, lang)]
    return tuple(found)


def _best(
    phrase: str, beside: Sequence[str], others: Collection[str], lang: Lang
) -> Association | None:
    """The candidate that fits best, if one does and no other fits as well.

    Where formulas repeat, several runs come with the phrase every time. Our tables may tell which
    of them it is; runs of the same words differ in length only; otherwise nothing is claimed.
    """
    judged = []
    for candidate, together in _proposed(beside, lang):
        support = _support(phrase, candidate, lang)
        least = _LEAST_DICE_OF_A_TERM if support >= 1 else _LEAST_DICE
        one = _judged(candidate, together, len(beside), others, lang)
        if one.dice >= least and one.log_likelihood >= _SIGNIFICANT:
            judged.append((-round(one.dice, 2), -support, _oddness(phrase, candidate, lang), one))
    if not judged:
        return None
    dice, support, _, best = min(judged, key=lambda row: (*row[:3], row[3].text))
    as_good = (one.text for d, s, _, one in judged if (d, s) == (dice, support))
    return best if all(_share_words(best.text, other, lang) for other in as_good) else None


def _support(phrase: str, candidate: str, lang: Lang) -> float:
    """How far our tables agree that ``candidate`` of ``lang`` stands for ``phrase``: 1 that it
    does, otherwise the share of its known words that do, at most a half."""
    chinese, english = (candidate, phrase) if lang == "zh" else (phrase, candidate)
    if agree(chinese, english):
        return 1.0
    terms = english_terms(english)
    known = sum(any(wording in chinese for wording in ENGLISH[t.lower()]) for t, _ in terms)
    return round(known / len(terms) / 2, 2) if terms else 0.0


def _share_words(one: str, other: str, lang: Lang) -> bool:
    if lang == "en":
        return not set(one.split()).isdisjoint(other.split())
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


def _oddness(phrase: str, candidate: str, lang: Lang) -> float:
    return round(abs(math.log(len(candidate) / _expected_length(phrase, lang))), 3)


def _expected_length(phrase: str, lang: Lang) -> float:
    factor = _CHINESE_PER_ENGLISH if lang == "zh" else 1 / _CHINESE_PER_ENGLISH
    return max(1.0, len(phrase) * factor)


def _proposed(texts: Sequence[str], lang: Lang) -> list[tuple[str, int]]:
    """Runs of words in ``texts`` with in how many they stand, the most frequent first."""
    step = max(1, len(texts) // _PROPOSING)
    some = texts[::step]
    counts = Counter(run for text in some for run in set(_runs(text, lang)))
    fewest = max(_FEWEST_TEXTS, _LEAST_DICE / (2 - _LEAST_DICE) * len(some))
    frequent = [(run, n) for run, n in counts.most_common() if n >= fewest]
    likely = _longest_first(frequent)[:_MOST_COUNTED]
    return [(run, sum(has(run, text, lang) for text in texts)) for run, _ in likely]


def _longest_first(counted: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counted, key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))


def _judged(
    candidate: str, together: int, beside: int, others: Collection[str], lang: Lang
) -> Association:
    apart = sum(has(candidate, text, lang) for text in others)
    dice = 2 * together / (beside + together + apart)
    likelihood = log_likelihood(together, beside - together, apart, len(others) - apart)
    return Association(candidate, together, apart, dice, likelihood)


def log_likelihood(both: int, first: int, second: int, neither: int) -> float:
    """Dunning's G² of a two-by-two table; 0 where the two come together no oftener than by
    chance."""
    total = both + first + second + neither
    rows, columns = (both + first, second + neither), (both + second, first + neither)
    if not total or both * total <= rows[0] * columns[0]:
        return 0.0
    cells = ((both, 0, 0), (first, 0, 1), (second, 1, 0), (neither, 1, 1))
    return 2 * sum(
        count * math.log(count * total / (rows[row] * columns[column]))
        for count, row, column in cells
        if count
    )


def flat(text: str, lang: Lang) -> str:
    """A text as candidates are looked for in it: English in small letters, between blanks."""
    folded = fold(text).text
    if lang == "zh":
        return folded
    return " ".join(("", *(re.findall(r"[\w'/-]+|[^\w\s]", folded.lower())), ""))


def has(candidate: str, flattened: str, lang: Lang) -> bool:
    """Whether a flat text has these words."""
    return (candidate if lang == "zh" else f" {candidate} ") in flattened


def _runs(text: str, lang: Lang) -> Iterator[str]:
    """Runs of up to seven whole words that begin and end with one that says something."""
    no_edge = _NO_EDGE[lang]
    join = "" if lang == "zh" else " "
    stretches = _BREAK.split(text) if lang == "zh" else re.split(r" [^\w'/-] ", text)
    for stretch in stretches:
        found = words(stretch) if lang == "zh" else _ENGLISH_WORD.findall(stretch)
        for begin, first in enumerate(found):
            if first in no_edge:
                continue
            for end in range(begin + 1, min(begin + _MOST_WORDS, len(found)) + 1):
                run = join.join(found[begin:end])
                if found[end - 1] not in no_edge and not run.isdigit() and len(run) > 1:
                    yield run
