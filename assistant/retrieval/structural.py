"""Structure before similarity: what symbols, places, verbs, bodies and dates answer by look-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.library.lookups import ActQuery
from assistant.library.records import Records
from assistant.text.normalise import fold
from assistant.text.verbs import DIRECTIVES
from assistant.types import (
    Clause,
    Found,
    Intent,
    MastheadField,
    Missing,
    Paragraph,
    Passage,
    Question,
    Reference,
    Resolution,
    Span,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with the resolutions it is answered from."""

    question: Question
    symbols: tuple[str, ...]
    records: Records
    read: Callable[[str], Resolution]  # reads each resolution once for the whole answer


def whole(paragraph: Paragraph) -> Passage:
    """A passage that is all of a paragraph."""
    return Passage(paragraph, 1.0, "structure")


def _resolutions(ask: Ask) -> list[Resolution]:
    return [ask.read(symbol) for symbol in ask.symbols]


# ── paragraphs by number ─────────────────────────────────────────────────────────────────────


def paragraphs(ask: Ask) -> Found:
    """The named paragraphs of each resolution, and those it does not have."""
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in _resolutions(ask):
        by_place = {paragraph.place: paragraph for paragraph in resolution.paragraphs}
        for place in _spelled_out(ask.question.places, resolution):
            actual = _actual_place(place, resolution)
            if actual in by_place:
                passages.append(whole(by_place[actual]))
                if "同上" in ask.question.folded:
                    passages.extend(_pointed_at(by_place[actual], by_place))
            else:
                missing.append(_missing_place(actual, resolution))
    wrong = _not_in_these(ask.question, passages)
    return Found(tuple(passages), (*missing, *wrong), ask.symbols, refused=bool(wrong))


def _pointed_at(note: Paragraph, by_place: dict[str, Paragraph]) -> list[Passage]:
    """The note before, where this one says 同上."""
    number = note.place.removeprefix("FN")
    if not any(reference.invoked == "same_as_before" for reference in note.references):
        return []
    before = by_place.get(f"FN{int(number) - 1}") if number.isdigit() else None
    return [whole(before)] if before else []


def _spelled_out(places: tuple[str, ...], resolution: Resolution) -> list[str]:
    """``PP*`` is all of the preamble."""
    kinds = {"PP*": "preambular", "OP*": "operative"}
    return [
        spelled
        for place in places
        for spelled in (
            [p.place for p in resolution.paragraphs if p.kind == kinds[place]]
            if place in kinds
            else [place]
        )
    ]


def _actual_place(place: str, resolution: Resolution) -> str:
    """``OP-1`` is the last operative paragraph: the number it has in this resolution."""
    match = re.fullmatch(r"(OP|PP)-(\d+)", place)
    if match is None:
        return place
    kind = "operative" if match[1] == "OP" else "preambular"
    places = [p.place for p in resolution.paragraphs if p.kind == kind]
    at = int(match[2])
    return places[-at] if 0 < at <= len(places) else place


def _missing_place(place: str, resolution: Resolution) -> Missing:
    kinds = {"OP": "operative", "PP": "preambular", "FN": "footnote"}
    kind = kinds.get(place[:2], "operative")
    held = sum(paragraph.kind == kind for paragraph in resolution.paragraphs)
    return Missing("place", place, resolution.symbol, str(held))


def _not_in_these(question: Question, passages: list[Passage]) -> list[Missing]:
    """Verbs, bodies and names that a question lays into paragraphs which do not have them."""
    if not passages:
        return []
    paragraphs = [passage.paragraph for passage in passages]
    where = paragraphs[0].key if len(paragraphs) == 1 else paragraphs[0].symbol
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
    due = question.deadline_session
    if due is not None and not any(d.session == due for c in clauses for d in c.deadlines):
        wrong.append(Missing("deadline", str(due), where))
    wrong.extend(
        Missing("term", term.word, where)
        for term in question.terms
        if term.naming and not any(fold(w).text in texts for w in term.wordings)
    )
    return wrong


