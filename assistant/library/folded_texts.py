"""Every text of the library folded, in memory: what is looked through at each key typed.

Folding 5,000 resolutions (100,000 paragraphs) takes 2 s and 8 MB, so that of a library that changed
only those are read again that changed. Chinese words are looked for through the index first; what
no index holds (headings, second languages, half a word) is looked through here: 10 ms of 5,000.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, select

from assistant.library import storing
from assistant.library.engine import reading
from assistant.library.lookups import in_parts
from assistant.library.schema import companions, paragraphs, resolutions
from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.types import Lang

# Resolutions read at once: more of them take more memory for a moment, which the process keeps
# (of 100,000 paragraphs 70 MB for the 12 that are kept), and no less time.
_AT_ONCE: Final = 200

# Between paragraphs or names: of private use, so that folding keeps it and no text means it.
PARTED: Final = "\ue000"


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The paragraphs of a resolution in one language, folded, in lower case."""

    lang: Lang
    title: str  # as printed
    text: str  # joined by PARTED, in document order
    places: tuple[str, ...]

    @property
    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Each place with its text."""
        return zip(self.places, self.text.split(PARTED), strict=True)


@dataclass(frozen=True, slots=True)
class FoldedResolution:
    """A resolution in every language held, the leading one first."""

    symbol: str
    texts: tuple[FoldedText, ...]
    names: str  # the symbol, how it is called in both languages, and the titles
    not_indexed: str  # what the lexical index does not hold: headings, other languages

    @property
    def leading(self) -> FoldedText:
        """The text that questions look up."""
        return self.texts[0]


_Versions = tuple[str, ...]  # content hashes, the leading text's first


class FoldedTexts:
    """The folded texts of one library. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is read yet."""
        self._engine = engine
        self._lock = threading.Lock()
        self._generation = ""
        self._versions: Mapping[str, _Versions] = {}
        self._kept: Mapping[str, FoldedResolution] = {}

    def held(self) -> Mapping[str, FoldedResolution]:
        """Every resolution, by symbol."""
        with self._lock, reading(self._engine) as connection:
            generation = storing.stated(connection, "generation") or ""
            if generation != self._generation:
                versions = _versions(connection)
                stale = [s for s, now in versions.items() if self._versions.get(s) != now]
                fresh = {one.symbol: one for one in _read(connection, stale)}
                self._kept = {s: fresh[s] if s in fresh else self._kept[s] for s in versions}
                self._versions, self._generation = versions, generation
            return self._kept


def _versions(connection: Connection) -> dict[str, _Versions]:
    found: dict[str, list[str]] = {}
    for symbol, version in connection.execute(
        select(resolutions.c.symbol, resolutions.c.content_hash)
    ):
        found[symbol] = [version]
    second = select(companions.c.symbol, companions.c.content_hash).order_by(companions.c.lang)
    for symbol, version in connection.execute(second):
        found[symbol].append(version)
    return {symbol: tuple(versions) for symbol, versions in found.items()}


_LEADING: Final = select(
    resolutions.c.symbol,
    resolutions.c.lang,
    resolutions.c.title,
    paragraphs.c.place,
    paragraphs.c.kind,
    paragraphs.c.text,
).join(paragraphs, paragraphs.c.symbol == resolutions.c.symbol)
_SECOND: Final = select(companions.c.symbol, companions.c.resolution)


def _read(connection: Connection, symbols: list[str]) -> Iterator[FoldedResolution]:
    for some in in_parts(symbols, _AT_ONCE):
        led = connection.execute(
            _LEADING.where(resolutions.c.symbol.in_(some)).order_by(
                paragraphs.c.symbol, paragraphs.c.ordinal
            )
        )
        rows: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for symbol, *row in led:
            rows[symbol].append(tuple(row))
        others: dict[str, list[FoldedText]] = defaultdict(list)
        second = connection.execute(
            _SECOND.where(companions.c.symbol.in_(some)).order_by(companions.c.lang)
        )
        for symbol, stored in second:
            others[symbol].append(_second(json.loads(stored)))
        for symbol, read in rows.items():
            yield _resolution(symbol, read, others[symbol])


def _resolution(
    symbol: str, rows: list[tuple[str, ...]], others: list[FoldedText]
) -> FoldedResolution:
    lang, title = rows[0][:2]
    leading = _folded(lang, title, [(place, text) for _, _, place, _, text in rows])
    headings = [fold(text).text.lower() for *_, kind, text in rows if kind == "heading"]
    beside = PARTED.join((*headings, *(other.text for other in others)))
    called = (symbol, label(symbol, "zh"), label(symbol, "en"), title, *(o.title for o in others))
    names = PARTED.join(fold(one).text.lower() for one in called)
    return FoldedResolution(symbol, (leading, *others), names, beside)


def _second(whole: dict[str, object]) -> FoldedText:
    held = whole["paragraphs"]
    assert isinstance(held, list)  # noqa: S101 - as ``structure.whole`` wrote it
    return _folded(whole["lang"], whole["title"], [(p["place"], p["text"]) for p in held])


def _folded(lang: object, title: object, read: Iterable[tuple[str, str]]) -> FoldedText:
    placed = tuple(read)
    texts = (text.replace(PARTED, " ") for _, text in placed)
    folded = fold(PARTED.join(texts)).text.lower()
    # Most places are those of others too: OP1.
    places = tuple(sys.intern(place) for place, _ in placed)
    return FoldedText("en" if lang == "en" else "zh", str(title), folded, places)
