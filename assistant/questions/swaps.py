"""What a follow-up asks that swaps one slot of the question before: 会员国呢, 促请呢, 序言呢."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from assistant.questions.turns import of_same_item
from assistant.text.symbols import session_of
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
    for one in (
        _new_deadline,
        _new_aspect,
        _new_target,
        _new_committee,
        _new_part,
        _new_body,
        _new_verb,
    ):
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
    same_item = tuple(s.symbol for s in of_same_item(focus, catalogue) if s.session == session)
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
        return _narrowed(question.selection, replace(last, everywhere=False, missing=()))
    return replace(last, session=question.session)


def _narrowed(chosen: Selection, last: Question) -> Question:
    """2060年以后的, 其中第六委员会的: what is said takes the place of its like, the rest stays."""
    before = last.selection or Selection()
    timed = chosen.first_session or chosen.last_session or chosen.since or chosen.until
    if timed:
        before = _of_any_session(before) or Selection()
    both = replace(
        before, **{name: value for name, value in _stated(chosen).items() if value is not None}
    )
    return replace(last, symbols=(), session=None if timed else last.session, selection=both)


def _stated(chosen: Selection) -> dict[str, Any]:
    return {field.name: getattr(chosen, field.name) for field in fields(chosen)}


def _of_any_session(selection: Selection | None) -> Selection | None:
    """What is left of a selection when its sessions and days are swapped for a session."""
    if selection is None:
        return None
    left = replace(selection, first_session=None, last_session=None, since=None, until=None)
    return left if left != Selection() else None


def _new_deadline(question: Question, last: Question) -> Swapped | None:
    """应向第108届会议提交的报告 … 第110届呢, whether that session's resolutions are held or not."""
    timed = last.deadline_session is not None or last.due is not None
    session = question.session if question.session is not None else question.deadline_session
    nothing_else = bare(replace(question, intent="content")) and not question.addressees
    if not timed or session is None or question.symbols or not nothing_else:
        return None
    due = replace(question, deadline_session=session)
    asked = replace(with_words(due, last), session=last.session, due=None)
    return asked, ["intent", "verbs", "addressee"]


# What of two texts that were compared is asked after now, in fewer words than by itself.
_ASPECTS = (
    ("stronger", r"强硬|加强|更强|变强|加重|\bstronger|\btougher"),
    ("weaker", r"减弱|更弱|变弱|弱化|软化|缓和|\bweaker|\bsofter"),
    ("dropped", r"删|去掉|拿掉|少了|没了|不见|\bdropped|\bdeleted|\bremoved"),
    ("added", r"新增|新加|增加|加了|多了|新的|\badded|\bnew\b"),
    ("changes", r"改动|变化|改了|变了|\bchanged?"),
)


def _new_aspect(question: Question, last: Question) -> Swapped | None:
    """121/900和122/900有什么不同 … 强硬了的是哪些, 新增的呢."""
    compared = last.intent == "compare" and len(last.symbols) > 1 and not last.terms
    own = question.places or question.addressees or question.symbols not in ((), last.symbols)
    if not compared or own:
        return None
    for name, words in _ASPECTS:
        if re.search(words, question.folded, re.IGNORECASE):
            asked = replace(last, attribute=name, symbols=last.symbols)
            return with_words(question, asked), ["intent", "symbols"]
    return None


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
