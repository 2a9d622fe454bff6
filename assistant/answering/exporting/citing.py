"""How a paragraph is cited outside of our page: by its symbol, or as UN documents cite it.

The forms are those of UN footnotes (United Nations Editorial Manual, "Footnotes and other
references"): 大会第75/45号决议，附件，第3(a)段; General Assembly resolution 75/45, annex,
para. 3 (a).
"""

from __future__ import annotations

import re

from assistant.text.labels import label, place_label
from assistant.types import Citation, Lang

_BY_ASSEMBLY = re.compile(r"A/(?:RES|DEC)/")
_ORGAN: dict[Lang, str] = {"zh": "大会", "en": "General Assembly "}
_ENGLISH_STEPS = (
    ("operative paragraph", "para."),
    ("preambular paragraph", "preambular para."),
    ("paragraph", "para."),
    ("article", "art."),
    ("section", "sect."),
)
_ENGLISH_STEP = re.compile(r"(?<!preambular) (?=(?:preambular|para\.|art\.|sect\.|heading) )")
_CHINESE_STEP = re.compile(r"(^附件[一二三四五六七八九十0-9]*|第[^第]+节)(?=第|标题|序言)")
_INFERRED: dict[Lang, str] = {"zh": "（推定）", "en": " (inferred)"}


def by_symbol(citation: Citation, lang: Lang) -> str:
    """``A/RES/75/45, 执行部分第13段``."""
    return f"{citation.symbol}, {place_label(citation.paragraph, lang)}{_inferred(citation, lang)}"


def as_footnote(citation: Citation, lang: Lang) -> str:
    """``大会第75/45号决议，第13段。``, ``General Assembly resolution 75/45, para. 13.``"""
    organ = _ORGAN[lang] if _BY_ASSEMBLY.match(citation.symbol) else ""
    named = organ + label(citation.symbol, lang)
    place = place_label(citation.paragraph, lang) + _inferred(citation, lang)
    if lang == "zh":
        steps = _CHINESE_STEP.sub(r"\1，", place.replace("执行部分", ""))
        return f"{named}，{steps}。"
    for whole, short in _ENGLISH_STEPS:
        place = place.replace(f"{whole} ", f"{short} ")
    spaced = re.sub(r"(?<=[0-9)])\(", " (", _ENGLISH_STEP.sub(", ", place))
    return f"{named}, {spaced}."


def _inferred(citation: Citation, lang: Lang) -> str:
    """Said by the place's own name where its number was inferred; here where anything else was."""
    return _INFERRED[lang] if citation.inferred and "~" not in citation.paragraph else ""
