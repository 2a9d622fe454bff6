"""Requests to somebody with something said of them, and requests that nobody makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.retrieval import evidence
from assistant.retrieval.acts import find_acts, why_no_act
from assistant.retrieval.ask import Ask
from assistant.text.normalise import fold
from assistant.text.verbs import DIRECTIVES
from assistant.types import Found, Missing, Passage, Question


def directs(question: Question) -> bool:
    """Whether the question is about requests to somebody, not only names a body."""
    named = bool(question.verbs) and set(question.verbs) <= DIRECTIVES
    return bool(question.addressees) and (question.directive or named)


def impossible(ask: Ask) -> Found | None:
    """A verb, or a verb with a body, that no act of the resolutions has: a false premise."""
    question = ask.question
    if directs(question):
        if find_acts(ask, question):
            return None
        return Found((), why_no_act(ask), ask.symbols, refused=True)
    only = replace(question, addressees=(), directive=False)
    if not question.verbs or find_acts(ask, only):
        return None
    if any(_in_text(ask, verb) for verb in question.verbs):
        return None
    return Found((), why_no_act(replace(ask, question=only)), ask.symbols, refused=True)


def among_acts(ask: Ask, library_texts: Callable[[], list[str]]) -> Found:
    """Of the requests to a body, those that the question's other words speak of.

    Words that stand elsewhere in the library and in none of these acts make the premise false;
    words that stand nowhere are the asker's own, and leave the list whole.
    """
    question = ask.question
    acts = find_acts(ask, question)
    texts = [_acts_text(passage) for passage in acts]
    weighed = evidence.weigh(question.terms, texts)
    if missing := [
        t for t in question.terms if t.naming and not any(evidence.hit(t, x) for x in texts)
    ]:
        gaps = tuple(Missing("term", term.word, ask.where) for term in missing)
        return Found((), gaps, ask.symbols, refused=True)
    scores = [evidence.coverage(weighed, text) for text in texts]
    best = max(scores, default=0.0)
    if best == 0.0:
        elsewhere = _stands_elsewhere(ask, library_texts())
        if not elsewhere:
            return Found(acts, (), ask.symbols)
        gaps = tuple(Missing("term", word, ask.where) for word in elsewhere)
        return Found((), gaps, ask.symbols, refused=True)
    kept = tuple(
        replace(passage, found_by="hybrid")
        for passage, score in zip(acts, scores, strict=True)
        if score >= evidence.CLOSE * best
    )
    return Found(kept, (), ask.symbols)


def _acts_text(passage: Passage) -> str:
    text = passage.paragraph.text
    return fold(" ".join(passage.paragraph.clauses[i].span.of(text) for i in passage.clauses)).text


def _stands_elsewhere(ask: Ask, texts: list[str]) -> list[str]:
    return [
        term.word
        for term in ask.question.terms
        if any(evidence.hit(term, text) == 1.0 for text in texts)
    ]


def _in_text(ask: Ask, word: str) -> bool:
    return any(
        word in paragraph.text
        for symbol in ask.symbols
        for paragraph in ask.read(symbol).paragraphs
    )
