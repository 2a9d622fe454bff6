"""A library in one file: its records and the files that it was read from, of one moment.

    manifest.json          what is in it: revision, generation, rows, and each part's sha256
    tables/<name>.jsonl    the rows of a table, one JSON list a line; bytes as {"base64": "…"}
    sources/<sha256>       the files, byte for byte

It is a ZIP (with its 64-bit form where it is large), readable without this program. Indexes are not
in it: they are made again from the records. The same archive goes into SQLite and PostgreSQL, so
that it is also the way from one to the other.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Table, select

from assistant.errors import InvalidArchive
from assistant.library import migrating
from assistant.library.engine import reading
from assistant.library.records import Records
from assistant.library.schema import metadata
from assistant.library.source_files import SourceFiles

FORMAT: Final = 1
_MANIFEST: Final = "manifest.json"
_ROWS_AT_ONCE: Final = 1_000
_BYTES_AT_ONCE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself. ``parts`` are its members with the sha256 of their bytes;
    ``missing`` are source files that the library did not have any more."""

    format: int
    revision: str
    library: str
    generation: int
    made: str  # ISO 8601, UTC
    columns: Mapping[str, tuple[str, ...]]  # of each table, as they stand in its rows
    rows: Mapping[str, int]  # how many, by table
    parts: Mapping[str, str]
    missing: tuple[str, ...] = ()


def tables() -> tuple[Table, ...]:
    """The tables that are archived, each after those that it refers to."""
    return tuple(t for t in metadata.sorted_tables if not is_left_out(t))


def is_left_out(table: Table) -> bool:
    """Whether a table is made again, or its rows stand in an archive otherwise."""
    return bool(table.info.get("derived")) or table.name == "source_files"


def write(path: Path, records: Records, sources: SourceFiles) -> Manifest:
    """Write the archive of a library to ``path``, which is there when it is whole.

    The library may be asked and changed meanwhile. Raises OSError, and what reading raises.
    """
    unfinished = path.with_name(f"{path.name}.new")
    snapshot = records.snapshot()
    try:
        with (
            snapshot.within(),
            _opened_for_oneself(unfinished) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            manifest = _written(archive, records, sources)
        unfinished.replace(path)
    finally:
        snapshot.close()
        unfinished.unlink(missing_ok=True)
    return manifest


def _opened_for_oneself(path: Path) -> IO[bytes]:
    """It holds conversations and digests of keys: others of the machine read it no more than the
    library itself."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(descriptor, "w+b")


def _written(archive: zipfile.ZipFile, records: Records, sources: SourceFiles) -> Manifest:
    parts: dict[str, str] = {}
    rows: dict[str, int] = {}
    missing: list[str] = []
    # The files first: one that is taken out of the library meanwhile goes from its folder too.
    for sha256 in sorted(records.source_hashes()):
        data = sources.read(sha256)
        if data is None:
            missing.append(sha256)
        else:
            name = f"sources/{sha256}"
            archive.writestr(name, data)
            parts[name] = sha256
    for table in tables():
        name = f"tables/{table.name}.jsonl"
        rows[table.name], parts[name] = _table_written(archive, name, table, records)
    with reading(records.engine) as connection:
        revision = migrating.revision(connection) or ""
    manifest = Manifest(
        FORMAT,
        revision,
        records.identity,
        records.generation,
        datetime.now(UTC).isoformat(timespec="seconds"),
        {table.name: tuple(table.columns.keys()) for table in tables()},
        rows,
        parts,
        tuple(missing),
    )
    archive.writestr(_MANIFEST, TypeAdapter(Manifest).dump_json(manifest, indent=2))
    return manifest


def _table_written(
    archive: zipfile.ZipFile, name: str, table: Table, records: Records
) -> tuple[int, str]:
    count, hashed = 0, hashlib.sha256()
    statement = select(table).order_by(*table.primary_key.columns)
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    with (
        reading(records.engine) as connection,
        connection.execute(statement.execution_options(yield_per=_ROWS_AT_ONCE)) as streamed,
        archive.open(part, "w", force_zip64=True) as file,
    ):
        for row in streamed:
            line = _line(row)
            file.write(line)
            hashed.update(line)
            count += 1
    return count, hashed.hexdigest()


def _line(row: Iterable[object]) -> bytes:
    values = [{"base64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for v in row]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Archive:
    """An archive that was found whole."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    @classmethod
    def open(cls, path: Path) -> Archive:
        """Open an archive and read all of it against its checksums. Raises InvalidArchive."""
        try:
            archive = zipfile.ZipFile(path)
        except OSError as error:
            raise _invalid(f"无法打开（{error.strerror}）", f"{error.strerror}") from error
        except zipfile.BadZipFile as error:
            raise _invalid("不是备份文件，或不完整", "it is no backup, or not whole") from error
        try:
            opened = cls(archive, _manifest(archive))
            opened.check()
        except BaseException:
            archive.close()
            raise
        return opened

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def check(self) -> None:
        """Raise InvalidArchive unless every part is there, as it was written, and nothing else."""
        expected = {*self.manifest.parts, _MANIFEST}
        if sorted(self._archive.namelist()) != sorted(expected):
            raise _invalid("缺少内容，或有多余的内容", "parts are missing, or there are others")
        for name, sha256 in self.manifest.parts.items():
            try:
                with self._archive.open(name) as file:
                    found = _hash(file)
            except Exception as error:  # zipfile's and zlib's, which are of many families
                raise _altered(name) from error
            if found != sha256:
                raise _altered(name)

    def rows(self, table: str) -> Iterator[list[dict[str, Any]]]:
        """The rows of a table, some at a time."""
        names = self.manifest.columns[table]
        page: list[dict[str, Any]] = []
        with self._archive.open(f"tables/{table}.jsonl") as file:
            for line in file:
                page.append(dict(zip(names, map(_value, json.loads(line)), strict=True)))
                if len(page) == _ROWS_AT_ONCE:
                    yield page
                    page = []
        if page:
            yield page

    def sources(self) -> Iterator[tuple[str, bytes]]:
        """The source files with their sha256."""
        for name, sha256 in self.manifest.parts.items():
            if name.startswith("sources/"):
                yield sha256, self._archive.read(name)


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        found: Manifest = TypeAdapter(Manifest).validate_json(archive.read(_MANIFEST))
    except (KeyError, ValidationError, zipfile.BadZipFile) as error:
        raise _invalid("不是备份文件，或不完整", "it is no backup, or not whole") from error
    except Exception as error:
        raise _altered(_MANIFEST) from error
    if found.format != FORMAT:
        raise _invalid(
            f"格式是 {found.format}，本程序只认识 {FORMAT}；请使用新版本的程序",
            f"it has format {found.format}, this program knows {FORMAT}; use a newer version",
        )
    return found


def _value(written: Any) -> Any:  # noqa: ANN401 - of any column
    return base64.b64decode(written["base64"]) if isinstance(written, dict) else written


def _hash(file: IO[bytes]) -> str:
    hashed = hashlib.sha256()
    while block := file.read(_BYTES_AT_ONCE):
        hashed.update(block)
    return hashed.hexdigest()


def _altered(name: str) -> InvalidArchive:
    return _invalid(f"{name} 已损坏或被改动", f"{name} is damaged or was changed")


def _invalid(zh: str, en: str) -> InvalidArchive:
    return InvalidArchive(f"无法使用这份备份：{zh}。", f"The backup cannot be used: {en}.")
