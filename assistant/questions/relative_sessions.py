"""Sessions called by what they are relative to: 上届会议, 本届, 前两届, 最近一届, 2020年那届.

They are counted from the session of the resolution that the question names, else of the one that
the conversation is about, else from the newest session held; 最近 always means the newest held. A
year means the session that opened in it (``text.sessions``). The words are replaced by the numbered
session, and the answer says what they were taken for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.numerals import parse_numeral
from assistant.text.sessions import FIRST_YEAR, is_session
from assistant.text.symbols import session_of
from assistant.types import Lang, SaidSession, SessionBase, Span

_SESSION = r"(?:联合国大会|联大|大会|常会|会议)*"
_FEW = r"(?P<many>[两二三四五2-5])"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})年?"

_Found = tuple[int, int]  # first and last, as steps from the base


@dataclass(frozen=True, slots=True)
class Base:
    """The session that relative ones are counted from, and whose it is."""

    session: int
    of: SessionBase


def _many(match: re.Match[str]) -> int:
    return parse_numeral(match["many"]) or 1


# Each way of saying it, and the sessions meant as steps from the base.
_RELATIVE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found]], ...] = (
    (re.compile(rf"(?<!以)(?:前|上)(?:面)?{_FEW}届{_SESSION}"), lambda m: (-_many(m), -1)),
    (re.compile(rf"(?:今)?(?:后|下)(?:面)?{_FEW}届{_SESSION}"), lambda m: (1, _many(m))),
    (re.compile(rf"上上(?:一|1)?届{_SESSION}"), lambda _: (-2, -2)),
    (re.compile(rf"(?<![以至])(?:上|前)(?:一|1)?届{_SESSION}|\b(?:the )?(?:last|previous) (?:general assembly )?session\b", re.I), lambda _: (-1, -1)),
    (re.compile(rf"下(?:一|1)?届{_SESSION}|\b(?:the )?next (?:general assembly )?session\b", re.I), lambda _: (1, 1)),
    (re.compile(rf"(?:本|这一?|该|此|同一?|当)届{_SESSION}|\b(?:this|that|the same|the current) session\b", re.I), lambda _: (0, 0)),
)  # fmt: skip
_NEWEST = re.compile(
    rf"(?:最近|最新|最后|近)(?:的)?(?:{_FEW}|一|1)?届(?!(?:会议|大会|联大)*的?主席){_SESSION}|\bthe (?:latest|most recent) session\b",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    rf"(?<![0-9]){_YEAR}(?:召开|举行|开幕|开始|开)?的?(?:那|这|该|那一|这一)?(?:一)?届{_SESSION}"
    rf"|\b(?:the )?session (?:of|in|that opened in) (?P<en>(?:19|20)[0-9]{{2}})\b|\bthe (?P<en2>(?:19|20)[0-9]{{2}}) session\b",
    re.IGNORECASE,
)


def find_relative(
    folded: str, base: Base | None, newest: int | None, lang: Lang = "zh"
) -> tuple[str, tuple[SaidSession, ...]]:
    """A folded question with its relative sessions numbered, and what each was taken for.

    ``newest`` is the newest session held. Where nothing is known to count from, and for a session
    that there cannot be, the words stay.
    """
    said: list[SaidSession] = []
    while found := _first(folded, base, newest):
        span, one = found
        written = _written(one, lang)
        at = Span(span.start, span.start + len(written))
        said.append(SaidSession(one.said, one.first, one.last, one.counted_from, one.base, at))
        folded = folded[: span.start] + written + folded[span.end :]
    return folded, tuple(said)


def base_of(
    folded: str, spoken_of: tuple[str, ...], session: int | None, newest: int | None
) -> Base | None:
    """What a question's relative sessions are counted from: the newest of the resolutions that it
    names, else of those ``spoken_of`` before or their ``session``, else the newest session held."""
    named = [m.symbol for m in find_asked_symbols(folded) if m.kind == "resolution"]
    told: tuple[tuple[int | None, SessionBase], ...] = (
        (_newest_of(named), "resolution"),
        (_newest_of(spoken_of), "conversation"),
        (session, "conversation"),
        (newest, "newest"),
    )
    return next((Base(number, of) for number, of in told if number is not None), None)


def _newest_of(symbols: Iterable[str]) -> int | None:
    sessions = (session_of(symbol) for symbol in symbols)
    return max((session for session in sessions if session is not None), default=None)


def speaks_of_sessions(folded: str) -> bool:
    """Whether a folded question has a word for a session at all."""
    return "届" in folded or "session" in folded.lower()


def _first(folded: str, base: Base | None, newest: int | None) -> tuple[Span, SaidSession] | None:
    if match := _OF_A_YEAR.search(folded):
        year = int(match["year"] or match["en"] or match["en2"])
        return _found(match, (0, 0), year - FIRST_YEAR, "year")
    if newest is not None and (match := _NEWEST.search(folded)):
        many = _many(match) if match["many"] else 1
        return _found(match, (1 - many, 0), newest, "newest")
    for pattern, steps in _RELATIVE:
        match = pattern.search(folded)
        if match is not None and base is not None:
            return _found(match, steps(match), base.session, base.of)
    return None


def _found(
    match: re.Match[str], steps: _Found, session: int, of: SessionBase
) -> tuple[Span, SaidSession] | None:
    first, last = session + steps[0], session + steps[1]
    if not (is_session(first) and is_session(last)):
        return None
    span = Span(*match.span())
    return span, SaidSession(match.group().strip(), first, last, of, session, span)


def _written(one: SaidSession, lang: Lang) -> str:
    if lang == "en":
        to = "" if one.first == one.last else f" to {_nth(one.last)}"
        return f"the {_nth(one.first)}{to} session"
    if one.first == one.last:
        return f"第{one.first}届会议"
    return f"第{one.first}届至第{one.last}届会议"


def _nth(number: int) -> str:
    """76th, 73rd; 111th."""
    teens = 11 <= number % 100 <= 13
    return f"{number}{'th' if teens else ('th', 'st', 'nd', 'rd', *['th'] * 6)[number % 10]}"
