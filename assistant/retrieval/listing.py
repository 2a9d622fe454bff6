"""The library as a list: searched at each key typed, narrowed, counted, page by page.

Nothing here asks the embedder. Words of Chinese are proposed by the lexical index and decided on
the folded text; the rest is looked through in memory, see ``library.folded_texts``.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.errors import InvalidFilter
from assistant.library.folded_texts import FoldedResolution
from assistant.library.library import Library
from assistant.retrieval.facets import FacetTable, shown, tests_of
from assistant.retrieval.holding import tokens_in
from assistant.retrieval.snippets import Matched, listed
from assistant.retrieval.typed import Typed, TypedWord
from assistant.text import kinship
from assistant.text.catalogue import Catalogue
from assistant.text.sessions import LAST_SESSION
from assistant.types import Lang, Listing, ListingQuery, ListingSort

LONGEST_TYPED = 200  # characters
_PROPOSED = 2_000  # paragraphs: of more, looking through all texts is faster
_CURSOR = re.compile(
    r"(?P<begin>[1-9][0-9]{0,8})-(?P<generation>[0-9]{1,12})-(?P<digest>[0-9a-f]{12})"
)


class Listings:
    """The lists of one library. What they are narrowed by is kept until the library changes."""

    def __init__(self, library: Library) -> None:
        """Nothing is read yet."""
        self._library = library
        self._lock = threading.Lock()
        self._kept: tuple[Catalogue, FacetTable] | None = None

    def warm(self) -> None:
        """Read what the first search of a library waits for."""
        self._table(self._library.records.summaries())
        self._library.records.folded.held()

    def find(
        self, query: ListingQuery, *, limit: int, cursor: str | None = None, lang: Lang = "zh"
    ) -> Listing:
        """A page of the resolutions asked for, and how many there are; labels in ``lang``.

        Raises InvalidFilter for a range that is none, a text longer than ``LONGEST_TYPED``, or a
        ``cursor`` that another list, or an older state of the library, gave.
        """
        _check(query)
        records = self._library.records
        generation = records.generation
        catalogue = records.summaries()
        begin = _begin(cursor, generation, query)
        typed = Typed.of(query.text)
        table = self._table(catalogue)
        matched = _Search(self._library, catalogue, typed).found()
        at = [p for p in matched if query.lang is None or query.lang in catalogue[p].langs]
        left, counts = table.facets(at, tests_of(query))
        sort = query.sort or ("best" if typed.words else "newest")
        ordered = _sorted(left, catalogue, sort, matched)
        end = min(begin + limit, len(ordered))
        after = f"{end}-{generation}-{_digest(query)}" if end < len(ordered) else None
        subjects = table.values["subject"]
        hits = (
            replace(
                listed(records, catalogue[at], matched[at], typed.words, lang=lang),
                subject=subjects[at],
            )
            for at in ordered[begin:end]
        )
        return Listing(
            hits=tuple(hits),
            total=len(ordered),
            facets=shown(table, counts, query, lang),
            sort=sort,
            words=tuple(word.text for word in typed.words),
            symbols=typed.symbols,
            coverage=records.coverage(),
            next=after,
        )

    def _table(self, catalogue: Catalogue) -> FacetTable:
        with self._lock:
            if self._kept is None or self._kept[0] is not catalogue:
                self._kept = (catalogue, FacetTable.of(self._library.records, catalogue))
            return self._kept[1]


# ── what was typed ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Search:
    """Which resolutions have every word typed."""

    library: Library
    catalogue: Catalogue
    typed: Typed

    def found(self) -> dict[int, Matched]:
        """Why each resolution is there, by its position in the catalogue."""
        if not self.typed.words:
            return dict.fromkeys(range(len(self.catalogue)), Matched("all"))
        texts = self.library.records.folded.held()
        left: Collection[str] = [symbol for symbol in self.catalogue.symbols if symbol in texts]
        named: list[Collection[str]] = []  # by each word: the resolutions whose names have it
        meant: set[str] = set()
        for word in self.typed.words:
            by_name = {symbol for symbol in left if word.stands_in(texts[symbol].names)}
            having = by_name | self._in_texts(word, left, texts)
            if word.symbol is not None:
                itself = frozenset(self.catalogue.meant_by(word.symbol)).intersection(left)
                meant |= itself
                by_name |= itself
                having |= itself | self._mentioning(word.symbol).intersection(left)
            named.append(by_name)
            left = having
        why = cache(self._matched)  # a few ways for thousands of resolutions
        return {
            position: why(symbol in meant, *(symbol in some for some in named))
            for position, symbol in enumerate(self.catalogue.symbols)
            if symbol in left
        }

    def _in_texts(
        self, word: TypedWord, among: Collection[str], texts: Mapping[str, FoldedResolution]
    ) -> set[str]:
        beside = {symbol for symbol in among if word.stands_in(texts[symbol].not_indexed)}
        proposed = self._proposed(word)
        may_have = among if proposed is None else proposed.intersection(among)
        return beside | {s for s in may_have if word.stands_in(texts[s].leading.text)}

    def _proposed(self, word: TypedWord) -> frozenset[str] | None:
        """The resolutions that the index proposes; None where they are not worth asking for."""
        tokens = tokens_in(word.text)
        if not tokens:
            return None
        keys = self.library.paragraphs_having([tokens], _PROPOSED)
        if len(keys) >= _PROPOSED:
            return None
        return frozenset(key.partition("#")[0] for key in keys)

    def _mentioning(self, symbol: str) -> frozenset[str]:
        rows = self.library.records.mentions.of(kinship.spellings(symbol))
        return frozenset(row.symbol for row in rows)

    def _matched(self, is_meant: bool, *in_names: bool) -> Matched:
        if all(in_names):
            return _MEANT if is_meant else _TITLED
        words = zip(self.typed.words, in_names, strict=True)
        elsewhere = tuple(word for word, is_in in words if not is_in)
        return Matched("text", elsewhere, has_part=any(in_names))


_MEANT, _TITLED = Matched("symbol"), Matched("title")


# ── in what order ────────────────────────────────────────────────────────────────────────────


def _sorted(
    left: Sequence[int], catalogue: Catalogue, sort: ListingSort, matched: Mapping[int, Matched]
) -> list[int]:
    if sort == "oldest":
        return list(left)
    if sort == "title":
        return sorted(left, key=lambda p: (catalogue[p].title.encode("gb18030", "replace"), p))
    newest = sorted(left, reverse=True)
    if sort == "newest":
        return newest
    return sorted(newest, key=lambda p: matched[p].rank)


# ── pages ────────────────────────────────────────────────────────────────────────────────────


def _check(query: ListingQuery) -> None:
    if len(query.text) > LONGEST_TYPED:
        raise InvalidFilter(
            f"检索词最多{LONGEST_TYPED}个字符，请缩短；要提问请用问答。",
            f"At most {LONGEST_TYPED} characters are looked for; type fewer. A question is asked "
            "in the chat.",
        )
    if any(not 1 <= first <= last <= LAST_SESSION for first, last in query.sessions):
        raise InvalidFilter(
            f"届会须为1至{LAST_SESSION}之间的数字，前者不大于后者，例如 76 或 76-78。",
            f"The session has to be a number from 1 to {LAST_SESSION} or a range, 76 or 76-78.",
        )


def _begin(cursor: str | None, generation: int, query: ListingQuery) -> int:
    if cursor is None:
        return 0
    found = _CURSOR.fullmatch(cursor)
    if found and (int(found["generation"]), found["digest"]) == (generation, _digest(query)):
        return int(found["begin"])
    raise InvalidFilter(
        "这个 cursor 不是这份目录给出的（文库或条件可能已变更）；请去掉 cursor，从第一页读起。",
        "This cursor was not given by this list: the library or the filters may have changed. "
        "Leave it out and begin with the first page.",
    )


def _digest(query: ListingQuery) -> str:
    asked = replace(query, text=" ".join(query.text.split()))
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:12]
