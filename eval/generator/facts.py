"""A resolution as the facts it holds, by field, so that truth and reading can be counted."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from assistant.text.normalise import fold
from assistant.text.verbs import verbs_by_name
from assistant.types import Clause, Paragraph, Reference, Resolution
from eval.generator.truth import TrueAct, TrueParagraph, TrueReference, Truth

Field = Literal[
    "symbol", "masthead", "vote", "place", "sub-paragraph", "annex", "printed", "text", "mark",
    "verb", "adverb", "addressee", "deliverable", "deadline", "reference", "invoked", "dated",
]  # fmt: skip
FIELDS: tuple[Field, ...] = Field.__args__  # type: ignore[attr-defined]
Facts = dict[Field, Counter[tuple[str, ...]]]

# Where a treaty is printed is no instrument, and whether it is a reference is nobody's question.
_PUBLICATIONS = ("条约汇编", "Treaty Series")


def facts_of_truth(truth: Truth) -> Facts:
    """What a generated resolution truly says."""
    facts = _empty()
    facts["symbol"][(truth.symbol,)] += 1
    for name, value in truth.masthead.items():
        facts["masthead"][(name, fold(value).text)] += 1
    if truth.vote is not None:
        vote = truth.vote
        _count_vote(facts, vote.in_favour, vote.against, vote.abstaining)
    for paragraph in truth.paragraphs:
        _count_paragraph(facts, paragraph)
        for act in paragraph.acts:
            _count_act(facts, paragraph.place, act, truth.lang)
        for reference in paragraph.references:
            _count_reference(facts, paragraph.place, reference)
    return facts


def facts_of_reading(resolution: Resolution) -> Facts:
    """What the parser read."""
    facts = _empty()
    facts["symbol"][(resolution.symbol,)] += 1
    for name, fact in resolution.masthead.items():
        if name != "vote":  # counted by country
            facts["masthead"][(name, fold(fact.value).text)] += 1
    if resolution.vote is not None:
        vote = resolution.vote
        _count_vote(
            facts, vote.countries_in_favour, vote.countries_against, vote.countries_abstaining
        )
    for paragraph in resolution.paragraphs:
        if paragraph.kind in {"meta", "end"}:
            continue
        _count_paragraph(facts, paragraph)
        for clause in paragraph.clauses:
            _count_act(facts, paragraph.place, clause, resolution.lang)
        for reference in paragraph.references:
            _count_reference(facts, paragraph.place, reference)
    return facts


def _empty() -> Facts:
    return {field: Counter() for field in FIELDS}


def _count_vote(facts: Facts, *opinions: tuple[str, ...]) -> None:
    for opinion, countries in zip(("for", "against", "abstaining"), opinions, strict=True):
        facts["vote"][(opinion, str(len(countries)))] += 1
        facts["vote"].update((opinion, country) for country in countries)


def _count_paragraph(facts: Facts, paragraph: TrueParagraph | Paragraph) -> None:
    place = paragraph.place
    facts["place"][(place,)] += 1
    if "(" in place:
        facts["sub-paragraph"][(place,)] += 1
    if place.startswith("ANNEX"):
        facts["annex"][(place,)] += 1
    if paragraph.printed is not None:
        facts["printed"][(place, paragraph.printed)] += 1
    facts["text"][(place, paragraph.text)] += 1
    for mark in paragraph.marks:
        at, note = mark if isinstance(mark, tuple) else (mark.offset, mark.footnote)
        facts["mark"][(place, str(at), note)] += 1


def _count_act(facts: Facts, place: str, act: TrueAct | Clause, lang: str) -> None:
    # One English verb stands for several Chinese ones: calls upon is 呼吁, 吁请 and 促请.
    verb = verbs_by_name()[act.verb].family if lang == "en" else act.verb
    facts["verb"][(place, verb)] += 1
    if lang == "zh":
        facts["adverb"].update((place, verb, adverb) for adverb in act.adverbs)
    names = {one if isinstance(one, str) else one.name for one in act.addressees}
    facts["addressee"].update((place, verb, name) for name in names)
    facts["deliverable"].update((place, verb, fold(made).text) for made in act.deliverables)
    for due in act.deadlines:
        when = due.session or due.date or ("every year" if due.recurring else "unknown")
        facts["deadline"][(place, verb, str(when))] += 1


def _count_reference(facts: Facts, place: str, reference: TrueReference | Reference) -> None:
    target = fold(reference.target).text
    if target in _PUBLICATIONS:
        return
    facts["reference"][(place, reference.kind, target)] += 1
    facts["invoked"][(place, target, reference.invoked)] += 1
    if reference.date is not None:
        facts["dated"][(place, target, reference.date.isoformat())] += 1
