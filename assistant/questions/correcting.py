"""A question put right by its reader: the slots given take the place of those its words gave."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from assistant.errors import InvalidCorrection
from assistant.questions import corrected_names as names
from assistant.questions.words import content_terms
from assistant.text.normalise import fold
from assistant.types import EmptiedSlot, Intent, Overrides, Question, Selection, Term

# What the reader has to give with an intent, where the question lacks it.
_NEEDED: dict[str, tuple[str, str]] = {
    "places": ("段次（places），例如 OP13", "a place (places) such as OP13"),
    "attribute": (
        "要问的是题头中的哪一项：请在问题里写明，例如“是哪一天通过的”",
        "which value of the masthead: name it in the question, as in “when was it adopted”",
    ),
    "target": ("所提及的决议（symbols）", "the resolution that is mentioned (symbols)"),
    "terms": ("要找的词（terms）", "the words to look for (terms)"),
    "phrase": (
        "要查的词句：请在问题里用引号写明，例如“深为关切”哪些决议用过",
        "the phrase: put it between quotation marks in the question",
    ),
    "two": ("要比较的两份决议（symbols）", "the two resolutions to compare (symbols)"),
    "symbols": ("一份决议（symbols）", "a resolution (symbols)"),
}


def correct(question: Question, overrides: Overrides) -> Question:
    """The question as its reader means it.

    What was carried for a slot that is put right is carried no more. Raises InvalidCorrection: a
    name is none, or what is left asks nothing.
    """
    given = _as_names(overrides)
    right = _emptied(question, given.emptied)
    right = _scoped(right, given)
    right = _asked(right, given)
    right = _as_intent(right, _intent(right, given), given)
    kept = tuple(slot for slot in question.carried if slot not in _put_right(given))
    return replace(right, carried=kept, others=(), corrections=())


def _as_names(given: Overrides) -> Overrides:
    """The overrides with every name as questions have it."""
    intents = [intent for intent in get_args(Intent) if intent != "refuse"]
    if given.intent is not None and given.intent not in intents:
        raise InvalidCorrection(
            f"没有名为“{given.intent}”的问题种类；可用的有：{'、'.join(intents)}。",
            f"No kind of question is called “{given.intent}”; there are: {', '.join(intents)}.",
        )
    chosen = given.selection
    if chosen is not None and chosen.committee is not None:
        chosen = replace(chosen, committee=names.committee(chosen.committee))
    return replace(
        given,
        symbols=None if given.symbols is None else names.symbols(given.symbols),
        places=None if given.places is None else names.places(given.places),
        addressees=None if given.addressees is None else names.bodies(given.addressees),
        verbs=None if given.verbs is None else names.verbs(given.verbs),
        deliverables=None if given.deliverables is None else names.deliverables(given.deliverables),
        session=None if given.session is None else names.session(given.session),
        deadline_session=None
        if given.deadline_session is None
        else names.session(given.deadline_session),
        selection=chosen,
    )


def _put_right(given: Overrides) -> frozenset[str]:
    slots = {
        "symbols": (given.symbols, given.session, given.selection),
        "intent": (given.intent,),
        "places": (given.places,),
        "addressee": (given.addressees,),
        "verbs": (given.verbs,),
        "attribute": (given.intent,),
    }
    changed = {slot for slot, values in slots.items() if any(v is not None for v in values)}
    scope = {"session", "selection"} & set(given.emptied)
    return frozenset({*changed, *given.emptied, *(("symbols",) if scope else ())})


def _emptied(question: Question, emptied: tuple[EmptiedSlot, ...]) -> Question:
    if "session" in emptied:
        question = replace(question, session=None)
    if "deadline_session" in emptied:
        question = replace(question, deadline_session=None, due=None)
    if "selection" in emptied:
        question = replace(question, selection=None)
    if "attribute" in emptied:
        question = replace(question, attribute=None)
    return replace(question, target=None) if "target" in emptied else question


def _scoped(question: Question, given: Overrides) -> Question:
    """The question with the resolutions given: one way of naming them takes another's place."""
    named = given.symbols or given.session is not None or given.selection is not None
    if named:
        question = replace(
            question,
            symbols=(),
            session=None,
            selection=None,
            missing=(),
            everywhere=False,
            dangling=False,
        )
    if given.symbols is not None:
        question = replace(question, symbols=given.symbols, missing=(), dangling=False)
    if given.session is not None:
        question = replace(question, session=given.session)
    if given.selection is not None:
        chosen = given.selection if given.selection != Selection() else None
        question = replace(question, selection=chosen)
    return question


