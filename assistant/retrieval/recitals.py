"""The recitals in which a resolution recalls its organ's own earlier ones.

回顾其关于…的 2012 年 12 月 3 日第 67/39 号、…和第 74/54 号决议; Recalling its resolutions 67/39 of
3 December 2012 … on …. What they say of a subject or title is what ties the numbers to a series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.text.normalise import fold
from assistant.text.symbols import session_of
from assistant.types import Clause, Paragraph, Reference

_OWN = re.compile(r"^\W*(?:大会|[一-鿿]{0,4}理事会)?其|^\W*(?:also |further )?its\b", re.IGNORECASE)
_ABOUT = re.compile(r"关于(?P<subject>.+)的(?:各项|历次|以往|先前|相关|有关)*(?:[0-9]{4}年.*)?第?$")
_ENTITLED = re.compile(r"(?:题为|entitled)\s*[“\"「《](?P<subject>[^”\"」》]+)", re.IGNORECASE)
_ABOUT_ENGLISH = re.compile(r"\b(?:on|concerning|regarding|relating to) (?P<subject>.+)$")
_RECENT = 3  # sessions: items come back every one, two or three


@dataclass(frozen=True, slots=True)
class Recital:
    """An act that recalls earlier resolutions of one organ, in text order."""

    paragraph: Paragraph
    references: tuple[Reference, ...]
    own: bool  # 其, its
    subject: str | None  # what the resolutions are said to be about, or called

    @property
    def is_succession(self) -> bool:
        """Whether it reads as a list of all that was adopted before on the same item.

        The organ's own, said to be about nothing else, two or more, one a session, the last of
        them no longer ago than items take to come back.
        """
        turns = [turn_of(one.target) for one in self.references]
        now = turn_of(self.paragraph.symbol)
        known = [turn for turn in turns if turn is not None]
        if not self.own or self.subject is not None or len(known) < max(2, len(turns)):
            return False
        is_one_each = len(set(known)) == len(known)
        return is_one_each and now is not None and 0 < now - max(known) <= _RECENT


def recitals(paragraph: Paragraph) -> Iterator[Recital]:
    """The recitals of a paragraph, an act each."""
    for clause in paragraph.clauses:
        inside = tuple(
            one
            for one in paragraph.references
            if one.invoked == "recalls"
            and one.kind == "resolution"
            and organ_of(one.target) == organ_of(paragraph.symbol)
            and clause.span.start <= one.span.start < clause.span.end
        )
        if inside:
            yield _recital(paragraph, clause, inside)


def organ_of(symbol: str) -> str:
    """What stands before the number: ``A/RES``, ``A/HRC/RES``."""
    return symbol.partition("/RES/")[0] + "/RES"


def turn_of(symbol: str) -> int | None:
    """The session, or for the Economic and Social Council the year, that numbers a resolution."""
    found = re.fullmatch(r"E/RES/(\d{4})/.+|A/HRC/RES/(\d+)/.+", symbol)
    if found:
        return int(found[1] or found[2])
    return session_of(symbol)


def _recital(paragraph: Paragraph, clause: Clause, references: tuple[Reference, ...]) -> Recital:
    text = paragraph.text
    before = fold(text[clause.verb_span.end : references[0].span.start]).text
    after = fold(text[references[-1].span.end : clause.span.end]).text
    subject = (
        _ENTITLED.search(before)
        or _ENTITLED.search(after)
        or _ABOUT.search(before)
        or _ABOUT_ENGLISH.search(after)
    )
    return Recital(
        paragraph=paragraph,
        references=references,
        own=_OWN.match(before) is not None,
        subject=subject["subject"] if subject else None,
    )
