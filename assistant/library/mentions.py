"""Who mentions what, as rows: all that a graph of references needs before it reads a paragraph."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import ColumnElement, Engine, select

from assistant.library import companions, storing
from assistant.library.engine import reading
from assistant.library.lookups import in_parts
from assistant.library.schema import mentions, paragraphs, resolutions
from assistant.text import kinship
from assistant.text.titles import renewed_key
from assistant.types import Invocation, Lang, ReferenceKind


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One reference of one paragraph. In the order of the library: session, number, symbol,
    place in the document."""

    session: int
    number: int
    symbol: str
    ordinal: int  # of the paragraph in its resolution
    position: int  # index into ``Paragraph.references``
    key: str
    kind: ReferenceKind
    target: str
    invoked: Invocation


@dataclass(frozen=True, slots=True)
class Entry:
    """A resolution of the library, by what a graph shows of it."""

    symbol: str
    title: str
    lang: Lang
    session: int | None
    date: str | None  # ISO 8601


@dataclass(frozen=True)
class Held:
    """Every resolution of the library, by symbol and by the one name of its spellings."""

    by_symbol: Mapping[str, Entry]
    by_name: Mapping[str, tuple[Entry, ...]]

    @cached_property
    def by_title(self) -> Mapping[str, tuple[str, ...]]:
        """The symbols of each title, see ``text.titles.renewed_key``, in the order they are held:
        200 ms at 5,000 resolutions, once."""
        found: dict[str, list[str]] = {}
        for entry in self.by_symbol.values():
            found.setdefault(renewed_key(entry.title), []).append(entry.symbol)
        return {title: tuple(symbols) for title, symbols in found.items()}

    def meant_by(self, symbol: str) -> tuple[Entry, ...]:
        """The resolutions that ``symbol`` means: itself, or all its parts."""
        same = self.by_name.get(kinship.root(symbol), ())
        meant = kinship.meant_by(symbol, tuple(entry.symbol for entry in same))
        return tuple(self.by_symbol[one] for one in meant)


class Mentions:
    """The mentions of one library. Reads only."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: tuple[str | None, Held] | None = None  # of which generation
        self._titles: tuple[str | None, Mapping[tuple[str, Lang], str]] = (None, {})

    def made_by(self, symbols: Collection[str]) -> tuple[Mention, ...]:
        """What the resolutions ``symbols`` mention, in the order of the library."""
        return self._rows(paragraphs.c.symbol, symbols)

    def of(self, targets: Collection[str]) -> tuple[Mention, ...]:
        """Who mentions any of ``targets``, as printed, in the order of the library."""
        return self._rows(mentions.c.target, targets)

    def held(self) -> Held:
        """Every resolution of the library. Kept in memory until the library changes: reading them
        all takes 26 ms at 5,000 resolutions, which most questions would wait for."""
        statement = select(
            resolutions.c.symbol,
            resolutions.c.title,
            resolutions.c.lang,
            resolutions.c.session,
            resolutions.c.date,
        ).order_by(resolutions.c.symbol)
        with reading(self._engine) as connection:
            generation = storing.stated(connection, "generation")
            kept = self._held
            if kept is not None and kept[0] == generation:
                return kept[1]
            entries = [Entry(*row) for row in connection.execute(statement)]
        names: dict[str, list[Entry]] = {}
        for entry in entries:
            names.setdefault(kinship.root(entry.symbol), []).append(entry)
        held = Held(
            {entry.symbol: entry for entry in entries},
            {name: tuple(same) for name, same in names.items()},
        )
        self._held = (generation, held)
        return held

    def titles(self, symbols: Collection[str], lang: Lang) -> Mapping[str, str]:
        """The titles of those of ``symbols`` that are held: in ``lang`` where they are held in it,
        else as they lead. Kept in memory until the library changes."""
        entries = self.held().by_symbol
        known = {symbol: entries[symbol].title for symbol in symbols if symbol in entries}
        others = [symbol for symbol in known if entries[symbol].lang != lang]
        if not others:
            return known
        with reading(self._engine) as connection:
            generation = storing.stated(connection, "generation")
            kept = self._titles if self._titles[0] == generation else (generation, {})
            unread = [symbol for symbol in others if (symbol, lang) not in kept[1]]
            found = companions.titles(connection, unread, lang)
        read = {(symbol, lang): found.get(symbol, known[symbol]) for symbol in unread}
        all_read = {**kept[1], **read}
        self._titles = generation, all_read  # at once: another thread sees the old or the new
        return {**known, **{symbol: all_read[symbol, lang] for symbol in others}}

    def _rows(self, column: ColumnElement[str], wanted: Collection[str]) -> tuple[Mention, ...]:
        statement = (
            select(
                resolutions.c.session,
                resolutions.c.number,
                paragraphs.c.symbol,
                paragraphs.c.ordinal,
                mentions.c.position,
                mentions.c.key,
                mentions.c.kind,
                mentions.c.target,
                mentions.c.invoked,
            )
            .join(paragraphs, paragraphs.c.key == mentions.c.key)
            .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
        )
        rows: list[Mention] = []
        with reading(self._engine) as connection:
            for some in in_parts(sorted(set(wanted))):
                found = connection.execute(statement.where(column.in_(some)))
                rows.extend(
                    Mention(
                        -1 if session is None else session, -1 if number is None else number, *rest
                    )
                    for session, number, *rest in found
                )
        return tuple(sorted(rows))
