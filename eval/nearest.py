"""What a refusal says is held instead, looked up again in the library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.answering.naming import attribute_name, body_name, verb_name
from assistant.text.labels import label, place_label
from assistant.text.numerals import chinese
from assistant.text.symbols import session_of
from assistant.types import Clause, Lang, Resolution
from eval.lexicon import plain
from eval.sentences import Said
from eval.subject import Truth

_LANGS: tuple[Lang, Lang] = ("zh", "en")


def not_held(said: Said, truth: Truth) -> Iterator[str]:
    """What a ``near_…`` sentence names and the library does not have so."""
    named = said.slots.get("near", "")
    held = _HELD[said.recount](said, truth)
    rest = named.lower()
    for name in sorted((plain(each).lower() for each in held), key=len, reverse=True):
        rest = rest.replace(name, "")
    if rest := re.sub(r"[、,]", "", rest):
        yield f"{rest} of {named} is not held"


def _of(said: Said, truth: Truth) -> list[Resolution]:
    """The resolutions a sentence speaks of, by the name it calls them."""
    where = said.slots.get("where", "").lower()
    return [
        resolution
        for symbol, resolution in truth.resolutions.items()
        if where in {plain(label(symbol, lang)).lower() for lang in _LANGS}
    ]


def _clauses(said: Said, truth: Truth) -> list[Clause]:
    return [c for r in _of(said, truth) for p in r.paragraphs for c in p.clauses]


def _labels(_said: Said, truth: Truth) -> Iterable[str]:
    return (label(symbol, lang) for symbol in truth.resolutions for lang in _LANGS)


def _ordinals(sessions: Iterable[int | None]) -> set[str]:
    known = {session for session in sessions if session is not None}
    return {f"第{chinese(s)}届会议" for s in known} | {f"session {s}" for s in known}


def _sessions(_said: Said, truth: Truth) -> Iterable[str]:
    return _ordinals(session_of(symbol) for symbol in truth.resolutions)


def _places(said: Said, truth: Truth) -> Iterable[str]:
    return (
        place_label(p.place, lang)
        for r in _of(said, truth)
        for p in r.paragraphs
        for lang in _LANGS
    )


def _paragraphs(_said: Said, truth: Truth) -> Iterable[str]:
    for paragraph in truth.paragraphs.values():
        for lang in _LANGS:
            yield label(paragraph.symbol, lang) + place_label(paragraph.place, lang)
            yield place_label(paragraph.place, lang) + " of " + label(paragraph.symbol, lang)


def _bodies(said: Said, truth: Truth) -> Iterable[str]:
    asked = {e.name for c in _clauses(said, truth) if c.family == "directive" for e in c.addressees}
    return (body_name(name, lang) for name in asked for lang in _LANGS)


def _verbs(said: Said, truth: Truth) -> Iterable[str]:
    used = {c.verb for c in _clauses(said, truth)}
    return (verb_name(verb, lang) for verb in used for lang in _LANGS)


def _verbs_of(said: Said, truth: Truth) -> Iterable[str]:
    body = said.slots["body"].lower()
    used = {
        c.verb
        for c in _clauses(said, truth)
        for e in c.addressees
        if body in {plain(body_name(e.name, lang)).lower() for lang in _LANGS}
    }
    return (verb_name(verb, lang) for verb in used for lang in _LANGS)


def _deadlines(said: Said, truth: Truth) -> Iterable[str]:
    return _ordinals(d.session for c in _clauses(said, truth) for d in c.deadlines)


def _fields(said: Said, truth: Truth) -> Iterable[str]:
    printed = {field for r in _of(said, truth) for field in r.masthead}
    return (attribute_name(field, lang) for field in printed for lang in _LANGS)


def _references(said: Said, truth: Truth) -> Iterable[str]:
    for resolution in _of(said, truth):
        for paragraph in resolution.paragraphs:
            for reference in paragraph.references:
                yield f"《{reference.target}》"
                yield from (label(reference.target, lang) for lang in _LANGS)


_HELD: dict[str, Callable[[Said, Truth], Iterable[str]]] = {
    "near_symbol": _labels,
    "near_sessions": _sessions,
    "near_place": _places,
    "near_paragraph": _paragraphs,
    "near_bodies": _bodies,
    "near_verbs": _verbs,
    "near_verbs_of": _verbs_of,
    "near_deadlines": _deadlines,
    "near_fields": _fields,
    "near_references": _references,
}
