"""Whether the records are what was written: looked at before anything is answered from them."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from assistant.errors import AssistantError, LibraryDamaged
from assistant.library import seals, turn_seals
from assistant.library.engine import reading, sqlite_url, writing
from assistant.library.records import Records
from assistant.library.source_files import SourceFiles
from assistant.library.storing import Version

_log = logging.getLogger(__name__)

# A file of so many bytes, 20,000 paragraphs, is looked through in half a second, before the library
# is open; a larger one while it answers already.
_AT_ONCE: Final = 64 * 2**20

_MOST_TOLD: Final = 10

_MODEST: Final = 10  # how far the process that looks stands back behind who asks


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
        if sources is not None and _is_begun_anew(records, sources):
            pages = (*pages, _BEGUN_ANEW)
    except (LibraryDamaged, ValueError) as error:
        return Damage((*pages, str(error)), ())
    return Damage(pages, broken) if pages or broken else None


_BEGUN_ANEW: Final = "the records are empty, the source files are not"


def _is_begun_anew(records: Records, sources: SourceFiles) -> bool:
    return records.generation == 0 and bool(records.identity) and bool(sources.listed())


def seal_what_is_not(records: Records) -> None:
    """Seal what a program wrote that seals nothing: what stands there is taken for what was
    written."""
    with writing(records.engine) as connection:
        unsealed = seals.examine(connection).unsealed
        seals.renew(connection, {symbol for symbol, _ in unsealed})
        turn_seals.renew_missing(connection)


def is_looked_through_at_once(records: Records) -> bool:
    """Whether looking through all of the records takes no longer than a reader may wait."""
    file = _file(records)
    return file is not None and file.stat().st_size <= _AT_ONCE


class Examination:
    """The records of a library looked through as it opens: a small one at once, a large one in the
    background. Where it finds damage nothing is read of the records any more."""

    def __init__(self, records: Records, sources: SourceFiles) -> None:
        """Raises LibraryDamaged where that is found at once."""
        self._records = records
        self._sources = sources
        self._stopped = False
        self._is_done = False
        self._starting = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        if _file(records) is None:
            return  # a server of databases sees to its own
        if not is_looked_through_at_once(records):
            self._thread = threading.Thread(target=self._look, name="examination", daemon=True)
            self._thread.start()
        elif found := self._found():
            raise found.error()

    @property
    def is_done(self) -> bool:
        """Whether all was looked through."""
        return self._thread is None or self._is_done

    def close(self) -> None:
        """End it."""
        self._stopped = True
        with self._starting:
            if self._child is not None:
                self._child.kill()
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        try:
            looked = apart(self._records, self._sources, self._begin)
            if looked is None:
                return
            found, is_unsealed = looked
            if found is None and is_unsealed and not self._stopped:
                seal_what_is_not(self._records)
        except AssistantError as error:
            _log.warning("the records could not be examined: %s", error.en)
            return
        self._is_done = True
        if found and not self._stopped:
            _log.error("the records are damaged: %s", found.told()[1])
            self._records.engine.update_execution_options(condemned=found.error())

    def _begin(self, command: Sequence[str]) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if not self._stopped:
                self._child = subprocess.Popen(  # noqa: S603 - our own interpreter
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
        return self._child

    def _found(self) -> Damage | None:
        found = damage(self._records, self._sources)
        if found is None and _is_unsealed(self._records):
            seal_what_is_not(self._records)
        return found


def apart(
    records: Records,
    sources: SourceFiles,
    begin: Callable[[Sequence[str]], subprocess.Popen[bytes] | None],
) -> tuple[Damage | None, bool] | None:
    """What :func:`damage` finds, and whether anything is unsealed, by a process of its own that
    ``begin`` begins: of 500,000 paragraphs two million rows are looked at for a minute, and each of
    the thousand steps that an answer takes in SQLite would wait for this interpreter meanwhile
    (answers of 26 and 127 s were seen). None where it was ended."""
    if _is_begun_anew(records, sources):
        return Damage((_BEGUN_ANEW,), ()), False
    process = begin([sys.executable, "-m", "assistant.library.examining"])
    if process is None:
        return None
    said, _ = process.communicate(json.dumps(str(_file(records))).encode())
    if process.returncode != 0:
        _log.warning("the records could not be examined: the process that looked at them ended")
        return None
    told = json.loads(said)
    broken = tuple((symbol, lang) for symbol, lang in told["broken"])
    pages = tuple(told["pages"])
    return Damage(pages, broken) if pages or broken else None, told["is_unsealed"]


def main() -> None:
    """A file of records, as :func:`apart` names it on the standard input; what was found goes to
    the standard output."""
    os.nice(_MODEST)
    file = Path(json.load(sys.stdin))
    try:
        with closing(Records(sqlite_url(file))) as records:
            found = damage(records)
            is_unsealed = found is None and _is_unsealed(records)
    except LibraryDamaged as error:
        found, is_unsealed = Damage((error.en,), ()), False
    told = asdict(found or Damage((), ())) | {"is_unsealed": is_unsealed}
    print(json.dumps(told))  # noqa: T201 - to who began this process


def _is_unsealed(records: Records) -> bool:
    with reading(records.engine) as connection:
        return bool(seals.examine(connection).unsealed) or turn_seals.any_missing(connection)


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


if __name__ == "__main__":
    main()
