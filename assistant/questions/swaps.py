"""What a follow-up asks that swaps one slot of the question before: 会员国呢, 促请呢, 序言呢."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.text.symbols import session_of
from assistant.text.titles import renewed_key
from assistant.types import Question, Selection, Span, Summary

Swapped = tuple[Question, list[str]]  # the question, and the names of the slots taken over

_SESSION_BEFORE = re.compile(
    r"(?:上|前)(?:一)?届|再(?:上|前)一届|\b(?:the )?(?:previous|preceding|last) session\b",
    re.IGNORECASE,
)
_SESSION_AFTER = re.compile(
    r"(?:下|后)一届|再(?:下|后)一届|\b(?:the )?(?:next|following) session\b", re.IGNORECASE
)

_AROUND_A_PHRASE = re.compile(
    r"^(?:那么?|而|还有|换成|再看|and |what about |how about )?(?:the )?[\s“”\"「『‘]*|[\s”\"」』’]*(?:这个(?:词|说法))?(?:呢)?[??。!]*$",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"[^\s,。?!段届][^,。?!段届]{1,59}")


def bare(question: Question) -> bool:
    """Whether the question asks for nothing of its own: 那72/31呢."""
    return not (
        question.places
        or question.verbs
        or question.directive
        or question.attribute
        or question.target
        or question.terms
        or question.phrase
        or question.intent not in ("content", "acts", "overview")
    )


def swap(question: Question, last: Question) -> Swapped:
    """Take over what was asked, where the new question only swaps one slot."""
    for one in (_new_target, _new_committee, _new_part, _new_body, _new_verb):
        swapped = one(question, last)
        if swapped is not None:
            return swapped
    if bare(question) and not question.kinds:
        kept = _with_scope(question, last)
        return with_words(question, kept), ["intent", "verbs", "addressee", "places", "attribute"]
    return question, []


def new_session(
    question: Question, last: Question, focus: tuple[str, ...], catalogue: tuple[Summary, ...]
) -> Question | None:
    """那第七十四届呢: the same item's resolution of that session, else all that session's.

    None where no other session is named, or where one is that something is due at.
    """
    session = _session_named(question, last, focus)
    if session is None or question.symbols or not bare(question) or question.due:
        return None
    same_item = _of_same_item(focus, session, catalogue)
    scoped = replace(question, deadline_session=None, intent="content", directive=False)
    if same_item:
        return replace(scoped, symbols=same_item, session=None)
    return replace(scoped, session=session)


def new_phrase(question: Question, last: Question) -> Question | None:
    """那“敦促”呢: another phrase, where the question before was about one."""
    words = _AROUND_A_PHRASE.sub("", question.folded)
    if last.phrase is None or question.symbols or question.places or not _PHRASE.fullmatch(words):
        return None
    asked = with_words(question, replace(last, phrase=words))
    return replace(asked, carried=("intent",))


def _session_named(question: Question, last: Question, focus: tuple[str, ...]) -> int | None:
    if last.deadline_session is not None or last.due is not None:
        return None
    if question.session is not None or question.deadline_session is not None:
        return question.session if question.session is not None else question.deadline_session
    by = (
        -1
        if _SESSION_BEFORE.search(question.folded)
        else 1
        if _SESSION_AFTER.search(question.folded)
        else 0
    )
    now = last.session if last.session is not None else _only_session(last.selection)
    sessions = {session_of(symbol) for symbol in focus}
    if now is None and len(sessions) == 1:
        now = sessions.pop()
    return now + by if by and now is not None else None


def _only_session(selection: Selection | None) -> int | None:
    if selection is None or selection.first_session != selection.last_session:
        return None
    return selection.first_session


def _of_same_item(
    focus: tuple[str, ...], session: int, catalogue: tuple[Summary, ...]
) -> tuple[str, ...]:
    titles = {renewed_key(s.title) for s in catalogue if s.symbol in focus and s.title}
    return tuple(
        s.symbol for s in catalogue if s.session == session and renewed_key(s.title) in titles
    )


def _with_scope(question: Question, last: Question) -> Question:
    """The question before, of the resolutions that the new one names."""
    anywhere = replace(last, symbols=(), session=None, selection=None, everywhere=False, missing=())
    if question.everywhere:
        return replace(anywhere, everywhere=True)
    if question.symbols:
        return replace(anywhere, symbols=question.symbols)
    if question.session is not None:
        chosen = _of_any_session(last.selection)
        return replace(anywhere, session=question.session, selection=chosen)
    if question.selection is not None:
        return replace(anywhere, selection=question.selection)
    return replace(last, session=question.session)


def _of_any_session(selection: Selection | None) -> Selection | None:
    """What is left of a selection when its sessions and days are swapped for a session."""
    if selection is None:
        return None
    left = replace(selection, first_session=None, last_session=None, since=None, until=None)
    return left if left != Selection() else None


def _new_target(question: Question, last: Question) -> Swapped | None:
    """哪些段落提到70/33 … 68/46呢; a paragraph, a date or a list asked for takes nothing over."""
    if last.intent == "mentioned_by" and question.symbols and bare(question):
        kept = replace(last, target=question.symbols[0])
        return with_words(question, kept), ["intent"]
    if question.places or question.attribute or question.intent in ("references", "mentioned_by"):
        return question, []
    return None


def _new_committee(question: Question, last: Question) -> Swapped | None:
    """哪些决议由第一委员会提出 … 第二委员会呢."""
    chosen = last.selection
    if chosen is None or chosen.committee is None or question.verbs or question.terms:
        return None
    named = [name for name in question.addressees if name.endswith("委员会")]
    if not named or (question.directive and not question.implied):
        return None
    kept = replace(last, selection=replace(chosen, committee=named[0]))
    return with_words(question, kept), ["intent", "selection", "verbs", "addressee"]


def _new_part(question: Question, last: Question) -> Swapped | None:
    """序言呢: the same in the other part of the resolution."""
    if not question.kinds or question.verbs or question.addressees or question.terms:
        return None
    if last.places and bare(question):
        code = "PP" if "preambular" in question.kinds else "OP"
        places = tuple(re.sub(r"^(?:OP|PP)", code, place) for place in last.places)
        return replace(question, intent="paragraph", places=places), ["places"]
    if last.intent in ("acts", "count", "content", "deadlines"):
        kept = replace(last, kinds=question.kinds, symbols=question.symbols)
        return with_words(question, kept), ["verbs", "addressee", "intent"]
    return None


def _new_body(question: Question, last: Question) -> Swapped | None:
    """会员国呢: the same verb, or any request, of another body."""
    stated = question.directive and not question.implied
    if not question.addressees or question.verbs or stated or question.terms:
        return None
    if last.intent in ("deadlines", "count") and last.addressees:
        return with_words(question, replace(last, addressees=question.addressees)), ["intent"]
    verbs = last.verbs if last.intent == "acts" else ()
    kept = replace(question, intent="acts", verbs=verbs, directive=not verbs)
    return kept, ["verbs"]


def _new_verb(question: Question, _last: Question) -> Swapped | None:
    """促请呢: another verb, of nobody in particular."""
    if not question.verbs or question.addressees:
        return None
    return replace(question, intent="acts", terms=()), []


def with_words(question: Question, slots: Question) -> Question:
    """The slots of an earlier question under the words of a new one."""
    return replace(
        slots,
        text=question.text,
        folded=question.folded,
        lang=question.lang,
        wants=question.wants or slots.wants,
        # Of what was asked before, its words are not in this question.
        asked=question.asked or tuple(replace(one, span=Span(0, 0)) for one in slots.asked),
        missing=question.missing,
        dangling=False,
        carried=(),
        others=(),
        corrections=question.corrections,
        deadline_session=question.deadline_session
        or (None if question.due else slots.deadline_session),
        due=question.due or (None if question.deadline_session else slots.due),
    )
