"""What our own tables say a term is called in the other language, each said to be of a table."""

from __future__ import annotations

from functools import cache

from assistant.text.bodies import BODIES
from assistant.text.english_verbs import INFLECTED
from assistant.text.glossary import ENGLISH
from assistant.text.verbs import english_verbs, match_english_verb, match_verb
from assistant.types import Lang, TableTerm


def counterparts(phrase: str, lang: Lang) -> tuple[TableTerm, ...]:
    """The counterparts of a folded phrase of ``lang``: of the table of verbs, of bodies, or of the
    everyday names that a search looks for; the first that has it.

    >>> counterparts("Bearing in mind", "en")[0].text
    '铭记'
    """
    found = _from_english(phrase.lower()) if lang == "en" else _from_chinese(phrase)
    return tuple(dict.fromkeys(found))


def agree(chinese: str, english: str) -> bool:
    """Whether our tables say that a Chinese and an English phrase stand for each other; verbs in
    any form and with their adverbs: 深为关切 and expressing deep concern."""
    ours, theirs = match_verb(chinese), match_english_verb(english)
    if ours and theirs and ours.span.end == len(chinese) and theirs.span.end == len(english):
        return ours.verb == theirs.verb and bool(ours.adverbs) == bool(theirs.adverbs)
    return any(term.text == chinese for term in _from_english(english.lower()))


def _from_english(phrase: str) -> list[TableTerm]:
    verb = match_english_verb(phrase)
    if verb and verb.span.end == len(phrase):
        return [TableTerm(verb.verb, "verbs")]
    if names := english_verbs().get(phrase):
        return [TableTerm(name, "verbs") for name in sorted(names)]
    bodies = [
        TableTerm(b.name, "bodies") for b in BODIES if phrase.removeprefix("the ") in b.english
    ]
    return bodies or [TableTerm(term, "lookup") for term in ENGLISH.get(phrase, ())[:1]]


def _from_chinese(phrase: str) -> list[TableTerm]:
    verb = match_verb(phrase)
    if verb and verb.span.end == len(phrase) and not verb.adverbs:
        # A base form may say which preposition follows: call =upon|on.
        forms = [form.partition(" +")[0] for form in INFLECTED.get(verb.verb, ())]
        plain = [form.replace(" ~", "").partition("|")[0].replace("=", "") for form in forms]
        return [TableTerm(form, "verbs") for form in plain]
    bodies = [b for b in BODIES if phrase in (b.name, *b.aliases)]
    if bodies:
        return [TableTerm(body.english[0], "bodies") for body in bodies if body.english]
    return [TableTerm(term, "lookup") for term in _everyday().get(phrase, ())]


@cache
def _everyday() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for english, chinese in ENGLISH.items():
        table[chinese[0]] = (*table.get(chinese[0], ()), english)
    return table
