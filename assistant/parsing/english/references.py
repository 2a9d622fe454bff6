"""What an English paragraph refers to: resolutions, decisions, documents, instruments, and how."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.parsing.english.instruments import titles_in
from assistant.parsing.english.words import Words, words_of
from assistant.text.english_dates import ENGLISH_DATE, english_date
from assistant.text.symbols import find_symbols
from assistant.types import Clause, Invocation, Reference, ReferenceKind, Span, VerbFamily


@dataclass(frozen=True, slots=True)
class _Found:
    """A reference with its surroundings, all offsets into the text that is matched."""

    kind: ReferenceKind
    target: str
    span: Span  # of the number or title
    whole: Span  # with resolution and the date
    date: date | None = None
    is_possessive: bool = False


_INVOKED: dict[VerbFamily, Invocation] = {
    "recall": "recalls",
    "reaffirm": "reaffirms",
    "note": "notes",
    "welcome": "welcomes",
}
_ORGAN = (
    r"General Assembly|Assembly|Security Council|Economic and Social Council|Human Rights Council"
    r"|Council"
)
_DETERMINER = (
    rf"all|both|its|the|their|this|that|such|other|relevant|previous|earlier|past|subsequent"
    rf"|recent|of|to|upon|with|in particular|inter alia|present|also|full|previously adopted"
    rf"|resolutions?|decisions?|United Nations|{_ORGAN}"
)
# The object of the act begins with the reference: Recalling its previous resolutions ….
_HEADS_AN_OBJECT = re.compile(rf"[ ,]*(?:(?:{_DETERMINER}),? )*")
# Recalling all its resolutions on the question, in particular resolution …
_IN_PARTICULAR = re.compile(
    r", (?:including|in particular|notably|especially|most recently|namely|inter alia"
    rf"|the (?:latest|last|most recent) of which (?:is|was|are|were)),? (?:(?:{_DETERMINER}),? )*$"
)
_LONGEST_BETWEEN = 400  # characters between the verb and what it recalls

# A letter that is also a Roman numeral is read once: a list of such would be tried in 2ⁿ ways.
_ORDINAL = r"(?:[IVXLC]+\b|\d{1,4}(?:\(\w\)|[a-z]?\b)|[ABD-HJKM-UWYZ]\b)"
_SECTION = (
    rf"(?:articles?|paragraphs?|paras?\.|sections?|sects?\.|parts?|chapters?|chaps?\.|annex(?:es)?"
    rf"|vols?\.|preambular paragraphs?|operative paragraphs?)"
    rf"(?: {_ORDINAL}(?:(?:-|, | and | to ){_ORDINAL})*)?"
)
_PART_BEFORE = re.compile(rf"\b(?P<part>{_SECTION}),? (?:of|to) (?:(?:{_DETERMINER}) )*$", re.I)
_PART_AFTER = re.compile(
    rf",? ?(?P<part>{_SECTION}(?:, (?:No\. \d+|{_SECTION}))*)|"
    r" ?\((?P<inside>(?:Parts?|Vols?\.?) [^()]{1,40})\)",
    re.IGNORECASE,
)
_LOOKED_BACK = 120  # characters
_PURSUANT = re.compile(
    r"\b(?:pursuant to|in pursuance of|in accordance with|in conformity with|in compliance with"
    r"|in keeping with|in line with|in response to|on the basis of|under"
    r"|as (?:requested|mandated|called for|provided for|decided) (?:in|by|under))"
    rf" (?:{_SECTION} (?:of|to) )?(?:(?:{_DETERMINER}) )*$",
    re.IGNORECASE,
)
_JOINS_A_LIST = re.compile(
    rf"(?:,? (?:and|as well as|and to|and of)|,)(?: (?:{_DETERMINER}))* ?", re.IGNORECASE
)
_SAME_AS_BEFORE = re.compile(r"\s*Ibid\b\.?,?", re.IGNORECASE)
_TREATY_SERIES = re.compile(
    r"(?:United Nations|League of Nations), (?P<title>Treaty Series)"
    r"(?P<after>, vols?\. \d+(?: and \d+)?(?:, Nos?\. [\w-]+)?)?"
)


def references_of(text: str, clauses: tuple[Clause, ...] = ()) -> tuple[Reference, ...]:
    """Every reference of a paragraph, in text order, with spans into ``text``.

    How one is invoked follows from the act it stands in (``clauses``): Recalling its resolution
    67/39 recalls it; the report submitted pursuant to resolution 74/54 is pursuant to it,
    whatever the act does; anything else cites.
    """
    words = words_of(text)
    first_verb = clauses[0].verb_span if clauses else Span(0, 0)
    after = len(words_of(text[: first_verb.end]).text) if clauses else 0
    found = sorted(
        (*_symbols(words.text), *_titles(words, after), *_series(words.text)),
        key=lambda one: one.span,
    )
    found = _dated_along_lists(words.text, found)
    starts = [clause.span.start for clause in clauses]
    return tuple(
        Reference(
            kind=one.kind,
            target=one.target,
            span=words.span(one.span),
            invoked=_invocation(words, one, listed, _act(words, one, clauses, starts)),
            date=one.date,
            part=_part(words, one),
        )
        for one, listed in zip(found, _lists(words.text, found), strict=True)
    )


def references_of_notes(texts: Iterable[str]) -> list[tuple[Reference, ...]]:
    """The references of footnotes in order: Ibid. is what the note before it refers to first."""
    all_notes: list[tuple[Reference, ...]] = []
    for text in texts:
        own = references_of(text)
        before = all_notes[-1] if all_notes else ()
        same = _SAME_AS_BEFORE.match(text)
        if same and before:
            begin = same.end() - len(same.group().lstrip())
            span = Span(begin, begin + len("Ibid"))
            words = words_of(text)
            printed = _part_after(words, min(same.end(), len(words.text)))
            again = replace(before[0], span=span, invoked="same_as_before", date=None, part=printed)
            own = (again, *own)
        all_notes.append(own)
    return all_notes


# ── what is named ────────────────────────────────────────────────────────────────────────────

_OF_A_DATE = re.compile(rf",? (?:of|dated|on) {ENGLISH_DATE}\b")


def _symbols(text: str) -> Iterator[_Found]:
    """The symbols, read with the dates cut out, so that a list of them is one."""
    dates = list(_OF_A_DATE.finditer(text))
    edges = (0, *(edge for dated in dates for edge in dated.span()), len(text))
    kept = [at for a, b in zip(edges[::2], edges[1::2], strict=True) for at in range(a, b)]
    cut = "".join(text[at] for at in kept)
    date_after = {dated.start(): dated for dated in dates}
    for mention in find_symbols(cut):
        span = Span(kept[mention.span.start], kept[mention.span.end - 1] + 1)
        dated = date_after.get(span.end)
        if not mention.explicit and dated is None:
            continue
        start = min(kept[mention.whole.start], span.start)
        whole = Span(start, dated.end() if dated else kept[mention.whole.end - 1] + 1)
        day = english_date(dated) if dated else None
        yield _Found(mention.kind, mention.symbol, span, whole, day)


def _titles(words: Words, after: int) -> Iterator[_Found]:
    for title in titles_in(words.text, after):
        yield _Found(
            "instrument", title.title, title.span, title.span, is_possessive=title.is_possessive
        )


def _series(text: str) -> Iterator[_Found]:
    """The Treaty Series is where a treaty is printed, and no treaty."""
    for found in _TREATY_SERIES.finditer(text):
        span = Span(*found.span("title"))
        yield _Found("document", found["title"], span, span)


def _dated_along_lists(text: str, found: list[_Found]) -> list[_Found]:
    """Resolutions 48/10 and 48/11 of 25 October 1993: one date for both."""
    dated = list(found)
    for at in range(len(dated) - 2, -1, -1):
        one, following = dated[at], dated[at + 1]
        is_numbered = one.kind in {"resolution", "decision"} and following.kind == one.kind
        is_bare = following.whole.start == following.span.start  # no other "resolution" before it
        if is_numbered and is_bare and one.date is None and _are_joined(text, one, following):
            dated[at] = replace(one, date=following.date)
    return dated


# ── how it is invoked ────────────────────────────────────────────────────────────────────────


def _act(
    words: Words, one: _Found, clauses: tuple[Clause, ...], starts: list[int]
) -> Clause | None:
    position = words.span(one.span).start
    at = bisect_right(starts, position) - 1
    return clauses[at] if at >= 0 and position < clauses[at].span.end else None


def _part_after(words: Words, end: int) -> str | None:
    after = _PART_AFTER.match(words.text, end)
    if after is None:
        return None
    return words.printed(Span(*after.span("part" if after["part"] else "inside")))


def _part(words: Words, one: _Found) -> str | None:
    after = _part_after(words, one.whole.end)
    if after is not None:
        return after
    near = max(0, one.whole.start - _LOOKED_BACK)
    before = _PART_BEFORE.search(words.text[near : one.whole.start])
    if before is None:
        return None
    return words.printed(Span(near + before.start("part"), near + before.end("part")))


def _invocation(
    words: Words, found: _Found, listed: tuple[_Found, _Found], act: Clause | None
) -> Invocation:
    """How ``found`` is invoked, which stands in a list from ``listed[0]`` to ``listed[1]``."""
    begin = listed[0].whole.start
    if _PURSUANT.search(words.text[max(0, begin - _LOOKED_BACK) : begin]):
        return "pursuant_to"
    if act is None or act.family not in _INVOKED or found.is_possessive:
        return "cites"
    between = words.source[act.verb_span.end : words.span(listed[0].whole).start]
    if len(between) > _LONGEST_BETWEEN:
        return "cites"
    said = f" {words_of(between).text.strip()} "
    is_one_of_them = found.kind != "instrument" and "resolutions" in said
    is_object = _HEADS_AN_OBJECT.fullmatch(said)
    if is_object or (is_one_of_them and _IN_PARTICULAR.search(said)):
        return _INVOKED[act.family]
    return "cites"


def _lists(text: str, found: list[_Found]) -> list[tuple[_Found, _Found]]:
    """For each reference, first and last of the list it stands in."""
    lists: list[list[_Found]] = []
    for one in found:
        if lists and _are_joined(text, lists[-1][-1], one):
            lists[-1].append(one)
        else:
            lists.append([one])
    return [(members[0], members[-1]) for members in lists for _ in members]


def _are_joined(text: str, one: _Found, other: _Found) -> bool:
    between = text[one.whole.end : min(other.whole.start, one.whole.end + _LOOKED_BACK)]
    is_near = other.whole.start - one.whole.end < _LOOKED_BACK
    return is_near and bool(_JOINS_A_LIST.fullmatch(between))
