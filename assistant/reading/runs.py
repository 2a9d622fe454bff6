"""Runs of type (bold, raised) to the one written form that every format shares.

A bold verb becomes ``**请**``, a raised number a Unicode superscript. What is bold from its first
word to its last is a heading, and bears no marks: there bold distinguishes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(r"\s*(?:\d+\s?[.．、]|[(（]\w{1,5}[)）])\s*")
_NOTE = re.compile(r"^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=[^\s⁰¹²³⁴⁵⁶⁷⁸⁹])")
# Chinese body type is Song; verbs stand in Kai where a font has no bold.
_STRONG_FONT = re.compile(
    r"bold|heavy|black|semibold|demi|kai(?:ti|shu|[^a-z]|$)|楷|黑体|simhei|heiti", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters in one type."""

    text: str
    strong: bool = False  # bold, or in Kai type
    raised: bool = False


def superscript(digits: str) -> str:
    """``"12"`` as ``"¹²"``; what is no number (the th of 5th) stays as it is."""
    bare = digits.strip()
    return bare.translate(_SUPERSCRIPTS) if bare.isdecimal() and bare.isascii() else digits


def is_strong_font(name: str) -> bool:
    """Whether a font of that name marks words out: a bold, Kai or Hei face."""
    return bool(_STRONG_FONT.search(name))


def marked(runs: Iterable[Run]) -> str:
    """The text of ``runs`` with ``**`` around strong words and raised numbers as superscripts.

    What begins with a raised number is a note: a blank parts its mark from its words.
    """
    merged = _merged(runs)
    label = _LABEL.match("".join(run.text for run in merged))
    body = _after(merged, label.end() if label else 0)
    head = label.group() if label else ""
    plain = any(_has_words(run.text) and not (run.strong or run.raised) for run in body)
    text = head + "".join(_written(run, emphasise=plain) for run in body)
    return _NOTE.sub(r"\1 ", text, count=1)


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one type together; blanks take the type of what stands before them."""
    settled: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        blank_after = settled and not run.text.strip() and not settled[-1].raised
        settled.append(Run(run.text, settled[-1].strong) if blank_after else run)
    return [
        Run("".join(run.text for run in group), strong, raised)
        for (strong, raised), group in groupby(settled, lambda run: (run.strong, run.raised))
    ]


def _after(runs: Sequence[Run], skip: int) -> list[Run]:
    rest: list[Run] = []
    for run in runs:
        cut = run.text[min(skip, len(run.text)) :]
        skip = max(0, skip - len(run.text))
        if cut:
            rest.append(Run(cut, run.strong, run.raised))
    return rest


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _written(run: Run, *, emphasise: bool) -> str:
    if run.raised:
        return superscript(run.text)
    if not (run.strong and emphasise and _has_words(run.text)):
        return run.text
    inner = run.text.strip()
    start = run.text.index(inner)
    return f"{run.text[:start]}**{inner}**{run.text[start + len(inner) :]}"
