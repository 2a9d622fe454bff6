"""What the words of a question name, before it is decided what they ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - as in ``types``

from assistant.questions.asked import asking_words
from assistant.questions.claims import said_in_passing
from assistant.questions.cues import find_cue
from assistant.questions.due import find_due
from assistant.questions.loose_places import find_loose_places
from assistant.questions.places import PlaceMention, find_places
from assistant.questions.scope import Scope, blank, find_scope
from assistant.questions.selection import find_selection
from assistant.questions.topics import find_topic
from assistant.questions.words import asked_bodies, asked_verbs, content_terms, wanted
from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.catalogue import Catalogue
from assistant.types import (
    DueWindow,
    Entity,
    Lang,
    ParagraphKind,
    SaidSession,
    Selection,
    Span,
    Summary,
    Term,
    Wanted,
)

_PREAMBLE = re.compile(r"序言(?:部分|里头|里面|里|中)?|前言|\bpreamb\w+", re.IGNORECASE)
_OPERATIVE = re.compile(r"执行(?:部分|段)(?:里头|里面|里|中)?|正文|\boperative\b", re.IGNORECASE)
_WHERE = re.compile(r"哪里|哪儿|何处|哪些地方|什么地方|在哪|哪几处")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a question name."""

    folded: str
    lang: Lang
    scope: Scope
    places: tuple[PlaceMention, ...]
    bodies: tuple[Entity, ...]
    verbs: tuple[str, ...]
    directive: bool
    implied: bool
    rest: str  # with symbols, titles, sessions and places blanked
    left: str  # with bodies, verbs and cues blanked too
    terms: tuple[Term, ...]  # of what is left when bodies, verbs and cues are out too
    kinds: tuple[ParagraphKind, ...]
    wants: tuple[Wanted, ...]
    due: DueWindow | None
    selection: Selection | None = None


def read(
    folded: str,
    lang: Lang,
    catalogue: tuple[Summary, ...],
    today: Date,
    said: tuple[SaidSession, ...] = (),
) -> Reading:
    """Read a folded question, each kind of name cut out before the next is looked for. ``said``
    are its relative sessions, numbered in ``folded``."""
    selection, spans_of_it = _selected(folded, Catalogue.of(catalogue))
    unselected = blank(folded, spans_of_it)
    scope = find_scope(unselected, catalogue)
    named = blank(unselected, [mention.whole for mention in scope.mentions])
    due = find_due(named, said=said, today=today)
    rest = blank(unselected, (*scope.cut, due[1]) if due else scope.cut)
    rest = blank(rest, said_in_passing(rest) if scope.symbols else ())
    places = find_places(rest, annexed=scope.annexed)
    places = places or (find_loose_places(rest) if scope.symbols else ())
    rest = blank(rest, [mention.span for mention in places])
    bodies = asked_bodies(rest, lang)
    verbs, directive, verb_spans = asked_verbs(rest, bodies, lang)
    kinds: list[ParagraphKind] = []
    spans: list[Span] = [body.span for body in bodies] + list(verb_spans)
    for kind, pattern in (("preambular", _PREAMBLE), ("operative", _OPERATIVE)):
        for match in pattern.finditer(rest):
            kinds.append(kind)  # type: ignore[arg-type]
            spans.append(Span(match.start(), match.end()))
    implied = False
    if directive_cue := find_cue("directive", rest):
        implied = not directive and not verbs and bool(bodies)
        directive = directive or implied
        spans.append(Span(*directive_cue.span()))
    if phrase_cue := find_cue("phrase", rest):
        spans.extend(Span(*m.span()) for m in _WHERE.finditer(rest[: phrase_cue.end()]))
    left = blank(rest, spans)
    wants = wanted(left if phrase_cue else rest)
    return Reading(
        folded=folded,
        lang=lang,
        scope=scope,
        places=places,
        bodies=bodies,
        verbs=verbs,
        directive=directive,
        implied=implied,
        rest=rest,
        left=left,
        terms=content_terms(blank(left, asking_words(rest, lang)), lang),
        kinds=tuple(dict.fromkeys(kinds)),
        wants=wants,
        due=due[0] if due else None,
        selection=selection,
    )


def _selected(folded: str, catalogue: Catalogue) -> tuple[Selection | None, tuple[Span, ...]]:
    """How the question chooses resolutions, and where it says so; a symbol chooses by itself."""
    if find_asked_symbols(folded):
        return None, ()
    stated, spans = find_selection(folded) or (None, ())
    topic = find_topic(blank(folded, spans), catalogue)
    if topic is None or (stated is not None and stated.title):
        return stated, spans
    chosen = replace(stated or Selection(), title=topic[0].title)
    return chosen, (*spans, topic[1])
