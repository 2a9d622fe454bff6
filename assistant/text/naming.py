"""The words by which a text names what it refers to, as they may be quoted by themselves."""

from __future__ import annotations

import re

from assistant.types import Reference, Span

_DAY_BEFORE = re.compile(
    r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日(?:的|大会|其)?\s*第?\s*$|第\s*$"
)
_DAY_AFTER = re.compile(r"\s*号|\s+of\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4}")
_FURTHEST = 30  # characters before a number in which its date stands


def naming_words(text: str, reference: Reference) -> Span:
    """A number with the date printed beside it, a title with its 《》, a document's symbol.

    2012 年 12 月 3 日第 67/39 号; 67/39 of 3 December 2012; 《禁止核武器条约》; A/68/514.
    """
    start, end = reference.span.start, reference.span.end
    if text[start - 1 : start] == "《" and text[end : end + 1] == "》":
        return Span(start - 1, end + 1)
    if reference.kind in ("document", "instrument"):
        return reference.span
    before = _DAY_BEFORE.search(text[max(0, start - _FURTHEST) : start])
    after = _DAY_AFTER.match(text, end)
    begin = start - len(before.group()) if before else start
    return Span(begin, after.end() if after else end)
