"""Whether the records are what was written: looked at before anything is answered from them."""

from __future__ import annotations

import logging
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.errors import AssistantError, LibraryDamaged
from assistant.library import seals, turn_seals
from assistant.library.engine import reading, writing
from assistant.library.records import Records
from assistant.library.source_files import SourceFiles
from assistant.library.storing import Version

_log = logging.getLogger(__name__)

# A file of so many bytes, 20,000 paragraphs, is looked through in half a second, before the library
# is open; a larger one while it answers already.
_AT_ONCE: Final = 64 * 2**20

_MOST_TOLD: Final = 10


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong: in SQLite's words of its pages, and the resolutions that are not what they
    were."""

    pages: tuple[str, ...]
    broken: tuple[Version, ...]

    def error(self) -> LibraryDamaged:
        """The error for who wants to be answered from such records."""
        zh, en = self.told()
        return LibraryDamaged(
            f"决议库的记录已损坏（{zh}），为免给出错误的回答，现在不能使用。"
            "请运行 assistant doctor --mend 修复，或从备份恢复（assistant restore）。",
            f"the library's records are damaged ({en}) and are not used, lest an answer be wrong. "
            "Run assistant doctor --mend, or restore a backup (assistant restore).",
        )

    def told(self) -> tuple[str, str]:
        """The same in both languages, the first few of each kind."""
        symbols = [f"{symbol} ({lang})" for symbol, lang in self.broken[:_MOST_TOLD]]
        listed = ", ".join((*symbols, *(["…"] if len(self.broken) > _MOST_TOLD else [])))
        zh, en = [], []
        if self.broken:
            zh.append(f"{len(self.broken)} 份决议与写入时不同：{listed}")
            en.append(f"{len(self.broken)} resolutions are not as they were written: {listed}")
        if self.pages:
            zh.append(f"SQLite：{self.pages[0]}")
            en.append(f"SQLite: {self.pages[0]}")
        return "；".join(zh), "; ".join(en)


def damage(records: Records, sources: SourceFiles | None = None) -> Damage | None:
    """What is wrong with the records; None for sound ones. Nothing is changed.

    Records without any resolution, in a library that still has the files that were read, are what
    begins where the old file is gone.
    """
    pages = _pages(_file(records))
    try:
        with reading(records.engine) as connection:
            broken = seals.examine(connection).broken
        is_empty = records.generation == 0 and bool(records.identity)
    except (LibraryDamaged, ValueError) as error:
        return Damage((*pages, str(error)), ())
    if is_empty and sources is not None and sources.listed():
        pages = (*pages, "the records are empty, the source files are not")
    return Damage(pages, broken) if pages or broken else None


def seal_what_is_not(records: Records) -> None:
    """Seal what a program wrote that seals nothing: what stands there is taken for what was
    written."""
    with writing(records.engine) as connection:
        unsealed = seals.examine(connection).unsealed
        seals.renew(connection, {symbol for symbol, _ in unsealed})
        turn_seals.renew_missing(connection)


class Examination:
    """The records of a library looked through as it opens: a small one at once, a large one in the
    background. Where it finds damage nothing is read of the records any more."""

    def __init__(self, records: Records, sources: SourceFiles) -> None:
        """Raises LibraryDamaged where that is found at once."""
        self._records = records
        self._sources = sources
        self._stopped = False
        self._thread: threading.Thread | None = None
        file = _file(records)
        if file is None:
            return  # a server of databases sees to its own
        if file.stat().st_size > _AT_ONCE:
            self._thread = threading.Thread(target=self._look, name="examination", daemon=True)
            self._thread.start()
        elif found := self._found():
            raise found.error()

    @property
    def is_done(self) -> bool:
        """Whether all was looked through."""
        return self._thread is None or not self._thread.is_alive()

    def close(self) -> None:
        """Wait until it has ended."""
        self._stopped = True
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        try:
            found = self._found()
        except AssistantError as error:
            _log.warning("the records could not be examined: %s", error.en)
            return
        if found and not self._stopped:
            _log.error("the records are damaged: %s", found.told()[1])
            self._records.engine.update_execution_options(condemned=found.error())

    def _found(self) -> Damage | None:
        found = damage(self._records, self._sources)
        if found is None and not self._stopped:
            with reading(self._records.engine) as connection:
                unsealed = seals.examine(connection).unsealed
                is_unsealed = bool(unsealed) or turn_seals.any_missing(connection)
            if is_unsealed:
                seal_what_is_not(self._records)
        return found


def _file(records: Records) -> Path | None:
    database = records.engine.url.database
    is_file = records.engine.dialect.name == "sqlite" and database not in (None, "", ":memory:")
    return Path(database) if is_file and database else None


def _pages(file: Path | None) -> tuple[str, ...]:
    if file is None:
        return ()
    try:
        with closing(sqlite3.connect(file)) as connection:
            rows = connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})").fetchall()
    except sqlite3.DatabaseError as error:
        return (str(error),)
    told = tuple(str(message).splitlines()[0] for (message,) in rows)
    return () if told == ("ok",) else told
