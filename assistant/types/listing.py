"""The library as a list: which resolutions are wanted, what of them matched, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.library import Coverage, Summary
from assistant.types.resolution import Lang, Span

# best: what is named by symbol, then titles, then texts, each newest first. title: by Pinyin for
# common characters (the order of GB 18030).
ListingSort = Literal["best", "newest", "oldest", "title"]


@dataclass(frozen=True, slots=True)
class ListingQuery:
    """Which resolutions are wanted. What is empty does not restrict; of one filter any value may
    hold, of several filters each has to.

    ``text`` is what a reader typed so far: every word of it stands in the symbol, the titles or a
    paragraph, in any language held; a Latin word may be unfinished.
    """

    text: str = ""
    sessions: tuple[tuple[int, int], ...] = ()  # ranges, both ends included
    committees: tuple[str, ...] = ()  # in any written form
    years: tuple[int, ...] = ()  # of adoption
    subjects: tuple[str, ...] = ()  # values of the facet, or printed titles
    lang: Lang | None = None  # held in this language
    sort: ListingSort | None = None  # None: best where anything is typed, else newest


# symbol: it is what was named. title: every word stands in symbol or titles. text: a word stands in
# its paragraphs alone. all: nothing was typed.
ListingMatch = Literal["symbol", "title", "text", "all"]


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """A title in one language, verbatim, and where the words typed stand in it."""

    lang: Lang
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a paragraph, verbatim, around the words typed.

    ``start`` is where it begins in the paragraph; ``spans`` are offsets into ``text``.
    """

    place: str
    label: str
    lang: Lang
    text: str
    spans: tuple[Span, ...]
    start: int
    cut_before: bool  # the paragraph begins earlier
    cut_after: bool  # it goes on
    href: str


@dataclass(frozen=True, slots=True)
class ListedResolution:
    """A resolution of the list, and why it is there."""

    summary: Summary
    match: ListingMatch
    titles: tuple[ListedTitle, ...]  # in every language held, the leading one first
    subject: str | None  # the facet's value; None where the text states nothing to tell it by
    snippets: tuple[Snippet, ...]  # the first paragraphs with most of the words; none for titles
    paragraphs: int  # that have as many of the words as those shown
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a filter and how many resolutions have it under the other filters."""

    value: str  # to be sent back as the filter
    label: str  # in the reader's language, as far as it is known
    count: int


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one filter. The counts of all values and ``unstated`` add up to the number of
    resolutions that the other filters leave."""

    values: tuple[Facet, ...]
    unstated: int  # resolutions that do not state it
    left_out: int = 0  # further values, for their number


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list can be narrowed by. Sessions and years: the latest first. Committees and
    subjects: the most frequent first.

    A subject is the agenda item whose title the masthead prints, without its sub-item; where none
    is printed, the resolution's own title (of a part: its whole's), without the session or years
    that come anew each time. Nothing is classified.
    """

    sessions: FacetGroup
    committees: FacetGroup
    years: FacetGroup
    subjects: FacetGroup


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list."""

    hits: tuple[ListedResolution, ...]
    total: int  # of all pages
    facets: Facets
    sort: ListingSort  # that was used
    words: tuple[str, ...]  # that were looked for, folded
    symbols: tuple[str, ...]  # that were named, held or not
    coverage: Coverage
    next: str | None = None  # the cursor of the next page; None on the last
