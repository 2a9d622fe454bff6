"""Which of the words quoted answer: the date for 何时, the addressee for 谁, the reason for 为何.

A wrong mark is worse than none. Words qualify by their kind (``sought``); of several in one act the
nearest to the question's words is taken, and none where two are as near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.act_text import Act, hits
from assistant.retrieval.sought import said_to_happen, sought
from assistant.types import Asked, Clause, Intent, Passage, Question, Span

NEARLY = 0.8  # share of the words of the best paragraph from which another is marked too
AHEAD = 1.25  # how much nearer than the next the words have to be that are marked

# Questions whose quotations hold more than what is asked; elsewhere the quotation is the answer.
_POINTS: frozenset[Intent] = frozenset(
    {"content", "phrase", "deadlines", "paragraph", "mentioned_by", "acts"}
)
_LISTS = frozenset({"who", "body", "resolution", "document", "instrument", "date", "session"})
_HAPPEN = frozenset({"date", "place", "duration"})


def marked(question: Question, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages, each with the words of it that answer where they are certain."""
    if question.intent not in _POINTS or not question.asked:
        return tuple(passages)
    supports = [support(question, one) for one in passages]
    one_thing = question.intent in ("content", "phrase") and len(question.asked) == 1
    least = NEARLY * max(supports, default=0) if one_thing else 0
    return tuple(
        _with_answers(question, one) if words >= least else one
        for one, words in zip(passages, supports, strict=True)
    )


def _with_answers(question: Question, passage: Passage) -> Passage:
    """The passage with its marks; the act that answers is quoted too, if it was not."""
    if passage.clauses and passage.found_by == "hybrid":
        acts = _answering(question, passage)
        passage = replace(passage, clauses=tuple(sorted({*passage.clauses, *acts})))
    return replace(passage, answers=pointed(question, passage))


def quoting(question: Question, passage: Passage) -> Passage:
    """The passage cut to its acts that answer; as it is where none or all of them do."""
    acts = _answering(question, passage)
    several = len(acts) < len(passage.paragraph.clauses)
    return replace(passage, clauses=tuple(sorted(acts)) if several else ())


def _answering(question: Question, passage: Passage) -> set[int]:
    spans = [span for asked in question.asked for span in answer_to(asked, question, passage)]
    return {i for i, c in enumerate(passage.paragraph.clauses) if _holds(c.span, spans)}


def _holds(act: Span, spans: Sequence[Span]) -> bool:
    return any(act.start <= span.start and span.end <= act.end for span in spans)


def support(question: Question, passage: Passage) -> int:
    """How many of the question's words the acts have."""
    return len({word for act in _acts(passage) for word in hits(question, act, act.span)})


def pointed(question: Question, passage: Passage) -> tuple[Span, ...]:
    """The words of a passage that answer, in the paragraph's text; empty where none is certain."""
    found = {span for asked in question.asked for span in answer_to(asked, question, passage)}
    quoted = _quoted(passage)
    kept = sorted(s for s in found if any(q.start <= s.start and s.end <= q.end for q in quoted))
    alone = len(kept) == 1 and any(q == kept[0] for q in quoted)
    return () if alone else tuple(_apart(kept))


def answer_to(asked: Asked, question: Question, passage: Passage) -> tuple[Span, ...]:
    """The words of a passage that answer one thing asked, in the paragraph's text.

    They are of the act that has most of the question's words, quoted or not; none where two acts
    have as many.
    """
    found: dict[int, list[tuple[Span, ...]]] = {}
    for act in _acts(passage):
        if spans := _chosen(asked, question, act):
            support = len(hits(question, act, act.span))
            found.setdefault(support, []).append(tuple(act.folded.source(s) for s in spans))
    best = found[max(found)] if found else []
    return best[0] if len(best) == 1 else ()


def _acts(passage: Passage) -> list[Act]:
    clauses: Sequence[Clause | None] = passage.paragraph.clauses or (None,)
    return [Act(passage.paragraph, clause) for clause in clauses]


def _quoted(passage: Passage) -> tuple[Span, ...]:
    if passage.spans:
        return passage.spans
    if passage.clauses:
        return tuple(passage.paragraph.clauses[i].span for i in passage.clauses)
    return (Span(0, len(passage.paragraph.text)),)


def _chosen(asked: Asked, question: Question, act: Act) -> tuple[Span, ...]:
    found = sought(asked, question, act)
    if asked.kind in _HAPPEN:
        alone = len(found) == 1
        found = tuple(
            s for s in found if said_to_happen(asked, question, act, None if alone else s)
        )
    if len(found) < 2 or (asked.several and asked.kind in _LISTS):
        return found
    # Addressees of an act are addressed together; what a note names is one source in parts.
    if asked.kind == "who" or act.paragraph.kind == "footnote":
        return found
    return _nearest(question, act, found)


def _nearest(question: Question, act: Act, found: Sequence[Span]) -> tuple[Span, ...]:
    places = hits(question, act, act.span)
    scored = sorted(
        ((sum(_closeness(span, spans) for spans in places.values()), span) for span in found),
        key=lambda pair: (-pair[0], pair[1]),
    )
    (best, span), (second, _) = scored[:2]
    return (span,) if best > 0 and best >= AHEAD * second else ()


def _closeness(span: Span, others: Sequence[Span]) -> float:
    gaps = (max(other.start - span.end, span.start - other.end, 0) for other in others)
    return 1.0 / (1 + min(gaps))


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those within another left out."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end:
                kept[-1] = Span(kept[-1].start, span.end)
            continue
        kept.append(span)
    return kept
