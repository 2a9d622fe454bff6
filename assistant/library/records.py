"""The records: every resolution that was read, and what was computed from it. They are the truth;
the indexes can be made again from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import URL, Connection, bindparam, select

from assistant.library import companions, lookups, seals, storing, structure
from assistant.library.act_table import Acts
from assistant.library.act_words import ActWords
from assistant.library.catalogues import Catalogues
from assistant.library.companions import Companion, CompanionTexts
from assistant.library.conversations import Conversations
from assistant.library.database import Database
from assistant.library.engine import reading, writing
from assistant.library.folded_texts import FoldedTexts
from assistant.library.kept_answers import KeptAnswers
from assistant.library.kept_audit import KeptAudit
from assistant.library.kept_keys import KeptKeys
from assistant.library.kept_replies import KeptReplies
from assistant.library.lookups import ActQuery, Found, IndexedText, KnownSource
from assistant.library.mandates import Mandates
from assistant.library.mentions import Mentions
from assistant.library.paragraph_cache import ParagraphCache
from assistant.library.schema import paragraphs, resolutions
from assistant.library.storing import PutOutcome, Version
from assistant.library.structure import Reading
from assistant.library.vector_cache import Vectors
from assistant.library.wordings import Wordings
from assistant.text.catalogue import Catalogue
from assistant.types import Coverage, Fact, Lang, MastheadField, Paragraph, Resolution, Source

# A paragraph and the indices of those of its clauses, or references, that were asked for.
Hit = tuple[Paragraph, tuple[int, ...]]

_PAGE = 1_000  # rows
_OF_SYMBOL = select(resolutions).where(resolutions.c.symbol == bindparam("symbol"))


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of the resolutions of a file, and which older parts of it went."""

    outcomes: tuple[PutOutcome, ...]
    vanished: tuple[Version, ...] = ()


