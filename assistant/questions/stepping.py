"""Places that a follow-up names by those of the turn before: 下一段, 13呢, 第2款, (b)项呢."""

from __future__ import annotations

import re

from assistant.questions.history import Turn
from assistant.questions.place_lists import LABEL, labels_in
from assistant.text.numerals import parse_numeral
from assistant.text.places import paragraph_of, parent
from assistant.types import Question

_STEP = re.compile(
    r"(?P<next>下(?:一)?(?:个)?(?:执行|序言)?段|(?<!最)后(?:一|面(?:一)?)(?:个)?段|接下来(?:一)?段?|再(?:往)?下(?:面)?(?:一)?段|^(?:那)?下一个(?=$|[呢?])|\bnext (?:paragraph|one)\b)"
    r"|(?P<back>上(?:一)?(?:个)?(?:执行|序言)?段|前(?:一|面(?:一)?)(?:个)?段|再(?:往)?(?:上|前)(?:面)?(?:一)?段|^(?:那)?[上前]一个(?=$|[呢?])|\bprevious (?:paragraph|one)\b|\b(?:paragraph|one) before\b)",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(
    r"^(?:那|那么|还有|and |what about )?第?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>条|款|个|号|段)?(?:呢|的|写|说|讲|是|$|\?)"
)
_LABEL_ONLY = re.compile(
    rf"^(?:那|那么|还有|and |what about )?第?(?P<label>{LABEL})(?:分?[项段]|款|目|呢|$|\?)"
)
_IN_THE_ANNEX = re.compile(
    r"附件(?:里|中|里面)?的(?:呢)?[??]?$|\b(?:in|of) the annex\??$", re.IGNORECASE
)
# What stands before a paragraph's number, and the number: OP, S2/OP, ANNEX/, ANNEX/ART.
_NUMBERED = re.compile(r"(?P<head>(?:ANNEX\d*/)?(?:S\d+/)?(?:OP|PP|FN|H|ART)?)~?(?P<n>\d+)")
_ARTICLE = re.compile(r"(?P<annex>ANNEX\d*)/ART\d+")


def step(text: str) -> int | None:
    """+1 for the next paragraph, -1 for the one before, None where neither is asked."""
    match = _STEP.search(text)
    if match is None:
        return None
    return 1 if match["next"] else -1


def stepped(question: Question, last: Turn) -> tuple[str, ...]:
    """The places that ``question`` means by those of ``last``; empty where it means none so."""
    if _IN_THE_ANNEX.search(question.folded) and question.places == ("ANNEX",):
        return _in_the_annex(last)
    places = _next_places(question, last)  # first: 前一段 reads like the first paragraph, too
    if question.places:
        return places or _of_an_article(question, last)
    return places or _bare_number(question, last) or _bare_label(question, last)


def _known(last: Turn) -> tuple[str, ...]:
    """The places asked for, else those that the answer showed of the resolution spoken of."""
    if last.question.places and not any("-" in place for place in last.question.places):
        return last.question.places
    keys = [key.partition("#") for key in last.shown]
    return tuple(place for symbol, _, place in keys if last.focus == (symbol,))


def _in_the_annex(last: Turn) -> tuple[str, ...]:
    """第二段 … 我说的是附件里的: the paragraph of that number."""
    numbers = [re.fullmatch(r"(?:OP|PP)~?(\d+)", place) for place in last.question.places]
    return tuple(f"ANNEX/{number[1]}" for number in numbers if number)


def _bare_number(question: Question, last: Turn) -> tuple[str, ...]:
    """13呢 after footnote 12, 第10条 after the notes were counted, 第2款 after an article."""
    match = _NUMBER_ONLY.match(question.folded)
    if match is None or question.symbols != last.focus:
        return ()
    number = parse_numeral(match["n"])
    before = last.question
    if number is None:
        return ()
    if before.attribute == "footnotes" or before.intent == "footnotes":
        return (f"FN{number}",)
    return _numbered_as(before.places[0] if before.places else "", match["unit"], number)


def _of_an_article(question: Question, last: Turn) -> tuple[str, ...]:
    """第2条呢 and 第2款 after an article of an annex are of that annex, not operative paragraphs."""
    match = _NUMBER_ONLY.match(question.folded)
    before = last.question.places
    if (
        match is None
        or not before
        or question.symbols != last.focus
        or match["unit"] not in ("条", "款")
    ):
        return ()
    number = parse_numeral(match["n"])
    of_article = _ARTICLE.match(before[0]) and number is not None
    return _numbered_as(before[0], match["unit"], number or 0) if of_article else ()


def _numbered_as(place: str, unit: str | None, number: int) -> tuple[str, ...]:
    """The place of that number beside ``place``, or below it: 第2款 of an article."""
    if article := _ARTICLE.match(place):
        if unit == "款":
            return (f"{article.group()}/{number}",)
        if unit == "条":
            return (f"{article['annex']}/ART{number}",)
    numbered = _NUMBERED.fullmatch(paragraph_of(place))
    return (f"{numbered['head']}{number}",) if numbered else ()


def _bare_label(question: Question, last: Turn) -> tuple[str, ...]:
    """(b)项呢 after 第3段(a)项, or after 第3段."""
    match = _LABEL_ONLY.match(question.folded)
    places = last.question.places
    if match is None or question.symbols != last.focus or not places:
        return ()
    place = places[-1]
    above = parent(place) if place.endswith(")") else place
    return tuple(f"{above}{label}" for label in labels_in(match["label"]))


def _next_places(question: Question, last: Turn) -> tuple[str, ...]:
    by, known = step(question.folded), _known(last)
    if by is None or not known:
        return ()
    match = _NUMBERED.fullmatch(paragraph_of(known[-1 if by > 0 else 0]))
    return (f"{match['head']}{int(match['n']) + by}",) if match else ()
