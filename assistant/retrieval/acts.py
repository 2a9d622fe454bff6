"""Acts by verb and addressee: complete, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.library.lookups import ActQuery
from assistant.library.lookups import Found as ActKeys
from assistant.retrieval import evidence
from assistant.retrieval.ask import Ask
from assistant.retrieval.holding import paragraphs_naming
from assistant.retrieval.paging import page_of_acts
from assistant.retrieval.proposing import proposed
from assistant.text.normalise import fold_all
from assistant.text.symbols import part_of
from assistant.text.verbs import DIRECTIVES
from assistant.types import Clause, Found, Missing, Passage, Question


def acts(ask: Ask) -> Found:
    """Every act with the asked verb, addressee and deliverable, in document order; of many a page.

    Words that say what is to be made (a report on disarmament) have to stand in the act.
    """
    question = ask.question
    keys = act_keys(ask, question)
    if question.deliverables:
        keys = _about(ask, keys)
    if keys:
        shown, whole = page_of_acts(keys, ask.window)
        return Found(passages_at(ask, shown), _silent(ask, keys), ask.symbols, whole=whole)
    if question.addressees and not question.verbs and not question.deliverables:
        mentioned = _mentioning(ask)
        if question.directive:
            mentioned = tuple(p for p in mentioned if _decides(p))
        if mentioned:
            return Found(mentioned, (), ask.symbols)
    return Found((), why_no_act(ask), ask.symbols, refused=True)


def find_acts(ask: Ask, question: Question) -> tuple[Passage, ...]:
    """Acts by verb, addressee and kind. Beside a verb that directs nobody, a body is mentioned."""
    return passages_at(ask, act_keys(ask, question))


def passages_at(ask: Ask, keys: Sequence[ActKeys]) -> tuple[Passage, ...]:
    """The acts at ``keys`` read, in that order."""
    hits = ask.records.hits(list(keys))
    return tuple(Passage(p, 1.0, "structure", tuple(parts)) for p, parts in hits)


def act_keys(ask: Ask, question: Question) -> Sequence[ActKeys]:
    """The same by key: no paragraph is read unless its words decide."""
    query = _query(ask, question)
    keys = ask.records.act_keys(query)
    if question.addressees and not query.addressees:
        return _only_mentioning(ask, keys, question.addressees)
    return keys


def any_act(ask: Ask, question: Question) -> bool:
    """Whether :func:`find_acts` finds any."""
    query = _query(ask, question)
    if question.addressees and not query.addressees:
        return bool(act_keys(ask, question))
    return ask.records.any_act(query)


def _query(ask: Ask, question: Question) -> ActQuery:
    directs = question.directive or not question.verbs
    named_directives = _only_directives(question.verbs)
    by_addressee = bool(question.addressees) and (directs or named_directives)
    # What is made is asked for or decided: 哪些决议设立了工作组.
    anyhow = question.deliverables and not (question.directive or question.addressees)
    return ActQuery(
        symbols=ask.named,
        kinds=question.kinds,
        addressees=frozenset(question.addressees) if by_addressee else frozenset(),
        verbs=frozenset(question.verbs),
        families=frozenset({"directive"})
        if directs and not question.verbs and not anyhow
        else frozenset(),
        deliverables=frozenset(question.deliverables),
    )


def _only_directives(verbs: Iterable[str]) -> bool:
    names = set(verbs)
    return bool(names) and names <= DIRECTIVES


def _only_mentioning(ask: Ask, keys: Sequence[ActKeys], bodies: tuple[str, ...]) -> list[ActKeys]:
    def mentions(clause: Clause) -> bool:
        return any(e.name in bodies for e in (*clause.addressees, *clause.mentioned))

    hits = ask.records.hits(keys)
    kept = (
        replace(one, parts=tuple(i for i in parts if mentions(paragraph.clauses[i])))
        for one, (paragraph, parts) in zip(keys, hits, strict=True)
    )
    return [one for one in kept if one.parts]


def _about(ask: Ask, keys: Sequence[ActKeys]) -> Sequence[ActKeys]:
    """Of acts that ask for something to be made, those that have what is said of it: every noun
    and name, and each other word that any of these has."""
    terms = ask.question.terms
    if not terms:
        return keys
    for term in terms:
        if term.noun or term.naming:
            keys = proposed(ask, keys, term.wordings)
    single = [replace(one, parts=(part,)) for one in keys for part in one.parts]
    read = zip(single, act_texts(ask, single), strict=True)
    texts = {(one.key, one.parts[0]): text for one, text in read}
    for term in sorted(terms, key=lambda term: not (term.noun or term.naming)):
        having = {which: text for which, text in texts.items() if evidence.hit(term, text) == 1.0}
        if having or term.noun or term.naming:
            texts = having
    kept = (replace(o, parts=tuple(i for i in o.parts if (o.key, i) in texts)) for o in keys)
    return [one for one in kept if one.parts]


def act_texts(ask: Ask, keys: Sequence[ActKeys]) -> list[str]:
    """The folded texts of acts with their items: what is listed under 请秘书长： is what he is
    asked."""
    return fold_all(ask.records.act_words.of(keys, ask.leads_items))


def _mentioning(ask: Ask) -> tuple[Passage, ...]:
    """Paragraphs that name a body without addressing it."""
    bodies = frozenset(ask.question.addressees)
    found = []
    for paragraph in paragraphs_naming(ask, bodies):
        indices = tuple(
            i
            for i, clause in enumerate(paragraph.clauses)
            if any(e.name in bodies for e in (*clause.addressees, *clause.mentioned))
        )
        if indices and (not ask.question.kinds or paragraph.kind in ask.question.kinds):
            found.append(Passage(paragraph, 1.0, "structure", indices))
    return tuple(found)


def _decides(passage: Passage) -> bool:
    """Whether the body is named in a decision: 决定…观察员国派出代表 asks something of it."""
    return any(passage.paragraph.clauses[i].family == "decision" for i in passage.clauses)


def _silent(ask: Ask, keys: Sequence[ActKeys]) -> tuple[Missing, ...]:
    """Resolutions that were named and have no such act, where another one has."""
    if not ask.question.symbols or len(ask.symbols) < 2:
        return ()
    speaking = {one.key.partition("#")[0] for one in keys}
    whole = {part_of(symbol) for symbol in speaking} & set(ask.question.symbols)
    return tuple(
        _no_act(ask.question, symbol)
        for symbol in ask.symbols
        if symbol not in speaking and part_of(symbol) not in whole
    )


def why_no_act(ask: Ask) -> tuple[Missing, ...]:
    """Which of verb, body, deliverable or their combination the resolutions lack."""
    question = ask.question
    if question.deliverables and act_keys(ask, replace(question, deliverables=())):
        return (_nothing_made(question, ask.where),)
    return (_no_act(question, ask.where),)


def _nothing_made(question: Question, where: str | None) -> Missing:
    """The name: who, with which verb, what, about what; separated by ``|``, each may be empty."""
    slots = (
        question.addressees,
        question.verbs,
        question.deliverables,
        tuple(term.word for term in question.terms if term.noun or term.naming),
    )
    return Missing("deliverable", "|".join("、".join(names) for names in slots), where)


def _no_act(question: Question, where: str | None) -> Missing:
    if question.verbs and question.addressees:
        return Missing("act", f"{question.verbs[0]}{question.addressees[0]}", where)
    if question.verbs:
        return Missing("verb", question.verbs[0], where)
    if question.addressees:
        return Missing("addressee", question.addressees[0], where)
    return Missing("verb", "请", where)
