"""How alike two paragraphs are, told from their words, their verb and whom they address.

What a session renews (sessions, dates, numbers) is left out; resolutions named count as words, for
two lists of resolutions have little else. A word counts the more the fewer paragraphs have it, so
that what all paragraphs of a resolution speak of does not make them alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from assistant.comparing.pieces import masked, whole_pieces
from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens
from assistant.types import Paragraph

# Shares of verb and addressee beside the words. On 240 generated steps (``eval.bench.comparing``)
# the F score is .9953 with these, .9946 without, .9928 with .2 and .1. In place of the weighed
# words difflib's ratio has .991 in twelve times the time, rapidfuzz's best .989: not used.
VERB_SHARE, ADDRESSEE_SHARE = 0.04, 0.02


@dataclass(frozen=True, slots=True)
class Profile:
    """What a paragraph is compared by, its items included."""

    words: Mapping[str, int]
    verb: str
    family: str
    addressees: frozenset[str]
    folded: str  # to tell paragraphs that are word for word the same

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> Profile:
        """The profile of a paragraph with its items."""
        head = paragraphs[0]
        folded = [fold(paragraph.text).text for paragraph in paragraphs]
        counted: Counter[str] = Counter()
        for text in folded:
            counted.update(index_tokens(masked(text)))
            counted.update(str(p.value) for p in whole_pieces(text) if p.kind == "symbol")
        acts = head.clauses
        return cls(
            words=counted,
            verb=acts[0].verb if acts else "",
            family=acts[0].family if acts else "",
            addressees=frozenset(e.name for act in acts for e in act.addressees),
            folded="\n".join(folded).rstrip(_CLOSING),
        )


_CLOSING = ",;.:，；。："


def likenesses(first: Sequence[Profile], second: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """How alike each pair is, 0 to 1, for the pairs that share a word; 1.0 for the same text."""
    left, right = _weighed(first, second)
    found: dict[tuple[int, int], float] = {}
    postings: dict[str, list[tuple[int, float]]] = {}
    for j, weights in enumerate(right):
        for word, weight in weights.items():
            postings.setdefault(word, []).append((j, weight))
    for i, weights in enumerate(left):
        sums: dict[int, float] = {}
        for word, weight in weights.items():
            for j, other in postings.get(word, ()):
                sums[j] = sums.get(j, 0.0) + weight * other
        for j, cosine in sums.items():
            found[i, j] = _with_acts(cosine, first[i], second[j])
    return found


def _weighed(
    first: Sequence[Profile], second: Sequence[Profile]
) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    total = len(first) + len(second)
    spread: Counter[str] = Counter()
    for profile in (*first, *second):
        spread.update(profile.words.keys())
    rarity = {word: log(1 + total / count) for word, count in spread.items()}
    return [_unit(p, rarity) for p in first], [_unit(p, rarity) for p in second]


def _unit(profile: Profile, rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + log(n)) * rarity[word] for word, n in profile.words.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _with_acts(cosine: float, one: Profile, other: Profile) -> float:
    if one.folded == other.folded:
        return 1.0
    verb = 1.0 if one.verb == other.verb else 0.5 if one.family == other.family else 0.0
    union = one.addressees | other.addressees
    addressee = len(one.addressees & other.addressees) / len(union) if union else 1.0
    words_share = 1 - VERB_SHARE - ADDRESSEE_SHARE
    return min(0.999, words_share * cosine + VERB_SHARE * verb + ADDRESSEE_SHARE * addressee)
