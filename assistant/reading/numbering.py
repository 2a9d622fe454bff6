"""Automatic numbers as they are printed: 1, a, iv, 十二, 甲, ①."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST_ROMAN = 4_999

# Formats of Word's numbering (ECMA-376, 17.18.59) that count in Chinese.
_COUNTED = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting"
    " taiwaneseCountingThousand ideographDigital japaneseDigitalTenThousand taiwaneseDigital"
    " koreanCounting".split()
)
# Characters with numbers inside: where 1 stands in Unicode, and how many there are.
_ENCLOSED = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def numeral(number: int, kind: str) -> str:
    """``number`` in a format of Word's numbering; as 1, 2, 3 in one that is not known."""
    if number < 1:
        return str(number)
    written = _latin(number, kind) or _chinese(number, kind)
    return written or (f"{number:02}" if kind == "decimalZero" else str(number))


def _latin(number: int, kind: str) -> str:
    written = ""
    if kind.endswith("Letter"):
        written = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 99)
    elif kind.endswith("Roman") and number <= _LARGEST_ROMAN:
        written = _roman(number)
    return written.upper() if kind.startswith("upper") else written


def _chinese(number: int, kind: str) -> str:
    if kind in _COUNTED:
        return _counted(number, _DIGITS, "十百千")
    if kind.startswith("chineseLegal") or kind == "ideographLegalTraditional":
        return _counted(number, _LEGAL_DIGITS, "拾佰仟")
    first, count = _ENCLOSED.get(kind, ("", 0))
    if number <= count:
        return chr(ord(first) + number - 1)
    cycle = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}.get(kind, "")
    return cycle[number - 1 : number]


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _counted(number: int, digits: str, units: str) -> str:
    """12 as 十二, 20 as 二十, 105 as 一百零五; from ten thousand on, digit by digit."""
    text = str(number)
    if len(text) > len(units) + 1:
        return "".join(digits[int(digit)] for digit in text)
    written = ""
    for at, digit in enumerate(text):
        place = len(text) - at - 1
        if digit != "0":
            written += digits[int(digit)] + (units[place - 1] if place else "")
        elif written and written[-1] != "零" and text[at:].strip("0"):
            written += "零"
    leading = digits[1] + units[0]
    return written[1:] if written.startswith(leading) and digits is _DIGITS else written
