"""The structural look-ups, as SQL. Each runs in a transaction of the caller."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    exists,
    func,
    select,
    tuple_,
    union_all,
)

from assistant.library import structure
from assistant.library.schema import (
    clause_addressees,
    clause_deadlines,
    clauses,
    mandate_features,
    mandates,
    mentions,
    paragraphs,
    resolutions,
)
from assistant.types import Lang, ParagraphKind, Resolution, VerbFamily

# Order of the library: by session, number and symbol; unknown ones first on every database.
LIBRARY_ORDER: tuple[ColumnElement[Any], ...] = (
    func.coalesce(resolutions.c.session, -1),
    func.coalesce(resolutions.c.number, -1),
    resolutions.c.symbol,
)

# What the indexes hold: a heading says nothing by itself.
MAY_ANSWER: tuple[ColumnElement[bool], ...] = (
    paragraphs.c.text != "",
    paragraphs.c.kind != "heading",
)

# SQLite takes 32,766 variables in one statement, other databases more.
_KEYS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class ActQuery:
    """Which acts are wanted. What is empty does not restrict; the rest all has to hold."""

    symbols: tuple[str, ...] = ()
    kinds: tuple[ParagraphKind, ...] = ()
    addressees: frozenset[str] = frozenset()  # canonical names; an act of any of them
    verbs: frozenset[str] = frozenset()  # canonical verbs
    families: frozenset[VerbFamily] = frozenset()
    sessions: tuple[int, ...] = ()  # of the resolutions
    deadline_session: int | None = None
    deliverables: frozenset[str] = frozenset()  # any of them; of an act or of an item it leads to


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A paragraph as the indexes see it."""

    key: str
    text: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A resolution read from a file whose bytes are known."""

    symbol: str
    lang: Lang
    name: str  # of the file, when it was read
    sha256: str  # of the file
    parser: str  # version of the parser that read it
    of_file: int  # how many resolutions the file gave
    symbol_inferred: bool

    @classmethod
    def of(cls, resolution: Resolution, row: RowMapping) -> KnownSource:
        """The source of what stands in ``row``, of ``resolutions`` or ``companions``."""
        return cls(
            resolution.symbol,
            resolution.lang,
            resolution.source.name,
            resolution.source.sha256,
            row["parser"],
            row["of_file"],
            "symbol" in resolution.inferred,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph by key, the version of its resolution, and which of its parts matched."""

    key: str
    version: str  # resolutions.content_hash
    parts: tuple[int, ...] = ()


def acts(connection: Connection, query: ActQuery) -> list[Found]:
    """The clauses that ``query`` asks for, by paragraph, in document order."""
    statement = (
        select(clauses.c.key, resolutions.c.content_hash, clauses.c.position)
        .join(paragraphs, paragraphs.c.key == clauses.c.key)
        .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
        .where(*_conditions(query))
        .order_by(*LIBRARY_ORDER, paragraphs.c.ordinal, clauses.c.position)
    )
    return _grouped(connection, statement)


def any_act(connection: Connection, query: ActQuery) -> bool:
    """Whether there is any clause that ``query`` asks for."""
    statement = (
        select(clauses.c.key)
        .join(paragraphs, paragraphs.c.key == clauses.c.key)
        .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
        .where(*_conditions(query))
        .limit(1)
    )
    return connection.execute(statement).first() is not None


def references_of(connection: Connection, symbols: Collection[str]) -> list[Found]:
    """The references that the resolutions ``symbols`` make, by paragraph, in document order."""
    return _grouped(connection, _references().where(paragraphs.c.symbol.in_(symbols)))


def mentions_of(connection: Connection, targets: Collection[str]) -> list[Found]:
    """The references in the library to any of ``targets``, by paragraph, in document order."""
    return _grouped(connection, _references().where(mentions.c.target.in_(targets)))


# Made once: making a statement takes as long as SQLite takes to answer it.
_OF_RESOLUTION = (
    select(paragraphs)
    .where(paragraphs.c.symbol == bindparam("symbol"))
    .order_by(paragraphs.c.ordinal)
)


def of_resolution(connection: Connection, symbol: str) -> list[RowMapping]:
    """The rows of all paragraphs of a resolution, in document order."""
    return list(connection.execute(_OF_RESOLUTION, {"symbol": symbol}).mappings())


def mastheads(connection: Connection, symbols: Sequence[str]) -> dict[str, str]:
    """The mastheads, as they are stored, of the resolutions ``symbols``, by symbol."""
    found: dict[str, str] = {}
    for some in in_parts(symbols):
        statement = select(resolutions.c.symbol, resolutions.c.masthead)
        rows = connection.execute(statement.where(resolutions.c.symbol.in_(some)))
        found.update((symbol, masthead) for symbol, masthead in rows)
    return found


def keys_of(connection: Connection, symbols: Sequence[str]) -> list[str]:
    """The keys of all paragraphs of the resolutions ``symbols``, in no order."""
    keys: list[str] = []
    for some in in_parts(symbols):
        statement = select(paragraphs.c.key).where(paragraphs.c.symbol.in_(some))
        keys.extend(connection.execute(statement).scalars())
    return keys


