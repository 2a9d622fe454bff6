"""The resolutions that a question is answered from, and what it says of them that is not so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.text.numerals import chinese, parse_numeral
from assistant.text.places import is_whole
from assistant.text.symbols import session_of
from assistant.types import (
    MastheadField,
    Missing,
    Paragraph,
    Passage,
    Question,
    Resolution,
    Selection,
    Summary,
)

_MAIN_COMMITTEES = frozenset(f"第{n}委员会" for n in "一二三四五六")
_CLAIMED_COUNT = re.compile(
    r"(?:有|共|含|包含)(?P<n>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?:个|条)?(?P<kind>执行|序言|正文)?(?:部分)?(?:的)?段"
)
_ADOPTED = r"(?:年|月|[日号])?(?:的)?(?:那天|当天)?(?:才|就|被|获|由大会|大会|联大)?(?:获得)?通过"
_CLAIMED_DATE = re.compile(
    rf"(?P<y>[12][0-9]{{3}})年(?:(?P<m>[0-9]{{1,2}})月)?(?:(?P<d>[0-9]{{1,2}})[日号])?{_ADOPTED}"
    r"|通过(?:于|时间是|日期是|的时间是)(?P<y2>[12][0-9]{3})年(?:(?P<m2>[0-9]{1,2})月)?(?:(?P<d2>[0-9]{1,2})[日号])?"
    r"|\badopted (?:in|on) .{0,14}?(?P<y3>[12][0-9]{3})\b"
)
_CLAIMED_COMMITTEE = re.compile(
    r"第?(?P<n>[一二三四五六1-6])(?:委员会|委)(?:的报告)?(?:所|建议)?(?:提交|提出|审议|推荐|报上来|交上来|报告|通过)"
)
_AGENDA_ITEM = re.compile(r"议程(?:项目)?(?P<value>[0-9]{1,3}(?:\([a-z]{1,3}\))?)")
_MEETING = re.compile(
    r"第?(?P<value>[0-9]{1,4})(?:次(?:全体会议|全会)|(?:st|nd|rd|th) plenary(?: meeting)?)"
)
_STATED: dict[MastheadField, re.Pattern[str]] = {
    "agenda_item": re.compile(r"(?<![A-Za-z0-9/])(?P<value>[0-9]{1,3}\([a-z]{1,3}\))"),
    "meeting": _MEETING,
    "report": re.compile(r"(?<![A-Za-z0-9])(?P<value>A/[0-9]{1,3}/[0-9]{1,4})(?![0-9/])"),
}
_YES_OR_NO = re.compile(r"是不是|是否|吗[??]?$|对吗|^(?:is|was|were|did|does|do)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """The resolutions a question is answered from, and those it names that are not held."""

    symbols: tuple[str, ...]
    missing: tuple[Missing, ...]


def held_scope(
    question: Question,
    summaries: Iterable[Summary],
    stated: Callable[[MastheadField], Mapping[str, str]],
) -> Held:
    """Look the named resolutions up. A question that names none is about all of them.

    A resolution in parts is all the parts held, where no part is named. A value of the masthead
    names the resolutions that print it: 99(bb)项下的那份决议. ``stated`` gives a field's values by
    symbol, see ``Records.stated``.
    """
    catalogue = Catalogue.of(summaries)
    if question.missing:
        return Held((), tuple(Missing("named", name) for name in question.missing))
    if question.symbols:
        meant = {s: catalogue.meant_by(s) for s in question.symbols}
        missing = tuple(Missing("symbol", s) for s, found in meant.items() if not found)
        return Held(tuple(dict.fromkeys(s for found in meant.values() for s in found)), missing)
    if question.selection is not None:
        chosen = tuple(_chosen(question, question.selection, catalogue, stated))
        return Held(chosen, () if chosen else (_no_such(question.selection),))
    if question.session is not None:
        symbols = catalogue.of_session(question.session)
        gap = () if symbols else (Missing("session", str(question.session)),)
        return Held(symbols, gap)
    printing = _printing(question.folded, stated)
    return Held(tuple(s for s in catalogue.symbols if s in printing) or catalogue.symbols, ())


def _no_such(wanted: Selection) -> Missing:
    """What is missing where no resolution is chosen: a session alone is named."""
    if wanted.first_session and wanted == Selection(wanted.first_session, wanted.first_session):
        return Missing("session", str(wanted.first_session))
    return Missing("selection", "")


def _printing(folded: str, stated: Callable[[MastheadField], Mapping[str, str]]) -> frozenset[str]:
    """The resolutions whose mastheads print every value that the question states."""
    values = [
        (name, match["value"])
        for name, pattern in _STATED.items()
        for match in pattern.finditer(folded)
    ]
    printing = [
        frozenset(symbol for symbol, printed in stated(name).items() if printed == value)
        for name, value in values
    ]
    return frozenset.intersection(*printing) if printing else frozenset()


def _chosen(
    question: Question,
    wanted: Selection,
    catalogue: Catalogue,
    stated: Callable[[MastheadField], Mapping[str, str]],
) -> Iterator[str]:
    """The resolutions whose mastheads state all that the question selects by, in order."""
    title = fold(wanted.title).text.lower() if wanted.title else ""
    wholes = stated("whole_title") if title else {}
    items = stated("agenda_item") if wanted.agenda_item is not None else {}
    for summary in catalogue.chosen(
        sessions=(wanted.first_session, wanted.last_session),
        days=(wanted.since, wanted.until),
        committee=wanted.committee,
    ):
        in_session = question.session is None or summary.session == question.session
        # A part is found by the title of its whole too.
        whole = fold(wholes.get(summary.symbol, "")).text.lower()
        if not in_session or not (
            title in catalogue.title_of(summary.symbol).lower() or title in whole
        ):
            continue
        if wanted.agenda_item is None or _under(wanted.agenda_item, items.get(summary.symbol)):
            yield summary.symbol


def _under(item: str, stated: str | None) -> bool:
    """Whether a masthead states the agenda item or a sub-item of it: 99(bb) is of 99."""
    return stated is not None and (stated == item or stated.startswith(f"{item}("))


def false_premises(
    question: Question, symbols: tuple[str, ...], read: Callable[[str], Resolution]
) -> tuple[tuple[Missing, ...], tuple[Passage, ...]]:
    """What the question claims of one resolution's masthead or size and the text contradicts.

    Returns what is false and the passages that show it.
    """
    chosen = question.selection is not None and not question.symbols
    if len(symbols) != 1 or chosen:  # what it states is what it chooses by
        return (), ()
    resolution = read(symbols[0])
    wrong: list[Missing] = []
    if question.session is not None and session_of(symbols[0]) not in (None, question.session):
        real = str(session_of(symbols[0]))
        wrong.append(
            Missing("premise", f"第{question.session}届会议", symbols[0], f"第{real}届会议")
        )
    day = _wrong_date(question, resolution)
    wrong.extend(_wrong_committee(question, resolution))
    wrong.extend(_wrong_value("agenda_item", _AGENDA_ITEM, question, resolution))
    meeting = _wrong_value("meeting", _MEETING, question, resolution)
    above = bool(wrong) or (bool(day) and "date" in resolution.masthead)
    below = bool(meeting) or (bool(day) and "date" not in resolution.masthead)
    places = ("META",) * above + ("END",) * below
    shown = tuple(_whole(p) for p in resolution.paragraphs if p.place in places)
    wrong.extend((*day, *meeting))
    due = question.deadline_session
    if due is not None and not _speaks_of_session(resolution, due):
        wrong.append(Missing("deadline", str(due), resolution.symbol))
    counts = _wrong_count(question, resolution)
    return (*wrong, *counts), shown


def _wrong_date(question: Question, resolution: Resolution) -> list[Missing]:
    real = resolution.masthead.get("date") or resolution.masthead.get("meeting_date")
    match = _CLAIMED_DATE.search(question.folded)
    if real is None or match is None or "《" in question.folded or question.places:
        return []
    if re.search(r"条约|公约|草案|文书|宣言|treaty|convention", question.folded, re.IGNORECASE):
        return []
    year = match["y"] or match["y2"] or match["y3"]
    claimed = f"{int(year):04d}"
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    if month:
        claimed += f"-{int(month):02d}"
    if day:
        claimed += f"-{int(day):02d}"
    if real.value.startswith(claimed):
        return []
    return [Missing("premise", claimed, resolution.symbol, real.value)]


def _wrong_committee(question: Question, resolution: Resolution) -> list[Missing]:
    real = resolution.masthead.get("committee")
    claimed = _claimed_committee(question.folded)
    named = [name for name in question.addressees if name in _MAIN_COMMITTEES]
    named += [claimed] if claimed and claimed not in named else []
    if real is None or not named:
        return []
    return [
        Missing("premise", name, resolution.symbol, real.value)
        for name in named
        if name != real.value and not any(name in p.text for p in resolution.paragraphs)
    ]


def _claimed_committee(folded: str) -> str | None:
    """The main committee that a question says the resolution came from: 三委提交的."""
    match = _CLAIMED_COMMITTEE.search(folded)
    if match is None:
        return None
    number = parse_numeral(match["n"])
    return f"第{chinese(number)}委员会" if number else None


def _speaks_of_session(resolution: Resolution, session: int) -> bool:
    spelled = f"第{chinese(session)}届"
    return any(
        spelled in fold(paragraph.text).text
        or any(d.session == session for clause in paragraph.clauses for d in clause.deadlines)
        for paragraph in resolution.paragraphs
    )


def _wrong_value(
    name: MastheadField, pattern: re.Pattern[str], question: Question, resolution: Resolution
) -> list[Missing]:
    """A masthead value that the question states and the resolution prints differently."""
    real, match = resolution.masthead.get(name), pattern.search(question.folded)
    if real is None or match is None or match["value"] == real.value:
        return []
    return [Missing("premise", match.group(), resolution.symbol, real.value)]


def _wrong_count(question: Question, resolution: Resolution) -> list[Missing]:
    match = _CLAIMED_COUNT.search(question.folded)
    if match is None:
        return []
    claimed = parse_numeral(match["n"])
    kind = "preambular" if match["kind"] == "序言" else "operative"
    real = sum(p.kind == kind and is_whole(p.place) for p in resolution.paragraphs)
    if claimed is None or claimed == real:
        return []
    return [Missing("premise", f"{claimed}段", resolution.symbol, f"{real}段")]


def asks_yes_or_no(question: Question) -> bool:
    """Whether the question only asks if something is so: its claim is no premise."""
    return bool(_YES_OR_NO.search(question.folded))


def _whole(paragraph: Paragraph) -> Passage:
    return Passage(paragraph, 1.0, "structure")
