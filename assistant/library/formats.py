"""The format of a library's records: begun, brought up to date, or refused."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, text, update

from assistant.errors import LibraryDamaged
from assistant.library import storing
from assistant.library.schema import (
    FORMAT_VERSION,
    companions,
    conversations,
    feedback,
    mandate_features,
    mandates,
    meta,
    metadata,
    resolutions,
    turns,
)


def begin_or_upgrade(connection: Connection) -> None:
    """See to it that the tables are there and of this program's format.

    All in the caller's transaction: an upgrade that is interrupted has not happened. Raises
    LibraryDamaged for a format of the future, or none.
    """
    if not inspect(connection).has_table(meta.name):
        metadata.create_all(connection)
        storing.begin_library(connection)
    found = storing.stated(connection, "format")
    while found in _UPGRADES:
        found = _UPGRADES[found](connection)
        statement = update(meta).where(meta.c.name == "format").values(value=found)
        connection.execute(statement)
    if found != str(FORMAT_VERSION):
        raise LibraryDamaged(
            f"文库的格式是 {found}，本程序只认识 {FORMAT_VERSION}；请使用新版本的程序",
            f"the library has format {found}, this program knows {FORMAT_VERSION}; "
            "use a newer version of the program",
        )
    for index in conversations.indexes:  # younger than its table; an index is no matter of format
        index.create(connection, checkfirst=True)


def _from_1(connection: Connection) -> str:
    """Format 2 has votes, files in parts, and resolutions in two languages."""
    connection.execute(text("ALTER TABLE resolutions ADD COLUMN vote TEXT"))
    connection.execute(
        text("ALTER TABLE resolutions ADD COLUMN of_file INTEGER DEFAULT 1 NOT NULL")
    )
    companions.create(connection)
    return "2"


def _from_2(connection: Connection) -> str:
    """Format 3 has mandates."""
    for table in (mandates, mandate_features):
        table.create(connection)
    for symbol in connection.execute(select(resolutions.c.symbol)).scalars().all():
        storing.write_mandates(connection, storing.read_leading(connection, symbol))
    return "3"


def _from_3(connection: Connection) -> str:
    """Format 4 has the owners and titles of conversations, whole answers, and what was said of
    them. Conversations from before are nobody's, and go on."""
    for column in ("owner VARCHAR", "title TEXT", "title_words TEXT"):
        connection.execute(text(f"ALTER TABLE conversations ADD COLUMN {column}"))
    for table in (turns, feedback):
        table.create(connection)
    return "4"


# What is there → how it becomes the next format, which is returned.
_UPGRADES: dict[str | None, Callable[[Connection], str]] = {
    "1": _from_1,
    "2": _from_2,
    "3": _from_3,
}
