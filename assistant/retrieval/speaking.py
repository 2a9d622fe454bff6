"""Of many acts, those whose texts may have a question's words: the others score nothing.

All that 5,000 resolutions ask of the Secretary-General are 12,000 acts. What has none of a
question's words is not read; what only has some of their characters, or one word of several, is
read where that may decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from assistant.library.lookups import Found as ActKeys
from assistant.retrieval import evidence
from assistant.retrieval.acts import act_texts
from assistant.retrieval.ask import Ask
from assistant.retrieval.deciding import Bounds, near_the_best
from assistant.retrieval.proposing import at, places, proposed
from assistant.types import Term

_FEW = 200  # acts that are all read
_FIRST = 500  # paragraphs proposed before all are
_AT_ONCE = 512  # acts read together


@dataclass(frozen=True, slots=True)
class Judged:
    """The acts that have most of a question's words, or any of them, among all that were looked
    at."""

    acts: tuple[ActKeys, ...]
    best: float  # the highest score, or where more would change nothing, what it is at least
    most: tuple[float, ...]  # of each of the question's words, the most that any act has of it


def judged(ask: Ask, keys: Sequence[ActKeys], *, best_alone: bool) -> Judged:
    """Of the acts at ``keys`` those that have any of the question's words; with ``best_alone``
    those near the best.

    An act that has no word whole has at most half of all: where the best has clearly more, none
    of these comes near it.
    """
    if ask.having is None or len(keys) <= _FEW:
        return _judge(ask, _read(ask, keys), len(keys), best_alone=best_alone)
    if best_alone and (told := _near_the_best(ask, keys)) is not None:
        return told
    words = [word for term in ask.question.terms for word in _in_part(term)]
    read = _read(ask, proposed(ask, keys, words))
    return _judge(ask, read, len(keys), best_alone=best_alone)


@dataclass(frozen=True, slots=True)
class _Read:
    """Acts, and how much of each of the question's words they have."""

    acts: Sequence[ActKeys]
    rows: Sequence[evidence.Row]

    def and_(self, other: _Read) -> _Read:
        """Those of both."""
        return _Read((*self.acts, *other.acts), (*self.rows, *other.rows))


def _read(ask: Ask, keys: Sequence[ActKeys]) -> _Read:
    return _Read(keys, evidence.rows(ask.question.terms, act_texts(ask, keys)))


def _judge(ask: Ask, read: _Read, total: int, *, best_alone: bool) -> Judged:
    weighed = evidence.weigh_rows(ask.question.terms, read.rows, total)
    share = cache(partial(evidence.share, weighed))  # a few ways for thousands of acts
    scores = list(map(share, read.rows))
    best = max(scores, default=0.0)
    acts = tuple(
        act
        for act, score in zip(read.acts, scores, strict=True)
        if score > 0 and (score >= evidence.CLOSE * best or not best_alone)
    )
    return Judged(acts, best, _most(ask, read))


def _most(ask: Ask, read: _Read) -> tuple[float, ...]:
    columns = zip(*read.rows, strict=True) if read.rows else ((0.0,) for _ in ask.question.terms)
    return tuple(map(max, columns))


def _near_the_best(ask: Ask, keys: Sequence[ActKeys]) -> Judged | None:
    """The acts near the best, where it has clearly more than half of the words; else None.

    First those alone are read that may have two words whole: 2,000 instead of 7,000, of which the
    others mostly tell no more than how much each word weighs.
    """
    import numpy as np

    terms = ask.question.terms
    having = [places(ask, keys, term.wordings) for term in terms]
    found = [one for one in having if one is not None]
    if not found or len(found) < len(having):
        return _clearly(ask, _with_parts(ask, keys, _read(ask, keys)), len(keys))
    count = np.bincount(np.concatenate(found), minlength=len(keys))
    several, alone = (np.flatnonzero(some).astype(np.int32) for some in (count > 1, count == 1))
    read = _read(ask, at(keys, several))
    unread = [int((count[one] == 1).sum()) for one in found]
    if len(alone) > _AT_ONCE and (told := _decided(ask, read, unread, len(keys))) is not None:
        return told
    order = np.argsort(np.concatenate([several, alone]), kind="stable").tolist()
    both = read.and_(_read(ask, at(keys, alone)))
    read = _Read([both.acts[n] for n in order], [both.rows[n] for n in order])
    return _clearly(ask, _with_parts(ask, keys, read), len(keys))


def _clearly(ask: Ask, read: _Read, total: int) -> Judged | None:
    told = _judge(ask, read, total, best_alone=True)
    return told if evidence.CLOSE * told.best > evidence.PARTIAL else None


def _decided(ask: Ask, read: _Read, unread: Sequence[int], total: int) -> Judged | None:
    """The acts near the best as far as ``read`` decides it; of each word so many acts may have it,
    and no other whole, that are ``unread``."""
    terms = ask.question.terms
    most = _most(ask, read)
    if not terms or min(most) < 1:  # a word that none has weighs otherwise
        return None
    columns = zip(*read.rows, strict=True)
    counts = [(column.count(1.0), more) for column, more in zip(columns, unread, strict=True)]
    bounds = Bounds(
        least=tuple(evidence.rarity(held + more, total) for held, more in counts),
        most=tuple(evidence.rarity(held, total) for held, _ in counts),
    )
    parts = [evidence.PARTIAL * evidence.comes_in_parts(term) for term in terms]
    others = [
        tuple(1.0 if n == which else part for n, part in enumerate(parts))
        for which, (_, more) in enumerate(counts)
        if more
    ]
    told = near_the_best(read.rows, others, bounds)
    if told is None or evidence.CLOSE * told.best <= evidence.PARTIAL:
        return None
    acts = (act for act, is_near in zip(read.acts, told.near, strict=True) if is_near)
    return Judged(tuple(acts), told.best, most)


def _with_parts(ask: Ask, keys: Sequence[ActKeys], read: _Read) -> _Read:
    """``read`` and an act that has part of each word that none of these has any of: how much a word
    weighs depends on whether there is one."""
    for term, most in zip(ask.question.terms, _most(ask, read), strict=True):
        if not most and evidence.comes_in_parts(term):
            read = read.and_(_first_with_part(ask, keys, term))
    return read


def _first_with_part(ask: Ask, keys: Sequence[ActKeys], term: Term) -> _Read:
    which = ask.question.terms.index(term)
    for most in (_FIRST, None):
        for some in _few_then_many(proposed(ask, keys, _in_part(term), most=most)):
            read = _read(ask, some)
            for act, row in zip(read.acts, read.rows, strict=True):
                if row[which]:
                    return _Read([act], [row])
    return _Read([], [])


def _few_then_many(keys: Sequence[ActKeys]) -> Iterator[Sequence[ActKeys]]:
    """One of the first mostly does, and of 100,000 each on its own takes half a minute."""
    begin, count = 0, 1
    while begin < len(keys):
        yield keys[begin : begin + count]
        begin, count = begin + count, min(2 * count, _AT_ONCE)


def _in_part(term: Term) -> list[str]:
    """What ``evidence.hit`` looks for: of a word that comes in parts, those too."""
    parts = evidence.pairs_of(term.word) if evidence.comes_in_parts(term) else ()
    return [*term.wordings, *parts]
