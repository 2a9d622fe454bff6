"""Several paragraphs for a question that asks for several things: 何时通过、何地开放签署.

A paragraph that tells all of it is enough. Else each thing is looked for by itself, with the words
that belong to it, and what no paragraph tells is named as missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.retrieval.ask import Ask
from assistant.retrieval.pointing import NEARLY, answer_to, support
from assistant.types import Asked, AskedKind, Found, Missing, Passage, Question, Wanted

Answer = Callable[[Ask], Found]

# What has words of its own in a text; 什么 and 怎么 may be answered by any.
VALUES: frozenset[AskedKind] = frozenset(
    {"date", "session", "duration", "place", "number", "who", "body", "resolution", "article"}
)
_WANTED: dict[AskedKind, Wanted] = {
    "date": "date", "place": "place", "number": "number", "who": "who", "document": "symbol",
}  # fmt: skip
_STOP = re.compile(r"[,，、;；?？]|以及|并且|\band\b")


def completed(ask: Ask, found: Found, answer: Answer) -> Found:
    """``found``, or what answers each thing asked where it does not tell all of them.

    ``answer`` looks a question up. Paragraphs that tell nothing asked are left out, and of several
    that tell the same the first stays.
    """
    question = ask.question
    asked = [one for one in question.asked if one.kind in VALUES]
    if len(asked) < 2:
        return found
    told = _told(asked, question, () if found.refused else found.passages)
    if all(told):
        return replace(found, passages=_cover(told, found.passages))
    parts = [answer(replace(ask, question=_part(one, question))) for one in asked]
    passages = _united([found, *parts])
    told = _told(asked, question, passages)
    if not any(told):
        return found
    gaps = tuple(
        Missing("asked", one.words, ask.where)
        for one, by in zip(asked, told, strict=True)
        if not by
    )
    return Found(_cover(told, passages), gaps, ask.symbols)


def each_alone(ask: Ask, answer: Answer) -> Found:
    """Each of several resolutions that a question names, looked in by itself."""
    sides = [
        answer(replace(ask, symbols=(symbol,), question=replace(ask.question, symbols=(symbol,))))
        for symbol in ask.symbols
    ]
    return Found(
        passages=tuple(passage for side in sides for passage in side.passages),
        missing=tuple(gap for side in sides for gap in side.missing),
        symbols=ask.symbols,
        refused=all(side.refused for side in sides),
        unrelated=all(side.unrelated for side in sides),
    )


def _told(
    asked: Sequence[Asked], question: Question, passages: Sequence[Passage]
) -> list[frozenset[int]]:
    """For each thing asked, which of the passages tell it."""
    told = []
    for thing in asked:
        part = _part(thing, question)
        words = [support(part, one) for one in passages]
        least = NEARLY * max(words, default=0)
        told.append(
            frozenset(
                at
                for at, one in enumerate(passages)
                if words[at] >= least and answer_to(thing, question, one)
            )
        )
    return told


def _cover(told: Sequence[frozenset[int]], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The fewest passages that tell what can be told, greedily; of those that tell as much, the
    first."""
    open_things = {thing for thing, by in enumerate(told) if by}
    chosen: set[int] = set()
    while open_things:
        gains = [
            (sum(at in told[thing] for thing in open_things), -at) for at in range(len(passages))
        ]
        _, negative = max(gains)
        chosen.add(-negative)
        open_things = {thing for thing in open_things if -negative not in told[thing]}
    return tuple(passage for at, passage in enumerate(passages) if at in chosen)


def _part(asked: Asked, question: Question) -> Question:
    """The question for one thing, without the words that belong to what is asked after it."""
    stop = _STOP.search(question.folded, asked.span.end)
    later = [one.span.start for one in question.asked if one.span.start >= asked.span.end]
    end = stop.end() if stop and any(at >= stop.start() for at in later) else len(question.folded)
    here = question.folded[:end]
    own = tuple(term for term in question.terms if term.word in here)
    wanted = _WANTED.get(asked.kind)
    return replace(
        question,
        asked=(asked,),
        terms=own or question.terms,
        wants=(wanted,) if wanted else (),
    )


def _united(founds: Sequence[Found]) -> tuple[Passage, ...]:
    """All passages, each paragraph once with the acts that any of them quotes."""
    united: dict[str, Passage] = {}
    for passage in (p for found in founds if not found.refused for p in found.passages):
        known = united.get(passage.paragraph.key)
        if known is None:
            united[passage.paragraph.key] = passage
            continue
        whole = not known.clauses or not passage.clauses
        clauses = () if whole else tuple(sorted({*known.clauses, *passage.clauses}))
        united[passage.paragraph.key] = replace(known, clauses=clauses)
    return tuple(united.values())
