"""A resolution of a list as it is shown: its titles and the stretches of its text that matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assistant.errors import NotInLibrary
from assistant.library.records import Records
from assistant.retrieval.typed import TypedWord, marked
from assistant.text import kinship
from assistant.text.labels import place_label
from assistant.types import (
    Lang,
    ListedResolution,
    ListedTitle,
    ListingMatch,
    Snippet,
    Span,
    Summary,
)

MOST_SNIPPETS = 2  # of a resolution
_RANKS: tuple[ListingMatch, ...] = ("symbol", "title", "text", "all")
_BEFORE, _LENGTH = 30, 160  # code points: before the first word, and of a snippet
_INSIDE_A_WORD = re.compile(r"[A-Za-z0-9]")
_LONGEST_WORD = 30  # beyond which a stretch is cut inside it


@dataclass(frozen=True, slots=True)
class Matched:
    """Why a resolution is on a list."""

    match: ListingMatch
    elsewhere: tuple[TypedWord, ...] = ()  # the words that neither symbol nor titles have
    has_part: bool = False  # symbol or titles have some of the words

    @property
    def rank(self) -> int:
        """The best first."""
        return 2 * _RANKS.index(self.match) - self.has_part


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph that has some of the words."""

    place: str
    lang: Lang
    text: str
    spans: tuple[Span, ...]


def listed(
    records: Records,
    summary: Summary,
    matched: Matched,
    words: Sequence[TypedWord],
    *,
    lang: Lang,
) -> ListedResolution:
    """A resolution as the list shows it, its subject left open; labels in ``lang``."""
    stretches, count = _stretches(records, summary, matched.elsewhere)
    href = f"/resolutions/{summary.symbol}"
    return ListedResolution(
        summary=summary,
        match=matched.match,
        titles=tuple(
            ListedTitle(language, title, marked(title, words))
            for language, title in _titles(records, summary)
        ),
        subject=None,
        snippets=tuple(_snippet(one, href, lang) for one in stretches),
        paragraphs=count,
        href=href,
    )


def _titles(records: Records, summary: Summary) -> Iterator[tuple[Lang, str]]:
    yield summary.lang, summary.title
    for other in summary.langs[1:]:
        with suppress(NotInLibrary):  # taken out since
            yield other, records.read(summary.symbol, other).title


def _stretches(
    records: Records, summary: Summary, words: Sequence[TypedWord]
) -> tuple[list[_Stretch], int]:
    """The first paragraphs with most of ``words``, and how many have as many."""
    held = records.folded.held().get(summary.symbol) if words else None
    if held is None:
        return [], 0
    mentioned = _mentioned(records, summary.symbol, words)
    having: list[tuple[int, str, Lang]] = []
    for text in held.texts:
        for place, folded in text.paragraphs:
            there = (
                word.stands_in(folded)
                or (text is held.leading and place in mentioned.get(word, ()))
                for word in words
            )
            having.append((sum(there), place, text.lang))
    most = max(count for count, _, _ in having)
    best = [(place, language) for count, place, language in having if count == most > 0]
    shown = []
    for place, language, printed in _printed(records, summary, best[:MOST_SNIPPETS]):
        also = [s for by_place in mentioned.values() for s in by_place.get(place, ())]
        spans = marked(printed, words, also if language == summary.lang else ())
        shown.append(_Stretch(place, language, printed, spans))
    return shown, len(best)


def _standing(words: Iterable[TypedWord], folded: str) -> Iterator[TypedWord]:
    return (word for word in words if word.stands_in(folded))


def _mentioned(
    records: Records, symbol: str, words: Iterable[TypedWord]
) -> Mapping[TypedWord, Mapping[str, list[Span]]]:
    """Where a resolution mentions the symbols typed, by word and place."""
    found: dict[TypedWord, dict[str, list[Span]]] = {word: {} for word in words}
    for word, by_place in found.items():
        if word.symbol is None:
            continue
        rows = records.mentions.of(kinship.spellings(word.symbol))
        own = [row for row in rows if row.symbol == symbol]
        held = {one.key: one for one in records.paragraphs([row.key for row in own])}
        for row in own:
            paragraph = held.get(row.key)
            if paragraph is not None:
                span = paragraph.references[row.position].span
                by_place.setdefault(paragraph.place, []).append(span)
    return found


def _printed(
    records: Records, summary: Summary, wanted: Sequence[tuple[str, Lang]]
) -> Iterator[tuple[str, Lang, str]]:
    """The paragraphs as they are printed."""
    leading = [f"{summary.symbol}#{place}" for place, lang in wanted if lang == summary.lang]
    texts = {(one.place, one.lang): one.text for one in records.wordings.of(leading)}
    if any(lang != summary.lang for _, lang in wanted):
        companion = records.companion(summary.symbol)
        if companion is not None:
            texts |= {(place, companion.lang): text for place, text in companion.texts.items()}
    for place, lang in wanted:
        if (place, lang) in texts:
            yield place, lang, texts[place, lang]


def _snippet(one: _Stretch, href: str, lang: Lang) -> Snippet:
    start, end = _cut(one.text, one.spans[0] if one.spans else Span(0, 0))
    return Snippet(
        place=one.place,
        label=place_label(one.place, lang),
        lang=one.lang,
        text=one.text[start:end],
        spans=tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in one.spans
            if span.start < end and span.end > start
        ),
        start=start,
        cut_before=start > 0,
        cut_after=end < len(one.text),
        href=f"{href}#{one.place}",
    )


def _cut(text: str, around: Span) -> tuple[int, int]:
    """Where a stretch around a span begins and ends, no Latin word cut."""
    start = _to_a_gap(text, max(0, around.start - _BEFORE))
    end = _to_a_gap(text, min(len(text), max(around.end, start + _LENGTH)))
    return min(start, around.start), max(end, around.end)


def _to_a_gap(text: str, at: int) -> int:
    """The first place from ``at`` on that is not inside a Latin word or a number."""
    for here in range(at, min(at + _LONGEST_WORD, len(text))):
        if not all(map(_INSIDE_A_WORD.match, text[max(0, here - 1) : here + 1])):
            return here
        if here == 0:
            return here
    return at if at + _LONGEST_WORD < len(text) else len(text)
