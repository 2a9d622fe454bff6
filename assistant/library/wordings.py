"""The bare words of paragraphs, in every language held: what searches for a phrase read."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, Engine, RowMapping, and_, select

from assistant.library import storing
from assistant.library.catalogues import Catalogues
from assistant.library.engine import reading
from assistant.library.lookups import LIBRARY_ORDER, MAY_ANSWER, in_parts
from assistant.library.schema import clauses, companions, paragraphs, resolutions
from assistant.text.associations import flat
from assistant.text.catalogue import Catalogue
from assistant.types import Lang, ParagraphKind

# What two versions are compared by: a masthead or a note says the same in other forms.
_ALIGNED_KINDS = frozenset({"preambular", "operative", "annex"})
_MOST_KEPT = 8_000  # leading texts: 700 bytes each


class Wording(NamedTuple):
    """A paragraph's words, with what hits are counted by: a tuple is made in a fifth of the time,
    and of a phrase there are 5,000."""

    symbol: str
    place: str
    kind: ParagraphKind
    lang: Lang
    text: str
    session: int | None
    verb: str | None  # of its first act
    order: tuple[int, int]  # of the library: its resolution's, its own

    @property
    def key(self) -> str:
        """``symbol#place``."""
        return f"{self.symbol}#{self.place}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph in both languages, and both texts flattened for counting words."""

    zh: Wording
    en: Wording
    zh_flat: str
    en_flat: str

    @classmethod
    def of(cls, zh: Wording, en: Wording) -> Pair:
        """The pair of a Chinese and an English text."""
        return cls(zh, en, flat(zh.text, "zh"), flat(en.text, "en"))


@dataclass(frozen=True, slots=True)
class Companions:
    """The words of every companion text, and those of them that stand beside a leading text."""

    texts: tuple[Wording, ...] = ()
    pairs: tuple[Pair, ...] = ()


class Wordings:
    """The words of a library. Safe to use from many threads."""

    def __init__(self, engine: Engine, catalogues: Catalogues) -> None:
        """Nothing is read yet."""
        self._engine = engine
        self._catalogues = catalogues
        self._lock = threading.Lock()
        self._kept: tuple[str, Companions] = ("", Companions())
        self._headings: tuple[str, tuple[Wording, ...]] = ("", ())
        self._read: tuple[str, dict[str, Wording]] = ("", {})  # by key, the first read first

    def of(self, keys: Collection[str]) -> tuple[Wording, ...]:
        """The leading texts of the paragraphs ``keys``, in document order. Those last read are
        kept: the next page of a phrase, or another one of its words, has mostly the same."""
        with reading(self._engine) as connection:
            generation = storing.stated(connection, "generation") or ""
            with self._lock:
                if self._read[0] != generation:
                    self._read = (generation, {})
                kept = self._read[1]
                found = {key: kept[key] for key in keys if key in kept}
            fresh: dict[str, Wording] = {}
            catalogue = self._catalogues.held()
            for some in in_parts([key for key in keys if key not in found]):
                rows = connection.execute(_LEADING.where(paragraphs.c.key.in_(some))).all()
                fresh.update(_keyed(rows, catalogue))
        with self._lock:
            kept.update(fresh)
            for key in list(islice(kept, max(0, len(kept) - _MOST_KEPT))):
                del kept[key]
        return tuple(sorted((found | fresh).values(), key=_ORDER))

    def headings(self) -> tuple[Wording, ...]:
        """The headings of leading texts, which no index holds, in document order; kept likewise."""
        with self._lock, reading(self._engine) as connection:
            generation = storing.stated(connection, "generation") or ""
            if self._headings[0] != generation:
                rows = connection.execute(_LEADING.where(paragraphs.c.kind == "heading")).all()
                found = (wording for _, wording in _keyed(rows, self._catalogues.held()))
                self._headings = (generation, tuple(sorted(found, key=_ORDER)))
            return self._headings[1]

    def companions(self) -> Companions:
        """Every text that is the second of its resolution, in document order; kept in memory until
        the library changes. A second for 700 resolutions when it is read."""
        with self._lock, reading(self._engine) as connection:
            generation = storing.stated(connection, "generation") or ""
            if self._kept[0] != generation:
                self._kept = (generation, _read(connection, self._catalogues.held()))
            return self._kept[1]


