"""What is due when, for questions: the mandates that a question asks after, in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.library.mandate_table import MandateKey
from assistant.library.mandates import KeptMandate
from assistant.retrieval.ask import Ask
from assistant.retrieval.paging import page_of
from assistant.text.normalise import fold
from assistant.types import (
    Clause,
    DueWindow,
    Found,
    MandateQuery,
    Missing,
    Passage,
    Question,
    Span,
    Term,
)

_AGENDAS = re.compile(r"议程|分项|列入|\bagenda\b|\bitems?\b", re.IGNORECASE)
_RECURRING = re.compile(r"每年|年年|annual|every year|each year", re.IGNORECASE)

# Words that say that something is due, and nothing of what it is about.
_GENERIC = re.compile(
    r"报告|汇报|工作|任务|事情?|事项|完成|办理?|提交|提出|收到|接到|听取|时限|期限|时间|截止|到期|义务|分项|项目|议程|会议|届会?|今年|明年|本年度?"
    r"|定期|每年|年年|大会|联大|审议|列入|[0-9]{1,4}(?:年.*)?|(?:year|due|report|submit|deadline|session|complete|annual|regular|next|this|done)\w*",
    re.IGNORECASE,
)


def deadlines(ask: Ask) -> Found:
    """Acts that say by when, or for which session; all of them, in document order."""
    question = ask.question
    keys = _keys(ask)
    terms = [term for term in question.terms if not _GENERIC.fullmatch(term.word)]
    if keys and not terms and not (question.directive and not _about_agenda(question)):
        # No words of them decide: of a long list only a page is read.
        shown, whole = page_of(keys, lambda one: one.key, ask.window)
        return Found(_passages(ask.records.mandates.read(shown)), (), ask.symbols, whole=whole)
    read = ask.records.mandates.read(keys)
    kept = [one for one in read if _asked_act(question, one.act.clause)]
    if kept:
        return Found(_passages(_nearest(terms, kept)), (), ask.symbols)
    return Found((), (_missing(ask),), ask.symbols, refused=True)


def _missing(ask: Ask) -> Missing:
    due, session = ask.question.due, ask.question.deadline_session
    if due is None or session is not None:
        return Missing("deadline", str(session or ""), ask.where)
    return Missing("deadline", due.name, ask.where)


def _keys(ask: Ask) -> list[MandateKey]:
    """The mandates of the time and kind asked for, in document order."""
    question = ask.question
    due = question.due or DueWindow(recurring=bool(_RECURRING.search(question.folded)))
    sessions: tuple[int, int] | None = None
    if question.deadline_session is not None:
        sessions = (question.deadline_session, question.deadline_session)
    elif due.first_session is not None and due.last_session is not None:
        sessions = (due.first_session, due.last_session)
    found = ask.records.mandates.find(
        MandateQuery(
            symbols=ask.named,
            due_sessions=sessions,
            due_after=due.after,
            due_before=due.before,
            addressees=question.addressees,
            deliverables=question.deliverables,
            recurring=True if due.recurring else None,
            timed=True,
        )
    )
    order = {symbol: at for at, symbol in enumerate(ask.symbols)}
    return sorted(found, key=lambda key: (order[key.symbol], key.ordinal, key.position))


def _about_agenda(question: Question) -> bool:
    return "分项" in question.deliverables or bool(_AGENDAS.search(question.folded))


def _asked_act(question: Question, clause: Clause) -> bool:
    """Whether an act is of the kind that is asked for."""
    return not question.directive or clause.family == "directive" or _about_agenda(question)


def _nearest(terms: Sequence[Term], kept: Sequence[KeptMandate]) -> list[KeptMandate]:
    """Of several acts, those that have most of the question's words on what it is about."""
    texts = [fold(one.act.clause.span.of(one.act.paragraph.text)).text for one in kept]
    scores = [sum(any(w in text for w in term.wordings) for term in terms) for text in texts]
    best = max(scores)
    return [one for one, score in zip(kept, scores, strict=True) if score == best]


def _passages(kept: Sequence[KeptMandate]) -> tuple[Passage, ...]:
    """One passage a paragraph, with the acts of it that are due; an item is quoted as it stands."""
    found: dict[str, list[KeptMandate]] = {}
    for one in kept:
        found.setdefault(one.act.paragraph.key, []).append(one)
    return tuple(
        Passage(
            same[0].act.paragraph,
            1.0,
            "structure",
            clauses=tuple(one.act.position for one in same if one.act.lead is None),
            spans=tuple(_whole(one) for one in same if one.act.lead is not None),
        )
        for same in found.values()
    )


def _whole(item: KeptMandate) -> Span:
    return Span(0, len(item.act.paragraph.text))
