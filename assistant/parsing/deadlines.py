"""When an act asks for something, and what it asks to be made: deadlines and deliverables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.text.normalise import Folded
from assistant.text.numerals import parse_numeral
from assistant.types import Deadline, Span

_NUMERAL = "[0-9〇零一二三四五六七八九十百]+"
_YMD = r"(?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?"
_SESSION = re.compile(
    rf"(?:向|在|至|供|于|到|列入|提交|提交给)(?P<words>(?:联合国)?大会第(?P<session>{_NUMERAL})届会议)"
)
_BY_DATE = re.compile(
    rf"(?P<limit>(?:至?迟)?不[迟晚]于|[至最]迟[于在])?[在于]?{_YMD}(?(limit)|底?(?:之前|以前|前))"
)
_RECURRING = re.compile(r"于?每(?:[两二三四五\d]*年|半年)(?:\d{1,2}月\d{1,2}日)?")

# A verb of making with the stretch it governs, and the nouns in it that name what is made.
_DELIVERABLES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(stretch), re.compile(nouns))
    for stretch, nouns in (
        ("(?:提出|提交|编写|编制)[^,;。]{0,40}", "报告|建议"),
        ("(?:召开|举行|安排|召集)[^,;。]{0,40}", "会议"),
        ("列入[^;。]{0,400}|将[^;。]{0,400}?(?:分项|项目)列入", "分项|项目"),
        ("(?:设立|成立)[^,;。]{0,40}", "工作组|委员会|基金|机制|机构"),
        ("提供[^,;。]{0,40}", "服务|资源|支助|援助"),
        ("(?:征求|征集)[^,;。]{0,20}", "意见"),
        # A report that is passed on is made already: what is asked for is that it be passed on.
        ("报告转[递交]|转[递交][^,;。]{0,20}?报告", "转[递交]"),
        ("向[^,;。的]{2,40}?(?:报告|汇报)(?!的)", "报告|汇报"),
    )
)


def deadlines_of(source: str, folded: Folded, masked: str, within: Span) -> tuple[Deadline, ...]:
    """The sessions, dates and rhythms that an act sets, in text order.

    ``within`` is the act in the folded text, ``masked`` that text with quotations blotted out: a
    quoted title sets no limit. A session counts where something is to be brought
    before it (向大会第七十六届会议), a date where it is a limit (不迟于…), not where it is told.
    """
    found = [*_sessions(masked, within), *_dates(masked, within), *_rhythms(masked, within)]
    return tuple(
        replace(one, span=folded.source(one.span), text=folded.source(one.span).of(source))
        for one in sorted(found, key=lambda one: one.span)
    )


def _sessions(masked: str, within: Span) -> Iterator[Deadline]:
    for found in _SESSION.finditer(masked, within.start, within.end):
        span = Span(*found.span("words"))
        yield Deadline(span, found["words"], session=parse_numeral(found["session"]))


def _dates(masked: str, within: Span) -> Iterator[Deadline]:
    for found in _BY_DATE.finditer(masked, within.start, within.end):
        day = _day(found["y"], found["m"], found["d"])
        yield Deadline(Span(*found.span()), found.group(), date=day)


def _day(year: str, month: str | None, day: str | None) -> date | None:
    """The date if it is printed to the day, else None: 2030年 is no date."""
    try:
        return date(int(year), int(month), int(day)) if month and day else None
    except ValueError:
        return None


def _rhythms(masked: str, within: Span) -> Iterator[Deadline]:
    for found in _RECURRING.finditer(masked, within.start, within.end):
        yield Deadline(Span(*found.span()), found.group(), recurring=True)


def deliverables_of(masked: str, within: Span) -> tuple[str, ...]:
    """What an act asks to be made, in text order, each once. ``masked``: quotations blotted out."""
    found: dict[str, int] = {}
    for stretch, nouns in _DELIVERABLES:
        for governed in stretch.finditer(masked, within.start, within.end):
            for noun in nouns.finditer(masked, governed.start(), governed.end()):
                found.setdefault(noun.group(), noun.start())
    return tuple(sorted(found, key=lambda words: found[words]))
