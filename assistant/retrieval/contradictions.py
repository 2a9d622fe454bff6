"""What the resolutions of one series say of the thing asked, the newest first.

A question that names no resolution is answered by whichever paragraph ranks best, and its item may
come back each session with another date, another addressee or a stronger verb. So the counterparts
of that paragraph are looked up, by alignment from one resolution of the series to the next; which
of them is right is not for us to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.comparing.align import align
from assistant.retrieval.ask import Ask
from assistant.retrieval.combining import VALUES
from assistant.retrieval.graph import library_position
from assistant.retrieval.pointing import answer_to, quoting
from assistant.retrieval.series import series_of
from assistant.text.bodies import find_bodies
from assistant.text.normalise import fold
from assistant.types import AskedKind, Found, Paragraph, Passage, Question, Resolution, Version

SURE, APART = 0.7, 0.2  # likeness of words from which, and by how much ahead of the next
_RENEWED = re.compile("[0-9〇零一二三四五六七八九十百]")
# 又表示注意到 says of the matter what 表示注意到 does.
_ORDERING = re.compile("^(?:又|还|也|同样|并)")
_SAID: frozenset[AskedKind] = VALUES | {"stance", "document", "instrument"}


def versions(ask: Ask, found: Found) -> Found:
    """``found``, with what other resolutions of the series say of the same thing.

    Each wording stands once, in the newest resolution that has it, with the paragraphs of earlier
    ones that have it too; unchanged where the question names resolutions or asks for nothing that
    has words of its own.
    """
    question = ask.question
    if question.symbols or question.session is not None or question.selection is not None:
        return found
    if found.refused or question.intent != "content" or not _asks_for_words(question):
        return found
    for passage in found.passages:
        if not _words(question, passage):
            continue
        series = [one for one in (passage, *_counterparts(passage, ask)) if _words(question, one)]
        if len(series) > 1:
            return _by_words(question, found, series)
    return found


def _by_words(question: Question, found: Found, series: Sequence[Passage]) -> Found:
    """``found`` with one passage of the series for each thing said, the newest first."""
    said: dict[tuple[str, ...], list[Passage]] = {}
    for passage in sorted(series, key=_age, reverse=True):
        said.setdefault(_meant(question, passage), []).append(passage)
    symbols = {passage.paragraph.symbol for passage in series}
    others = (p for p in found.passages if p.paragraph.symbol not in symbols)
    return replace(
        found,
        passages=(*(passages[0] for passages in said.values()), *others),
        versions=tuple(_version(question, passages) for passages in said.values()),
    )


def _version(question: Question, passages: Sequence[Passage]) -> Version:
    """The newest passage's words; none where earlier ones print them otherwise."""
    printed = {_words(question, passage) for passage in passages}
    words = _words(question, passages[0]) if len(printed) == 1 else ()
    return Version(passages[0].paragraph.key, words, tuple(p.paragraph for p in passages[1:]))


def _asks_for_words(question: Question) -> bool:
    return any(asked.kind in _SAID for asked in question.asked)


def _words(question: Question, passage: Passage) -> tuple[str, ...]:
    """The words of a passage that answer, folded, without what only tells their order."""
    text = passage.paragraph.text
    return tuple(
        _ORDERING.sub("", fold(span.of(text)).text)
        for asked in question.asked
        if asked.kind in _SAID
        for span in answer_to(asked, question, passage)
    )


def _meant(question: Question, passage: Passage) -> tuple[str, ...]:
    """The words that answer, bodies by the name that stands for all their names."""
    meant = []
    for words in _words(question, passage):
        names = [body.name for body in find_bodies(words) if body.text == words]
        meant.append(names[0] if names else words)
    return tuple(meant)


def _age(passage: Passage) -> tuple[int, tuple[int, ...], str]:
    return library_position(passage.paragraph.symbol)


def _counterparts(passage: Passage, ask: Ask) -> Iterator[Passage]:
    """The same paragraph in the other resolutions of the series that are held."""
    symbol = passage.paragraph.symbol
    series = series_of(ask.records, (symbol,))
    members = [member.symbol for member in series.members if member.held] if series else []
    if symbol not in members:
        return
    at = members.index(symbol)
    for side in (members[:at][::-1], members[at + 1 :]):
        for paragraph in _followed(passage.paragraph, side, ask):
            yield quoting(ask.question, Passage(paragraph, passage.score, "hybrid"))


def _followed(paragraph: Paragraph, members: Sequence[str], ask: Ask) -> Iterator[Paragraph]:
    """A paragraph from one resolution to the next; over one that dropped it, from the last."""
    for symbol in members:
        here, there = ask.read(paragraph.symbol), ask.read(symbol)
        beside = _beside(paragraph, here, there) if here.lang == there.lang else None
        if beside is not None:
            paragraph = beside
            yield beside


def _beside(paragraph: Paragraph, here: Resolution, there: Resolution) -> Paragraph | None:
    """The counterpart: the one paragraph that has nearly the same words, else by alignment.

    Mostly a session changes little, and aligning two whole resolutions takes 40 ms.
    """
    own = _pairs(paragraph.text)
    scored = sorted(
        ((_share(own, _pairs(other.text)), other.place) for other in there.paragraphs),
        reverse=True,
    )
    places = {other.place: other for other in there.paragraphs}
    (best, place), (second, _) = (*scored, (0.0, ""), (0.0, ""))[:2]
    if best >= SURE and best - second >= APART and places[place].kind == paragraph.kind:
        return places[place]
    return next(
        (
            pair.second
            for pair in align(here, there)
            if pair.first is not None and pair.first.place == paragraph.place
        ),
        None,
    )


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of characters of a text, without the numbers that a session renews."""
    words = _RENEWED.sub("", fold(text).text)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
