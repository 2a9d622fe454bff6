"""What fictional resolutions are called: symbol, session, number and date, each from its index.

Any resolution can name any other without holding it, so memory stays flat however many are made.
No symbol can be a real one: regular sessions are 101 to 130 (2046 to 2075), emergency special
sessions 21 to 50, Council years 2046 to 2075, and the numbers of old sessions (21 to 30, 1966 to
1975) start at 4000, above the last real one, 3541(XXX). What is only named is as fictional.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from datetime import timedelta
from typing import Literal

from assistant.text.numerals import chinese, roman
from eval.generator.draw import draw
from eval.generator.vocabulary import PARTS, Topic, part_topic, topic

Form = Literal[
    "modern",  # as the two real texts: blanks around numbers, ¹ marks, ** verbs
    "nineties",  # half-width stops, 1/ marks, notes at the end
    "wrapped",  # PDF text: hard wraps, page furniture, page-end notes, digits as marks
    "traditional",  # traditional script, [1] marks
    "sixties",  # Chinese numerals, 决议案, no or Chinese paragraph numbers
    "ecosoc",  # Economic and Social Council, its numbers and marks lost
    "emergency",  # emergency special session, no committee
    "records",  # Official Records: recorded vote with country lists
    "parts",  # sub-resolutions A to Q
    "collapsed",  # sub-resolutions, the whole page on one line
    "convention",  # an annexed convention with articles
    "declaration",  # a declaration in sections, without operative verbs
]
# How often each form comes when all are wanted, in per cent.
FORMS: dict[Form, int] = {
    "modern": 30, "nineties": 10, "wrapped": 10, "traditional": 8, "sixties": 6, "ecosoc": 8,
    "emergency": 4, "records": 8, "parts": 4, "collapsed": 2, "convention": 6, "declaration": 4,
}  # fmt: skip
IN_PARTS: frozenset[Form] = frozenset({"parts", "collapsed"})

MOST = 29_970  # numbers 1 to 999 of thirty sessions
_FOUNDED = 1945  # session n opens in 1945 + n
_FIRST_SESSION, _SESSIONS = 101, 30
_FIRST_EMERGENCY = 21
_FIRST_OLD_SESSION, _OLD_SESSIONS, _FIRST_OLD_NUMBER = 21, 10, 4_000


@dataclass(frozen=True, slots=True)
class Address:
    """A resolution or decision that may be named, whether it is generated or not."""

    symbol: str
    printed: str  # 104/56, 104/56 A, ES-23/4, 2050/14, 7215(XXI), 9801(2049)
    date: Date
    topic: Topic
    session: int  # regular, or emergency special; the year's for the Council
    organ: Literal["A", "E", "S", "A/HRC"] = "A"
    noun: Literal["RES", "DEC"] = "RES"
    old: str = ""  # 七二一五(二十一), for sessions that were numbered so


def form_of(seed: int, index: int, forms: tuple[Form, ...]) -> Form:
    """The form that resolution ``index`` takes when ``forms`` are wanted."""
    weights = [FORMS[form] for form in forms]
    return draw(seed, index, "form").choices(forms, weights)[0]


def parts_of(seed: int, index: int, form: Form) -> int:
    """How many sub-resolutions: 2 to 17 (A to Q), mostly few; 0 for a resolution without parts."""
    if form not in IN_PARTS:
        return 0
    chance = draw(seed, index, "parts")
    return chance.randint(2, 17) if chance.random() < 0.1 else chance.randint(2, 5)


def address_of(seed: int, index: int, form: Form, part: int | None = None) -> Address:
    """The address of resolution ``index``, or of one of its parts (0 is A)."""
    about = topic(seed, index)
    if part is not None:
        about = part_topic(about, part + index % PARTS)
    chance = draw(seed, index, "date")
    turn, number = index % _SESSIONS, index // _SESSIONS + 1
    session = _FIRST_SESSION + turn
    year = _FOUNDED + session
    autumn = _day(year, 10, 1) + timedelta(days=chance.randint(0, 83))
    if form == "sixties":
        session = _FIRST_OLD_SESSION + index % _OLD_SESSIONS
        return old_address(session, _FIRST_OLD_NUMBER + index // _OLD_SESSIONS, autumn, about)
    if form == "ecosoc":
        summer = _day(year, 6, 5) + timedelta(days=chance.randint(0, 47))
        return Address(f"E/RES/{year}/{number}", f"{year}/{number}", summer, about, session, "E")
    if form == "emergency":
        special = f"ES-{_FIRST_EMERGENCY + turn}/{number}"
        return Address(f"A/RES/{special}", special, autumn, about, _FIRST_EMERGENCY + turn)
    letter = "" if part is None else chr(ord("A") + part)
    printed = f"{session}/{number} {letter}".strip()
    return Address(f"A/RES/{session}/{number}{letter}", printed, autumn, about, session)


def old_address(session: int, number: int, day: Date, about: Topic) -> Address:
    """An address of a session that was written in roman or Chinese numerals."""
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    return Address(
        symbol=f"A/RES/{number}({roman(session)})",
        printed=f"{number}({roman(session)})",
        date=_day(_FOUNDED + session, day.month, day.day),
        topic=about,
        session=session,
        old=f"{digits}({chinese(session)})",
    )


def outside(seed: int, index: int, nth: int, before: Date) -> Address:
    """A resolution or decision that nobody generates, of sessions 91 to 100 or an old number."""
    chance = draw(seed, index, "outside", nth)
    about = topic(seed, MOST + chance.randrange(MOST))
    if before.year < _FOUNDED + _FIRST_SESSION:
        session = chance.randint(_FIRST_OLD_SESSION - 1, before.year - _FOUNDED - 1)
        day = _day(before.year - 1, 11, chance.randint(1, 28))
        return old_address(session, chance.randint(8_000, 9_999), day, about)
    session = chance.randint(91, 100)
    day = _day(_FOUNDED + session, chance.choice((11, 12)), chance.randint(1, 24))
    if chance.random() < 0.15:
        number = chance.randint(401, 560)
        return Address(
            f"A/DEC/{session}/{number}", f"{session}/{number}", day, about, session, "A", "DEC"
        )
    number = chance.randint(1, 280)
    return Address(f"A/RES/{session}/{number}", f"{session}/{number}", day, about, session)


def earlier(seed: int, index: int, nth: int, before: Date, forms: tuple[Form, ...]) -> Address:
    """A resolution to recall that is older than ``before``: generated too, mostly."""
    chance = draw(seed, index, "earlier", nth)
    is_old = before.year < _FOUNDED + _FIRST_SESSION
    if not is_old and chance.random() < _ELSEWHERE:
        return elsewhere(seed, index, nth, before)
    for _ in range(_TRIES if index else 0):
        other = chance.randrange(index)
        form = form_of(seed, other, forms)
        part = chance.randrange(parts_of(seed, other, form)) if form in IN_PARTS else None
        found = address_of(seed, other, form, part)
        if found.date < before and bool(found.old) >= is_old:
            return found
    return outside(seed, index, nth, before)


_TRIES = 6
_ELSEWHERE = 0.12


def elsewhere(seed: int, index: int, nth: int, before: Date) -> Address:
    """A resolution of the Security Council, the Human Rights Council or a special session."""
    chance = draw(seed, index, "elsewhere", nth)
    about = topic(seed, MOST + chance.randrange(MOST))
    year = max(before.year - chance.randint(1, 9), _FOUNDED + 91)
    day = _day(year, chance.randint(1, 9), chance.randint(1, 28))
    session, number = year - _FOUNDED, chance.randint(1, 40)
    kind = chance.choice(("S", "A/HRC", "special"))
    if kind == "S":
        printed = f"{chance.randint(9_100, 9_999)}({year})"
        return Address(f"S/RES/{printed}", printed, day, about, session, "S")
    if kind == "A/HRC":
        printed = f"{session}/{number}"
        return Address(f"A/HRC/RES/{printed}", printed, day, about, session, "A/HRC")
    printed = f"S-{chance.randint(41, 60)}/{chance.randint(1, 6)}"
    return Address(f"A/RES/{printed}", printed, day, about, session)


def _day(year: int, month: int, day: int) -> Date:
    return Date(year, month, day)
