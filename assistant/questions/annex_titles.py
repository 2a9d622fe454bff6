"""Places of an annex that is called by its title alone: 种子保存行动计划第2段."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.questions.place_lists import NUM
from assistant.text.catalogue import AnnexTitle, Catalogue
from assistant.text.kinship import printed_numbers

_SHORTEST = 4  # characters of a title that names an annex and is no common word
_PLACE = re.compile(rf"第{NUM}(?:段|条|款|节|项|点)|序言")
_ASKED = re.compile(rf"[》”\"]?(?:的|里|中)?(?={_PLACE.pattern})")
_BETWEEN = 2  # characters, at the most, between a title and the place


def with_symbols(text: str, catalogue: Catalogue) -> str:
    """A folded question in which an annex whose paragraph is asked for is named by the symbol of
    its resolution: 97/203号决议附件第2段. One that several resolutions annex stays as it is."""
    for at, end, annex in sorted(_named(text, catalogue), key=_longest_first):
        numbers = printed_numbers(annex.symbol)
        if numbers and not any(number in text for number in numbers):
            start = at - 1 if text[max(0, at - 1) : at] in ("《", "“", '"') else at
            which = annex.place.removeprefix("ANNEX")
            return f"{text[:start]}{numbers[0]}号决议附件{which}{text[end:]}"
    return text


_Named = tuple[int, int, AnnexTitle]  # from where to where, with what is between it and the place


def _named(text: str, catalogue: Catalogue) -> Iterator[_Named]:
    """The titles of one annex alone before a place that is asked for: looked up by what stands
    there, since a large library has a thousand titles and a question one."""
    for place in _PLACE.finditer(text):
        for end in range(place.start(), max(-1, place.start() - _BETWEEN - 1), -1):
            asked = _ASKED.match(text, end)
            if asked is None or asked.end() != place.start():
                continue
            for at in range(end - _SHORTEST, -1, -1):
                called = catalogue.annexes_called(text[at:end])
                if len(called) == 1:
                    yield at, place.start(), called[0]


def _longest_first(named: _Named) -> tuple[int, int]:
    return -len(named[2].title), named[0]
