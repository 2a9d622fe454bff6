"""Which resolutions a question means by what their mastheads state: session, date, committee …

哪些决议由第一委员会提出, 2018年以来的决议, 第七十届至第七十五届会议, 议程项目99下的决议, 标题里有核裁军的决议.
What is found is cut out of the question: 第一委员会 is nobody addressed there, 2018年 no word to
look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as Date  # noqa: N812 - as in ``types``

from assistant.questions.english_selection import ENGLISH_FORMS
from assistant.text.bodies import find_bodies
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.types import Selection, Span

_YEAR = r"(?:[12][0-9]{3})"
_NUM = rf"(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})"
_SESSION = rf"第{_NUM}届(?:联合国大会|联大|大会|常会|会议)?"
_TO = r"(?:至|到|-|—|~|和)"
_MAIN = r"(?P<c>第[一二三四五六]委员会|[一二三四五六]委(?!员))"
_OTHER = r"(?P<c>[^\W\d_的由哪是据]{2,12}委员会)"
_MADE = r"(?:提出|提交|建议|审议|起草|报告|通过)"
# 决议 or their paragraphs have to be spoken of: 2018年以来 alone may date anything.
_RESOLUTIONS = re.compile(
    r"决议|哪(?:些|几)(?:个)?段|\bresolutions?\b|\b(?:which|what|all) paragraphs\b", re.IGNORECASE
)


_ASKED = re.compile(r"(?:请|敦促|呼吁|鼓励|要求|授权)[^,。;的]{2,14}$")


def _first_day(year: str) -> Date:
    return Date(int(year), 1, 1)


def _last_day(year: str) -> Date:
    return Date(int(year), 12, 31)


def _session_range(found: re.Match[str]) -> Selection:
    first, last = parse_numeral(found["a"]), parse_numeral(found["b"])
    return Selection(first_session=first, last_session=last)


def _of_year(year: str) -> Selection:
    return Selection(since=_first_day(year), until=_last_day(year))


def _committee(found: re.Match[str]) -> Selection | None:
    asked = _ASKED.search(found.string[: found.end("c")])
    if asked and not re.search(rf"由|根据|属于|{_MADE}", found.group()):
        return None  # 鼓励国际法委员会的决议: it is asked something there
    bodies = find_bodies(found["c"])
    return Selection(committee=bodies[0].name if bodies else found["c"])


def _of_committee(name: str) -> Iterator[re.Pattern[str]]:
    """How a question says which committee's resolutions it means; ``name``: a pattern of it."""
    yield re.compile(rf"(?:是)?由{name}{_MADE}(?:的)?")
    yield re.compile(rf"根据{name}的?(?:报告|建议)(?:而)?通过的?")
    # Of 第一委员会2016年以来的决议 blanks are left where the date was.
    yield re.compile(rf"{name}(?:{_MADE})?(?:的|\s{{2,}})(?=\s*(?:各项|各|所有|全部|哪些)?决议)")
    yield re.compile(rf"{name}{_MADE}(?:、|,|而)(?=.{{0,20}}决议)")
    yield re.compile(
        rf"{name}(?:总共|一共|共|都|曾|还)*(?:提|{_MADE})(?:了|过)(?=(?:哪些|哪几|什么|几|多少)(?:份|个|项)?决议)"
    )
    yield re.compile(rf"{name}在(?=第{_NUM}届[^,。]{{0,6}}{_MADE}[的了过][^,。]{{0,6}}决议)")
    yield re.compile(rf"属于{name}(?:{_MADE})?的?")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Selection | None]], ...] = (
    (
        re.compile(
            rf"(?:从)?第(?P<a>{_NUM})届(?:会议|大会|联大)?{_TO}第?(?P<b>{_NUM})届"
            r"(?:联大|大会|会议)?(?:之间|期间)?(?:通过)?的?"
        ),
        _session_range,
    ),
    (
        re.compile(rf"(?:自|从)?第(?P<a>{_NUM})届(?:联大|大会|会议)?(?:以来|以后|之后|起)(?:通过)?的?"),
        lambda m: Selection(first_session=parse_numeral(m["a"])),
    ),
    (
        re.compile(
            rf"(?:从)?(?P<a>{_YEAR})年?{_TO}(?P<b>{_YEAR})年(?:之间|期间|间)?(?:里|内)?(?:通过)?的?"
        ),
        lambda m: Selection(since=_first_day(m["a"]), until=_last_day(m["b"])),
    ),
    (
        re.compile(rf"(?:自|从)?(?P<a>{_YEAR})年(?:以来|以后|之后|起|至今)(?:所)?(?:通过)?的?"),
        lambda m: Selection(since=_first_day(m["a"])),
    ),
    (
        re.compile(rf"(?P<b>{_YEAR})年(?:以前|之前|前)(?:所)?(?:通过的?|的)(?=.{{0,4}}决议)"),
        lambda m: Selection(until=_last_day(str(int(m["b"]) - 1))),
    ),
    # Of several: 2019年的那份决议 names one, see ``scope``.
    (
        re.compile(
            rf"(?:在)?(?P<a>{_YEAR})年(?:所)?(?:通过)?的?(?:有)?(?=(?:哪些|各项|所有|全部)(?:大会|联大)?决议|(?:各项|所有|全部)?决议(?:中|里|里面|当中)?(?:有)?哪些|决议(?:中|里)[,，]?)"
            rf"|(?<=[、,])(?P<also>{_YEAR})年(?:所)?通过的(?=(?:各项|所有|全部)?决议)"
        ),
        lambda m: _of_year(m["a"] or m["also"]),
    ),
    *((form, _committee) for name in (_MAIN, _OTHER) for form in _of_committee(name)),
    (
        re.compile(r"(?:在)?议程项目(?P<item>[0-9]{1,3}(?:\([a-z]{1,3}\))?)(?:项?下|之下)?(?:通过)?的?(?=[\s、,]*(?:有)?(?:各项|各|所有|全部|哪些)?决议|[、,]?(?:标题|题目|题名|名称)|(?<=下的)[^,。?!]{0,60}决议)"),
        lambda m: Selection(agenda_item=m["item"]),
    ),
    (
        re.compile(
            r"(?:标题|题目|题名|名称)(?:中|里|上)?(?:含有?|包含|包括|带有?|有|提到|写着?|出现|是讲|讲的是|是关于|是(?!什么|哪|否|不))"
            r"[“\"「《]?(?P<title>[^”\"」》,。?!]{2,20}?)[”\"」》]?(?:二字|字样|一词)?的?(?=\s*(?:各项|各|所有|全部|哪些)?决议|有哪些|(?<=的)(?:所有|全部|各项)[^,。?!]{0,60}决议)"
        ),
        lambda m: Selection(title=m["title"]),
    ),
)  # fmt: skip


def find_selection(text: str) -> tuple[Selection, tuple[Span, ...]] | None:
    """What a folded question says of the resolutions it means, and where; None if nothing."""
    if not _RESOLUTIONS.search(text):
        return None
    chosen = Selection()
    spans: list[Span] = []
    rest = text
    for pattern, read in (*_FORMS, *ENGLISH_FORMS):
        found = pattern.search(rest)
        one = read(found) if found else None
        if found is None or one is None:
            continue
        chosen = _both(chosen, one)
        spans.append(Span(*found.span()))
        rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
    return (chosen, tuple(spans)) if spans else None


def _both(one: Selection, other: Selection) -> Selection:
    return Selection(
        first_session=one.first_session or other.first_session,
        last_session=one.last_session or other.last_session,
        since=one.since or other.since,
        until=one.until or other.until,
        committee=one.committee or other.committee,
        agenda_item=one.agenda_item or other.agenda_item,
        title=one.title or other.title,
    )
