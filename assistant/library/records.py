"""The records: every resolution that was read, and what was computed from it. They are the truth;
the indexes can be made again from them."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import URL, Connection, delete, func, insert, inspect, select

from assistant.errors import LibraryDamaged, NotInLibrary
from assistant.library import lookups, storing, structure, vector_cache
from assistant.library.engine import open_engine, reading, writing
from assistant.library.lookups import ActQuery, Found, IndexedText, KnownSource
from assistant.library.paragraph_cache import ParagraphCache
from assistant.library.schema import (
    FORMAT_VERSION,
    conversations,
    meta,
    metadata,
    paragraphs,
    resolutions,
)
from assistant.library.vector_cache import Vector
from assistant.text.symbols import label
from assistant.types import Coverage, Fact, MastheadField, Paragraph, Resolution, Summary

PutOutcome = Literal["added", "replaced", "unchanged"]

# A paragraph and the indices of those of its clauses, or references, that were asked for.
Hit = tuple[Paragraph, tuple[int, ...]]

_PAGE = 1_000  # rows


class Records:
    """The records of one library. Safe to use from many threads."""

    def __init__(self, url: str | URL) -> None:
        """Open or begin the records at a SQLAlchemy URL. Raises LibraryDamaged, InvalidSettings."""
        self._engine = open_engine(url)
        self._cache = ParagraphCache()
        self._one_writer = threading.Lock()
        try:
            self._begin_or_check()
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    # ── changing ─────────────────────────────────────────────────────────────────────────────

    def put(self, resolution: Resolution, *, parser: str = "") -> PutOutcome:
        """Write a resolution, in the place of any of the same symbol, in one transaction.

        ``parser`` is the version of the parser that made it. The generation moves on only if
        anything about the resolution is new.
        """
        rows = structure.rows_of(resolution, parser=parser)
        with self._one_writer, writing(self._engine) as connection:
            version = storing.version_of(connection, resolution.symbol)
            if version == rows.resolution["content_hash"]:
                storing.parsed_by(connection, resolution.symbol, parser)
                return "unchanged"
            storing.discard(connection, resolution.symbol)
            storing.write(connection, rows)
            storing.next_generation(connection)
        return "added" if version is None else "replaced"

    def remove(self, symbol: str) -> None:
        """Take a resolution out. Raises NotInLibrary."""
        with self._one_writer, writing(self._engine) as connection:
            if not storing.discard(connection, symbol):
                raise _not_in_library(symbol)
            storing.next_generation(connection)

    # ── the library as a whole ───────────────────────────────────────────────────────────────

    @property
    def identity(self) -> str:
        """A random name given when the records were begun: no two libraries share it."""
        return self._stated("library")

    @property
    def generation(self) -> int:
        """How many times the resolutions have changed; 0 while nothing was ever put."""
        return int(self._stated("generation"))

    def symbols(self) -> tuple[str, ...]:
        """The symbols of all resolutions, by session and number."""
        statement = select(resolutions.c.symbol).order_by(*lookups.LIBRARY_ORDER)
        with reading(self._engine) as connection:
            return tuple(connection.execute(statement).scalars())

    def summaries(self) -> tuple[Summary, ...]:
        """All resolutions, by session and number."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(resolutions).order_by(*lookups.LIBRARY_ORDER)).all()
        return tuple(
            Summary(
                symbol=row.symbol,
                label=label(row.symbol, row.lang),
                title=row.title,
                lang=row.lang,
                session=row.session,
                date=row.date,
                committee=row.committee,
                preambular=row.preambular,
                operative=row.operative,
            )
            for row in rows
        )

    def coverage(self) -> Coverage:
        """How many resolutions there are, and of which sessions."""
        session = resolutions.c.session
        with reading(self._engine) as connection:
            rows = connection.execute(select(session, func.count()).group_by(session)).all()
        return Coverage(
            resolutions=sum(count for _, count in rows),
            sessions=tuple(sorted(session for session, _ in rows if session is not None)),
        )

    def source_known(self, sha256: str) -> tuple[KnownSource, ...]:
        """The resolutions that were read from a file of these bytes."""
        with reading(self._engine) as connection:
            return lookups.known_sources(connection, sha256)

    # ── one resolution ───────────────────────────────────────────────────────────────────────

    def read(self, symbol: str) -> Resolution:
        """The whole resolution. Raises NotInLibrary."""
        with reading(self._engine) as connection:
            statement = select(resolutions).where(resolutions.c.symbol == symbol)
            row = connection.execute(statement).mappings().one_or_none()
            if row is None:
                raise _not_in_library(symbol)
            found = lookups.of_resolution(connection, symbol)
            return structure.resolution_of(row, self._decoded(connection, found))

    def masthead(self, symbol: str) -> dict[MastheadField, Fact]:
        """What a resolution states of itself; a field not printed is absent. NotInLibrary."""
        statement = select(resolutions.c.masthead).where(resolutions.c.symbol == symbol)
        with reading(self._engine) as connection:
            stored = connection.execute(statement).scalar()
        if stored is None:
            raise _not_in_library(symbol)
        return structure.masthead_of(stored)

    def places(self, symbol: str) -> tuple[str, ...]:
        """The places of a resolution in document order. Raises NotInLibrary."""
        statement = (
            select(paragraphs.c.place)
            .where(paragraphs.c.symbol == symbol)
            .order_by(paragraphs.c.ordinal)
        )
        with reading(self._engine) as connection:
            if storing.version_of(connection, symbol) is None:
                raise _not_in_library(symbol)
            return tuple(connection.execute(statement).scalars())

    # ── paragraphs ───────────────────────────────────────────────────────────────────────────

    def paragraphs(self, keys: Collection[str]) -> tuple[Paragraph, ...]:
        """The paragraphs ``keys``, in that order; those that are not there are left out."""
        with reading(self._engine) as connection:
            return self._decoded(connection, lookups.by_keys(connection, keys))

    def all_paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the library, by key. Read in pages: do not change it meanwhile."""
        for keys in lookups.in_parts([text.key for text in self.texts()], _PAGE):
            yield from self.paragraphs(keys)

    def texts(self) -> Iterator[IndexedText]:
        """What the indexes hold: every paragraph that has words, by key. Read in pages."""
        last, page = "", [IndexedText("", "", "")]
        while page:
            with reading(self._engine) as connection:
                page = lookups.texts_after(connection, last, _PAGE)
            yield from (text for text in page if text.text.strip())
            last = page[-1].key if page else last

    def count_texts(self) -> int:
        """How many paragraphs :meth:`texts` gives, or a few more: those of nothing but blanks."""
        with reading(self._engine) as connection:
            return lookups.count_texts(connection)

    def acts(self, query: ActQuery) -> tuple[Hit, ...]:
        """Paragraphs with the indices of their clauses that ``query`` asks for, in document order
        (resolutions by session and number)."""
        with reading(self._engine) as connection:
            return self._hits(connection, lookups.acts(connection, query))

    def references_of(self, symbols: Collection[str]) -> tuple[Hit, ...]:
        """Paragraphs of ``symbols`` that refer to anything, with the indices of the references."""
        with reading(self._engine) as connection:
            return self._hits(connection, lookups.references_of(connection, symbols))

    def mentions_of(self, targets: Collection[str]) -> tuple[Hit, ...]:
        """Paragraphs that refer to any of ``targets``, with the indices of those references."""
        with reading(self._engine) as connection:
            return self._hits(connection, lookups.mentions_of(connection, targets))

    # ── vectors, conversations ───────────────────────────────────────────────────────────────

    def vectors(self, hashes: Collection[str], embedder: str) -> dict[str, Vector]:
        """The vectors that are kept, by text hash."""
        with reading(self._engine) as connection:
            return vector_cache.load(connection, hashes, embedder)

    def put_vectors(self, computed: Mapping[str, Vector], embedder: str) -> None:
        """Keep vectors by text hash. This is no change of the library: the generation stays."""
        with self._one_writer, writing(self._engine) as connection:
            vector_cache.save(connection, computed, embedder)

    def count_vectors(self, embedder: str) -> int:
        """How many different texts of the library have a vector of ``embedder``."""
        with reading(self._engine) as connection:
            return vector_cache.count(connection, embedder)

    def load_conversation(self, name: str) -> str | None:
        """The slots saved for a conversation, None for one that is not known."""
        statement = select(conversations.c.slots).where(conversations.c.id == name)
        with reading(self._engine) as connection:
            return connection.execute(statement).scalar()

    def save_conversation(self, name: str, slots: str) -> None:
        """Save the slots of a conversation, in the place of those saved before."""
        row = {"id": name, "slots": slots, "updated": datetime.now(UTC).isoformat()}
        with self._one_writer, writing(self._engine) as connection:
            connection.execute(delete(conversations).where(conversations.c.id == name))
            connection.execute(insert(conversations), [row])

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    def _begin_or_check(self) -> None:
        with writing(self._engine) as connection:
            if not inspect(connection).has_table(meta.name):
                metadata.create_all(connection)
                storing.begin_library(connection)
            found = storing.stated(connection, "format")
        if found != str(FORMAT_VERSION):
            raise LibraryDamaged(
                f"决议库的格式是 {found}，本程序只认识 {FORMAT_VERSION}；请使用新版本的程序",
                f"the library has format {found}, this program knows {FORMAT_VERSION}; "
                "use a newer version of the program",
            )

    def _stated(self, name: str) -> str:
        with reading(self._engine) as connection:
            value = storing.stated(connection, name)
        if value is None:
            raise LibraryDamaged(
                f"决议库的记录缺少 {name}；请从备份恢复",
                f"the library's records do not state their {name}; restore them from a backup",
            )
        return value

    def _hits(self, connection: Connection, found: list[Found]) -> tuple[Hit, ...]:
        decoded = self._decoded(connection, found)
        return tuple((p, f.parts) for p, f in zip(decoded, found, strict=True))

    def _decoded(self, connection: Connection, found: list[Found]) -> tuple[Paragraph, ...]:
        def load(keys: list[str]) -> dict[str, Paragraph]:
            rows = lookups.rows_by_keys(connection, keys)
            return {row["key"]: structure.paragraph_of(row) for row in rows}

        return self._cache.paragraphs(found, load)


def _not_in_library(symbol: str) -> NotInLibrary:
    return NotInLibrary(f"决议库里没有 {symbol}", f"{symbol} is not in the library")
