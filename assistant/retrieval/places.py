"""Paragraphs by number, and what a question says of them that is not so."""

from __future__ import annotations

import re

from assistant.retrieval import evidence
from assistant.retrieval.ask import Ask, resolutions, whole
from assistant.retrieval.sections import SECTION, under_heading
from assistant.text.normalise import fold
from assistant.text.places import covers, is_whole, paragraph_of, plain, unsectioned
from assistant.text.symbols import part_of
from assistant.text.tokens import specificity
from assistant.types import Found, Missing, Paragraph, Passage, Question, Resolution

# Specificity from which a noun laid into a paragraph has to be there: 禁令, 罚款; not 内容.
_SUBJECT = 0.6
# Whoever only wants to read a paragraph may call it anything.
_TO_READ = re.compile(
    r"写|说|讲|念|读|看|查|找|发|给|原[文话句]|全文|内容|怎么|\b(?:text|say|read|show)", re.I
)


def paragraphs(ask: Ask) -> Found:
    """The named paragraphs of each resolution with what is below them, and those it lacks."""
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in resolutions(ask):
        by_place = {paragraph.place: paragraph for paragraph in resolution.paragraphs}
        for place in _spelled_out(ask.question.places, resolution):
            actual = actual_place(place, resolution)
            named = _named(actual, resolution)
            passages.extend(whole(paragraph) for paragraph in named)
            if not named:
                missing.append(_missing_place(actual, resolution))
            elif "同上" in ask.question.folded:
                passages.extend(_pointed_at(named[0], by_place))
    passages = _each_once(passages)
    wrong = _not_in_these(ask.question, passages)
    gaps = _of_no_part(missing, passages, ask.question)
    return Found(tuple(passages), (*gaps, *wrong), ask.symbols, refused=bool(wrong))


def _named(place: str, resolution: Resolution) -> list[Paragraph]:
    """What a place names: the paragraph and all below it, its number printed or inferred.

    附件 means every annex, 附件一 the only one, and an article of 附件 that of any.
    """
    annexes = dict.fromkeys(
        p.place.partition("/")[0] for p in resolution.paragraphs if p.kind == "annex"
    )
    head, slash, rest = place.partition("/")
    heads = [head]
    if head == "ANNEX" and "ANNEX" not in annexes:
        heads = list(annexes)
    elif head == "ANNEX1" and list(annexes) == ["ANNEX"]:
        heads = ["ANNEX"]
    above = [h + slash + rest for h in heads]
    for spelled in (str, unsectioned):  # 第1段 of no section in particular is that of each
        named = [
            p for p in resolution.paragraphs if any(covers(a, spelled(p.place)) for a in above)
        ]
        if named:
            return named
    return []


def _each_once(passages: list[Passage]) -> list[Passage]:
    return list({passage.paragraph.key: passage for passage in passages}.values())


def _of_no_part(
    missing: list[Missing], passages: list[Passage], question: Question
) -> list[Missing]:
    """What no part has, where a resolution in parts was named as a whole."""
    there = {
        (part_of(p.paragraph.symbol), plain(paragraph_of(p.paragraph.place))) for p in passages
    }
    return [
        gap
        for gap in missing
        if part_of(gap.where or "") not in question.symbols
        or (part_of(gap.where or ""), paragraph_of(gap.name)) not in there
    ]


def _pointed_at(note: Paragraph, by_place: dict[str, Paragraph]) -> list[Passage]:
    """The note before, where this one says 同上."""
    number = note.place.removeprefix("FN")
    if not any(reference.invoked == "same_as_before" for reference in note.references):
        return []
    before = by_place.get(f"FN{int(number) - 1}") if number.isdigit() else None
    return [whole(before)] if before else []


def _spelled_out(places: tuple[str, ...], resolution: Resolution) -> list[str]:
    """``PP*`` is all of the preamble, ``OP*(b)`` the items (b); as it is where there are none."""
    kinds = {"PP": "preambular", "OP": "operative"}
    spelled: list[str] = []
    for place in places:
        code, star, label = place.partition("*")
        meant = [p.place for p in resolution.paragraphs if star and p.kind == kinds[code]]
        if label:
            meant = [one for one in meant if paragraph_of(one) + label == one]
        meant = meant or under_heading(place, resolution)
        spelled.extend(meant or ([] if star and not label else [place]))
    return spelled


def actual_place(place: str, resolution: Resolution) -> str:
    """``OP-1`` is the last operative paragraph: the number it has in this resolution."""
    match = re.fullmatch(r"(OP|PP|FN)-(\d+)", place)
    if match is None:
        return place
    places = _wholes(_KINDS[match[1]], resolution)
    at = int(match[2])
    return places[-at] if 0 < at <= len(places) else place


_KINDS = {"OP": "operative", "PP": "preambular", "FN": "footnote"}


def _wholes(kind: str, resolution: Resolution) -> list[str]:
    """The numbered paragraphs of a kind, sub-paragraphs not counted."""
    return [p.place for p in resolution.paragraphs if p.kind == kind and is_whole(p.place)]


def _missing_place(place: str, resolution: Resolution) -> Missing:
    if place.startswith("ANNEX"):
        has_annex = any(p.kind == "annex" for p in resolution.paragraphs)
        return Missing("place", place if has_annex else "ANNEX", resolution.symbol)
    if "*" in place or SECTION.fullmatch(place):
        return Missing("place", place, resolution.symbol)
    section, _, rest = place.rpartition("/")
    wholes = _wholes(_KINDS.get(rest[:2], "operative"), resolution)
    held = sum(covers(section, whole) for whole in wholes) if section else len(wholes)
    return Missing("place", place, resolution.symbol, str(held))


def _not_in_these(question: Question, passages: list[Passage]) -> list[Missing]:
    """Verbs, bodies and names that a question lays into paragraphs which do not have them."""
    if not passages:
        return []
    paragraphs = [passage.paragraph for passage in passages]
    first = paragraphs[0]
    is_one = all(covers(first.place, p.place) and p.symbol == first.symbol for p in paragraphs)
    where = first.key if is_one else first.symbol
    clauses = [clause for paragraph in paragraphs for clause in paragraph.clauses]
    texts = " ".join(fold(paragraph.text).text for paragraph in paragraphs)
    wrong = [
        Missing("verb", verb, where)
        for verb in question.verbs
        if not any(clause.verb == verb for clause in clauses) and verb not in texts
    ]
    if question.verbs and wrong and len(wrong) < len(question.verbs):
        wrong = []  # an English verb stands for several Chinese ones: one of them is enough
    wrong = wrong[:1]
    named = {e.name for c in clauses for e in (*c.addressees, *c.mentioned)}
    addressed = {e.name for c in clauses for e in c.addressees}
    present = addressed if question.directive and question.intent == "paragraph" else named
    for body in question.addressees:
        in_text = body in texts and not (question.directive and addressed)
        if body not in present and not in_text:
            wrong.append(Missing("addressee", body, where))
    if evidence.asks_why(question) and not evidence.supported(question.terms, texts):
        wrong.append(Missing("content", "", where))
    wrong.extend(
        Missing("term", term.word, where)
        for term in question.terms
        if not _TO_READ.search(question.folded)
        and term.noun
        and specificity(term.word) > _SUBJECT
        and not evidence.hit(term, texts)
    )
    due = question.deadline_session
    if due is not None and not any(d.session == due for c in clauses for d in c.deadlines):
        wrong.append(Missing("deadline", str(due), where))
    wrong.extend(
        Missing("term", term.word, where)
        for term in question.terms
        if term.naming and not any(fold(w).text in texts for w in term.wordings)
    )
    return wrong
