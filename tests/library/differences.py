"""How the tables of a database differ from those that the program knows."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, create_engine

from assistant.library.schema import metadata


def differences(url: str | URL) -> list[object]:
    """What Alembic would have to change: nothing, for a library that was opened."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found: list[object] = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    return found
