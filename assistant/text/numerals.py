"""Numerals as UN texts and readers write them: 45, ４５, 四十五, 二一五九, 廿九, XXII.

Only a text that is a numeral from end to end is one: 唯一一支 is a word, not 11.
"""

from __future__ import annotations

import re
import unicodedata

_DIGITS: dict[str, int] = dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)) | {
    "两": 2,
    "○": 0,
}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}

# What a Chinese numeral may consist of, for the patterns of other modules.
CHINESE_NUMERAL = "[〇○零一二两三四五六七八九十百千万廿卅卌]"

_POSITIONAL = re.compile("[〇○零一二三四五六七八九]+")
_STRUCTURED = re.compile(
    "(?:(?P<thousands>[一二两三四五六七八九])千)?零?"
    "(?:(?P<hundreds>[一二两三四五六七八九])百)?零?"
    "(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?零?"
    "(?P<ones>[一二两三四五六七八九])?"
)
_ROMAN = re.compile(
    "(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LONGEST = 15  # characters of a numeral: MMMDCCCLXXXVIII is the longest of its kind


def parse_numeral(text: str) -> int | None:
    """The value of ``text`` if all of it is one numeral, else None. 第 and units do not belong.

    A run of Chinese digits is positional (二一五九 is 2159, 一一 is 11). Roman numerals must be
    canonical: IIII is none.
    """
    text = unicodedata.normalize("NFKC", text.strip())
    if not 0 < len(text) <= _LONGEST:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    if _ROMAN.fullmatch(text):
        return _roman_value(text.upper())
    return _chinese_value(text)


def _roman_value(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = (*values[1:], 0)
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _chinese_value(text: str) -> int | None:
    for short, long in _TENS.items():
        text = text.replace(short, long)
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    if text.startswith("零"):
        return None
    head, ten_thousand, tail = text.rpartition("万")
    if ten_thousand:
        high = _below_ten_thousand(head)
        low = _below_ten_thousand(tail) if tail else 0
        return None if high is None or low is None else high * 10_000 + low
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    match = _STRUCTURED.fullmatch(text)
    if match is None or "零零" in text or not any(match.groups()):
        return None
    tens = match["tens"] or ("一" if match["ten"] else "零")
    digits = (match["thousands"] or "零", match["hundreds"] or "零", tens, match["ones"] or "零")
    return sum(_DIGITS[d] * size for d, size in zip(digits, (1000, 100, 10, 1), strict=True))


def chinese(value: int) -> str:
    """``value`` as UN texts spell ordinals: 76 is 七十六, 103 is 一百零三, 0 to 9999.

    Raises:
        ValueError: outside that range.
    """
    if not 0 <= value <= 9999:
        raise ValueError(f"{value} is not between 0 and 9999")
    if value == 0:
        return "零"
    spelled = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            spelled += "零一二三四五六七八九"[digit] + unit
        elif spelled and not spelled.endswith("零"):
            spelled += "零"
    spelled = spelled.rstrip("零")
    return spelled[1:] if spelled.startswith("一十") else spelled


def roman(value: int) -> str:
    """``value`` as the symbols of sessions 1 to 30 write it: 22 is XXII, 1 to 3999.

    Raises:
        ValueError: outside that range.
    """
    if not 1 <= value <= 3999:
        raise ValueError(f"{value} is not between 1 and 3999")
    letters = ""
    for size, letter in _ROMAN_STEPS:
        letters += letter * (value // size)
        value %= size
    return letters


_ROMAN_STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_ENGLISH_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DIGIT_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


_HUNDRED = re.compile(r"(?:one|a)[\s-]hundred(?:th$|(?P<more>[\s-]and[\s-]))")


def parse_ordinal(text: str) -> int | None:
    """The value of an English ordinal, ``seventy-fifth`` or ``75th``, 1 to 199 in words."""
    text = text.strip().lower()
    hundred = _HUNDRED.match(text)
    if hundred:
        rest = parse_ordinal(text[hundred.end() :]) if hundred["more"] else 0
        return None if rest is None else 100 + rest
    digits = _DIGIT_ORDINAL.fullmatch(text)
    if digits:
        return int(digits[1])
    if text in _ENGLISH_ONES:
        return _ENGLISH_ONES.index(text) + 1
    tens, _, ones = text.replace(" ", "-").partition("-")
    if not ones and tens.endswith("tieth") and tens[:-4] + "y" in _ENGLISH_TENS:
        return (_ENGLISH_TENS.index(tens[:-4] + "y") + 2) * 10
    if tens in _ENGLISH_TENS and ones in _ENGLISH_ONES[:9]:
        return (_ENGLISH_TENS.index(tens) + 2) * 10 + _ENGLISH_ONES.index(ones) + 1
    return None
