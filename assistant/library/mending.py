"""``assistant doctor --mend``: whatever of a library is damaged, made whole as far as it can be."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from assistant.errors import LibraryDamaged
from assistant.library import examining, salvaging, turn_seals
from assistant.library.embedders import open_embedder
from assistant.library.engine import sqlite_url, writing
from assistant.library.library import Library
from assistant.library.opening import locked
from assistant.library.reader import Task, parser_version, read_file
from assistant.library.records import Records
from assistant.library.salvaging import Salvaged
from assistant.library.schema import turns
from assistant.library.source_files import SourceFiles
from assistant.library.storing import Version
from assistant.reading import File
from assistant.settings import Settings
from assistant.types import Mended, Progress, Resolution

_RECORDS: Final = "library.sqlite3"
_BESIDE: Final = ("-wal", "-shm")  # what SQLite keeps beside a file


def mend(settings: Settings, progress: Progress | None = None) -> Mended:
    """Mend the library of ``settings``, which no other process may have open.

    Sound records are left alone. Of damaged ones what can be read goes into a new file; what
    cannot is read again from the source files; the damaged file is kept beside it. Turns of
    conversations that are not as they were written go. Indexes that do not match are made again.
    Raises LibraryBusy, InvalidSettings and LibraryUnwritable.
    """
    done = Mended()
    if settings.records_url is None:
        with locked(settings.data_dir):
            done = _records(settings)
    with Library(settings, open_embedder(settings)) as library:
        sources = library.source_files
        examined = sources.examined(library.records.source_hashes())
        for sha256 in examined.altered:
            (settings.data_dir / "sources" / sha256).unlink(missing_ok=True)
        with writing(library.records.engine) as connection:
            turns_lost = turn_seals.take_out_broken(connection)
        indexes = library.refresh(progress)
    lost = Counter(dict(done.rows_lost)) + Counter({turns.name: turns_lost})
    return replace(
        done,
        rows_lost=tuple(sorted(lost.items())),
        sources_lost=examined.altered,
        indexes=indexes,
    )


def _records(settings: Settings) -> Mended:
    path = settings.data_dir / _RECORDS
    sources = SourceFiles(settings.data_dir / "sources", keeps=True)
    with suppress(LibraryDamaged, ValueError):
        records = Records(sqlite_url(path))
        try:
            if examining.damage(records, sources) is None:
                return Mended()
        finally:
            records.close()
    fresh = path.with_name(f"{_RECORDS}.mended")
    for remains in (fresh, *(Path(f"{fresh}{end}") for end in _BESIDE)):
        remains.unlink(missing_ok=True)
    salvaged = salvaging.salvage(path, fresh)
    regained = _read_again(sources, salvaged, fresh, _named(path))
    kept_at = _swapped(path, fresh)
    return Mended(
        damaged=kept_at.name,
        kept=len(salvaged.sound),
        regained=regained,
        lost=tuple(sorted(salvaged.wanted - salvaged.sound - frozenset(regained))),
        rows_lost=tuple(sorted(salvaged.rows_lost.items())),
    )


def _named(damaged: Path) -> dict[str, dict[str, Any]]:
    """What can be read of the source files' names and days, by sha256."""
    found: dict[str, dict[str, Any]] = {}
    with closing(sqlite3.connect(damaged)) as connection:
        connection.text_factory = bytes
        for statement in ("SELECT source FROM resolutions", "SELECT resolution FROM companions"):
            with suppress(sqlite3.DatabaseError):
                for (stored,) in connection.execute(statement):
                    with suppress(ValueError, KeyError, TypeError):
                        source = json.loads(stored)
                        source = source.get("source", source)
                        found[source["sha256"]] = source
    return found


def _read_again(
    sources: SourceFiles, salvaged: Salvaged, fresh: Path, named: dict[str, dict[str, Any]]
) -> tuple[Version, ...]:
    """Read what is missing from the files that are kept, of which each was needed; which that
    was."""
    missing = salvaged.wanted - salvaged.sound
    regained: list[Version] = []
    records = Records(sqlite_url(fresh))
    try:
        held = records.source_hashes()
        for sha256 in sorted(sources.listed()):
            for_all = sha256 not in held
            if not (missing or for_all):
                continue
            file = _file(sources, sha256, named.get(sha256, {}))
            resolutions = _resolutions(file, sorted(missing)) if file else ()
            wanted = [
                one
                for one in resolutions
                if (one.symbol, one.lang) in missing
                or (for_all and (one.symbol, one.lang) not in salvaged.sound)
            ]
            if not wanted:
                continue
            others = [(one.symbol, one.lang) for one in resolutions if one not in wanted]
            records.put_file(resolutions, parser=parser_version(), without=others)
            regained += [(one.symbol, one.lang) for one in wanted]
    finally:
        records.close()
    return tuple(dict.fromkeys(regained))


def _file(sources: SourceFiles, sha256: str, source: dict[str, Any]) -> File | None:
    try:
        data = sources.read(sha256)
    except LibraryDamaged:  # nothing to be read from
        return None
    if data is None:
        return None
    return File(str(source.get("name") or sha256[:12]), data, retrieved=source.get("retrieved"))


def _resolutions(file: File, missing: list[Version]) -> tuple[Resolution, ...]:
    outcome = read_file(Task(file))
    if isinstance(outcome, tuple):
        return outcome
    for symbol, _ in missing:  # one whose symbol the caller gave
        outcome = read_file(Task(file, symbol))
        if isinstance(outcome, tuple) and any((o.symbol, o.lang) in missing for o in outcome):
            return outcome
    return ()


def _swapped(path: Path, fresh: Path) -> Path:
    """Put ``fresh`` in the place of the file at ``path``, in a step that outlives a crash; where
    the old one is kept."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    kept_at = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while kept_at.exists():
        number += 1
        kept_at = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    os.link(path, kept_at)
    # What SQLite had noted beside the old file would be written into the new one.
    for end in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").replace(f"{kept_at}{end}")
    fresh.replace(path)
    return kept_at
