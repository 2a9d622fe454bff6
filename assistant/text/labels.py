"""How symbols and places are called in a sentence, in Chinese and in English."""

from __future__ import annotations

import re

from assistant.types import Lang

_ORGANS: dict[str, tuple[str, str]] = {
    "A": ("", ""),
    "S": ("安全理事会", "Security Council "),
    "E": ("经济及社会理事会", "Economic and Social Council "),
    "A/HRC": ("人权理事会", "Human Rights Council "),
}
_NOUNS: dict[str, tuple[str, str]] = {"RES": ("决议", "resolution"), "DEC": ("决定", "decision")}
_SYMBOL = re.compile(r"(?P<organ>A/HRC|A|S|E)/(?P<noun>RES|DEC)/(?P<number>.+)")
_PART = re.compile(r"(?<=\d)(?=[A-Z]\(|[A-Z]$)")  # 48/226A is printed 48/226 A

_PLACE = re.compile(
    r"(?:ANNEX(?P<annex>\d*)(?:/|$))?"
    r"(?P<kind>META|END|FN|PP|OP|ART)?(?P<guess>~)?(?P<number>\d+)?(?P<labels>(?:\([^()]+\))*)"
)
_KINDS: dict[str, tuple[str, str]] = {
    "META": ("题头", "masthead"),
    "END": ("结尾", "closing lines"),
    "FN": ("脚注{}", "footnote {}"),
    "PP": ("序言部分第{}段", "preambular paragraph {}"),
    "OP": ("执行部分第{}段", "operative paragraph {}"),
    "ART": ("第{}条", "article {}"),
    "": ("第{}段", "paragraph {}"),
}


_FROM_END = re.compile(r"(?P<kind>OP|PP|FN)-(?P<nth>[0-9]+)")


def label(symbol: str, lang: Lang = "zh") -> str:
    """How a symbol is called: ``第75/45号决议``, ``resolution 75/45``; a document by its symbol."""
    found = _SYMBOL.fullmatch(symbol)
    if found is None:
        return symbol
    english = lang == "en"
    organ, noun = _ORGANS[found["organ"]][english], _NOUNS[found["noun"]][english]
    number = _PART.sub(" ", found["number"])
    return f"{organ}{noun} {number}" if english else f"{organ}第{number}号{noun}"


def place_label(place: str, lang: Lang = "zh") -> str:
    """How a place is called: ``OP13`` is 执行部分第13段, ``FN4`` 脚注4, ``OP~4`` adds （推定）."""
    from_end = _FROM_END.fullmatch(place)
    if from_end is not None:
        part, nth = _KINDS[from_end["kind"]][lang == "en"], from_end["nth"]
        return (
            part.format(f"-{nth}")
            if lang == "en"
            else part.format("").replace("第", f"倒数第{nth}")
        )
    found = _PLACE.fullmatch(place)
    if found is None or not place:
        return place
    english = lang == "en"
    annex = _annex(found["annex"], english)
    if found["kind"] is None and found["number"] is None:
        return annex.rstrip()
    inner = _KINDS[found["kind"] or ""][english].format((found["number"] or "") + found["labels"])
    guess = (" (inferred)" if english else "（推定）") if found["guess"] else ""
    return f"{annex}{inner}{guess}"


def _annex(number: str | None, english: bool) -> str:
    if number is None:
        return ""
    return f"annex {number}".rstrip() + " " if english else f"附件{number}"
