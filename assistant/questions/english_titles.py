"""A resolution that an English question calls by its title, where Chinese titles are held.

The words of the phrase that the glossary knows are looked for in the titles: the resolution on the
follow-up to the 2013 high-level meeting on nuclear disarmament is the one whose title has 后续行动,
2013, 高级别会议 and 核裁军.
"""

from __future__ import annotations

import re

from assistant.questions.called import one_of
from assistant.text.catalogue import Catalogue
from assistant.text.glossary import english_terms
from assistant.text.normalise import fold
from assistant.text.titles import renewed_key
from assistant.types import Span

_CALLED = re.compile(
    r"\b(?:resolution|text) (?:on|about|entitled|titled|called|concerning|regarding) "
    r"(?:the )?[\"“']?(?P<title>[^?.!,;\"”]{8,140}?)[\"”']?"
    r"(?=\s+(?:was|were|is|adopted|passed|say|says|ask|asks|request|requests|decide|decides|urge|urges|"
    r"mention|mentions|recall|recalls|welcome|welcomes|express|expresses|have|has)\b|\s*[?.!,;]|\s*$)",
    re.IGNORECASE,
)
_ENOUGH = 0.75  # share of the phrase's known words that a title has to have
_LEAST = 2  # known words: one alone names a subject, no title


def by_english_title(
    text: str, catalogue: Catalogue, session: int | None
) -> tuple[list[str], Span | None]:
    """The resolution meant and the words that call it; empty where no title or several fit."""
    match = _CALLED.search(text)
    wanted = _wordings(match["title"]) if match else ()
    if match is None or len(wanted) < _LEAST:
        return [], None
    shares: dict[str, float] = {}
    for summary in catalogue:
        title = catalogue.title_of(summary.symbol)
        shares[summary.symbol] = sum(any(w in title for w in row) for row in wanted) / len(wanted)
    best = max(shares.values(), default=0.0)
    if best < _ENOUGH:
        return [], None
    meant = [catalogue.by_symbol[symbol] for symbol, share in shares.items() if share == best]
    if len({renewed_key(summary.title) for summary in meant}) > 1:
        return [], None
    return one_of(meant, session) or one_of(meant, None), Span(*match.span("title"))


def _wordings(phrase: str) -> tuple[tuple[str, ...], ...]:
    """What each known word of the phrase may read in a title: Chinese wordings, a year, itself."""
    known = [
        (fold(word).text, *(fold(wording).text for wording in wordings))
        for word, wordings in english_terms(phrase)
    ]
    return (*known, *((year,) for year in re.findall(r"\b[12][0-9]{3}\b", phrase)))
