"""Writing resolutions, and what a library says of itself. In a transaction of the caller."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, delete, insert, select, update

from assistant.library.schema import (
    FORMAT_VERSION,
    clause_addressees,
    clause_deadlines,
    clauses,
    mentions,
    meta,
    paragraphs,
    resolutions,
)
from assistant.library.structure import ResolutionRows


def begin_library(connection: Connection) -> None:
    """Write what every library says of itself."""
    values = {"format": str(FORMAT_VERSION), "library": uuid.uuid4().hex, "generation": "0"}
    connection.execute(insert(meta), [{"name": n, "value": v} for n, v in values.items()])


def stated(connection: Connection, name: str) -> str | None:
    """What the library says of itself: ``format``, ``library`` or ``generation``."""
    return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()


def next_generation(connection: Connection) -> None:
    """Count a change of the resolutions."""
    generation = int(stated(connection, "generation") or 0) + 1
    statement = update(meta).where(meta.c.name == "generation").values(value=str(generation))
    connection.execute(statement)


def version_of(connection: Connection, symbol: str) -> str | None:
    """The content hash of the resolution ``symbol``, None where there is none."""
    statement = select(resolutions.c.content_hash).where(resolutions.c.symbol == symbol)
    return connection.execute(statement).scalar()


def write(connection: Connection, rows: ResolutionRows) -> None:
    """Write a resolution that is not there."""
    connection.execute(insert(resolutions), [rows.resolution])
    for table, children in (
        (paragraphs, rows.paragraphs),
        (clauses, rows.clauses),
        (clause_addressees, rows.addressees),
        (clause_deadlines, rows.deadlines),
        (mentions, rows.mentions),
    ):
        if children:
            connection.execute(insert(table), children)


def discard(connection: Connection, symbol: str) -> bool:
    """Delete a resolution and all that hangs on it; whether there was one."""
    deleted = connection.execute(delete(resolutions).where(resolutions.c.symbol == symbol))
    return deleted.rowcount > 0


def parsed_by(connection: Connection, symbol: str, parser: str) -> None:
    """Note that version ``parser`` reads the resolution as it stands."""
    statement = update(resolutions).where(resolutions.c.symbol == symbol).values(parser=parser)
    connection.execute(statement)
