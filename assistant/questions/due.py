"""When what a question asks after is due: 下届会议, 2025年以前, 今年, 每年, 第七十四至七十六届会议."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from assistant.text.english_dates import MONTH
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.types import DueWindow, SaidSession, Span

_N = rf"(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})"
# What somebody has to do, or brings before somebody. A year with nothing of the kind beside it is
# that of a treaty, a report or an adoption.
_DUTY = re.compile(
    r"[要须需应得]|必须|完成|到期|截止|期限|时限|提交|提出|[交报]|汇报|\b(?:due|must|ha(?:ve|s) to|submit\w*|report\w*"
    r"|deadlines?|complete\w*|done|expected|should|required)\b",
    re.IGNORECASE,
)
_OF_RESOLUTIONS = re.compile(r"决议|通过|\bresolutions?\b|\badopted\b", re.IGNORECASE)

# What follows a session whose resolutions are asked about.
_ITS_RESOLUTIONS = re.compile(
    r"^(?:上|期间|所|曾|共|一共|都|中|里|有|的)*(?:通过|作出|(?:哪些|多少|几(?:份|项|个)?|什么|全部|所有)?的?决议)"
    r"|^\s*(?:adopted|passed)\b",
    re.IGNORECASE,
)

_SESSIONS = re.compile(
    rf"第?(?P<first>{_N})届?(?:会议)?(?:到|至|-|—|~|、|和|与)第?(?P<last>{_N})届(?:会议|大会|联大)*"
)
_RECEIVING = re.compile(
    rf"第?(?P<n>{_N})届(?:会议|大会|联大)*(?=(?:要|应|须|需|将|会|得)*(?:收到|听取|到期|接到))"
)
_BY = re.compile(
    r"(?P<year>[12][0-9]{3})年(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})[日号])?)?(?P<end>底|末|年底)?"
    r"(?P<limit>(?:之|以)?前|为止|之内|以内|内|里面?|当中|(?:以|之)?后|起"
    r"|(?:那[天年]|当[天日年月])?(?=(?:就|[要须应将])?(?:到期|截止|届满)))?"
)
_BY_ENGLISH = re.compile(
    rf"\b(?P<limit>before|by|until|in|during|no later than|(?<=due )(?:on|after|from|since))"
    rf"(?P<end> the end of)? "
    rf"(?:(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{MONTH}) )?(?P<year>[12][0-9]{{3}})\b",
    re.IGNORECASE,
)
_WITHIN = frozenset("内 之内 以内 里 里面 当中 in during on".split())
_ONWARD = frozenset("后 以后 之后 起 after from since".split())
# 2020年以后应采取什么措施 is told in the texts; what is brought or falls due has its time.
_FALLS_DUE = re.compile(r".{0,8}(?:到期|截止|届满|期限|时限|提交|提出|交)|$")
_LIMITED = re.compile(r"的?(?:期限|时限|截止|到期|[要须应得]|必须|完成|提交|提出|办)")
_YEARS = ((re.compile(r"今年|本年度?|\bthis year\b", re.IGNORECASE), 0),
          (re.compile(r"明年|\bnext year\b", re.IGNORECASE), 1))  # fmt: skip
_EVERY = re.compile(
    r"(?:每年|年年|每(?:两|二|三|2|3)年|定期)(?:都|也|还|均)?(?=[要须需应得向交报办做开举安提汇]|必须)"
    r"|(?<=[要须需应得])(?:每年|年年|定期)"
    r"|\b(?:every|each) year\b|\b(?:annually|regularly|periodically)\b|\bannual(?=ly? reports? (?:are|is|must|ha))",
    re.IGNORECASE,
)  # fmt: skip
_REPORTS = re.compile(r"报告|汇报|\breports?\b", re.IGNORECASE)
_AGENDAS = re.compile(r"议程|分项|列入|\bagenda\b|\bitems?\b", re.IGNORECASE)
_Found = tuple[DueWindow, Span]
_MONTHS = tuple(MONTH.lower().split("|"))


def find_due(text: str, *, said: tuple[SaidSession, ...] = (), today: date) -> _Found | None:
    """When a folded question's subject is due, and the words that say so; None where none do.

    ``said`` are its relative sessions, numbered in ``text`` (``relative_sessions``).
    """
    if not _DUTY.search(text) and not re.search(r"审议|议程|列入|\bagenda\b", text):
        return None
    rules: tuple[Callable[[], _Found | None], ...] = (
        lambda: _of_said_session(text, said),
        lambda: _of_sessions(text),
        lambda: _of_year(text, today),
        lambda: _of_days(text),
        lambda: _recurring(text),
    )
    return next((found for rule in rules if (found := rule())), None)


def asked_results(text: str) -> tuple[str, ...]:
    """The results that a folded question on what is due asks after, by their names; empty where
    it asks after any, or after both: 应提交的报告和列入的分项."""
    about_reports, about_agendas = _REPORTS.search(text), _AGENDAS.search(text)
    if bool(about_reports) == bool(about_agendas):
        return ()
    return ("报告",) if about_reports else ("分项", "项目")


def _of_sessions(text: str) -> _Found | None:
    if match := _SESSIONS.search(text):
        first, last = parse_numeral(match["first"]), parse_numeral(match["last"])
        if first and last and first < last:
            return DueWindow(first_session=first, last_session=last), Span(*match.span())
    if match := _RECEIVING.search(text):
        session = parse_numeral(match["n"])
        return DueWindow(first_session=session, last_session=session), Span(*match.span())
    return None


def _of_said_session(text: str, said: tuple[SaidSession, ...]) -> _Found | None:
    """下届会议要交什么; but 上届会议通过的决议 and 本届会议有哪些决议 are of those sessions."""
    for one in said:
        of_resolutions = _ITS_RESOLUTIONS.match(text[one.span.end :])
        to_come = one.first > one.base
        if not of_resolutions and (to_come or not _OF_RESOLUTIONS.search(text)):
            window = DueWindow(first_session=one.first, last_session=one.last, said=one.said)
            return window, one.span
    return None


def _of_year(text: str, today: date) -> _Found | None:
    for pattern, ahead in _YEARS:
        match = pattern.search(text)
        if match and not _OF_RESOLUTIONS.search(text):
            year = today.year + ahead
            window = DueWindow(
                after=date(year, 1, 1), before=date(year, 12, 31), said=match.group().strip()
            )
            return window, Span(*match.span())
    return None


def _of_days(text: str) -> _Found | None:
    """2025年以前 is before it begins (or as a text prints the year), 2025年底以前 before it ends."""
    of_resolutions = _OF_RESOLUTIONS.search(text)
    for match in (*_BY.finditer(text), *_BY_ENGLISH.finditer(text)):
        if of_resolutions and not _LIMITED.match(text[match.end() :]):
            continue  # 2018年以前的决议: adopted by then
        if _is_a_limit(match) and (window := _window(match)):
            return window, Span(*match.span())
    return None


def _is_a_limit(match: re.Match[str]) -> bool:
    """2056年到期 has no word of a limit: the day or year itself is meant."""
    if match["limit"] is None:
        return False
    onward = match["limit"] in ("后", "以后", "之后", "起")
    return not onward or bool(_FALLS_DUE.match(match.string[match.end() :]))


def _window(match: re.Match[str]) -> DueWindow | None:
    year, named = int(match["year"]), match["month"]
    month = 0 if not named else int(named) if named.isdecimal() else _month(named)
    try:
        first = date(year, month or 1, int(match["day"] or 1))
        last = first if match["day"] else _end_of(year, month)
    except ValueError:
        return None
    limit = match["limit"].lower()
    if not limit or limit[0] in "那当" or limit in _WITHIN:
        return DueWindow(after=first, before=last)
    if limit in _ONWARD:
        return DueWindow(after=first)
    whole = bool(match["end"]) or limit in ("by", "until", "no later than", "为止")
    return DueWindow(before=last if whole else first)


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _end_of(year: int, month: int) -> date:
    month = month or 12
    return date(year, month, monthrange(year, month)[1])


def _recurring(text: str) -> _Found | None:
    match = _EVERY.search(text)
    return (DueWindow(recurring=True), Span(*match.span())) if match else None
