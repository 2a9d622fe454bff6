"""A library out of an archive, into the database and folder of the settings."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, column, delete, insert, table, text, update

from assistant.errors import InvalidArchive, LibraryNotEmpty
from assistant.library import migrating, storing
from assistant.library.archive import Archive, Manifest
from assistant.library.engine import writing
from assistant.library.opening import locked, open_records, open_sources
from assistant.library.records import Records
from assistant.library.schema import HEAD, meta, metadata
from assistant.settings import Settings


def restore(path: Path, settings: Settings, *, force: bool = False) -> Manifest:
    """Put the library of an archive in the place of what is there.

    Its records are changed in one transaction; processes that share them go on with what was there
    until then. The generation is one that neither had, so that every index is made again. Raises
    InvalidArchive for what is none, LibraryNotEmpty where anything would be lost without ``force``,
    and LibraryBusy where another process has the folder open.
    """
    archive = Archive.open(path)
    try:
        if archive.manifest.revision > HEAD:
            raise _of_a_newer_program(archive.manifest)
        with locked(settings.data_dir):
            records = open_records(settings)
            try:
                _put(archive, records, settings, force=force)
            finally:
                records.close()
    finally:
        archive.close()
    return archive.manifest


def _put(archive: Archive, records: Records, settings: Settings, *, force: bool) -> None:
    with writing(records.engine) as connection:
        before = int(storing.stated(connection, "generation") or 0)
        if not force and (before or _has_rows(connection)):
            raise LibraryNotEmpty(
                "这里已有决议库，恢复会覆盖它；确实要覆盖时请加 --force",
                "there is a library here, which would be overwritten; add --force to do that",
            )
        found = archive.manifest
        _emptied(connection, found.revision)
        for name in (one.name for one in metadata.sorted_tables if one.name in found.columns):
            into = table(name, *(column(one) for one in found.columns[name]))
            for rows in archive.rows(name):
                connection.execute(insert(into), rows)
        migrating.upgrade(connection)
        generation = str(max(before, found.generation) + 1)
        connection.execute(update(meta).where(meta.c.name == "generation").values(value=generation))
    sources = open_sources(settings, records)
    for sha256, data in archive.sources():
        sources.keep(sha256, data)


def _has_rows(connection: Connection) -> bool:
    """Whether there is anything but what every new library says of itself."""
    tables = (one for one in metadata.sorted_tables if one.name != meta.name)
    return any(connection.execute(one.select().limit(1)).first() is not None for one in tables)


def _emptied(connection: Connection, revision: str) -> None:
    """Tables of a revision with nothing in them. Those of this program's are kept: who reads them
    meanwhile is not in the way."""
    if revision == HEAD:
        for one in reversed(metadata.sorted_tables):
            connection.execute(delete(one))
        return
    metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    migrating.upgrade(connection, revision)
    connection.execute(delete(meta))


def _of_a_newer_program(found: Manifest) -> InvalidArchive:
    return InvalidArchive(
        f"这份备份的版本是 {found.revision}，本程序只到 {HEAD}；请使用新版本的程序",
        f"the backup is of revision {found.revision}, this program knows {HEAD}; "
        "use a newer version of the program",
    )
