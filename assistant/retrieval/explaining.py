"""Questions that only certain sentences answer: what something means, and why something is done.

A paragraph that has all the words of 什么是无核武器区 and says nothing of what one is does not
answer. A reason that no paragraph states is named as missing, beside what the text does say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.ask import Ask
from assistant.retrieval.pointing import answer_to
from assistant.types import Asked, Found, Missing, Passage

MOST = 3  # passages of an answer
NEAR = 0.8  # share of the best score within which a paragraph that states the reason goes first


def explained(ask: Ask, found: Found, ranked: Sequence[Passage]) -> Found:
    """``found``, where it says what is asked; of ``ranked``, best first, what does instead."""
    if found.refused:
        return found
    for asked in ask.question.asked:
        if asked.kind == "definition":
            return _defined(asked, ask, ranked)
        if asked.kind == "reason":
            return _reasoned(asked, ask, found, ranked)
    return found


def _defined(asked: Asked, ask: Ask, ranked: Sequence[Passage]) -> Found:
    saying = [one for one in ranked if answer_to(asked, ask.question, one)]
    if saying:
        return Found(tuple(saying[:1]), (), ask.symbols)
    words = (*ask.question.addressees, *(term.word for term in ask.question.terms))
    name = "".join(word for word in words if word not in asked.words)
    return Found((), (Missing("definition", name, ask.where),), ask.symbols, refused=True)


def _reasoned(asked: Asked, ask: Ask, found: Found, ranked: Sequence[Passage]) -> Found:
    def states(passage: Passage) -> bool:
        return bool(answer_to(asked, ask.question, passage))

    if any(states(passage) for passage in found.passages):
        return found
    least = NEAR * found.passages[0].score
    near = [one for one in ranked if one.score >= least and states(one)]
    if near:
        others = [one for one in found.passages if one.paragraph.key != near[0].paragraph.key]
        return replace(found, passages=(near[0], *others[: MOST - 1]))
    return replace(found, missing=(*found.missing, Missing("reason", "", ask.where)))
