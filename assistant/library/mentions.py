"""Who mentions what, as rows: all that a graph of references needs before it reads a paragraph."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, select

from assistant.library.engine import reading
from assistant.library.lookups import in_parts
from assistant.library.schema import mentions, paragraphs, resolutions
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


class Mentions:
    """The mentions of one library. Reads only."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def made_by(self, symbols: Collection[str]) -> tuple[Mention, ...]:
        """What the resolutions ``symbols`` mention, in the order of the library."""
        return self._rows(paragraphs.c.symbol, symbols)

    def of(self, targets: Collection[str]) -> tuple[Mention, ...]:
        """Who mentions any of ``targets``, as printed, in the order of the library."""
        return self._rows(mentions.c.target, targets)

    def entries(self) -> tuple[Entry, ...]:
        """Every resolution of the library, by symbol."""
        statement = select(
            resolutions.c.symbol,
            resolutions.c.title,
            resolutions.c.lang,
            resolutions.c.session,
            resolutions.c.date,
        ).order_by(resolutions.c.symbol)
        with reading(self._engine) as connection:
            return tuple(Entry(*row) for row in connection.execute(statement))

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
