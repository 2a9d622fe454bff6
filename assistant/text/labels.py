"""How symbols and places are called in a sentence, in Chinese and in English."""

from __future__ import annotations

import re

from assistant.text.numerals import chinese, roman
from assistant.types import Lang

_ORGANS: dict[str, tuple[str, str]] = {
    "A": ("", ""),
    "S": ("安全理事会", "Security Council "),
    "E": ("经济及社会理事会", "Economic and Social Council "),
    "A/HRC": ("人权理事会", "Human Rights Council "),
}
_ADOPTERS: dict[str, tuple[str, str]] = {
    "A": ("大会", "the General Assembly"),
    "S": ("安全理事会", "the Security Council"),
    "E": ("经济及社会理事会", "the Economic and Social Council"),
    "A/HRC": ("人权理事会", "the Human Rights Council"),
}
_NOUNS: dict[str, tuple[str, str]] = {"RES": ("决议", "resolution"), "DEC": ("决定", "decision")}
_SYMBOL = re.compile(r"(?P<organ>A/HRC|A|S|E)/(?P<noun>RES|DEC)/(?P<number>.+)")
_PART = re.compile(r"(?<=\d)(?=[A-Z]\(|[A-Z]$)")  # 48/226A is printed 48/226 A

_PLACE = re.compile(
    r"(?:(?P<annex>ANNEX(?P<nth>\d*))(?:/|$))?"
    r"(?:S(?P<section>\d+)(?:/|$))?"
    r"(?:(?P<kind>META|END|FN|H|PP|OP|ART)?(?P<number>~?\d+)?(?P<labels>(?:\([^()]+\))*))"
    r"(?:/(?:S(?P<section_below>\d+)/)?(?P<below>~?\d+)(?P<labels_below>(?:\([^()]+\))*))?"
)
# A sub-paragraph is cited as the Assembly cites its own, 第3(a)至(f)段; one of a treaty as treaties
# cite themselves, 第1条第2款(a)项.
_KINDS: dict[str, tuple[str, str]] = {
    "META": ("题头", "masthead"),
    "END": ("结尾", "closing lines"),
    "FN": ("脚注{}", "footnote {}"),
    "H": ("标题{}", "heading {}"),
    "PP": ("序言部分第{}段", "preambular paragraph {}"),
    "OP": ("执行部分第{}段", "operative paragraph {}"),
    "ART": ("第{}条", "article {}"),
    "": ("第{}段", "paragraph {}"),
}
_BELOW_ARTICLE = ("第{}款", "paragraph {}")


_FROM_END = re.compile(r"(?P<kind>OP|PP|FN)-(?P<nth>[0-9]+)")

_OF_ANY = re.compile(r"OP\*(?P<label>(?:\([^()]+\))+)")  # an item, of whichever paragraph has it


def label(symbol: str, lang: Lang = "zh") -> str:
    """How a symbol is called: ``第75/45号决议``, ``resolution 75/45``; a document by its symbol."""
    found = _SYMBOL.fullmatch(symbol)
    if found is None:
        return symbol
    english = lang == "en"
    organ, noun = _ORGANS[found["organ"]][english], _NOUNS[found["noun"]][english]
    number = _PART.sub(" ", found["number"])
    return f"{organ}{noun} {number}" if english else f"{organ}第{number}号{noun}"


def adopter(symbol: str, lang: Lang = "zh") -> str | None:
    """Who speaks in a resolution: 大会 for A/RES/75/45; None for a document."""
    found = _SYMBOL.fullmatch(symbol)
    return None if found is None else _ADOPTERS[found["organ"]][lang == "en"]


def place_label(place: str, lang: Lang = "zh") -> str:
    """How a place is called: ``OP13`` is 执行部分第13段, ``FN4`` 脚注4, ``OP~4`` adds （推定）."""
    from_end = _FROM_END.fullmatch(place)
    if from_end is not None:
        part, nth = _KINDS[from_end["kind"]][lang == "en"], from_end["nth"]
        if lang == "en":
            return part.format(f"-{nth}")
        is_counted = "第" in part  # 倒数第1段, but 倒数第1个脚注
        return (
            part.format("").replace("第", f"倒数第{nth}")
            if is_counted
            else (f"倒数第{nth}个{part.format('')}")
        )
    of_any = _OF_ANY.fullmatch(place)
    if of_any is not None:
        return f"item {of_any['label']}" if lang == "en" else f"{of_any['label']}项"
    found = _PLACE.fullmatch(place)
    if found is None or not place:
        return place
    english = lang == "en"
    steps = [_annex(found["nth"])] if found["annex"] else []
    section = found["section"] or found["section_below"]
    if section:
        steps.append(_numbered(_SECTION, section))
    kind, labels = found["kind"] or "", found["labels"] or ""
    if kind or found["number"]:
        number = (found["number"] or "").lstrip("~")
        steps.append(_step(_KINDS[kind], number, labels, is_article=kind == "ART"))
    if found["below"]:
        form = _BELOW_ARTICLE if kind == "ART" else _KINDS[""]
        number, labels = found["below"].lstrip("~"), found["labels_below"]
        steps.append(_step(form, number, labels, is_article=kind == "ART"))
    guess = (" (inferred)", "（推定）")[not english] if "~" in place else ""
    return (" " if english else "").join(step[english] for step in steps) + guess


def paragraph_label(symbol: str, place: str, lang: Lang = "zh") -> str:
    """How a paragraph is called: 第75/45号决议，执行部分第13段."""
    return ("，" if lang == "zh" else ", ").join((label(symbol, lang), place_label(place, lang)))


def _step(form: tuple[str, str], number: str, labels: str, *, is_article: bool) -> tuple[str, str]:
    chinese_form, english_form = form
    item = f"{labels}项" if is_article and labels else ""
    within = number if is_article else number + labels
    return chinese_form.format(within) + item, english_form.format(number + labels)


def _annex(nth: str) -> tuple[str, str]:
    return _numbered(_ANNEX, nth) if nth else ("附件", "annex")


def _numbered(form: tuple[str, str], nth: str) -> tuple[str, str]:
    """附件二, annex II: as they are headed; by the figure beyond any that was ever printed."""
    number = int(nth)
    if not 0 < number < _TOO_MANY:
        return form[0].format(nth), form[1].format(nth)
    return form[0].format(chinese(number)), form[1].format(roman(number))


_ANNEX, _SECTION = ("附件{}", "annex {}"), ("第{}节", "section {}")
_TOO_MANY = 100
