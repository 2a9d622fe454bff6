"""What a sentence claims that can be checked: numbers, dates, symbols, bodies, verbs, negations.

Every claim has a normal form, so that 第七十六届会议 and the seventy-sixth session, 2014年9月26日
and 26 September 2014 are the same. Everything here works on folded text (``text.normalise``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.text.bodies import find_bodies, find_english_bodies
from assistant.text.countries import find_countries
from assistant.text.dates import arabic_dates, parse_date
from assistant.text.instruments import named_instruments
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral, parse_ordinal
from assistant.text.symbols import find_symbols
from assistant.text.verbs import VERBS, match_english_verb, match_verb

ClaimKind = Literal[
    "symbol",
    "instrument",
    "date",
    "session",
    "number",
    "article",
    "body",
    "country",
    "verb",
    "negation",
    "title",  # between quotation marks, see support
]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a sentence states. ``value`` is its normal form, ``at`` where it stands."""

    kind: ClaimKind
    value: str
    text: str
    at: int


_DAY = (
    r"[0-9]{4}(?=年?[至到—-][0-9]{4}年)"
    r"|(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{4}年(?!代)"
)
_MONTHS = "January February March April May June July August September October November December"
_EN_MONTH = "|".join(_MONTHS.split())
_EN_DAY = (
    rf"(?:[0-9]{{1,2}} )?(?:{_EN_MONTH})(?: [0-9]{{1,2}},?)?(?: [0-9]{{4}})?"
    r"|(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])"
)
_DATE = re.compile(rf"{_DAY}|\b(?:{_EN_DAY})\b")
_SESSION = re.compile(
    rf"第(?P<n>[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})(?:次?(?P<s>特别|紧急特别))?届"
    r"|\b(?P<e>[a-z]+(?:-[a-z]+)?(?: and [a-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)) session",
    re.IGNORECASE,
)
# Words counted with: one Chinese figure before anything else is part of a word (统一, 一致).
_CLASSIFIER = (
    "(?:个|项|次|点|天|名|国|份|美元|元|年|周|日|小时|届|段|条|款|票|方面|阶段|分之|成|座|口|人|米|公里"
    "|倍|家|所|岁|辆|艘|本|篇|轮|批|种|区|吨|户|期|类)"
)
_TIMES = frozenset({"天", "年", "周", "日", "小时"})
_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELT = rf"(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_UNITS.removeprefix('one|')}|hundred"
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9/.])(?P<d>[0-9]{{1,3}}(?:[ ,][0-9]{{3}})+(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
    rf"(?P<u>[万亿])?(?![0-9/])"
    rf"|(?P<f>{CHINESE_NUMERAL}{{1,4}}分之{CHINESE_NUMERAL}{{1,4}})"
    rf"|(?P<c>{CHINESE_NUMERAL}+)(?={_CLASSIFIER})|(?P<l>{CHINESE_NUMERAL}{{2,}})(?!万|一)"
    rf"|(?<=第)(?P<o>{CHINESE_NUMERAL}{{1,4}})(?!届|委员会)"
    rf"|\b(?P<w>{_SPELT})\b",
    re.IGNORECASE,
)
_WORDS = {
    **{word: n for n, word in enumerate(_UNITS.split("|"), 1)},
    **{word: n * 10 for n, word in enumerate(_TENS.split("|"), 2)},
    "hundred": 100,
}
_UNIT = {"万": 10_000, "亿": 100_000_000}
# Words that hold a negation's character and deny nothing that could be turned round.
_NO_DENIAL = re.compile(
    r"不扩散|不断|不仅|不但|不同|不久|不少|不论|不管|无论|无核武器|无核国家|无核区|非政府|非正式"
    r"|非洲|非殖民|不可逆|不限成员名额|不结盟|未来|无条件|不妨|不歧视|非国家行为体|不可分割"
    r"|无障碍|不容忽视|无家可归"
)
_NEGATION = re.compile(
    r"尚未|从未|并未|没有|不再|不得|不应|不能|不会|不可|不是|绝不|毫不|并非|无法|未能|切勿"
    r"|不|未|无(?=法|权|人|须|需|意|视)|非(?=法)|勿|莫|\b(?:not|never|no|without|nor|neither|cannot)\b|n't\b",
    re.IGNORECASE,
)
# The Secretary-General is requested: who is asked stands before the verb.
_ACTIVE = {
    "requested": "requests", "asked": "asks", "urged": "urges", "encouraged": "encourages",
    "invited": "invites", "called upon": "calls upon", "authorized": "authorizes",
}  # fmt: skip
PASSIVE = re.compile(
    rf"\b(?:is|are|was|were) (?:(?:also|further|once|again) )*(?P<verb>{'|'.join(_ACTIVE)})\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\A(?:要|得|应[当该]?|能够?|会|可以?|再|必须?|需要?)")
_DENIED = 2  # characters after a negation that are denied


def claims_of(folded: str) -> tuple[Claim, ...]:
    """Everything checkable that a folded sentence states, in text order."""
    found: list[Claim] = []
    rest = folded
    for read in (_symbols, _instruments, _dates, _sessions, _bodies, _numbers):
        for claim in read(rest):
            found.append(claim)
            rest = rest[: claim.at] + "|" * len(claim.text) + rest[claim.at + len(claim.text) :]
    # What is named stands for itself: 禁止核武器条约 forbids nothing in this sentence.
    for read in (_countries, _verbs, _negations):
        found.extend(read(rest))
    return tuple(sorted(found, key=lambda claim: claim.at))


def _symbols(text: str) -> Iterator[Claim]:
    for one in find_symbols(text):
        words = text[one.span.start : one.span.end]
        yield Claim("symbol", one.symbol, words, one.span.start)


def _instruments(text: str) -> Iterator[Claim]:
    for one in named_instruments(text):
        words = text[one.span.start : one.span.end]
        if "|" not in words:
            yield Claim("instrument", one.title, words, one.span.start)


def _dates(text: str) -> Iterator[Claim]:
    for match in _DATE.finditer(arabic_dates_aligned(text)):
        if value := _day(match.group()):
            yield Claim("date", value, text[match.start() : match.end()], match.start())


def arabic_dates_aligned(text: str) -> str:
    """``text`` with spelled dates in figures where that keeps the length, else as it is.

    Spelled years have one figure a character (二〇一四年); spelled days do not, and are read below.
    """
    figured = arabic_dates(text)
    return figured if len(figured) == len(text) else text


def _day(words: str) -> str | None:
    """2014-09-26, -09-26, 2014-09 or 2014, as much as is said."""
    if whole := parse_date(words):
        return whole.isoformat()
    year = re.search(r"(?:19|20)[0-9]{2}", words)
    month = re.search(r"([0-9]{1,2})月", words)
    day = re.search(r"([0-9]{1,2})[日号]", words)
    if english := re.search(_EN_MONTH, words):
        number = _MONTHS.split().index(english.group()) + 1
        others = re.findall(r"\b[0-9]{1,2}\b", words)
        return _joined(year, number, int(others[0]) if others else None)
    return _joined(year, int(month[1]) if month else None, int(day[1]) if day else None)


def _joined(year: re.Match[str] | None, month: int | None, day: int | None) -> str | None:
    parts = [year.group() if year else ""]
    if month is not None:
        parts.append(f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts) if any(parts) else None


def _sessions(text: str) -> Iterator[Claim]:
    for match in _SESSION.finditer(text):
        number = parse_numeral(match["n"]) if match["n"] else parse_ordinal(match["e"].lower())
        if number is not None:
            value = f"special {number}" if match["s"] else str(number)
            yield Claim("session", value, match.group(), match.start())


def _numbers(text: str) -> Iterator[Claim]:
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None:
            continue
        counted = re.match(_CLASSIFIER, text[match.end() :])
        if match.group() == "一" and counted and counted.group() not in _TIMES:
            # 列入一个分项 is an article as often as a count: it only denies two of them. 为期一天
            # says how long.
            yield Claim("article", counted.group(), match.group(), match.start())
        else:
            yield Claim("number", value, match.group(), match.start())


def _value(match: re.Match[str]) -> str | None:
    if match["d"]:
        figures = re.sub("[ ,]", "", match["d"])
        return str(round(float(figures) * _UNIT[match["u"]])) if match["u"] else figures
    if match["w"]:
        return str(sum(_WORDS[word] for word in re.split("[- ]", match["w"].lower())))
    if match["f"]:
        below, _, above = match["f"].partition("分之")
        return f"{parse_numeral(above)}/{parse_numeral(below)}"
    number = parse_numeral(match["c"] or match["l"] or match["o"])
    return None if number is None else str(number)


def _bodies(text: str) -> Iterator[Claim]:
    for body in (*find_bodies(text), *find_english_bodies(text)):
        if body.text == "states":  # what a paper states; those that are asked are States
            continue
        yield Claim("body", body.name, body.text, body.span.start)


def _countries(text: str) -> Iterator[Claim]:
    for code, start, end in find_countries(text):
        yield Claim("country", code, text[start:end], start)


def _verbs(text: str) -> Iterator[Claim]:
    """Operative verbs anywhere: a paraphrase puts words before them."""
    at = 0
    for match in _any_verb().finditer(text):
        if match.start() < at:
            continue
        one = match_verb(text, match.start()) or match_english_verb(text, match.start())
        if one is not None and one.span.start == match.start():
            at = one.span.end
            yield Claim("verb", one.verb, text[one.span.start : one.span.end], one.span.start)
    for match in PASSIVE.finditer(text):
        if one := match_english_verb(f"{_ACTIVE[match['verb'].lower()]} "):
            yield Claim("verb", one.verb, match.group(), match.start())


@cache
def _any_verb() -> re.Pattern[str]:
    chinese = sorted({s for verb in VERBS for s in verb.spellings}, key=len, reverse=True)
    return re.compile(rf"{'|'.join(chinese)}|(?<![A-Za-z])(?=[A-Za-z])")


def _negations(text: str) -> Iterator[Claim]:
    """A negation and what it denies: the characters, or the English word, that follow it."""
    plain = _NO_DENIAL.sub(lambda m: "|" * len(m.group()), text)
    for match in _NEGATION.finditer(plain):
        after = _MODAL.sub("", plain[match.end() :])
        english = re.match(r"\s+([A-Za-z]+)", after)
        denied = english[1].lower() if english else after[:_DENIED]
        yield Claim("negation", denied, match.group(), match.start())
