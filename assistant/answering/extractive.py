"""Answers made of quotations, counts and nothing else: no language model has a hand in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.comparing import write_comparisons
from assistant.answering.compose import Draft
from assistant.answering.deadlines import write_deadlines
from assistant.answering.listing import by_resolution, cited, grouped, where_of
from assistant.answering.listing_phrases import made_of
from assistant.answering.phrases import body_name, inferred_parts, phrase, verb_name
from assistant.answering.referring import write_mentions, write_references, write_series
from assistant.answering.sayings import write_precedents, write_wording
from assistant.answering.versions import write_content
from assistant.text.dates import parse_date
from assistant.text.labels import label
from assistant.text.verbs import DIRECTIVES
from assistant.types import Found, Intent, Passage, Question


def write(draft: Draft, question: Question, found: Found) -> None:
    """Write what was found into ``draft``, in the way that the question's intent asks for."""
    writer = _plain if found.plain else _WRITERS.get(question.intent, _plain)
    writer(draft, question, found)
    note_inferred(draft)


def note_inferred(draft: Draft) -> None:
    """Say once which parts of what is cited were inferred."""
    parts = {part for citation in draft.citations for part in citation.inferred_parts}
    if parts:
        draft.say("inferred", parts=inferred_parts(parts, draft.lang))


def _plain(draft: Draft, _question: Question, found: Found) -> None:
    grouped(draft, found.passages)


def _acts(draft: Draft, question: Question, found: Found) -> None:
    passages = found.passages
    about = tuple(term.word for term in question.terms if term.noun or term.naming)
    values: dict[str, object] = {
        "where": where_of(draft, question, passages),
        "made": made_of(question.deliverables, about, draft.lang),
    }
    directs = _directs(question, passages)
    if question.addressees:
        separator = phrase("joined", draft.lang)
        values["body"] = separator.join(body_name(b, draft.lang) for b in question.addressees)
    if question.verbs:
        used = {p.paragraph.clauses[i].verb for p in passages for i in p.clauses}
        # What one page says of the whole list every page says.
        verbs = [verb for verb in question.verbs if verb in used or found.whole]
        values["verb"] = phrase("joined", draft.lang).join(verb_name(v, draft.lang) for v in verbs)
    if question.verbs and question.addressees and directs:
        name = "acts_verb_body"
    elif question.verbs:
        name = "acts_verb"
    elif question.addressees:
        name = "acts_addressed" if directs else "acts_naming"
    elif question.deliverables and not question.directive:
        name = "acts_made"
    else:
        name = "acts_directive"
    draft.lead(name, cited(passages), across=not question.symbols, **values)
    grouped(draft, passages)


def _directs(question: Question, passages: Sequence[Passage]) -> bool:
    """Whether the acts direct somebody: by the verbs that are asked for, else by what was found."""
    if question.verbs:
        return set(question.verbs) <= DIRECTIVES
    return all(
        passage.paragraph.clauses[i].family == "directive"
        for passage in passages
        for i in passage.clauses
    )


def _masthead(draft: Draft, question: Question, found: Found) -> None:
    if found.parts:
        for name, part in zip(question.attributes, found.parts, strict=True):
            if part.passages and not part.refused:
                one = replace(question, attribute=name, attributes=())
                _masthead(draft, one, part)
        return
    several = len({p.paragraph.symbol for p in found.passages}) > 1 or not question.symbols
    for passage in found.passages:
        lead = "" if _heads_itself(passage) else phrase(question.attribute or "number", draft.lang)
        start = phrase("heading", draft.lang, where=label(passage.paragraph.symbol, draft.lang))
        start += " " * (draft.lang == "en")
        draft.quote(passage, lead=start + lead if several else lead)
    if question.attribute == "date" and len(found.passages) == 2:
        _order_of_dates(draft, found.passages)


_LIST_HEAD = re.compile(r"(?:赞成|反对|弃权|in favou?r|against|abstain\w*)\s*[:：]", re.IGNORECASE)


def _heads_itself(passage: Passage) -> bool:
    """Whether the words begin with a heading of their own: 反对：…"""
    words = passage.spans[0].of(passage.paragraph.text) if passage.spans else ""
    return _LIST_HEAD.match(words) is not None


