"""From what was found to the ``Answer``: written, verified, or refused with what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answering import extractive
from assistant.answering.compose import Draft, Origin, OriginOf, render
from assistant.answering.naming import JOINED, verb_name
from assistant.answering.nearest import Near, nearest
from assistant.answering.phrases import missing_text, phrase, where
from assistant.answering.reading import say_other_reading, say_reading
from assistant.answering.sayings import covers, say_tables
from assistant.answering.suggest import MOST, suggestions, which_one
from assistant.answering.verify import verified
from assistant.text.bodies import english_heading
from assistant.text.deliverables import english_deliverable
from assistant.types import (
    Answer,
    Coverage,
    Found,
    Missing,
    Question,
    Resolution,
    Status,
    Understood,
)

__all__ = ["Origin", "answer", "understood"]

_MOST_NAMED = 5  # resolutions named in a refusal; a large library is counted instead


def answer(
    question: Question,
    found: Found,
    *,
    held: tuple[str, ...],
    shown: Sequence[Resolution],
    coverage: Coverage,
    settings_hash: str,
    origin_of: OriginOf,
) -> Answer:
    """Write the answer. ``held`` are the library's symbols; suggestions are about ``shown``."""
    draft = Draft(question.lang, origin_of, found.whole)
    if question.intent != "refuse":
        say_reading(draft, question)
    near = nearest(question, found, held, shown)
    status = _write(draft, question, found, held, coverage, near=near)
    if status == "answered":
        say_other_reading(draft, question)
    if found.by_words_alone:
        draft.say("by_words_alone")
    kept = verified(draft.statements, draft.citations)
    clarify = phrase("which", question.lang) if status == "needs_clarification" else None
    return Answer(
        status=status,
        lang=question.lang,
        answer=render(kept),
        statements=kept,
        citations=tuple(draft.citations),
        understood=understood(question),
        coverage=coverage,
        settings_hash=settings_hash,
        missing=tuple(missing_text(gap, question.lang) for gap in found.missing),
        clarify=clarify,
        suggestions=_next_questions(question, status, shown, near),
        comparison=found.comparisons[0] if len(found.comparisons) == 1 else None,
        comparisons=found.comparisons if len(found.comparisons) > 1 else (),
    )


def understood(question: Question) -> Understood:
    """The part of a question that its reader can check."""
    english = question.lang == "en"
    who = map(english_heading, question.addressees) if english else question.addressees
    made = map(english_deliverable, question.deliverables) if english else question.deliverables
    return Understood(
        intent=question.intent,
        symbols=question.symbols,
        places=question.places,
        addressee="、".join(question.addressees) or None,
        verbs=question.verbs,
        session=question.session,
        attribute=question.attribute,
        target=question.target,
        carried=question.carried,
        selection=question.selection,
        deliverables=question.deliverables,
        terms=tuple(term.word for term in question.terms),
        deadline_session=question.deadline_session,
        corrections=question.corrections,
        others=question.others,
        rewritten=question.rewritten,
        addressee_label=JOINED[english].join(who) or None,
        verb_labels=tuple(verb_name(name, question.lang) for name in question.verbs),
        deliverable_labels=tuple(made),
    )


def _write(
    draft: Draft,
    question: Question,
    found: Found,
    held: tuple[str, ...],
    coverage: Coverage,
    *,
    near: Sequence[Near],
) -> Status:
    if question.intent == "refuse":
        return _write_refusal(draft, question, found)
    if found.ambiguous:
        draft.say("which")
        _say_what_is_held(draft, held)
        return "needs_clarification"
    if found.passages and not found.refused:
        extractive.write(draft, question, found)
        if _speaks_of_all(question, found):
            covers(draft, coverage)
        if found.missing:
            _say_missing(draft, found.missing)
        return "answered"
    if _is_off_topic(question, found):
        draft.say("off_topic")
        draft.say("can_ask")
        return "out_of_scope"
    if not held:
        draft.say("library_empty")
        return "not_found"
    _write_what_is_missing(draft, question, found)
    for one in near:
        draft.state(one.text)
    _say_what_is_held(draft, held)
    return "not_found"


def _speaks_of_all(question: Question, found: Found) -> bool:
    """Whether an answer has to say how much was looked through, and does not already."""
    if question.selection is not None:
        return True
    if question.intent == "library":
        return found.whole is not None
    if question.intent == "series":
        return found.series is not None
    if question.symbols:
        return False
    if question.intent in ("deadlines", "mentioned_by"):
        return True
    return question.intent in ("acts", "phrase") and found.passages[0].found_by == "structure"


def _write_refusal(draft: Draft, question: Question, found: Found) -> Status:
    """Why nothing is answered, and what the texts say that bears on it."""
    draft.say(question.reason or "off_topic")
    if found.missing:
        _say_missing(draft, found.missing)
    if found.passages:
        draft.say("bears_on")
        for passage in found.passages:
            draft.quote(passage)
        extractive.note_inferred(draft)
    else:
        draft.say("can_ask")
    return "not_found" if question.reason == "later" else "out_of_scope"


def _write_what_is_missing(draft: Draft, question: Question, found: Found) -> None:
    """What is not there, with what comes nearest to it."""
    _say_missing(draft, found.missing)
    if found.renderings:
        say_tables(draft, found.renderings)
        covers(draft, found.renderings.coverage)
    elif found.precedents:
        extractive.write(draft, question, found)
        covers(draft, found.precedents.coverage)
    elif found.passages:
        draft.say("source_says")
        for passage in found.passages:
            draft.quote(passage)
        extractive.note_inferred(draft)


def _is_off_topic(question: Question, found: Found) -> bool:
    """Nothing in the question belongs to a resolution: no symbol, body, verb or known word."""
    if not found.unrelated:
        return False
    names_something = (
        question.symbols
        or question.session is not None
        or question.missing
        or question.addressees
        or question.verbs
        or question.places
        or question.attribute
        or question.carried
    )
    return not names_something


def _say_missing(draft: Draft, missing: Sequence[Missing]) -> None:
    separator = "；" if draft.lang == "zh" else "; "
    texts = dict.fromkeys(missing_text(gap, draft.lang) for gap in missing)
    draft.say("not_held", missing=separator.join(texts))


def _say_what_is_held(draft: Draft, held: tuple[str, ...]) -> None:
    if not held:
        draft.say("library_empty")
    elif len(held) <= _MOST_NAMED:
        draft.say("library_holds", held=where(held, draft.lang))


def _next_questions(
    question: Question,
    status: Status,
    resolutions: Iterable[Resolution],
    near: Sequence[Near],
) -> tuple[str, ...]:
    if status == "needs_clarification":
        return tuple(which_one(question, resolution) for resolution in resolutions)
    subject: Iterable[Resolution] = resolutions
    if question.symbols:  # else they are read as far as it takes
        every = list(resolutions)
        subject = [r for r in every if r.symbol in question.symbols] or every
    instead = [one.question for one in near if one.question and status != "answered"]
    made = suggestions(question, subject, question.lang)
    return tuple(dict.fromkeys((*instead, *made)))[:MOST]
