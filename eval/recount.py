"""Counts in computed sentences, done again from the library and from what is cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.types import Answer, Paragraph, Resolution, Statement
from eval.lexicon import DATE, NUMBER, SESSION, SYMBOL, number_of
from eval.subject import Truth

_COUNT = re.compile(rf"(?P<number>{NUMBER.pattern}|[一二三四五六七八九十两])(?P<after>\D{{0,14}})")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a computed sentence can be counting."""

    cited: tuple[Paragraph, ...]  # the paragraphs it cites
    resolutions: tuple[Resolution, ...]  # those it cites from or names; else the whole library
    acts: int  # spans the answer quotes from the paragraphs it cites
    held: int  # resolutions in the library

    def of_kind(self, kind: str) -> set[int]:
        """How many paragraphs of that kind each resolution has, and all together."""
        each = [sum(p.kind == kind for p in r.paragraphs) for r in self.resolutions]
        return {*each, sum(each)}


def _paragraphs(counted: Counted) -> set[int]:
    return {len(counted.cited)}


def _acts(counted: Counted) -> set[int]:
    return {counted.acts}


def _resolutions(counted: Counted) -> set[int]:
    return {len({p.symbol for p in counted.cited}), counted.held}


# Unit words, the most specific first, and what they count.
_UNITS: tuple[tuple[re.Pattern[str], Callable[[Counted], set[int]]], ...] = (
    (
        re.compile(r"^[个条]?(?:脚注|注|footnote)"),
        lambda c: c.of_kind("footnote") | {sum(p.kind == "footnote" for p in c.cited)},
    ),
    (
        re.compile(r"^个?(?:序言|preambular)"),
        lambda c: c.of_kind("preambular") | {sum(p.kind == "preambular" for p in c.cited)},
    ),
    (
        re.compile(r"^个?(?:执行|operative)"),
        lambda c: c.of_kind("operative") | {sum(p.kind == "operative" for p in c.cited)},
    ),
    (re.compile(r"^(?:份|件|项决议|个决议|resolution)"), _resolutions),
    (re.compile(r"^(?:个?段|paragraph)"), _paragraphs),
    (re.compile(r"^(?:项|处|个|次|条|act|request|place|item)"), _acts),
)


def miscounts(text: str, statement: Statement, answer: Answer, truth: Truth) -> Iterator[str]:
    """Counts in ``text``, the sentence's own words without blanks, that do not come out."""
    for pattern in (SYMBOL, DATE, SESSION):
        text = pattern.sub("|", text)
    counted = _counted(statement, answer, truth)
    for match in _COUNT.finditer(text):
        value = number_of(match["number"])
        allowed = _allowed(match["after"], counted)
        if allowed is None:
            yield f"cannot recount {match.group()}"
        elif value not in allowed:
            yield f"counts {match.group()}, recounted {sorted(allowed)}"


def _allowed(after: str, counted: Counted) -> set[int] | None:
    for unit, count in _UNITS:
        if unit.match(after):
            return count(counted)
    return None


def _counted(statement: Statement, answer: Answer, truth: Truth) -> Counted:
    keys = {c.n: f"{c.symbol}#{c.paragraph}" for c in answer.citations}
    mine = {keys[n] for n in statement.citations if n in keys}
    cited = tuple(truth.paragraphs[key] for key in sorted(mine) if key in truth.paragraphs)
    named = {p.symbol for p in cited} | {
        symbol for symbol in truth.resolutions if symbol.removeprefix("A/RES/") in statement.text
    }
    return Counted(
        cited=cited,
        resolutions=tuple(
            r for s, r in sorted(truth.resolutions.items()) if s in named or not named
        ),
        acts=sum(1 for s in answer.statements for q in s.quotes if keys.get(q.n) in mine),
        held=len(truth.resolutions),
    )
