"""Places that a follow-up names by those of the turn before: 下一段, 13呢, (b)项呢."""

from __future__ import annotations

import re

from assistant.questions.history import Turn
from assistant.questions.place_lists import LABEL, labels_in
from assistant.text.numerals import parse_numeral
from assistant.text.places import paragraph_of, parent
from assistant.types import Question

_STEP = re.compile(
    r"(?P<next>下(?:一)?(?:个)?(?:执行|序言)?段|后(?:一|面(?:一)?)(?:个)?段|接下来(?:一)?段?|再(?:往)?下(?:面)?(?:一)?段|^(?:那)?下一个(?=$|[呢?])|\bnext (?:paragraph|one)\b)"
    r"|(?P<back>上(?:一)?(?:个)?(?:执行|序言)?段|前(?:一|面(?:一)?)(?:个)?段|再(?:往)?(?:上|前)(?:面)?(?:一)?段|^(?:那)?[上前]一个(?=$|[呢?])|\bprevious (?:paragraph|one)\b|\bparagraph before\b)",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(
    r"^(?:那|那么|还有|and |what about )?第?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:条|个|号|段)?(?:呢|的|写|说|讲|是|$|\?)"
)
_LABEL_ONLY = re.compile(
    rf"^(?:那|那么|还有|and |what about )?第?(?P<label>{LABEL})(?:分?[项段]|款|目)?(?:呢|$|\?)"
)


def step(text: str) -> int | None:
    """+1 for the next paragraph, -1 for the one before, None where neither is asked."""
    match = _STEP.search(text)
    if match is None:
        return None
    return 1 if match["next"] else -1


def stepped(question: Question, last: Turn) -> tuple[str, ...]:
    """The places that ``question`` means by those of ``last``; empty where it means none so."""
    return (
        _next_places(question, last) or _bare_number(question, last) or _bare_label(question, last)
    )


def _known(last: Turn) -> tuple[str, ...]:
    """The places asked for, else those that the answer showed of the resolution spoken of."""
    if last.question.places and not any("-" in place for place in last.question.places):
        return last.question.places
    keys = [key.partition("#") for key in last.shown]
    return tuple(place for symbol, _, place in keys if last.focus == (symbol,))


def _bare_number(question: Question, last: Turn) -> tuple[str, ...]:
    """13呢 after footnote 12, 第10条 after the notes were counted."""
    match = _NUMBER_ONLY.match(question.folded)
    before = last.question
    if match is None or question.places or question.symbols != last.focus:
        return ()
    about_notes = before.attribute == "footnotes" or before.intent == "footnotes"
    place = (before.places or ("",))[0]
    code = "FN" if about_notes else "".join(c for c in place[:2] if c.isalpha())
    number = parse_numeral(match["n"])
    return (f"{code}{number}",) if code and number is not None else ()


def _bare_label(question: Question, last: Turn) -> tuple[str, ...]:
    """(b)项呢 after 第3段(a)项, or after 第3段."""
    match = _LABEL_ONLY.match(question.folded)
    places = last.question.places
    if match is None or question.places or question.symbols != last.focus or not places:
        return ()
    place = places[-1]
    above = parent(place) if "(" in place else place
    return tuple(f"{above}{label}" for label in labels_in(match["label"]))


def _next_places(question: Question, last: Turn) -> tuple[str, ...]:
    by, known = step(question.folded), _known(last)
    if by is None or not known:
        return ()
    place = paragraph_of(known[-1 if by > 0 else 0])
    match = re.fullmatch(r"(OP|PP|FN)~?(\d+)", place)
    if match is None:
        return ()
    return (f"{match[1]}{int(match[2]) + by}",)