def _asked(question: Question, given: Overrides) -> Question:
    """The question with what is asked for."""
    if given.places is not None:
        question = replace(question, places=given.places)
    if given.addressees is not None:
        question = replace(question, addressees=given.addressees, implied=False)
    if given.verbs is not None:
        asks_any = not given.verbs and bool(question.addressees or question.directive)
        question = replace(question, verbs=given.verbs, directive=asks_any, implied=False)
    if given.deliverables is not None:
        question = replace(question, deliverables=given.deliverables)
    if given.terms is not None:
        question = replace(question, terms=_terms(given.terms, question))
    if given.deadline_session is not None:
        question = replace(question, deadline_session=given.deadline_session, due=None)
    return question


def _terms(written: tuple[str, ...], question: Question) -> tuple[Term, ...]:
    known = {term.word: term for term in question.terms}
    terms: list[Term] = []
    for one in written:
        folded = fold(one).text.strip()
        if one in known:
            terms.append(known[one])
        elif folded:
            lang = "zh" if re.search("[㐀-鿿]", folded) else "en"
            # Who names a word wants it looked for, were it a stop word otherwise.
            found = content_terms(folded, lang)  # type: ignore[arg-type]
            terms.extend(found or (Term(folded, (folded,), noun=True),))
    return tuple(dict.fromkeys(terms))


def _intent(question: Question, given: Overrides) -> Intent:
    """What is asked now: what the reader says, else what the slots put right amount to."""
    if given.intent is not None or question.intent == "refuse":
        return given.intent or "refuse"
    if given.places:
        return "paragraph"
    if given.deadline_session is not None:
        return "deadlines"
    if given.terms and question.intent in ("acts", "overview", "library"):
        return "content"
    asks_acts = given.addressees or given.verbs
    if asks_acts and question.intent in ("overview", "library", "masthead", "content"):
        return "content" if question.terms else "acts"
    return question.intent if _has_what_it_needs(question) else _asked_by_slots(question)


def _has_what_it_needs(question: Question) -> bool:
    """Whether a question still asks something after slots were emptied."""
    asks = question.verbs or question.addressees or question.directive
    needed: dict[str, object] = {
        "paragraph": question.places,
        "masthead": question.attribute,
        "mentioned_by": question.target,
        "content": question.terms,
        "phrase": question.terms or question.addressees,
        "acts": asks,
    }
    return bool(needed.get(question.intent, True))


def _asked_by_slots(question: Question) -> Intent:
    if question.places:
        return "paragraph"
    if question.terms:
        return "content"
    if question.verbs or question.addressees or question.directive:
        return "acts"
    if question.symbols or question.session is not None or question.selection:
        return "overview"
    raise InvalidCorrection(
        "这样更正以后，问题里没有要问的内容了；请留下决议、段次、机构、动词或要找的词中的一项。",
        "Nothing is left to be asked. Keep a resolution, a place, a body, a verb or a word.",
    )


def _as_intent(question: Question, intent: Intent, given: Overrides) -> Question:
    """The question with that intent and what goes with it. Raises InvalidCorrection."""
    if intent == question.intent and given.intent is None:
        return _as_acts(question) if intent == "acts" else question
    if given.intent == "mentioned_by" and question.target is None and question.symbols:
        question = replace(question, target=question.symbols[-1], symbols=question.symbols[:-1])
    lacking = _lacking(question, intent) if given.intent is not None else None
    if lacking is not None:
        zh, en = _NEEDED[lacking]
        raise InvalidCorrection(
            f"按“{intent}”来答还缺：{zh}。", f"To be answered as “{intent}” it needs {en}."
        )
    asked = replace(question, intent=intent, reason=None)
    if intent == "acts":
        return _as_acts(replace(asked, terms=()))
    if intent in ("overview", "library", "footnotes"):
        plain = replace(asked, terms=(), attribute=None, addressees=(), verbs=())
        return replace(plain, directive=False, implied=False)
    if intent == "count" and asked.attribute not in ("paragraphs", "footnotes"):
        return replace(asked, attribute="paragraphs", terms=())
    return asked


def _as_acts(question: Question) -> Question:
    """Whoever names no verb asks for every directive."""
    return replace(question, directive=not question.verbs, implied=question.implied)


_TWO = 2


def _lacking(question: Question, intent: Intent) -> str | None:
    scoped = question.symbols or question.session is not None or question.selection
    needs: dict[str, tuple[str, object]] = {
        "paragraph": ("places", question.places),
        "masthead": ("attribute", question.attribute),
        "mentioned_by": ("target", question.target),
        "series": ("symbols", question.symbols or question.target),
        "content": ("terms", question.terms or question.wants),
        "phrase": ("terms", question.terms or question.addressees),
        "precedents": ("phrase", question.phrase),
        "wording": ("phrase", question.phrase),
        "overview": ("symbols", scoped),
        "compare": ("two", len(question.symbols) >= _TWO or question.attribute == "series"),
    }
    name, there = needs.get(intent, ("", True))
    return None if there else name
