"""How well a paragraph answers a question about content: pure functions on words.

Retrieval scores do not separate answerable from unanswerable questions (AUROC about .55 on near
misses), so the decision to answer is taken here, from what the question names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    weights = []
    for term in terms:
        holding = sum(hit(term, text) == 1.0 for text in folded_texts)
        weight = math.log(1 + (total - holding + 0.5) / (holding + 0.5))
        if not holding and not any(hit(term, text) for text in folded_texts):
            weight *= ABSENT_NOUN if term.noun or term.naming else ABSENT_OTHER
            if not term.naming:
                weight *= specificity(term.word)
        weights.append(weight)
    return Weighed(tuple(terms), tuple(weights))


def hit(term: Term, folded: str) -> float:
    """1 if the text has the term or a wording of it, a part if it has most of its characters."""
    if any(wording.lower() in folded.lower() for wording in term.wordings):
        return 1.0
    word = term.word
    if term.naming or len(word) < 2 or not re.match(r"[㐀-鿿]", word):
        return 0.0
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    share = sum(pair in folded for pair in pairs) / len(pairs)
    return PARTIAL * share


def coverage(weighed: Weighed, folded: str) -> float:
    """The weighted share of the question's words that the text has, 0 to 1."""
    total = sum(weighed.weights)
    if total == 0:
        return 0.0
    got = sum(
        weight * hit(term, folded)
        for term, weight in zip(weighed.terms, weighed.weights, strict=True)
    )
    return got / total


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
