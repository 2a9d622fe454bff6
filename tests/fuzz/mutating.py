"""Inputs that look like real ones: specimens spliced, doubled, cut and strewn with what breaks
programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

# Bidirectional marks, joiners, half a surrogate pair, NUL, a letter that grows 18-fold when it is
# normalised, marks without a letter, letters of every width, line ends of every kind.
_ODD: Final = (
    *("\u202e", "\u2066", "\u200f", "\u200d", "\u200b", "\ufeff", "\ue000", "\U000e0041"),
    *("\udc80", "\ud800", "\x00", "\x0c", "\x1b[2J", "\ufdfa", "\u0301" * 20, "\U0001f1e8"),
    *("\r", "\x85", "\u2028", "\u3000", "\t", "%s", "{0}", "\\", "</p>", "&#0;", "**", "````"),
    *("９", "⑫", "㈨", "(十)", "Ⅻ", "卌", "〇", "²", "½", "٣", "𝟗"),
)
_HUGE: Final = ("9" * 400, "九" * 200, "九亿亿" * 60, "X" * 300, "零" * 300, "1" + "0" * 4000)
_NESTED: Final = ("(a)(i)", "（", "《", "[", "“", "((", "A/", "第", "一、", "1.1.", "> ", "的" * 3)
_FORMS: Final = (
    *("第75/45号决议", "A/RES/51/942B", "第2373(XXII)号", "第S-10/2号", "执行部分第13(a)段"),
    *(
        "附件",
        "附件二",
        "第一条",
        "赞成：",
        "大会，",
        "1. **请**",
        "一、",
        "㈠",
        "(甲)",
        "¹",
        "同上",
    ),
    *("\n\n", "\n1. ", "\n(a) ", "\n    (i) ", "2020 年 12 月 7 日", "第七十五届会议", "[1]"),
)

_NUMBERS: Final = re.compile(r"\d+|[一二三四五六七八九十百千]+")


def mutated(data: bytes, stock: Sequence[bytes], chance: Random, longest: int) -> bytes:
    """``data`` with one to six changes, some of them taken from other specimens of ``stock``."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.randint(1, 6)):
        other = chance.choice(stock).decode("utf-8", "surrogateescape")
        text = chance.choice(_CHANGES)(text, other, chance)[: 2 * longest]
    return text.encode("utf-8", "surrogatepass")[:longest]


def _at(text: str, chance: Random) -> int:
    return chance.randint(0, len(text))


def _put(text: str, piece: str, chance: Random) -> str:
    at = _at(text, chance)
    return text[:at] + piece + text[at:]


def _odd(text: str, _other: str, chance: Random) -> str:
    return _put(text, chance.choice(_ODD) * chance.choice((1, 1, 1, 50)), chance)


def _form(text: str, _other: str, chance: Random) -> str:
    return _put(text, chance.choice(_FORMS) * chance.choice((1, 1, 1, 30)), chance)


def _nested(text: str, _other: str, chance: Random) -> str:
    return _put(text, chance.choice(_NESTED) * chance.choice((3, 30, 400)), chance)


def _number(text: str, _other: str, chance: Random) -> str:
    found = list(_NUMBERS.finditer(text))
    if not found:
        return _put(text, chance.choice(_HUGE), chance)
    one = chance.choice(found)
    new = chance.choice((*_HUGE, "0", "00", "1", "31", "76", "1999", "9999", "-1"))
    return text[: one.start()] + new + text[one.end() :]


def _spliced(text: str, other: str, chance: Random) -> str:
    begin, end = sorted((_at(other, chance), _at(other, chance)))
    return _put(text, other[begin:end], chance)


def _joined(text: str, other: str, chance: Random) -> str:
    return text[: _at(text, chance)] + other[_at(other, chance) :]


def _cut(text: str, _other: str, chance: Random) -> str:
    begin, end = sorted((_at(text, chance), _at(text, chance)))
    return text[:begin] + text[end:]


def _lines_moved(text: str, other: str, chance: Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(other.split("\n")))
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return chance.choice(("\n", "\n", "\r\n", " ", "")).join(lines)


def _doubled(text: str, _other: str, chance: Random) -> str:
    begin, end = sorted((_at(text, chance), _at(text, chance)))
    return text[:end] + text[begin:end] * chance.choice((1, 2, 20)) + text[end:]


_CHANGES: Final[tuple[Callable[[str, str, Random], str], ...]] = (
    *(_odd, _form, _nested, _number, _spliced, _joined, _cut, _lines_moved, _doubled),
)