class Records(Database):
    """The records of one library. Safe to use from many threads."""

    def __init__(self, url: str | URL) -> None:
        """Open or begin the records at a SQLAlchemy URL. Raises LibraryDamaged, InvalidSettings,
        and LibraryUnavailable for a database that does not answer."""
        super().__init__(url)
        self._cache = ParagraphCache()
        self._companions = CompanionTexts()
        self._catalogues = Catalogues(self._engine)
        self._acts = Acts(self._engine)
        self.act_words = ActWords(self._engine)
        self.conversations = Conversations(self._engine, self._one_writer)
        self.answers = KeptAnswers(self._engine, self._one_writer)
        self.keys = KeptKeys(self._engine, self._one_writer)
        self.audit = KeptAudit(self._engine, self._one_writer)
        self.replies = KeptReplies(self._engine, self._one_writer)
        self.mentions = Mentions(self._engine)
        self.mandates = Mandates(self._engine)
        self.wordings = Wordings(self._engine, self._catalogues)
        self.folded = FoldedTexts(self._engine)
        self.vectors = Vectors(self._engine, self._one_writer)

    # ── changing ─────────────────────────────────────────────────────────────────────────────

    def put(self, resolution: Resolution, *, parser: str = "") -> PutOutcome:
        """Write one resolution, see :meth:`put_file`."""
        return self.put_file((resolution,), parser=parser).outcomes[0]

    def put_file(
        self, file: Sequence[Resolution], *, parser: str = "", without: Collection[Version] = ()
    ) -> Stored:
        """Write the resolutions of a file, each in the place of any of the same symbol and
        language, in one transaction; the generation moves on only if anything is new.

        Parts that an older text of the same file gave and this one does not are removed. Those
        ``without`` are left as they are. ``parser`` is the version of the parser that made them.
        """
        wanted = [one for one in file if (one.symbol, one.lang) not in without]
        with self._one_writer, writing(self._engine) as connection:
            vanished = storing.vanished(connection, file)
            for symbol, lang in vanished:
                storing.remove(connection, symbol, lang)
            outcomes = tuple(
                storing.put(connection, Reading(one, parser, len(file))) for one in wanted
            )
            if vanished or any(outcome != "unchanged" for outcome in outcomes):
                storing.next_generation(connection)
                written = {one.symbol for one in wanted} | {symbol for symbol, _ in vanished}
                seals.renew(connection, written)
        return Stored(outcomes, vanished)

    def remove(self, *symbols: str, lang: Lang | None = None) -> None:
        """Take resolutions out, or their versions in ``lang``: all, or none with NotInLibrary."""
        with self._one_writer, writing(self._engine) as connection:
            for symbol in symbols:
                if not storing.remove(connection, symbol, lang):
                    raise storing.not_in_library(symbol, lang)
            storing.next_generation(connection)
            seals.renew(connection, symbols)

    # ── the library as a whole ───────────────────────────────────────────────────────────────

    def symbols(self) -> tuple[str, ...]:
        """The symbols of all resolutions, by session and number."""
        return self.summaries().symbols

    def meant_by(self, symbol: str) -> tuple[str, ...]:
        """The symbols held that ``symbol`` means: itself or all its parts. Raises NotInLibrary."""
        meant = self.summaries().meant_by(symbol)
        if not meant:
            raise storing.not_in_library(symbol)
        return meant

    def summaries(self) -> Catalogue:
        """All resolutions, by session and number; kept in memory until the library changes."""
        return self._catalogues.held()

    def known(self) -> Catalogue:
        """The resolutions as they were when anybody last looked: out of memory."""
        return self._catalogues.known()

    def stated(self, name: MastheadField) -> Mapping[str, str]:
        """What mastheads state, by symbol, in the order of the library; kept in memory likewise."""
        return self._catalogues.stated(name)

    def leading_items(self) -> frozenset[str]:
        """Keys, made ``text.places.plain``, of paragraphs with sub-paragraphs; kept likewise."""
        return self._catalogues.leading_items()

    def coverage(self) -> Coverage:
        """How many resolutions there are, and of which sessions."""
        return self.summaries().coverage

    def source_known(self, sha256: str) -> tuple[KnownSource, ...]:
        """The resolutions that were read from a file of these bytes."""
        with reading(self._engine) as connection:
            return storing.known_sources(connection, sha256)

    def source_of(self, version: Version) -> KnownSource | None:
        """The file that a resolution was read from; None where it is not held."""
        with reading(self._engine) as connection:
            return storing.source_of(connection, version)

    def version_of(self, symbol: str, lang: Lang) -> str | None:
        """A hash of all that a resolution says; None where it is not held."""
        with reading(self._engine) as connection:
            return storing.version_of(connection, symbol, lang)

    def vanished(self, file: Sequence[Resolution]) -> tuple[Version, ...]:
        """What :meth:`put_file` would remove."""
        with reading(self._engine) as connection:
            return storing.vanished(connection, file)

    # ── one resolution ───────────────────────────────────────────────────────────────────────

    def read(self, symbol: str, lang: Lang | None = None) -> Resolution:
        """The whole resolution, as it leads or in ``lang``. Raises NotInLibrary."""
        with reading(self._engine) as connection:
            row = connection.execute(_OF_SYMBOL, {"symbol": symbol}).mappings().one_or_none()
            if row is not None and lang in (None, row["lang"]):
                rows = {one["key"]: one for one in lookups.of_resolution(connection, symbol)}
                found = [Found(key, row["content_hash"]) for key in rows]
                decoded = self._cache.paragraphs(found, structure.decoder(rows))
                return structure.resolution_of(row, decoded)
            companion = companions.read(connection, symbol, lang) if lang else None
        if companion is None:
            held = (row["lang"],) if row is not None else ()
            raise storing.not_in_library(symbol, lang, held)
        return companion

    def companion(self, symbol: str) -> Companion | None:
        """The texts of a resolution in its other language by place, or None. Kept in memory."""
        with reading(self._engine) as connection:
            return self._companions.of(connection, symbol)

    def sources(self) -> Callable[[str], Source]:
        """Where leading texts came from, by symbol; what is returned raises NotInLibrary."""
        kept = self._catalogues.sources()

        def source_of(symbol: str) -> Source:
            if symbol not in kept:
                raise storing.not_in_library(symbol)
            return structure.source_of(kept[symbol])

        return source_of

    def source_hashes(self) -> frozenset[str]:
        """The sha256 of every file that a text held, leading or not, was read from."""
        with reading(self._engine) as connection:
            return storing.source_hashes(connection)

    def masthead(self, symbol: str) -> dict[MastheadField, Fact]:
        """What a resolution states of itself; a field not printed is absent. NotInLibrary."""
        found = self.mastheads((symbol,))
        if symbol not in found:
            raise storing.not_in_library(symbol)
        return found[symbol]

    def mastheads(self, symbols: Sequence[str]) -> dict[str, dict[MastheadField, Fact]]:
        """The same of those of ``symbols`` that are held, by symbol."""
        with reading(self._engine) as connection:
            stored = lookups.mastheads(connection, symbols)
        return {symbol: structure.masthead_of(masthead) for symbol, masthead in stored.items()}

    def places(self, symbol: str) -> tuple[str, ...]:
        """The places of a resolution in document order. Raises NotInLibrary."""
        statement = select(paragraphs.c.place).where(paragraphs.c.symbol == symbol)
        with reading(self._engine) as connection:
            if storing.version_of(connection, symbol) is None:
                raise storing.not_in_library(symbol)
            return tuple(connection.execute(statement.order_by(paragraphs.c.ordinal)).scalars())

    def keys_of(self, symbols: Sequence[str]) -> list[str]:
        """The keys of all paragraphs of the resolutions ``symbols``, in no order."""
        with reading(self._engine) as connection:
            return lookups.keys_of(connection, symbols)

    # ── paragraphs ───────────────────────────────────────────────────────────────────────────

    def paragraphs(self, keys: Collection[str]) -> tuple[Paragraph, ...]:
        """The paragraphs ``keys``, in that order; those that are not there are left out."""
        with reading(self._engine) as connection:
            return self._decoded(connection, lookups.by_keys(connection, keys))

    def texts(self) -> Iterator[IndexedText]:
        """What the indexes hold, read in pages: paragraphs with words, no headings, by key."""
        last, page = "", [IndexedText("", "", "")]
        while page:
            with reading(self._engine) as connection:
                page = lookups.texts_after(connection, last, _PAGE)
            yield from (text for text in page if text.text.strip())
            last = page[-1].key if page else last

    def text_hashes(self, keys: Collection[str]) -> dict[str, str]:
        """The hashes of the texts of those of ``keys`` that are there, by key."""
        columns = select(paragraphs.c.key, paragraphs.c.text_hash)
        found: dict[str, str] = {}
        with reading(self._engine) as connection:
            for some in lookups.in_parts(tuple(keys)):
                rows = connection.execute(columns.where(paragraphs.c.key.in_(some)))
                found.update((key, text_hash) for key, text_hash in rows)
        return found

    def count_texts(self) -> int:
        """How many paragraphs :meth:`texts` gives, or a few more: those of nothing but blanks."""
        with reading(self._engine) as connection:
            return lookups.count_texts(connection)

    def acts(self, query: ActQuery) -> tuple[Hit, ...]:
        """Paragraphs with the indices of their clauses that ``query`` asks for, in order."""
        return self.hits(self.act_keys(query))

    def act_keys(self, query: ActQuery) -> Sequence[Found]:
        """The same by key, no paragraph read: of a long list only a page is."""
        return self._acts.find(query)

    def any_act(self, query: ActQuery) -> bool:
        """Whether there is any act that ``query`` asks for."""
        return self._acts.any(query)

    def hits(self, found: Sequence[Found]) -> tuple[Hit, ...]:
        """The paragraphs found, in that order."""
        with reading(self._engine) as connection:
            return self._hits(connection, found)

    def references_of(self, symbols: Collection[str]) -> tuple[Hit, ...]:
        """Paragraphs of ``symbols`` that refer to anything, with the indices of the references."""
        with reading(self._engine) as connection:
            return self._hits(connection, lookups.references_of(connection, symbols))

    def mentions_of(self, targets: Collection[str]) -> tuple[Hit, ...]:
        """Paragraphs that refer to any of ``targets``, with the indices of those references."""
        with reading(self._engine) as connection:
            return self._hits(connection, lookups.mentions_of(connection, targets))

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    def _hits(self, connection: Connection, found: Sequence[Found]) -> tuple[Hit, ...]:
        decoded = self._decoded(connection, found)
        return tuple((p, f.parts) for p, f in zip(decoded, found, strict=True))

    def _decoded(self, connection: Connection, found: Sequence[Found]) -> tuple[Paragraph, ...]:
        def load(keys: list[str]) -> dict[str, Paragraph]:
            rows = lookups.rows_by_keys(connection, keys)
            return {row["key"]: structure.paragraph_of(row) for row in rows}

        return self._cache.paragraphs(found, load)
