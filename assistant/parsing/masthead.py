"""The masthead and the closing lines to facts, each with the words that state it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.parsing.body import Block, join
from assistant.text.bodies import find_bodies
from assistant.text.normalise import fold
from assistant.text.numerals import parse_numeral
from assistant.types import Fact, MastheadField, Span

Facts = dict[MastheadField, Fact]

_YMD = r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_NUMERAL = "[0-9〇零一二三四五六七八九十百]+"


def iso_date(found: re.Match[str]) -> str | None:
    """The date of a match with groups ``y``, ``m``, ``d`` in ISO 8601; None for 31 February."""
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return None


def _count(found: re.Match[str]) -> str | None:
    value = parse_numeral(found["count"])
    return None if value is None else str(value)


def _session(found: re.Match[str]) -> str | None:
    prefix = {"紧急特别会议": "ES-", "特别会议": "S-"}.get(found["kind"], "")
    number = _count(found)
    return number and prefix + number


def _committee(found: re.Match[str]) -> str:
    bodies = find_bodies(found["committee"])
    return bodies[0].name if bodies else found["committee"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A form of masthead line. The group named like a field is the words that state it."""

    pattern: re.Pattern[str]
    values: dict[MastheadField, Callable[[re.Match[str]], str | None]]


_LINES: tuple[_Line, ...] = (
    _Line(
        re.compile(
            rf"(?P<session>第(?P<count>{_NUMERAL})届(?P<kind>会议|紧急特别会议|特别会议|常会))"
        ),
        {"session": _session},
    ),
    _Line(
        re.compile(r"议程项目\s?(?P<agenda_item>\d+\s?(?:\([a-z]+\))*)"),
        {"agenda_item": lambda found: found["agenda_item"].replace(" ", "")},
    ),
    _Line(re.compile(rf"(?P<date>{_YMD})(?:大会|理事会|\w*理事会)?(?:决议)?"), {"date": iso_date}),
    _Line(re.compile("(?:大会|\\w*理事会)决议"), {}),
    _Line(
        re.compile(
            r"\[?根据(?P<committee>\w+委员会|\w+厅)的(?:报告|建议)"
            r"\((?P<report>[A-Z]/[^,()]+)(?:,(?P<report_paragraph>第\d+段))?\)通过\]?"
        ),
        {
            "committee": _committee,
            "report": lambda found: found["report"].strip(),
            "report_paragraph": lambda found: (
                found["report_paragraph"] and found["report_paragraph"][1:-1]
            ),
        },
    ),
    _Line(
        re.compile(
            r"(?P<number>(?:(?:ES|S)-\d{1,2}|\d{1,4})/\d{1,3}(?:\s?[A-Z])?)[.、](?P<title>.*)"
        ),
        {
            "number": lambda found: found["number"],
            "title": lambda found: found["title"].strip(),
        },
    ),
)

_CLOSING: tuple[_Line, ...] = (
    _Line(re.compile(rf".*?(?P<meeting>第(?P<count>{_NUMERAL})次(?:全体会议|全会)).*"),
          {"meeting": _count}),
    _Line(re.compile(rf".*?(?P<meeting_date>{_YMD}).*"), {"meeting_date": iso_date}),
)  # fmt: skip


_LONGEST_LINE = 500  # characters of a printed masthead line; joining stops there


def logical_lines(blocks: tuple[Block, ...]) -> list[str]:
    """The printed lines of the masthead, with those joined that belong together.

    A bracket goes on to where it closes; a number alone on its line goes with its title; an
    unknown line right below a title or another unknown line goes on with it.
    """
    lines: list[str] = []
    below = -1
    for block in blocks:
        if lines and _goes_on(lines[-1], block, is_adjacent=block.line == below + 1):
            lines[-1] = join(lines[-1], block.text)
        else:
            lines.append(block.text)
        below = block.last_line
    return lines


def _goes_on(above: str, block: Block, *, is_adjacent: bool) -> bool:
    if len(above) > _LONGEST_LINE:
        return False
    if above.startswith("[") and "]" not in above:
        return True
    if _kind(block.text) is not None:
        return False
    kind = _kind(above)
    is_title = kind is not None and "title" in kind.values
    if is_title and above.rstrip()[-1] in ".．、":
        return True
    return is_adjacent and (is_title or kind is None)


def _kind(line: str) -> _Line | None:
    folded = fold(line).text
    return next((kind for kind in _LINES if kind.pattern.fullmatch(folded)), None)


def facts_of_masthead(text: str) -> Facts:
    """What the masthead states, each fact with its span in ``text``, the text of META."""
    facts: Facts = {}
    below_agenda_item = False
    for start, line in _with_offsets(text):
        if not line.strip():  # all of the line was markup
            continue
        kind = _kind(line)
        if kind is None and below_agenda_item and "agenda_title" not in facts:
            facts["agenda_title"] = Fact(line, "META", Span(start, start + len(line)))
        below_agenda_item = kind is not None and "agenda_item" in kind.values
        if kind is not None:
            _collect(facts, kind, line, start, "META")
    return facts


def facts_of_closing(text: str) -> Facts:
    """Meeting and date of the closing lines, each with its span in ``text``, the text of END."""
    facts: Facts = {}
    for start, line in _with_offsets(text):
        for kind in _CLOSING:
            _collect(facts, kind, line, start, "END")
    return facts


def _with_offsets(text: str) -> list[tuple[int, str]]:
    offsets: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        offsets.append((at, line))
        at += len(line) + 1
    return offsets


def _collect(facts: Facts, kind: _Line, line: str, start: int, place: str) -> None:
    folded = fold(line)
    found = kind.pattern.fullmatch(folded.text)
    if found is None:
        return
    for name, value_of in kind.values.items():
        value = value_of(found) if found[name] else None
        if value and name not in facts:
            span = folded.source(Span(*found.span(name)))
            words = span.of(line).strip()
            begin = start + line.index(words, span.start)
            stated = words if name == "title" else value
            facts[name] = Fact(stated, place, Span(begin, begin + len(words)))