# ── acts ─────────────────────────────────────────────────────────────────────────────────────


def acts(ask: Ask) -> Found:
    """Every act with the asked verb and addressee, in document order."""
    question = ask.question
    passages = find_acts(ask, question)
    if passages:
        return Found(passages, _silent_resolutions(ask, passages), ask.symbols)
    if question.addressees and not question.verbs:
        mentioned = _mentioning(ask)
        if mentioned and not question.directive:
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
    for resolution in _resolutions(ask):
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


def _silent_resolutions(ask: Ask, passages: tuple[Passage, ...]) -> tuple[Missing, ...]:
    """Resolutions that were named and have no such act, where another one has."""
    if not ask.question.symbols or len(ask.symbols) < 2:
        return ()
    speaking = {passage.paragraph.symbol for passage in passages}
    return tuple(_no_act(ask.question, symbol) for symbol in ask.symbols if symbol not in speaking)


def why_no_act(ask: Ask) -> tuple[Missing, ...]:
    """Which of verb, body or their combination the resolutions lack."""
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    return (_no_act(ask.question, where),)


def _no_act(question: Question, where: str | None) -> Missing:
    if question.verbs and question.addressees:
        return Missing("act", f"{question.verbs[0]}{question.addressees[0]}", where)
    if question.verbs:
        return Missing("verb", question.verbs[0], where)
    if question.addressees:
        return Missing("addressee", question.addressees[0], where)
    return Missing("verb", "请", where)


_REPORTS = re.compile(r"报告|汇报|\breports?\b", re.IGNORECASE)
_AGENDAS = re.compile(r"议程|分项|列入|\bagenda\b|\bitems?\b", re.IGNORECASE)


# ── masthead ─────────────────────────────────────────────────────────────────────────────────

# The masthead fields that answer a question for one; the first is the one asked for.
_FIELDS: dict[str, tuple[MastheadField, ...]] = {
    "date": ("date",),
    "meeting": ("meeting", "meeting_date"),
    "session": ("session",),
    "agenda_item": ("agenda_item",),
    "agenda_title": ("agenda_title", "agenda_item"),
    "committee": ("committee",),
    "report": ("report", "report_paragraph"),
    "report_paragraph": ("report_paragraph", "report"),
    "title": ("title",),
    "number": ("number", "title"),
}


def masthead_fields(attribute: str) -> tuple[MastheadField, ...]:
    """The printed fields that answer a question for ``attribute``; empty where none ever does."""
    return _FIELDS.get(attribute, ())


def masthead(ask: Ask) -> Found:
    """The masthead value asked for, of each resolution; or the resolutions that have a value."""
    attribute = ask.question.attribute or ""
    fields = masthead_fields(attribute)
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    if not fields:
        return Found((), (Missing("attribute", attribute, where),), ask.symbols, refused=True)
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in _having_the_value(ask, fields):
        facts = [resolution.masthead[f] for f in fields if f in resolution.masthead]
        if fields[0] not in resolution.masthead:
            missing.append(Missing("field", attribute, resolution.symbol))
            continue
        place = facts[0].place
        paragraph = next(p for p in resolution.paragraphs if p.place == place)
        spans = tuple(fact.span for fact in facts if fact.place == place)
        passages.append(Passage(paragraph, 1.0, "structure", (), spans))
    return Found(tuple(passages), tuple(missing), ask.symbols, refused=not passages)


def _having_the_value(ask: Ask, fields: tuple[MastheadField, ...]) -> list[Resolution]:
    """哪份决议是在62次全会上通过的: the resolutions whose value the question itself states."""
    resolutions = _resolutions(ask)
    if ask.question.symbols:
        return resolutions
    stated = [
        resolution
        for resolution in resolutions
        if any(
            f in resolution.masthead
            and _states(ask.question.folded, f, resolution.masthead[f].value)
            for f in fields
        )
    ]
    return stated or resolutions


