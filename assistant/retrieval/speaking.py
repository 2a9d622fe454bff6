"""Of many acts, those whose texts may have a question's words: the others score nothing.

All that 5,000 resolutions ask of the Secretary-General are 12,000 acts. What has none of a
question's words is not read; what only has some of their characters is read where that may decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.library.act_table import keys_of
from assistant.library.lookups import Found as ActKeys
from assistant.retrieval import evidence
from assistant.retrieval.acts import acts_text, passages_at
from assistant.retrieval.ask import Ask
from assistant.retrieval.holding import tokens_in
from assistant.text.places import parent, plain
from assistant.types import Passage, Term

_FEW = 200  # acts that are all read
_FIRST = 500  # paragraphs proposed before all are
_AT_ONCE = 512  # acts read together


@dataclass(frozen=True, slots=True)
class Judged:
    """Acts with their texts and the share of the question's words that each has. Of ``total`` acts
    those left out have less than any that counts."""

    acts: tuple[Passage, ...]
    texts: tuple[str, ...]
    scores: tuple[float, ...]
    total: int

    @property
    def best(self) -> float:
        """The highest score."""
        return max(self.scores, default=0.0)


def judged(ask: Ask, keys: Sequence[ActKeys], *, best_alone: bool) -> Judged:
    """The acts at ``keys`` that have any of the question's words, judged among all of them; with
    ``best_alone`` only those near the best may be wanted.

    An act that has no word whole has at most half of all: where the best has clearly more, none
    of these comes near it.
    """
    if ask.having is None or len(keys) <= _FEW:
        return _judge(ask, _read(ask, keys), len(keys))
    if best_alone:
        some = _judge(ask, _having_one_whole(ask, keys), len(keys))
        if evidence.CLOSE * some.best > evidence.PARTIAL:
            return some
    every = _read(ask, _proposed(ask, keys, ask.question.terms, in_part=True))
    return _judge(ask, every, len(keys))


_Read = list[tuple[Passage, str]]  # acts with their texts


def _read(ask: Ask, keys: Sequence[ActKeys]) -> _Read:
    return [(passage, acts_text(passage, ask)) for passage in passages_at(ask, keys)]


def _judge(ask: Ask, read: _Read, total: int) -> Judged:
    acts, texts = tuple(passage for passage, _ in read), tuple(text for _, text in read)
    weighed = evidence.weigh(ask.question.terms, texts, total)
    scores = tuple(evidence.coverage(weighed, text) for text in texts)
    return Judged(acts, texts, scores, total)


def _having_one_whole(ask: Ask, keys: Sequence[ActKeys]) -> _Read:
    """The acts that have a word whole, and one that has part of each word that no act has whole:
    how much a word weighs depends on whether there is any."""
    having = _proposed(ask, keys, ask.question.terms, in_part=False)
    found = {passage.paragraph.key: (passage, text) for passage, text in _read(ask, having)}
    whole = [text for _, text in found.values()]
    for term in ask.question.terms:
        if not any(evidence.hit(term, text) for text in whole):
            partly = _first_with_part(ask, keys, term)
            found.update({passage.paragraph.key: (passage, text) for passage, text in partly})
    return [found[key] for key in keys_of(keys) if key in found]


def _first_with_part(ask: Ask, keys: Sequence[ActKeys], term: Term) -> _Read:
    for most in (_FIRST, None):
        proposed = _proposed(ask, keys, (term,), in_part=True, most=most)
        for some in _few_then_many(proposed):
            for read in _read(ask, some):
                if evidence.hit(term, read[1]):
                    return [read]
    return []


def _few_then_many(keys: Sequence[ActKeys]) -> Iterator[Sequence[ActKeys]]:
    """One of the first mostly does, and of 100,000 each on its own takes half a minute."""
    at, count = 0, 1
    while at < len(keys):
        yield keys[at : at + count]
        at, count = at + count, min(2 * count, _AT_ONCE)


def _proposed(
    ask: Ask,
    keys: Sequence[ActKeys],
    terms: Iterable[Term],
    *,
    in_part: bool,
    most: int | None = None,
) -> list[ActKeys]:
    """The acts whose paragraphs, or items below them, may have a term, or a part of one."""
    words = [word for term in terms for word in _sought(term, in_part=in_part)]
    groups = [tokens_in(word) for word in words]
    if ask.having is None or not all(groups):
        return list(keys)
    there = {plain(key) for key in ask.having(groups, most)}
    leads = {lead for key in there if "(" in key for lead in _above(key)}
    there |= leads
    return [keys[at] for at, key in enumerate(keys_of(keys)) if plain(key) in there]


def _sought(term: Term, *, in_part: bool) -> list[str]:
    """What ``evidence.hit`` looks for: of a Chinese word that names nothing, parts of it too."""
    if not in_part or term.naming or not re.match(r"[㐀-鿿]", term.word):
        return list(term.wordings)
    return [*term.wordings, *(term.word[i : i + 2] for i in range(len(term.word) - 1))]


def _above(key: str) -> Iterable[str]:
    symbol, _, place = key.partition("#")
    above = parent(place)
    while above is not None:
        yield f"{symbol}#{above}"
        above = parent(above)
