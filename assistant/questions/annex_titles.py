"""Places of an annex that is called by its title alone: 种子保存行动计划第2段."""

from __future__ import annotations

import re

from assistant.questions.place_lists import NUM
from assistant.text.catalogue import Catalogue
from assistant.text.kinship import printed_numbers

_SHORTEST = 4  # characters of a title that names an annex and is no common word
_ASKED = re.compile(rf"[》”\"]?(?:的|里|中)?(?=第{NUM}(?:段|条|款|节|项|点)|序言)")


def with_symbols(text: str, catalogue: Catalogue) -> str:
    """A folded question in which an annex whose paragraph is asked for is named by the symbol of
    its resolution: 97/203号决议附件第2段. One that several resolutions annex stays as it is."""
    for title in sorted({annex.title for annex in catalogue.annexes}, key=len, reverse=True):
        at = text.find(title) if len(title) >= _SHORTEST else -1
        asked = _ASKED.match(text, at + len(title)) if at >= 0 else None
        called = [annex for annex in catalogue.annexes if annex.title == title]
        if asked is None or len(called) > 1:
            continue
        (annex,) = called
        numbers = printed_numbers(annex.symbol)
        if numbers and not any(number in text for number in numbers):
            start = at - 1 if text[max(0, at - 1) : at] in ("《", "“", '"') else at
            which = annex.place.removeprefix("ANNEX")
            return f"{text[:start]}{numbers[0]}号决议附件{which}{text[asked.end() :]}"
    return text
