"""The grammar of United Nations symbols, in every form that texts and readers write them.

Canonical symbols: ``A/RES/75/45``, with part ``A/RES/48/226A``; sessions 1 to 30
``A/RES/217A(III)``; special sessions ``A/RES/S-10/2``, ``A/RES/ES-10/21``, ``A/RES/1874(S-IV)``;
decisions ``A/DEC/50/473``; Security Council ``S/RES/983(1995)``, without the year where none is
said; Economic and Social Council ``E/RES/2023/14``, until 1978 ``E/RES/11(II)``; Human Rights
Council ``A/HRC/RES/47/5``. Any other symbol is a document. Mentions are found in folded text
(``text.normalise``); which symbols stand for one resolution, ``text.kinship`` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from assistant.text.kinship import meant_by, part_of, printed_numbers, same, spellings, with_part
from assistant.text.labels import label, place_label
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.text.symbol_forms import COUNCIL, FOREIGN, FORMS, Candidate, Reader
from assistant.types import Span

__all__ = [
    "ORGAN_NAMES",
    "SymbolKind",
    "SymbolMention",
    "find_symbols",
    "kind_of",
    "label",
    "meant_by",
    "parse_symbol",
    "part_of",
    "place_label",
    "printed_numbers",
    "same",
    "session_of",
    "spellings",
]

SymbolKind = Literal["resolution", "decision", "document"]


@dataclass(frozen=True, slots=True)
class SymbolMention:
    """A symbol in a text."""

    span: Span  # the number as written, with A/RES/ where it stands: 75/45
    symbol: str
    kind: SymbolKind
    explicit: bool  # an organ, 第, 号, 决议 or RES stands with it; false for bare numbers
    whole: Span  # with 大会第 and 号决议 around it, for cutting it out of a question


def find_symbols(folded_text: str) -> tuple[SymbolMention, ...]:
    """Every symbol named in a folded text, in text order.

    Dates, fractions and paragraph numbers are left alone: a bare number counts only where its
    session could have sat. Where no organ is named, a number is the Assembly's if it can be.
    """
    if not _HAS_NUMERAL.search(folded_text):
        return ()
    return tuple(
        mention
        for found in _shared_along_lists(folded_text, _candidates(folded_text))
        if found.organ != FOREIGN
        for mention in _mentions(found)
    )


def _mentions(found: Candidate) -> list[SymbolMention]:
    """The symbol a candidate is, and with it the other parts in 第53/243 A和B号."""
    symbol = found.read(found)
    if not symbol:
        return []
    start, end = found.match.span()
    more = found.match.groupdict().get("more")
    others = _other_parts(symbol, more, found.match.start("more")) if more else []
    kind = kind_of(symbol)
    is_named = found.explicit or found.match.group()[0].isalpha()
    first = Span(start, found.match.start("more") if others and end == others[-1][0].end else end)
    return [
        SymbolMention(first, symbol, kind, is_named, found.whole),
        *(SymbolMention(span, part, kind, is_named, span) for span, part in others),
    ]


_NEXT_PART = re.compile(r"(?P<to>至|-|–|to\b)?\W*(?:和|及|与|以及|and\b)?\s?(?P<letter>[A-Z])")


def _other_parts(symbol: str, more: str, offset: int) -> list[tuple[Span, str]]:
    """A和B names one more, A至D three more; what a range leaves out stands where it ends."""
    whole = part_of(symbol)
    if whole is None:
        return []
    last = symbol.partition("(")[0][-1]
    found = []
    for match in _NEXT_PART.finditer(more):
        first = ord(last) + 1 if match["to"] else ord(match["letter"])
        span = Span(offset + match.start("letter"), offset + match.end("letter"))
        last = match["letter"]
        found += [(span, with_part(whole, chr(c))) for c in range(first, ord(last) + 1)]
    return found


_HAS_NUMERAL = re.compile(rf"[\d]|{CHINESE_NUMERAL}")


def _candidates(text: str) -> list[Candidate]:
    """What has the form of a symbol, in text order, each stretch claimed by one form only."""
    claimed: list[Candidate] = []
    taken = bytearray(len(text))
    for pattern, read in FORMS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                claimed.append(_with_context(text, found, read))
    return sorted(claimed, key=lambda candidate: candidate.match.start())


def kind_of(symbol: str) -> SymbolKind:
    """Whether a canonical symbol is a resolution's, a decision's or any other document's."""
    if "/RES/" in symbol:
        return "resolution"
    return "decision" if "/DEC/" in symbol else "document"


def parse_symbol(text: str) -> str | None:
    """The canonical symbol if ``text`` is one from end to end, in any written form, else None."""
    folded = fold(text).text.strip()
    mentions = find_symbols(folded)
    if len(mentions) == 1 and mentions[0].whole == Span(0, len(folded)):
        return mentions[0].symbol
    return None


@lru_cache(maxsize=65_536)  # asked of every resolution held
def session_of(symbol: str) -> int | None:
    """The regular session of a General Assembly resolution or decision, else None.

    Special sessions are numbered by themselves: ``A/RES/S-10/2`` has no regular session.
    """
    found = _SESSION.fullmatch(symbol)
    return parse_numeral(found["modern"] or found["roman"]) if found else None