def by_keys(connection: Connection, keys: Iterable[str]) -> list[Found]:
    """The paragraphs ``keys``, in the order of the keys; those not there are left out."""
    versions: dict[str, str] = {}
    for some in in_parts(tuple(dict.fromkeys(keys))):
        statement = (
            select(paragraphs.c.key, resolutions.c.content_hash)
            .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
            .where(paragraphs.c.key.in_(some))
        )
        versions.update((key, version) for key, version in connection.execute(statement))
    return [Found(key, versions[key]) for key in keys if key in versions]


def texts_after(connection: Connection, key: str, limit: int) -> list[IndexedText]:
    """The next ``limit`` paragraphs after ``key`` that may answer, by key."""
    statement = (
        select(paragraphs.c.key, paragraphs.c.text, paragraphs.c.text_hash)
        .where(paragraphs.c.key > key, *MAY_ANSWER)
        .order_by(paragraphs.c.key)
        .limit(limit)
    )
    return [IndexedText(*row) for row in connection.execute(statement)]


def count_texts(connection: Connection) -> int:
    """How many paragraphs may answer."""
    statement = select(func.count()).select_from(paragraphs).where(*MAY_ANSWER)
    return connection.execute(statement).scalar_one()


def known_sources(connection: Connection, sha256: str) -> tuple[KnownSource, ...]:
    """The leading versions that were read from a file of these bytes."""
    statement = select(resolutions).where(resolutions.c.sha256 == sha256)
    rows = connection.execute(statement).mappings().all()
    return tuple(KnownSource.of(structure.resolution_of(row, ()), row) for row in rows)


def rows_by_keys(connection: Connection, keys: Sequence[str]) -> list[RowMapping]:
    """The rows of the paragraphs ``keys``, in no order."""
    rows: list[RowMapping] = []
    for some in in_parts(keys):
        statement = select(paragraphs).where(paragraphs.c.key.in_(some))
        rows.extend(connection.execute(statement).mappings())
    return rows


def in_parts(items: Sequence[str], size: int = _KEYS_AT_ONCE) -> Iterable[Sequence[str]]:
    """``items`` in runs of at most ``size``."""
    return (items[i : i + size] for i in range(0, len(items), size))


def _references() -> Select[str, str, int]:
    return (
        select(mentions.c.key, resolutions.c.content_hash, mentions.c.position)
        .join(paragraphs, paragraphs.c.key == mentions.c.key)
        .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
        .order_by(*LIBRARY_ORDER, paragraphs.c.ordinal, mentions.c.position)
    )


def _grouped(connection: Connection, statement: Select[str, str, int]) -> list[Found]:
    parts: dict[str, list[int]] = {}  # of one paragraph they stand together
    versions: dict[str, str] = {}
    for key, version, part in connection.execute(statement):
        parts.setdefault(key, []).append(part)
        versions[key] = version
    return [Found(key, versions[key], tuple(some)) for key, some in parts.items()]


def _conditions(query: ActQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for column, wanted in (
        (clauses.c.symbol, query.symbols),
        (paragraphs.c.kind, query.kinds),
        (clauses.c.verb, query.verbs),
        (clauses.c.family, query.families),
        (resolutions.c.session, query.sessions),
    ):
        if wanted:
            # Sorted: the same question has to be the same statement.
            conditions.append(column.in_(sorted(wanted)))
    if query.addressees:
        names = sorted(query.addressees)
        conditions.append(
            exists().where(
                and_(
                    clause_addressees.c.key == clauses.c.key,
                    clause_addressees.c.position == clauses.c.position,
                    clause_addressees.c.name.in_(names),
                )
            )
        )
    if query.deadline_session is not None:
        conditions.append(
            # Begun at the few deadlines of a session: looking for one at every clause takes 10 s
            # at 1,000 resolutions.
            tuple_(clauses.c.key, clauses.c.position).in_(
                select(clause_deadlines.c.key, clause_deadlines.c.position).where(
                    clause_deadlines.c.session == query.deadline_session
                )
            )
        )
    if query.deliverables:
        conditions.append(_making(sorted(query.deliverables)))
    return conditions


def _making(names: Sequence[str]) -> ColumnElement[bool]:
    """The act that asks for one of ``names`` or decides it, or whose item does: of operative
    paragraphs, as ``mandate_rows`` writes them."""
    named = and_(mandate_features.c.field == "deliverable", mandate_features.c.value.in_(names))
    own = select(mandate_features.c.key, mandate_features.c.position).where(named)
    led = (
        select(mandates.c.lead, mandates.c.position)
        .join(
            mandate_features,
            and_(
                mandate_features.c.key == mandates.c.key,
                mandate_features.c.position == mandates.c.position,
            ),
        )
        .where(mandates.c.lead.is_not(None), named)
    )
    return tuple_(clauses.c.key, clauses.c.position).in_(union_all(own, led))
