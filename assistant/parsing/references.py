"""What a paragraph refers to: resolutions, decisions, documents, instruments, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.parsing.masthead_forms import iso_date, ymd
from assistant.text.normalise import Folded, fold
from assistant.text.symbols import find_symbols
from assistant.types import Clause, Invocation, Reference, ReferenceKind, Span, VerbFamily


@dataclass(frozen=True, slots=True)
class _Found:
    """A reference with its surroundings, all offsets into the folded text."""

    kind: ReferenceKind
    target: str
    span: Span  # of the number or title
    whole: Span  # with the date, 第 and 号决议, or 《》


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph's text with its folded form."""

    source: str
    folded: Folded

    def words(self, span: Span) -> str:
        """The words of the source that a folded span stands for."""
        return self.folded.source(span).of(self.source)


_DATE_BEFORE = re.compile(rf"{ymd()}(?=(?:大会|第|的|决议案?)*$)")
_NEAR = 24  # characters looked back for a date or 根据; the longest date with 大会第 is 15
_TITLE = re.compile(r"《([^《》]+)》")
_PUBLICATIONS = frozenset({"条约汇编"})  # cited for where a treaty is printed: no instrument itself
_LONGEST_SHORT_TITLE = 4  # 《条约》, 《公约》, 《宣言》: short for a title named before

_ORDINAL = r"[\d一二三四五六七八九十百至、和]+"
_PART = re.compile(
    rf",?(第{_ORDINAL}(?:部分|节|卷|条|章|段|号)(?:,第{_ORDINAL}号)?|附件[一二三四五六七八九十]?"
    r"|\s?\((?P<latin>(?:Parts?|Vol\.?|Vols\.?)\s[^()]+)\))"
)
_SAME_AS_BEFORE = re.compile(r"同上")

_INVOKED: dict[VerbFamily, Invocation] = {
    "recall": "recalls",
    "reaffirm": "reaffirms",
    "note": "notes",
    "welcome": "welcomes",
}
_PURSUANT = re.compile(r"(?:根据|依照|按照|依据|遵照)(?:大会|其|上述)*$")
_JOINS_A_LIST = re.compile(r"[、,]|和|以及|及|与")
_ENDS_AN_OBJECT = re.compile(r"[,;。:]|以及|和|及|$")
_HEADS_AN_OBJECT = re.compile(r"(?:的|其|大会)$|^$")


def references_of(text: str, clauses: tuple[Clause, ...] = ()) -> tuple[Reference, ...]:
    """Every reference of a paragraph, in text order, with spans into ``text``.

    How one is invoked follows from the act it stands in (``clauses``): 回顾其第67/39号决议 recalls
    it; 根据第74/54号决议提出的报告 is pursuant to it, whatever the act does; anything else cites.
    """
    words = _Text(text, fold(text))
    found = sorted((*_symbols(words), *_titles(words)), key=lambda one: one.span)
    lists = _lists(words.folded.text, found)
    return tuple(
        Reference(
            kind=one.kind,
            target=one.target,
            span=words.folded.source(one.span),
            invoked=_invocation(words, one, listed, clauses),
            date=_date_before(words, one),
            part=_part_after(words, one.whole.end),
        )
        for one, listed in zip(found, lists, strict=True)
    )


_OWN = re.compile(r"(?:其|本理事会|\bits\s)(?:(?!大会|General Assembly)[^,。;]){0,60}$")


def of_own_organ(text: str, references: tuple[Reference, ...], organ: str) -> tuple[Reference, ...]:
    """The references, those to the organ's own resolutions given to ``organ``, which speaks.

    其第11(II)号决议 is the Assembly's where the Assembly speaks, the Council's where it does.
    """
    if organ == "A":
        return references
    return tuple(
        replace(one, target=organ + one.target.removeprefix("A"))
        if one.target.startswith(("A/RES/", "A/DEC/"))
        and _OWN.search(text[: one.span.start].rstrip("第 "))
        else one
        for one in references
    )


