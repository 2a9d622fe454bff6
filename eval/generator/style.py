"""How a form prints: blanks, stops, numerals, marks, numbers. One row for each form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from eval.generator.addresses import Form

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨"
_STEMS = "甲乙丙丁戊己庚辛"
_LETTERS = "abcdefghi"
_ROMAN = "i ii iii iv v vi vii viii ix".split()


@dataclass(frozen=True, slots=True)
class Style:
    """The typography of a form. ``pages``: notes stand at page ends, else after the text."""

    spaced: bool = False  # 2045 年 12 月 3 日第 104/56 号
    half: bool = False  # , ; : for ，；：
    chinese_numerals: bool = False
    marks: Literal["superscript", "slash", "digit", "comma", "bracket", "none"] = "superscript"
    bold: bool = False  # the operative verb
    number: Literal["1. ", "1.", "1． ", "一、", ""] = "1. "
    labels: Literal["latin", "circled", "stems"] = "latin"
    pages: bool = False
    traditional: bool = False
    after_bold: str = "**"  # in some texts a blank follows

    def mark(self, number: int) -> str:
        """A footnote's mark in running text."""
        superscript = str(number).translate(_SUPERSCRIPTS)
        forms = {
            "superscript": superscript,
            "slash": f"{number}/",
            "digit": str(number),
            "comma": str(number),
            "bracket": f"[{number}]",
        }
        return forms.get(self.marks, "")

    def numbered(self, number: int, lang: str) -> tuple[str, str]:
        """A paragraph's number as printed, and the number with what follows it."""
        if not self.number:
            return "", ""
        if self.number == "一、" and lang == "zh":
            printed = "一二三四五六七八九十"[number - 1]
            return printed, f"{printed}、"
        return str(number), f"{number}{self.number[1:]}"

    def label(self, number: int, depth: int, lang: str) -> str:
        """A sub-paragraph's label as printed; ``depth`` 1 is (a), 2 is (i); below ㈠ stands (a)."""
        if lang == "zh" and self.labels == "circled":
            return _CIRCLED[number - 1] if depth == 1 else f"({_LETTERS[number - 1]})"
        if depth == 2:
            return f"({_ROMAN[number - 1]})"
        if lang == "zh" and self.labels == "stems":
            return f"({_STEMS[number - 1]})"
        return f"({_LETTERS[number - 1]})"

    def place_label(self, number: int, depth: int) -> str:
        """The label in a place: (a), (i), whatever is printed, but ㈠ is (i)."""
        is_roman = (depth == 2) != (self.labels == "circled")
        return f"({_ROMAN[number - 1] if is_roman else _LETTERS[number - 1]})"


def style_of(form: Form, index: int) -> Style:
    """The style of a form, with what differs from text to text within it."""
    style = STYLES[form]
    if form == "nineties" and index % 2:
        return replace(style, number="1.")
    if style.bold and index % 5 == 0:
        return replace(style, after_bold="** ")
    return style


_MODERN = Style(spaced=True, bold=True, pages=True)

STYLES: dict[Form, Style] = {
    "modern": _MODERN,
    "nineties": Style(half=True, marks="slash", labels="circled", number="1. "),
    "wrapped": Style(marks="digit", pages=True),
    "traditional": Style(marks="bracket", traditional=True),
    "sixties": Style(half=True, chinese_numerals=True, marks="none", number="一、", labels="stems"),
    "ecosoc": Style(marks="none", number=""),
    "emergency": _MODERN,
    "records": Style(marks="none", number="1． "),
    "parts": Style(marks="superscript", number="1. "),
    "collapsed": Style(half=True, marks="comma", number="1. "),
    "convention": Style(marks="superscript", number="1. "),
    "declaration": Style(marks="none", number="1. "),
}
