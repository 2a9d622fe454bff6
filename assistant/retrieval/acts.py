"""Acts by verb and addressee: complete, in document order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.library.lookups import ActQuery
from assistant.retrieval.ask import Ask, resolutions
from assistant.text.symbols import part_of
from assistant.text.verbs import DIRECTIVES
from assistant.types import Found, Missing, Passage, Question


def acts(ask: Ask) -> Found:
    """Every act with the asked verb and addressee, in document order."""
    question = ask.question
    passages = find_acts(ask, question)
    if passages:
        return Found(passages, _silent(ask, passages), ask.symbols)
    if question.addressees and not question.verbs:
        mentioned = _mentioning(ask)
        if question.directive:
            mentioned = tuple(p for p in mentioned if _decides(p))
        if mentioned:
            return Found(mentioned, (), ask.symbols)
    return Found((), why_no_act(ask), ask.symbols, refused=True)


def find_acts(ask: Ask, question: Question) -> tuple[Passage, ...]:
    """Acts by verb, addressee and kind. Beside a verb that directs nobody, a body is mentioned."""
    directs = question.directive or not question.verbs
    named_directives = _only_directives(question.verbs)
    by_addressee = bool(question.addressees) and (directs or named_directives)
    query = ActQuery(
        symbols=ask.symbols,
        kinds=question.kinds,
        addressees=frozenset(question.addressees) if by_addressee else frozenset(),
        verbs=frozenset(question.verbs),
        families=frozenset({"directive"}) if directs and not question.verbs else frozenset(),
    )
    hits = ask.records.acts(query)
    passages = [Passage(p, 1.0, "structure", tuple(parts)) for p, parts in hits]
    if question.addressees and not by_addressee:
        passages = [_only_mentioning(passage, question.addressees) for passage in passages]
    return tuple(passage for passage in passages if passage.clauses)


def _only_directives(verbs: Iterable[str]) -> bool:
    names = set(verbs)
    return bool(names) and names <= DIRECTIVES


def _only_mentioning(passage: Passage, bodies: tuple[str, ...]) -> Passage:
    clauses = passage.paragraph.clauses
    kept = tuple(
        i
        for i in passage.clauses
        if any(e.name in bodies for e in (*clauses[i].addressees, *clauses[i].mentioned))
    )
    return replace(passage, clauses=kept)


def _mentioning(ask: Ask) -> tuple[Passage, ...]:
    """Paragraphs that name a body without addressing it."""
    found = []
    for resolution in resolutions(ask):
        for paragraph in resolution.paragraphs:
            indices = tuple(
                i
                for i, clause in enumerate(paragraph.clauses)
                if any(
                    e.name in ask.question.addressees
                    for e in (*clause.addressees, *clause.mentioned)
                )
            )
            if indices and (not ask.question.kinds or paragraph.kind in ask.question.kinds):
                found.append(Passage(paragraph, 1.0, "structure", indices))
    return tuple(found)


def _decides(passage: Passage) -> bool:
    """Whether the body is named in a decision: 决定…观察员国派出代表 asks something of it."""
    return any(passage.paragraph.clauses[i].family == "decision" for i in passage.clauses)


def _silent(ask: Ask, passages: tuple[Passage, ...]) -> tuple[Missing, ...]:
    """Resolutions that were named and have no such act, where another one has."""
    if not ask.question.symbols or len(ask.symbols) < 2:
        return ()
    speaking = {passage.paragraph.symbol for passage in passages}
    whole = {part_of(symbol) for symbol in speaking} & set(ask.question.symbols)
    return tuple(
        _no_act(ask.question, symbol)
        for symbol in ask.symbols
        if symbol not in speaking and part_of(symbol) not in whole
    )


def why_no_act(ask: Ask) -> tuple[Missing, ...]:
    """Which of verb, body or their combination the resolutions lack."""
    return (_no_act(ask.question, ask.where),)


def _no_act(question: Question, where: str | None) -> Missing:
    if question.verbs and question.addressees:
        return Missing("act", f"{question.verbs[0]}{question.addressees[0]}", where)
    if question.verbs:
        return Missing("verb", question.verbs[0], where)
    if question.addressees:
        return Missing("addressee", question.addressees[0], where)
    return Missing("verb", "请", where)