def _order_of_dates(draft: Draft, passages: Sequence[Passage]) -> None:
    """Which of two was adopted first, told from the dates just quoted."""
    dated = []
    for passage in passages:
        value = parse_date(passage.spans[0].of(passage.paragraph.text)) if passage.spans else None
        if value is not None:
            dated.append((value, passage.paragraph))
    if len(dated) != 2:
        return
    (first, a), (second, b) = sorted(dated, key=lambda pair: pair[0])
    name = "same_day" if first == second else "earlier"
    draft.count(name, (a, b), first=label(a.symbol, draft.lang), second=label(b.symbol, draft.lang))


def _counted(draft: Draft, _question: Question, found: Found) -> None:
    sizes: dict[str, list[int]] = {}
    for symbol, group in by_resolution(found.passages):
        for kind in ("preambular", "operative", "footnote"):
            paragraphs = [p.paragraph for p in group if p.paragraph.kind == kind]
            if paragraphs:
                draft.count(f"count_{kind}", paragraphs, where=label(symbol, draft.lang))
                sizes.setdefault(symbol, []).append(len(paragraphs))
    if len(sizes) == 2 and all(len(counts) == 1 for counts in sizes.values()):
        _compare_sizes(draft, found, {symbol: counts[0] for symbol, counts in sizes.items()})


def _compare_sizes(draft: Draft, found: Found, sizes: dict[str, int]) -> None:
    """Which of two has more paragraphs of those just counted."""
    (more, n), (fewer, m) = sorted(sizes.items(), key=lambda item: -item[1])
    values = {"first": label(more, draft.lang), "second": label(fewer, draft.lang), "n": n - m}
    notes = all(passage.paragraph.kind == "footnote" for passage in found.passages)
    name = "as_many" if n == m else "more_notes" if notes else "more"
    draft.count(name, cited(found.passages), **values)


def _footnotes(draft: Draft, question: Question, found: Found) -> None:
    for symbol, group in by_resolution(found.passages):
        name = "footnotes_of" if question.places else "footnotes"
        draft.count(name, cited(group), where=label(symbol, draft.lang))
        for passage in group:
            draft.quote(passage)


def _phrase(draft: Draft, question: Question, found: Found) -> None:
    several = len(found.passages) > 1 or found.whole is not None
    if found.passages[0].found_by == "structure" and several:
        where = where_of(draft, question, found.passages)
        draft.lead("phrase", cited(found.passages), across=not question.symbols, where=where)
    grouped(draft, found.passages)


def _overview(draft: Draft, question: Question, found: Found) -> None:
    if not any(passage.paragraph.kind == "operative" for passage in found.passages):
        _library(draft, question, found)
        return
    for symbol, group in by_resolution(found.passages):
        for passage in group:
            if passage.paragraph.kind != "operative":
                draft.quote(passage, lead=phrase("title", draft.lang))
        operative = [p for p in group if p.paragraph.kind == "operative"]
        draft.count("overview", cited(operative), where=label(symbol, draft.lang))
        for passage in operative:
            draft.quote(passage)


def _library(draft: Draft, question: Question, found: Found) -> None:
    name = "library" if question.selection is None else "selected"
    draft.lead(name, cited(found.passages), across=False)
    for passage in found.passages:
        name = phrase("heading", draft.lang, where=passage.paragraph.symbol)
        draft.quote(passage, lead=name)


def _compare(draft: Draft, question: Question, found: Found) -> None:
    if found.comparisons:
        write_comparisons(draft, question, found)
        if found.comparisons[0].related or question.attribute is not None:
            return
        operative = tuple(p for p in found.passages if p.paragraph.kind in ("meta", "operative"))
        found = Found(operative)
    groups = list(by_resolution(found.passages))
    if not (question.verbs or question.directive or question.addressees):
        writer = _plain if question.terms else _overview
        writer(draft, question, found)
        return
    for symbol, group in groups:
        one = Found(tuple(group), (), (symbol,))
        _acts(draft, question, one)
    if len(groups) == 2:
        sizes = {symbol: len(cited(group)) for symbol, group in groups}
        _compare_sizes(draft, found, sizes)


_WRITERS: dict[Intent, Callable[[Draft, Question, Found], None]] = {
    "acts": _acts,
    "content": write_content,
    "masthead": _masthead,
    "count": _counted,
    "footnotes": _footnotes,
    "references": write_references,
    "mentioned_by": write_mentions,
    "series": write_series,
    "deadlines": write_deadlines,
    "phrase": _phrase,
    "precedents": write_precedents,
    "wording": write_wording,
    "overview": _overview,
    "library": _library,
    "compare": _compare,
}