def references_of_notes(texts: Iterator[str] | list[str]) -> list[tuple[Reference, ...]]:
    """The references of footnotes in order: 同上 is what the note before it refers to first."""
    all_notes: list[tuple[Reference, ...]] = []
    for text in texts:
        own = references_of(text)
        before = all_notes[-1] if all_notes else ()
        same = _SAME_AS_BEFORE.match(text)
        if same and before:
            part = _part_after(_Text(text, fold(text)), same.end())
            span = Span(*same.span())
            again = replace(before[0], span=span, invoked="same_as_before", date=None, part=part)
            own = (again, *own)
        all_notes.append(own)
    return all_notes


def _symbols(words: _Text) -> Iterator[_Found]:
    text = words.folded.text
    in_titles = [found.span() for found in _TITLE.finditer(text)]
    for mention in find_symbols(text):
        is_titled = any(a <= mention.span.start < b for a, b in in_titles)
        if mention.explicit and not is_titled:
            near = max(0, mention.span.start - _NEAR)
            dated = _DATE_BEFORE.search(text, near, mention.span.start)
            start = min(dated.start(), mention.whole.start) if dated else mention.whole.start
            whole = Span(start, mention.whole.end)
            yield _Found(mention.kind, mention.symbol, mention.span, whole)


def _titles(words: _Text) -> Iterator[_Found]:
    """The instruments named in 《》; a short title stands for the long one it ends."""
    titles: list[str] = []
    for found in _TITLE.finditer(words.folded.text):
        title = found[1].translate(_FULL_WIDTH)
        if len(title) <= _LONGEST_SHORT_TITLE:
            title = next((t for t in reversed(titles) if t.endswith(title)), title)
        titles.append(title)
        kind: ReferenceKind = "document" if title in _PUBLICATIONS else "instrument"
        yield _Found(kind, title, Span(*found.span(1)), Span(*found.span()))


_FULL_WIDTH = str.maketrans(",:;()", "，：；（）")


def _date_before(words: _Text, found: _Found) -> date | None:
    if found.kind == "instrument":
        return None
    dated = _DATE_BEFORE.search(words.folded.text, found.whole.start, found.span.start)
    iso = iso_date(dated) if dated else None
    return date.fromisoformat(iso) if iso else None


def _part_after(words: _Text, end: int) -> str | None:
    part = _PART.match(words.folded.text, end)
    if part is None:
        return None
    return words.words(Span(*part.span("latin" if part["latin"] else 1)))


def _invocation(
    words: _Text, found: _Found, listed: tuple[_Found, _Found], clauses: tuple[Clause, ...]
) -> Invocation:
    """How ``found`` is invoked, which stands in a list from ``listed[0]`` to ``listed[1]``."""
    text = words.folded.text
    begin, end = listed[0].whole.start, listed[1].whole.end
    if _PURSUANT.search(text, max(0, begin - _NEAR), begin):
        return "pursuant_to"
    position = words.folded.source(found.span).start
    act = next((c for c in clauses if c.span.start <= position < c.span.end), None)
    if act is None or act.family not in _INVOKED:
        return "cites"
    between = fold(words.source[act.verb_span.end : words.folded.source(listed[0].whole).start])
    is_object = bool(_HEADS_AN_OBJECT.search(between.text) and _ENDS_AN_OBJECT.match(text, end))
    begins_object = not between.text and text.startswith("关于", end)
    return _INVOKED[act.family] if is_object or begins_object else "cites"


def _lists(text: str, found: list[_Found]) -> list[tuple[_Found, _Found]]:
    """For each reference, first and last of the list it stands in: 第67/56号、…和第71/258号决议."""
    lists: list[list[_Found]] = []
    for one in found:
        if lists and _are_joined(text, lists[-1][-1], one):
            lists[-1].append(one)
        else:
            lists.append([one])
    return [(members[0], members[-1]) for members in lists for _ in members]


def _are_joined(text: str, one: _Found, other: _Found) -> bool:
    return bool(_JOINS_A_LIST.fullmatch(text, one.whole.end, other.whole.start))
