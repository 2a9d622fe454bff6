"""Content words of an English question: terms with their Chinese, days, numbers, other words."""

from __future__ import annotations

import re

from assistant.text.glossary import PLACES, english_terms
from assistant.types import Term

_ENGLISH_STANCES = frozenset(
    """
    sanction sanctions condemn condemns abolish abolishes repeal repeals refuse refuses reject rejects deny
    ban bans oppose opposes punish compensate fund funds suspend terminate criticise criticize threaten
    """.split()
)
_ENGLISH_STOP = frozenset(
    """
    what which who whom whose when where why how does do did is are was were be been being the a an of
    in on at to for from by with about and or not no any all some this that these those it its they them
    their there here have has had can could should would will shall may might must say says said tell
    show me us give list find resolution resolutions paragraph paragraphs text document documents
    united nations un general assembly assembly's states state mention mentions mentioned refer
    refers referred contain contains contained according under regarding concerning content contents
    please does many much often kind kinds type name named called make makes made take takes taken
    take place first last new between into than then so as if each every other another same different
    see footnote footnotes among ones view either manner body worries quoted long yearly annual
    like would anyone everyone someone anybody nobody exactly also banning impose imposes worried worry
    something anything everything thing things based base decision take assembly part parts operative preambular preamble full exact exactly wording words word one two number day
    date year adopt adopted call calls called upon express expresses expressed particular also
    """.split()
)


_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_ENGLISH_DAY = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\b", re.IGNORECASE
)


def english_content_terms(text: str) -> tuple[Term, ...]:
    """The words of what is left of an English question that say what it is about."""
    known = [
        Term(phrase, wordings, naming=phrase.lower() in PLACES, noun=True)
        for phrase, wordings in english_terms(text)
    ]
    rest = text
    for term in sorted(known, key=lambda t: -len(t.word)):
        rest = re.sub(rf"\b{re.escape(term.word)}\b", " ", rest)
    days = [
        Term(
            m.group(), (f"{_MONTHS.index(m['month'].lower()) + 1}月{int(m['day'])}日",), naming=True
        )
        for m in _ENGLISH_DAY.finditer(rest)
    ]
    rest = _ENGLISH_DAY.sub(" ", rest)
    numbers = [
        Term(match.group(), (match.group(),), naming=True)
        for match in re.finditer(r"\b[12][0-9]{3}\b|\b[A-Z]{1,4}(?:/[A-Za-z0-9.\-]+)+", rest)
    ]
    others = [
        Term(word, (word,), word[0].isupper() or word.lower() in _ENGLISH_STANCES)
        for word in re.findall(
            r"[A-Za-z][A-Za-z-]+(?=(?:'s)?\b)", re.sub(r"\b[A-Z]+/\S+", " ", rest)
        )
        if word.lower() not in _ENGLISH_STOP and len(word) > 2
    ]
    return tuple(dict.fromkeys((*known, *days, *numbers, *others)))