_DATE = re.compile(r"(?P<y>[12][0-9]{3})年(?:(?P<m>[0-9]{1,2})月)?(?:(?P<d>[0-9]{1,2})[日号])?")


def _states(folded: str, name: MastheadField, value: str) -> bool:
    """Whether a question itself states the value: 62次, 2017年, 第一委员会."""
    if name in ("date", "meeting_date"):
        return any(
            value.startswith("-".join(f"{int(part):02d}" for part in match.groups() if part))
            for match in _DATE.finditer(folded)
        )
    return bool(re.search(rf"(?<![0-9/]){re.escape(value)}(?![0-9/])", folded))


# ── counts, notes, references ────────────────────────────────────────────────────────────────


def counted(ask: Ask) -> Found:
    """The paragraphs or notes a question counts."""
    question = ask.question
    kinds = ("footnote",) if question.attribute == "footnotes" else question.kinds
    wanted = kinds or ("preambular", "operative")
    found = [p for r in _resolutions(ask) for p in r.paragraphs if p.kind in wanted]
    return Found(tuple(whole(paragraph) for paragraph in found), (), ask.symbols, refused=not found)


def footnotes(ask: Ask) -> Found:
    """All notes, or those that the named paragraphs mark."""
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in _resolutions(ask):
        notes = {p.place: p for p in resolution.paragraphs if p.kind == "footnote"}
        wanted = list(notes)
        if ask.question.places:
            places = [_actual_place(place, resolution) for place in ask.question.places]
            marked = [p for p in resolution.paragraphs if p.place in places]
            wanted = [mark.footnote for p in marked for mark in p.marks]
        if not wanted:
            missing.append(Missing("footnote", "", resolution.symbol))
        passages.extend(whole(notes[place]) for place in wanted if place in notes)
    return Found(tuple(passages), tuple(missing), ask.symbols, refused=not passages)


def references(ask: Ask) -> Found:
    """What a resolution mentions: other resolutions, or documents, or instruments."""
    wanted = {"instrument": {"instrument"}, "document": {"document"}}.get(
        ask.question.target or "", {"resolution", "decision"}
    )
    recalled = "回顾" in ask.question.verbs
    passages = []
    for paragraph, parts in ask.records.references_of(ask.symbols):
        kept = [paragraph.references[i] for i in parts if paragraph.references[i].kind in wanted]
        if recalled:
            kept = [reference for reference in kept if reference.invoked == "recalls"]
        if ask.question.kinds and paragraph.kind not in ask.question.kinds:
            continue
        if kept:
            clauses = _clauses_around(paragraph, [reference.span.start for reference in kept])
            passages.append(Passage(paragraph, 1.0, "structure", clauses))
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    missing = () if passages else (Missing("reference", ask.question.target or "", where),)
    return Found(tuple(passages), missing, ask.symbols, refused=not passages)


def mentioned_by(ask: Ask) -> Found:
    """Every paragraph that mentions the target, in document order."""
    target = ask.question.target or ""
    passages = []
    for paragraph, parts in ask.records.mentions_of({target}):
        if paragraph.symbol not in ask.symbols:
            continue
        if ask.question.attribute == "date":
            spans = [_with_date(paragraph, paragraph.references[i]) for i in parts]
            dated = tuple(span for span in spans if span is not None)[:1]
            if dated:
                passages.append(Passage(paragraph, 1.0, "structure", (), dated))
        else:
            starts = [paragraph.references[i].span.start for i in parts]
            passages.append(
                Passage(paragraph, 1.0, "structure", _clauses_around(paragraph, starts))
            )
    missing = () if passages else (Missing("reference", target),)
    return Found(tuple(passages), missing, ask.symbols, refused=not passages)