_LEADING = select(
    paragraphs.c.key,
    paragraphs.c.symbol,
    paragraphs.c.place,
    paragraphs.c.kind,
    paragraphs.c.text,
    clauses.c.verb,
    paragraphs.c.ordinal,
).outerjoin(clauses, and_(clauses.c.key == paragraphs.c.key, clauses.c.position == 0))
_ORDER = attrgetter("order")


def _keyed(rows: Iterable[Sequence[Any]], catalogue: Catalogue) -> Iterator[tuple[str, Wording]]:
    held, positions = catalogue.by_symbol, catalogue.positions
    for key, symbol, place, kind, text, verb, ordinal in rows:
        of = held[symbol]
        order = (positions[symbol], ordinal)
        yield key, Wording(symbol, place, kind, of.lang, text, of.session, verb, order)


def _read(connection: Connection, catalogue: Catalogue) -> Companions:
    with_companion = select(companions.c.symbol)
    beside = _LEADING.where(paragraphs.c.symbol.in_(with_companion), *MAY_ANSWER)
    leading: dict[str, list[Wording]] = {}
    for _, wording in _keyed(connection.execute(beside), catalogue):
        leading.setdefault(wording.symbol, []).append(wording)
    statement = (
        select(companions.c.symbol, companions.c.resolution, resolutions.c.session)
        .join(resolutions, resolutions.c.symbol == companions.c.symbol)
        .order_by(*LIBRARY_ORDER, companions.c.lang)
    )
    texts: list[Wording] = []
    pairs: list[Pair] = []
    for row in connection.execute(statement).mappings():
        second = _of_companion(row, catalogue.positions[row["symbol"]])
        texts.extend(second)
        first = leading.get(second[0].symbol, []) if second else []
        pairs.extend(aligned(first, second))
    return Companions(tuple(texts), tuple(pairs))


def _of_companion(row: RowMapping, position: int) -> list[Wording]:
    whole = json.loads(row["resolution"])
    return [
        Wording(
            symbol=whole["symbol"],
            place=paragraph["place"],
            kind=paragraph["kind"],
            lang=whole["lang"],
            text=paragraph["text"],
            session=row["session"],
            verb=paragraph["clauses"][0]["verb"] if paragraph["clauses"] else None,
            order=(position, ordinal),
        )
        for ordinal, paragraph in enumerate(whole["paragraphs"])
        if paragraph["text"] and paragraph["kind"] != "heading"
    ]


class Placed(Protocol):
    """A paragraph, or its words."""

    @property
    def place(self) -> str:
        """OP13."""

    @property
    def kind(self) -> ParagraphKind:
        """What sort of paragraph it is."""


_P = TypeVar("_P", bound=Placed)


def beside(first: Collection[_P], second: Collection[_P]) -> Iterator[tuple[_P, _P]]:
    """The paragraphs of two versions of one resolution that stand at the same place.

    Preambular paragraphs are numbered by counting: where the versions do not have as many, which
    belongs to which is not known, and none is taken. Nor is one whose number was inferred.
    """
    by_place = {paragraph.place: paragraph for paragraph in second}
    preambles = [sum(p.kind == "preambular" for p in version) for version in (first, second)]
    for one in first:
        other = by_place.get(one.place)
        if other is None or one.kind != other.kind or one.kind not in _ALIGNED_KINDS:
            continue
        if "~" in one.place or (one.kind == "preambular" and len(set(preambles)) > 1):
            continue
        yield one, other


def aligned(first: Collection[Wording], second: Collection[Wording]) -> list[Pair]:
    """The words that stand ``beside`` each other, Chinese and English."""
    pairs = [
        Pair.of(one, other) if one.lang == "zh" else Pair.of(other, one)
        for one, other in beside(first, second)
        if {one.lang, other.lang} == {"zh", "en"}
    ]
    return sorted(pairs, key=lambda pair: pair.zh.order)
