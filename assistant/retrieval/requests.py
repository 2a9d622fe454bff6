"""Requests to somebody with something said of them, and requests that nobody makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.retrieval import evidence
from assistant.retrieval.acts import act_keys, any_act, passages_at, why_no_act
from assistant.retrieval.ask import Ask
from assistant.retrieval.holding import stands_in
from assistant.retrieval.speaking import judged
from assistant.text.deliverables import deliverable_name
from assistant.text.tokens import specificity
from assistant.text.verbs import DIRECTIVES, verbs_by_name
from assistant.types import Found, Missing, Question, Term

_SEVERAL = re.compile(r"哪些|哪几|几(?:个|项|点|处|次)|所有|全部|都有|\b(?:which|all)\b")


# Coverage from which an act clearly is what a question with one of its verbs speaks of.
_CLEARLY = 0.5

# Specificity from which a noun names a subject (基金 and 制裁 do, 东西 and 评价 do not).
_SUBJECT = 0.5


def directs(question: Question) -> bool:
    """Whether the question is about requests to somebody, not only names a body."""
    named = bool(question.verbs) and set(question.verbs) <= DIRECTIVES
    return bool(question.addressees) and (question.directive or named)


def impossible(ask: Ask) -> Found | None:
    """A verb, or a verb with a body, that no act of the resolutions has: a false premise."""
    question = ask.question
    if directs(question):
        if any_act(ask, question):
            return None
        return Found((), why_no_act(ask), ask.symbols, refused=True)
    only = replace(question, addressees=(), directive=False)
    if not question.verbs or any_act(ask, only):
        return None
    if question.terms and not evidence.asks_why(question) and _soft(question):
        return None
    if stands_in(ask, question.verbs):
        return None
    return Found((), why_no_act(replace(ask, question=only)), ask.symbols, refused=True)


def among_acts(ask: Ask, library_texts: Callable[[], list[str]]) -> Found | None:
    """Of the acts that a question names by verb or body, those its other words speak of.

    Words that stand elsewhere in the library and in none of these acts make a request's premise
    false; words that stand nowhere are the asker's own, and leave the list whole unless they name
    a subject. None: the verb was no more than a word of a question about content.
    """
    question = ask.question
    keys = act_keys(ask, question)
    if not keys:
        return None
    several = _SEVERAL.search(question.folded)
    told = judged(ask, keys, best_alone=not several)
    best = told.best
    absent = [
        term.word
        for term, most in zip(question.terms, told.most, strict=True)
        if (term.naming and not most) or (most < 1 and _is_asked_for(term, question))
    ]
    if best == 0.0 and not absent:
        absent = _stands_elsewhere(ask, library_texts()) or _subjects(question)
        if not absent:
            return Found(passages_at(ask, keys), (), ask.symbols)
    loose = question.implied and not evidence.asks_why(question)
    if (loose and absent) or (not _binds(question) and (absent or best < _CLEARLY)):
        return None
    if absent:
        gaps = tuple(Missing("term", word, ask.where) for word in absent)
        return Found((), gaps, ask.symbols, refused=True)
    kept = passages_at(ask, told.acts)
    return Found(tuple(replace(one, found_by="hybrid") for one in kept), (), ask.symbols)


def _is_asked_for(term: Term, question: Question) -> bool:
    """Whether what a body is to make or give is asked for by that very noun: 提交什么基金."""
    named = deliverable_name(term.word) is not None or specificity(term.word) > _SUBJECT
    if not (term.noun and named and directs(question)):
        return False
    which = rf"(?:什么|哪(?:一)?(?:个|些|种|类|项|份)|\b(?:which|what)\s+){re.escape(term.word)}"
    return re.search(which, question.folded, re.IGNORECASE) is not None


def _soft(question: Question) -> bool:
    """Verbs that people use for what another verb says: 75/45承认…吗, where it confirms."""
    table = verbs_by_name()
    return all(
        verb in table
        and table[verb].family in ("recognition", "emphasis", "support", "expectation")
        for verb in question.verbs
    )


def _binds(question: Question) -> bool:
    """Whether the verb named has to be the act's own: 决定设立基金 is false where none is decided.

    确认 or 支持 may as well be an ordinary word of the question.
    """
    table = verbs_by_name()
    families = {table[verb].family for verb in question.verbs if verb in table}
    return directs(question) or bool(families & {"directive", "decision"})


def _subjects(question: Question) -> list[str]:
    """The nouns of a question that name a subject of their own: 基金, 机票; not 东西."""
    return [t.word for t in question.terms if t.noun and specificity(t.word) > _SUBJECT]


def _stands_elsewhere(ask: Ask, texts: list[str]) -> list[str]:
    return [
        term.word
        for term in ask.question.terms
        if any(evidence.hit(term, text) == 1.0 for text in texts)
    ]
