"""How well a paragraph answers a question about content: pure functions on words.

Retrieval scores do not separate answerable from unanswerable questions (AUROC about .55 on near
misses), so the decision to answer is taken here, from what the question names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.text.normalise import fold
from assistant.text.tokens import specificity
from assistant.types import Paragraph, Question, Term, Wanted

# Share of the best score from which a further paragraph is cited too.
CLOSE = 0.95

# Share of the best act's score from which another act of the paragraph is quoted with it.
WHOLE_PARAGRAPH = 0.5

# A word that no candidate has still counts, a noun more than a verb: people paraphrase verbs.
ABSENT_NOUN = 0.7
ABSENT_OTHER = 0.25

# Share of the words of a 为什么 question that the text has to have, and the least a word counts.
SUPPORT = 0.6
_LEAST = 0.15
_WHY = re.compile(
    r"为什么|为何|为啥|凭什么|何以|缘何|怎么会|何故|依据(?:是什么|在哪|何在)|(?:的)?(?:理由|原因|缘由)"
    r"|\b(?:why|reasons?|how come|on what grounds)\b",
    re.IGNORECASE,
)

# Part of a word's characters that a paragraph may have instead of all of it (消除 in 彻底消除).
PARTIAL = 0.5

_HAS: dict[Wanted, re.Pattern[str]] = {
    "date": re.compile(
        r"[0-9]{4}年|[0-9]{1,2}月[0-9]{1,2}日|第[^,。]{1,6}届|每年|一天|稍后|尽早|尽快|及早"
    ),
    "place": re.compile(
        r"在[^,。;]{1,8}(?:召开|举行|开放|举办)|纽约|日内瓦|维也纳|第[^,。]{1,4}条"
    ),
    "number": re.compile(
        r"(?<!第)(?:[0-9]+|[一二三四五六七八九十百两]+)(?:[万亿]{0,2}(?:个|项|次|点|天|名|国|份|人|美元|元)|%)"
    ),
    "who": re.compile(r"秘书长|会员国|主席|各国|国家|委员会|社会|组织|代表"),
    "symbol": re.compile(r"[A-Z]+/[A-Z0-9.]+/[0-9]|[A-Z]/[0-9]+/[0-9]|第[0-9]+卷"),
}


Row = tuple[float, ...]  # how much a text has of each term, see :func:`hit`


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's terms with their weights: rare words of the candidates weigh more."""

    terms: tuple[Term, ...]
    weights: tuple[float, ...]


def weigh(terms: Sequence[Term], folded_texts: Sequence[str], total: int | None = None) -> Weighed:
    """Inverse document frequency over the candidates, ``ln(1 + (N - n + 0.5) / (n + 0.5))``.

    Words that no candidate has are weighed down, see ``ABSENT_NOUN``. ``total`` counts candidates
    that have none of the terms too and are not among the texts.
    """
    total = len(folded_texts) if total is None else total
    return weigh_rows(terms, rows(terms, folded_texts), total)


def weigh_rows(terms: Sequence[Term], held: Sequence[Row], total: int) -> Weighed:
    """The same by how much of each term each candidate has, see :func:`rows`."""
    columns = zip(*held, strict=True) if held else ((0.0,) for _ in terms)
    weights = []
    for term, column in zip(terms, columns, strict=True):
        weight = rarity(column.count(1.0), total)
        if not any(column):
            weight *= ABSENT_NOUN if term.noun or term.naming else ABSENT_OTHER
            if not term.naming:
                weight *= specificity(term.word)
        weights.append(weight)
    return Weighed(tuple(terms), tuple(weights))