_PRINTED_DATE = re.compile(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日(?=[^0-9]{0,6}$)")


def _with_date(paragraph: Paragraph, reference: Reference) -> Span | None:
    """A reference with the date printed before it: 2012 年 12 月 3 日第 67/39 号."""
    before = paragraph.text[max(0, reference.span.start - 30) : reference.span.start]
    match = _PRINTED_DATE.search(before)
    if reference.date is None or match is None:
        return None
    end = reference.span.end
    closing = re.match(r"\s*号", paragraph.text[end:])
    start = reference.span.start - len(before) + match.start()
    return Span(start, end + (closing.end() if closing else 0))


def _clauses_around(paragraph: Paragraph, offsets: list[int]) -> tuple[int, ...]:
    return tuple(
        i
        for i, clause in enumerate(paragraph.clauses)
        if any(clause.span.start <= at < clause.span.end for at in offsets)
    )


# ── deadlines, overviews ─────────────────────────────────────────────────────────────────────


def deadlines(ask: Ask) -> Found:
    """Acts that say by when, or for which session."""
    question = ask.question
    recurring = re.search(r"每年|年年|annual|every year|each year", question.folded, re.IGNORECASE)
    passages = []
    for resolution in _resolutions(ask):
        for paragraph in resolution.paragraphs:
            indices = tuple(
                i
                for i, clause in enumerate(paragraph.clauses)
                if clause.family in ("directive", "decision")
                and any(
                    (question.deadline_session in (None, d.session))
                    and (bool(recurring) <= d.recurring)
                    for d in clause.deadlines
                )
                and _asked_act(question, clause)
            )
            if indices:
                passages.append(Passage(paragraph, 1.0, "structure", indices))
    if passages:
        return Found(_nearest(question, passages), (), ask.symbols)
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    name = str(question.deadline_session or "")
    return Found((), (Missing("deadline", name, where),), ask.symbols, refused=True)


def _asked_act(question: Question, clause: Clause) -> bool:
    """Whether an act is of the asked body, and has the kind of result that is asked for."""
    names = {entity.name for entity in clause.addressees}
    if question.addressees and not names & set(question.addressees):
        return False
    if question.directive and clause.family != "directive":
        return False
    if _REPORTS.search(question.folded) and not _AGENDAS.search(question.folded):
        return "报告" in clause.deliverables
    return True


def _nearest(question: Question, passages: list[Passage]) -> tuple[Passage, ...]:
    """Of several acts, those that have most of the question's other words."""
    terms = [
        t for t in question.terms if not _REPORTS.search(t.word) and not _AGENDAS.search(t.word)
    ]
    texts = [
        fold(" ".join(p.paragraph.clauses[i].span.of(p.paragraph.text) for i in p.clauses)).text
        for p in passages
    ]
    scores = [sum(any(w in text for w in term.wordings) for term in terms) for text in texts]
    best = max(scores)
    return tuple(p for p, score in zip(passages, scores, strict=True) if score == best)


def overview(ask: Ask) -> Found:
    """The title and every operative paragraph."""
    found = [
        passage
        for resolution in _resolutions(ask)
        for passage in (
            _title(resolution),
            *(whole(p) for p in resolution.paragraphs if p.kind == "operative"),
        )
    ]
    return Found(tuple(found), (), ask.symbols, refused=not found)


def library(ask: Ask) -> Found:
    """The title of every resolution held."""
    return Found(tuple(_title(resolution) for resolution in _resolutions(ask)), (), ask.symbols)


def _title(resolution: Resolution) -> Passage:
    """The masthead, for its title alone where one is printed."""
    meta = next(p for p in resolution.paragraphs if p.place == "META")
    title = resolution.masthead.get("title")
    spans = (title.span,) if title is not None and title.place == "META" else ()
    return Passage(meta, 1.0, "structure", (), spans)


LOOK_UPS: dict[Intent, Callable[[Ask], Found]] = {
    "paragraph": paragraphs,
    "acts": acts,
    "masthead": masthead,
    "count": counted,
    "footnotes": footnotes,
    "references": references,
    "mentioned_by": mentioned_by,
    "deadlines": deadlines,
    "overview": overview,
    "library": library,
}
