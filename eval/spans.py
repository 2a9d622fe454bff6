"""Where a quotation may begin and end without turning its meaning.

The smallest quote of a numbered or preambular paragraph is one act, with its verb, negation and
condition. Boundaries are found here by the judge's own rule, not taken from the parsed clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.types import Paragraph, Quote, Span
from eval.lexicon import ACT_START, ENGLISH_LATER_ACT, LATER_ACT, simplified

_EDGE = "，；。：、,;.: 　\n"
_WORD = re.compile(r"[0-9A-Za-z/]")
_UNIT = re.compile(r"[年月日届次号段卷]")
# A date with the number it belongs to is a fact by itself: there is no verb that it could lose.
_DATED_NUMBER = re.compile(
    r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:的)?第 ?\d+/\d+ ?号(?:决议|决定)?"
)
_NUMBER = r"(?:[SE]{1,2}-)?\d+(?:/\d+)?\s?[A-Z]?(?:\s?\([A-Z0-9-]+\))?"
_NAME = re.compile(
    r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:的|大会|其)?\s*)?"
    rf"第?\s*{_NUMBER}\s*号(?:决议|决定)?"
    rf"|{_NUMBER}(?: of \d{{1,2}} [A-Z][a-z]+ \d{{4}})?|《[^《》]+》|[A-Z]+(?:/[A-Za-z0-9.()-]+)+"
    r"|(?:[A-Z0-9][\w’'-]*|of|on|the|for|and|in|to|against)(?: [\w’',()-]+)*"
)
_PAIRS = (("(", ")"), ("（", "）"), ("《", "》"), ("“", "”"), ("[", "]"))
_HANZI = re.compile(r"[一-鿿]")


def acts(text: str) -> tuple[Span, ...]:
    """The acts of a paragraph: each from its verb (and adverbs) to the next, joiners left out."""
    text = simplified(text)
    later = LATER_ACT if _HANZI.search(text) else ENGLISH_LATER_ACT
    starts = [0] + [m.start() for m in later.finditer(text) if m.start() > 0]
    ends = [*starts[1:], len(text)]
    return tuple(_trim(text, Span(a, b)) for a, b in zip(starts, ends, strict=True))


def cut(paragraph: Paragraph, quote: Quote, facts: Iterable[Span] = ()) -> str | None:
    """Why this quotation is cropped so that it may mislead; None where it is not.

    ``facts``: where the paragraph states masthead values; each may be quoted by itself.
    """
    span = _trim(paragraph.text, Span(quote.start, quote.end))
    if span.start >= span.end:
        return "quotes nothing"
    if _DATED_NUMBER.fullmatch(span.of(paragraph.text)):
        return None
    if paragraph.kind in ("operative", "preambular"):
        return _cut_act(simplified(paragraph.text), span)
    return _cut_token(paragraph.text, span, tuple(facts))


def is_name(text: str, quote: Quote) -> bool:
    """Whether a quotation is no more and no less than a number, symbol or title: in a list of what
    is named, a name has no verb that it could lose."""
    before, after = text[: quote.start], text[quote.end :]
    is_whole = not _WORD.match(before[-1:]) and not _WORD.match(after[:1])
    words = simplified(text[quote.start : quote.end])  # 第102/1號 is a number as well
    return is_whole and _NAME.fullmatch(words) is not None


def _cut_act(text: str, span: Span) -> str | None:
    whole = acts(text)
    if not any(_same_start(text, act, span) for act in whole):
        return "begins inside an act, so that its verb is lost"
    if not any(act.end == span.end for act in whole):
        return "ends inside an act, so that a condition may be lost"
    return None


def _same_start(text: str, act: Span, span: Span) -> bool:
    """A later act may be quoted with or without its joining 并."""
    if span.start == act.start:
        return True
    joiner = text[act.start : span.start].strip()
    if joiner == "and":
        return True  # an English act was found by its verb
    return joiner in ("并", "同时", "又", "还") and bool(ACT_START.match(text, span.start))


def _cut_token(text: str, span: Span, facts: Iterable[Span]) -> str | None:
    """Mastheads, notes and closing lines hold facts: no word, date, number or symbol may be cut."""
    if span in facts:
        return None
    for at in (span.start, span.end):
        left, right = text[:at].rstrip(), text[at:].lstrip()
        if not left or not right:
            continue
        if _WORD.match(left[-1:]) and _WORD.match(right[:1]):
            return "cuts a number or symbol in two"
        if (_WORD.match(left[-1:]) and _UNIT.match(right)) or _inside_date(left, right):
            return "cuts a date or ordinal in two"
        if _HANZI.match(text[at - 1]) and _HANZI.match(text[at]) and not left.endswith("日"):
            return "cuts a word in two"
    words = span.of(text)
    if any(words.count(opening) != words.count(closing) for opening, closing in _PAIRS):
        return "cuts a bracket in two"
    return None


def _inside_date(left: str, right: str) -> bool:
    return bool(re.search(r"第$|\d\s*[年月]$", left) and re.match(r"\d", right))


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