def rarity(holding: int, total: int) -> float:
    """What a word weighs that ``holding`` of ``total`` candidates have; less the more have it."""
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def rows(terms: Sequence[Term], folded_texts: Sequence[str]) -> list[Row]:
    """:func:`hit` of each term in each text: a row a text."""
    lowered = [text.lower() for text in folded_texts]
    columns = (
        [
            1.0 if whole else _in_part(term, text)
            for whole, text in zip(_has_whole(term, lowered), folded_texts, strict=True)
        ]
        for term in terms
    )
    return list(zip(*columns, strict=True)) if terms else [()] * len(lowered)


def hit(term: Term, folded: str) -> float:
    """1 if the text has the term or a wording of it, a part if it has most of its characters."""
    (whole,) = _has_whole(term, [folded.lower()])
    return 1.0 if whole else _in_part(term, folded)


def _has_whole(term: Term, lowered: Sequence[str]) -> list[bool]:
    wordings = [wording.lower() for wording in term.wordings]
    if len(wordings) == 1:  # as most have: half the time
        (only,) = wordings
        return [only in text for text in lowered]
    return [any(wording in text for wording in wordings) for text in lowered]


def comes_in_parts(term: Term) -> bool:
    """Whether a text that does not have a term may have part of it: names come whole."""
    word = term.word
    return not term.naming and len(word) >= 2 and re.match(r"[㐀-鿿]", word) is not None


def _in_part(term: Term, folded: str) -> float:
    if not comes_in_parts(term):
        return 0.0
    pairs = pairs_of(term.word)
    share = sum(pair in folded for pair in pairs) / len(pairs)
    return PARTIAL * share


@lru_cache(maxsize=256)
def pairs_of(word: str) -> tuple[str, ...]:
    """Each two characters of a word that stand together."""
    return tuple(word[i : i + 2] for i in range(len(word) - 1))


def coverage(weighed: Weighed, folded: str) -> float:
    """The weighted share of the question's words that the text has, 0 to 1."""
    return share(weighed, tuple(hit(term, folded) for term in weighed.terms))


def share(weighed: Weighed, hits: Row) -> float:
    """The same by how much of each word it has."""
    total = sum(weighed.weights)
    if total == 0:
        return 0.0
    return sum(w * h for w, h in zip(weighed.weights, hits, strict=True)) / total


def asks_why(question: Question) -> bool:
    """Whether a reason is asked for: that takes what it is asked of for granted."""
    return bool(_WHY.search(question.folded))


def supported(terms: Sequence[Term], folded: str) -> bool:
    """Whether a text says enough of what a question takes for granted.

    Other than in :func:`weigh`, verbs count as much as nouns: 为什么关闭平台 is false where the
    text only updates it.
    """
    weights = [max(_LEAST, specificity(term.word)) for term in terms]
    got = sum(w * hit(term, folded) for w, term in zip(weights, terms, strict=True))
    return not terms or got >= SUPPORT * sum(weights)


def has_all_kinds(wants: Sequence[Wanted], folded: str) -> bool:
    """Whether the text has every kind of words that only a text with them can answer."""
    return all(_HAS[want].search(folded) for want in wants if want != "who")


def answers_kind(wants: Sequence[Wanted], folded: str) -> float:
    """The share of the kinds of words asked for (a date, a place …) that the text has."""
    if not wants:
        return 0.0
    return sum(bool(_HAS[want].search(folded)) for want in wants) / len(wants)


def best_clauses(question: Question, weighed: Weighed, paragraph: Paragraph) -> tuple[int, ...]:
    """The acts of a paragraph that answer best, all of those that tie; empty: all of it."""
    if len(paragraph.clauses) < 2:
        return ()
    scored = []
    for clause in paragraph.clauses:
        words = fold(clause.span.of(paragraph.text)).text
        verb = 0.2 * (clause.verb in question.verbs)
        scored.append(coverage(weighed, words) + 0.1 * answers_kind(question.wants, words) + verb)
    best = max(scored)
    if best <= 0:
        return ()
    kept = tuple(i for i, score in enumerate(scored) if score >= WHOLE_PARAGRAPH * best)
    return kept if len(kept) < len(scored) else ()