_SESSION = re.compile(
    r"A/(?:RES|DEC)/(?:(?P<modern>\d{1,3})/\d+[A-Z]?|\d+[A-Z]?\((?P<roman>[IVX]+)\))"
)


# ── the words around a number ────────────────────────────────────────────────────────────────

ORGAN_NAMES = {
    "安全理事会": "S", "安理会": "S", "经济及社会理事会": "E", "经济和社会理事会": "E",
    "经社理事会": "E", "人权理事会": "A/HRC", "大会": "A", "联大": "A", "理事会": COUNCIL,
    "security council": "S", "unsc": "S", "sc": "S", "economic and social council": "E",
    "ecosoc": "E", "human rights council": "A/HRC", "general assembly": "A", "unga": "A", "ga": "A",
}  # fmt: skip
_ORGAN = "|".join(sorted(ORGAN_NAMES, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?i:(?<![A-Za-z])(?:联合国)?(?P<organ>{_ORGAN}))?"
    r"(?:题为[“\"「《][^“”\"「」《》]{1,150}[”\"」》])?"
    r"(?P<own>\s|的|其)*(?:\d{4}年(?:\d{1,2}月\d{1,2}日)?)?"
    r"(?P<noun>(?i:\bres(?:olution)?s?\b\.?|\bdecisions?|决议案?|决定))?"
    r"(?:\s?(?i:no\.|number))?\s?(?P<ordinal>第)?$"
)
_AFTER = re.compile(
    r"\s?(?P<number>号(?!召))?的?(?P<noun>决议案?|决定(?!性)|(?i:\s?resolution\b))?"
)
_LIST_GAP = re.compile(
    rf"号?(?:[、,]|和|以及|及|与|\s?(?:,\s?)?\b(?:and|or)\b\s?)\s?(?:{_ORGAN})?"
    r"(?:\d{4}年(?:\d{1,2}月\d{1,2}日)?)?第?\s?"
)
# Bodies that number like the Assembly or the councils: 环境大会第2/5号, 人权委员会第2005/80号.
_OTHER_BODY = re.compile(
    r"(?:(?<!第[一二三四五六])委员会|经社会|执行局|董事会|缔约[国方](?:会议|大会))$"
)
# 执行理事会 is another body, but 执行大会第70/33号决议 carries out the Assembly's own.
_NAMESAKES = {
    "大会": re.compile(r"(?:环境|卫生|人居|气象|电信)$"),
    "理事会": re.compile(r"(?:托管|执行|开发|发展|管理|规划署|署|组织|局)$"),
}
_FURTHEST_BEFORE = 48  # characters looked at before a number, or before the title given with it
_LONGEST_TITLE = 200


def _noun(word: str | None) -> str:
    if not word:
        return ""
    return "DEC" if word.lower().startswith(("决定", "decision")) else "RES"


def _with_context(text: str, found: re.Match[str], read: Reader) -> Candidate:
    titled = text.rfind("题为", max(0, found.start() - _LONGEST_TITLE), found.start())
    window = max(0, (titled if titled >= 0 else found.start()) - _FURTHEST_BEFORE)
    before = _BEFORE.search(text[window : found.start()])
    after = _AFTER.match(text, found.end())
    organ = (before["organ"] or "").lower() if before else ""
    start = found.start()
    if before and organ:
        start = window + before.start()
    elif before and (before["ordinal"] or before["noun"]):
        start = window + before.start("noun" if before["noun"] else "ordinal")
    if before and _is_foreign(text[window : window + before.start()], before):
        return Candidate(found, read, Span(*found.span()), FOREIGN)
    is_numbered = bool((before and before["ordinal"]) or (after and after["number"]))
    noun = _noun(after["noun"] if after else None) or _noun(before["noun"] if before else None)
    end = after.end() if after and (after["number"] or after["noun"]) else found.end()
    return Candidate(
        found, read, Span(start, end), ORGAN_NAMES.get(organ, ""), noun, is_numbered,
        after=text[found.end() : found.end() + 2] if not (after and after["number"]) else "",
        clause=re.split("[,。;:?!]", text[window:start])[-1],
    )  # fmt: skip


def _is_foreign(ahead: str, before: re.Match[str]) -> bool:
    """Whether the number is some other body's; 设立该委员会的第11(II)号决议 is not 委员会's own."""
    if before["organ"]:
        namesake = _NAMESAKES.get(before["organ"])
        return bool(namesake and namesake.search(ahead))
    named = before["ordinal"] or before["noun"]
    return bool(named and not before["own"] and _OTHER_BODY.search(ahead))


def _shared_along_lists(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """第67/56号、…和第71/258号决议: one 决议, and the organ before the first, hold for all."""
    shared = list(candidates)
    joined = [
        _LIST_GAP.fullmatch(text, a.match.end(), b.match.start()) is not None
        for a, b in pairwise(candidates)
    ]
    for at in range(len(joined) - 1, -1, -1):
        if joined[at] and not shared[at].noun:
            numbered = shared[at].numbered or shared[at + 1].numbered
            shared[at] = replace(shared[at], noun=shared[at + 1].noun, numbered=numbered)
    for at, is_joined in enumerate(joined):
        if is_joined:
            one, other = shared[at], shared[at + 1]
            shared[at + 1] = replace(
                other, organ=other.organ or one.organ, noun=other.noun or one.noun
            )
    return shared
