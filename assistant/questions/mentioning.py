"""Who mentions what: the resolutions, documents and treaties that a text names, or who names one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.cues import find_cue
from assistant.questions.named import Reading
from assistant.text.symbols import find_symbols, printed_numbers
from assistant.types import Intent, Question, Term

_WHICH_RESOLUTION = re.compile(
    r"(?:哪|什么)(?:一)?(?:份|个|项)?决议|\b(?:which|what) resolution\b", re.IGNORECASE
)


def about_something(terms: tuple[Term, ...]) -> bool:
    """Whether words say what a question is about: nouns and names do."""
    return any(term.noun or term.naming for term in terms)


def decide_mentions(base: Question, reading: Reading) -> Question | None:
    """What a resolution mentions, or who mentions it."""
    who = find_cue("mentioned_by", reading.folded)
    which = find_cue("references", reading.rest)
    named = reading.scope.mentions
    if base.target is not None:
        return _of_the_cited(base, reading)
    who = who or find_cue("phrase", reading.folded)
    documents = [m.symbol for m in find_symbols(reading.folded) if m.kind == "document"]
    which_one = who or _WHICH_RESOLUTION.search(reading.folded)
    if which_one and documents and not named and not base.places:
        return replace(base, intent="mentioned_by", target=documents[-1], terms=())
    about = about_something(reading.terms) or bool(reading.bodies)
    if who and named and not base.places and not about:
        return replace(
            base,
            intent="mentioned_by",
            target=named[-1].symbol,
            symbols=base.symbols[:-1],
            terms=(),
        )
    if which and not reading.bodies and not who and not base.places:
        intent: Intent = "references"
        target = None
        if find_cue("instruments", reading.rest) and "决议" not in which.group():
            asks_both = find_cue("documents", reading.rest) and "决议" not in reading.rest
            target = "document instrument" if asks_both else "instrument"
        elif find_cue("documents", reading.rest) and "决议" not in reading.rest:
            target = "document"
        return replace(base, intent=intent, target=target, terms=())
    return None


def _of_the_cited(base: Question, reading: Reading) -> Question | None:
    """What a resolution that is held says of one that it mentions."""
    if "date" in base.wants:
        return replace(base, intent="mentioned_by", attribute="date", terms=())
    if base.places or base.verbs or base.addressees or base.directive:
        return replace(base, terms=(*base.terms, _symbol_term(base.target or "")), target=None)
    if about_something(reading.terms):
        return replace(base, terms=(*base.terms, _symbol_term(base.target or "")), target=None)
    return replace(base, intent="mentioned_by", terms=())


def _symbol_term(symbol: str) -> Term:
    numbers = printed_numbers(symbol)
    return Term(numbers[0], numbers, naming=True, noun=True)
