"""The tables of a library: begun, brought up to this program's revision, or refused.

The revisions stand in ``migrations/versions``, see https://alembic.sqlalchemy.org. Alembic is only
imported where one has to be run. ``meta.oldest`` is the oldest revision whose programs may still
read and write a library: a revision that only adds to the tables leaves it, so that processes of
the release before go on beside the new ones until they are replaced.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, column, inspect, select, table

from assistant.errors import LibraryDamaged
from assistant.library import storing
from assistant.library.engine import reading, writing
from assistant.library.schema import HEAD, meta

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

_log = logging.getLogger(__name__)

_FOLDER: Final = Path(__file__).parent / "migrations"
_VERSIONS: Final = "alembic_version"


def bring_up(engine: Engine) -> None:
    """See to it that the tables are there and of this program's revision.

    All in one transaction: what is interrupted has not happened. Of a SQLite file a copy is kept
    beside it until then. Raises LibraryDamaged for a library that only newer programs may use.
    """
    with reading(engine) as connection:
        if is_current(connection):
            return
        exists = inspect(connection).has_table(meta.name)
    with _copied(engine, exists=exists), writing(engine) as connection:
        if not is_current(connection):  # another process may have been quicker
            upgrade(connection)
            if storing.stated(connection, "library") is None:
                storing.begin_library(connection)


def is_current(connection: Connection) -> bool:
    """Whether a library needs no upgrade. Raises LibraryDamaged where this program is too old."""
    found = revision(connection)
    if found is None or found <= HEAD:
        return found == HEAD
    oldest = storing.stated(connection, "oldest") or found
    if oldest > HEAD:
        raise too_new(found)
    return True


def revision(connection: Connection) -> str | None:
    """What revision the tables are of; None where there are none, or older ones."""
    if not inspect(connection).has_table(_VERSIONS):
        return None
    found: str | None = connection.execute(
        select(column("version_num")).select_from(table(_VERSIONS))
    ).scalar()
    return found


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Run the revisions that are missing up to ``to``, in the caller's transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    scripts = _scripts()

    def steps(found: Any, _context: object) -> Any:  # noqa: ANN401 - as Alembic passes them on
        return scripts._upgrade_revs(to, found)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()


@cache
def _scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(_FOLDER))


def too_new(found: str) -> LibraryDamaged:
    """The error of a library that only newer programs may use."""
    return LibraryDamaged(
        f"决议库的版本是 {found}，本程序只到 {HEAD}；请使用新版本的程序",
        f"the library is of revision {found}, this program knows {HEAD}; "
        "use a newer version of the program",
    )


@contextmanager
def _copied(engine: Engine, *, exists: bool) -> Iterator[None]:
    """A copy of a SQLite file beside it, until the work within has succeeded."""
    database = engine.url.database
    if not exists or engine.dialect.name != "sqlite" or not database:
        yield
        return
    copy = Path(f"{database}.before-{HEAD}")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    try:
        yield
    except BaseException:
        _log.exception("the library was not upgraded; it is as it was, and a copy is at %s", copy)
        raise
    copy.unlink()
