"""The forms of masthead and closing lines in Chinese: a pattern, and the facts it states.

Patterns match folded lines from end to end; the group named like a field is the words that state
it. ``parsing.english.masthead`` has the English ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.text.bodies import find_bodies
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.text.symbols import parse_symbol
from assistant.types import MastheadField


@dataclass(frozen=True, slots=True)
class LineForm:
    """A form of line, and how the value of each field that it states is computed."""

    pattern: re.Pattern[str]
    values: dict[MastheadField, Callable[[re.Match[str]], str | None]]
    lists: bool = False  # of countries: the next line goes on with it


def ymd(*, named: bool = True) -> str:
    """The pattern of a date, in figures or in Chinese numerals, with groups ``y``, ``m``, ``d``."""
    y, m, d = ("?P<y>", "?P<m>", "?P<d>") if named else ("?:", "?:", "?:")
    return (
        rf"({y}\d{{4}}|{CHINESE_NUMERAL}{{4}})年({m}\d{{1,2}}|{CHINESE_NUMERAL}{{1,2}})月"
        rf"({d}\d{{1,2}}|{CHINESE_NUMERAL}{{1,3}})日"
    )


def iso_date(found: re.Match[str]) -> str | None:
    """The date of a match with groups ``y``, ``m``, ``d`` in ISO 8601; None for 31 February."""
    parts = [parse_numeral(found[name]) for name in ("y", "m", "d")]
    if None in parts:
        return None
    try:
        return date(*(part or 0 for part in parts)).isoformat()
    except ValueError:
        return None


_NUMERAL = rf"(?:\d+|{CHINESE_NUMERAL}+)"
_DOCUMENT = r"[A-Z]+/[A-Za-z0-9./\-]+(?:\s?\([^()]*\))?"
_NUMBER = (
    rf"(?:(?:ES|S)-\d{{1,2}}|\d{{1,4}})/\d{{1,3}}(?:\s?[A-Z](?![A-Za-z]))?"
    rf"|(?:\d{{1,4}}|{CHINESE_NUMERAL}{{1,5}})\s?[A-Z]?\s?\((?:(?:ES|S)-)?(?:[IVX]{{1,7}}|{CHINESE_NUMERAL}{{1,3}})\)\s?[A-Z]?"
)


def _count(found: re.Match[str]) -> str | None:
    value = parse_numeral(found["count"])
    return None if value is None else str(value)


def _session(found: re.Match[str]) -> str | None:
    prefix = {"紧急特别会议": "ES-", "特别会议": "S-"}.get(found["kind"], "")
    number = _count(found)
    return number and prefix + number


def _committee(found: re.Match[str]) -> str | None:
    bodies = find_bodies(found["committee"])
    if bodies:
        return bodies[0].name
    # 委员会 alone, as the Official Records print it, says only that there was one.
    return None if found["committee"] == "委员会" else found["committee"]


def _symbol_number(found: re.Match[str]) -> str:
    """四〇〇〇(二十八) is 4000(XXVIII), 48/226 A is 48/226A."""
    printed: str = found["number"].strip()
    symbol = parse_symbol(f"第{printed}号决议")
    return symbol.rpartition("/RES/")[2] if symbol else printed


def _words(name: str) -> Callable[[re.Match[str]], str | None]:
    def words(found: re.Match[str]) -> str | None:
        stated: str = found[name]
        return stated.strip()

    return words


_REPORTED = (
    rf"(?P<committee>\w*委员会|\w+厅|\w+处)的(?:报告|建议)\((?P<report>{_DOCUMENT})"
    r"(?:,(?P<report_paragraph>第\d+段))?\)"
)
_VOTE = r"(?P<vote>经[^。,]{0,6}表决,[^。票]*+票[^。]*?通过)"

LINES: tuple[LineForm, ...] = (
    LineForm(
        re.compile(
            rf"(?P<session>第(?P<count>{_NUMERAL})届(?P<kind>会议|紧急特别会议|特别会议|常会))"
        ),
        {"session": _session},
    ),
    LineForm(re.compile(r"\d{4}年届会(?:实质性会议)?"), {}),
    LineForm(
        re.compile(r"议程项目\s?(?P<agenda_item>\d+\s?(?:\([a-z]+\))*)"),
        {"agenda_item": lambda found: found["agenda_item"].replace(" ", "")},
    ),
    LineForm(
        re.compile(rf"(?P<date>{ymd()})(?:大会|\w*理事会)?(?:决议)?(?:通过)?"), {"date": iso_date}
    ),
    LineForm(re.compile("(?:大会|\\w*理事会)决议"), {}),
    LineForm(re.compile(rf"第(?:{_NUMBER})号决议"), {}),
    LineForm(
        re.compile(rf"\[?根据{_REPORTED}通过\]?"),
        {
            "committee": _committee,
            "report": _words("report"),
            "report_paragraph": lambda found: found["report_paragraph"][1:-1],
        },
    ),
    # What stands in these brackets is a draft, not a report.
    LineForm(re.compile(rf"\[?(?:未经发交|未发交)\w*委员会而?通过\({_DOCUMENT}.*\)\]?"), {}),
    LineForm(re.compile(rf"\[?根据全体会议审议的[^()]*\({_DOCUMENT}\)通过\]?"), {}),
    # The Official Records: date, meeting, report, sponsors and vote in one paragraph.
    LineForm(
        re.compile(
            rf"(?P<date>{ymd()})(?P<meeting>第(?P<count>{_NUMERAL})次(?:全体会议|全会))[,.]?"
            rf"根据{_REPORTED}"
            rf"(?:.{{0,60}}?提案国[^:。]{{0,20}}:(?P<sponsors>[^。]+)。)?(?:.{{0,60}}?{_VOTE})?.*"
        ),
        {
            "date": iso_date,
            "meeting": _count,
            "committee": _committee,
            "report": _words("report"),
            "report_paragraph": lambda found: found["report_paragraph"][1:-1],
            "sponsors": _words("sponsors"),
            "vote": _words("vote"),
        },
    ),
    LineForm(re.compile(rf".{{0,40}}{_VOTE}.*"), {"vote": _words("vote")}),
    LineForm(re.compile(r"提案国[^:]{0,20}:(?P<sponsors>.+)"), {"sponsors": _words("sponsors")}),
    LineForm(re.compile("(?:赞成|反对|弃权|未参加表决):.*"), {}, lists=True),
    LineForm(
        re.compile(rf"(?P<number>{_NUMBER})\s?[.、]?(?P<title>(?:(?<=[.、]).*)|(?<=\)).+)"),
        {"number": _symbol_number, "title": _words("title")},
    ),
    # A., A. with its title, or A on one line and the title on the next.
    LineForm(
        re.compile(r"(?P<part>[A-Z])(?:[.、]?\s*(?P<title>(?<=[.、\s]).*|[\u4e00-\u9fff“《].*))?"),
        {"title": _words("title")},
    ),
)

CLOSING: tuple[LineForm, ...] = (
    LineForm(
        re.compile(rf".*?(?P<meeting>第(?P<count>{_NUMERAL})次(?:全体会议|全会|会议)).*"),
        {"meeting": _count},
    ),
    LineForm(re.compile(rf".*?(?P<meeting_date>{ymd()}).*"), {"meeting_date": iso_date}),
)
