"""An index as it is kept on disk: guarded by its manifest, built aside, swapped in.

    lexical.json          manifest: which folder, and what is in it
    lexical-3f9c…/        the index

A crash leaves the old manifest or the new one, each with its whole folder; folders that no
manifest names are remains of a crash and are cleared away.
"""

from __future__ import annotations

import logging
import shutil
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError
from assistant.library import manifest, sealing
from assistant.library.holding import OpenIndex, Serving, Slot
from assistant.library.manifest import Contents, Manifest
from assistant.types import Progress

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IndexKind:
    """How indexes of one kind are opened and made."""

    name: str
    made_with: dict[str, str | int]  # what an index depends on beside the records
    open: Callable[[Path], OpenIndex]
    build: Callable[[Path, Progress | None], int]  # fills the empty folder: how many paragraphs
    # Makes what stands in the folder match the records: how many paragraphs, None where building
    # is better.
    update: Callable[[Path, Progress | None], int | None] | None = None
    # Imports what opening one needs.
    load: Callable[[], object] = lambda: None


class KeptIndex(Slot):
    """One of the library's indexes. Searching goes on while a new one is made; see Index."""

    def __init__(self, root: Path, kind: IndexKind) -> None:
        """Nothing is opened yet. ``root`` is the library's folder."""
        super().__init__(kind.name)
        self.made_with = kind.made_with
        self._root = root
        self._kind = kind
        self._manifest = root / f"{kind.name}.json"

    def open(self, expected: Contents) -> str | None:
        """Open the index on disk and serve it, if it holds what is expected.

        Returns what is wrong otherwise: names of differing fields, or the engine's complaint.
        """
        if self.made_of == expected:
            return None
        found = manifest.read(self._manifest)
        if found is None:
            return "manifest"
        if different := manifest.differences(found.contents, expected):
            return ", ".join(different)
        folder = self._root / found.folder
        # First of all: an engine may crash on what is no index any more. Reading goes on outside of
        # the interpreter, which imports meanwhile: at 423,937 texts a server is ready .3 s earlier.
        with ThreadPoolExecutor(1) as beside:
            looking = beside.submit(sealing.broken, folder, found.seal)
            self._kind.load()
            damaged = looking.result()
        if damaged:
            return f"damaged: {', '.join(damaged)}"
        try:
            index = self._opened(folder, found.count)
        except BaseException as error:
            # The engines are native: their panics are no Exceptions.
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            return f"{type(error).__name__}: {error}"
        self._serve(Serving(index, expected, folder.name))
        return None

    def renew(self, contents: Contents, progress: Progress | None = None) -> None:
        """Make the index match the records and serve it: where only they have changed, by
        changing a copy of it, otherwise anew."""
        found = manifest.read(self._manifest)
        update = self._kind.update
        if update and found and self._may_be_changed(found, contents):
            try:
                old = self._root / found.folder
                if self._swapped_in(contents, lambda new: _changed(old, new, update, progress)):
                    return
            except BaseException as error:
                if not _is_of_the_engine(error):
                    raise
                _log.warning("the %s index cannot be changed: %r", self.name, error)
        self.rebuild(contents, progress)

    def _may_be_changed(self, found: Manifest, contents: Contents) -> bool:
        of_older_records = manifest.differences(found.contents, contents) == ("generation",)
        return of_older_records and not sealing.broken(self._root / found.folder, found.seal)

    def rebuild(self, contents: Contents, progress: Progress | None = None) -> None:
        """Make the index anew from the records, and serve it in the place of the old one."""
        self._swapped_in(contents, lambda folder: self._kind.build(folder, progress))

    def _swapped_in(self, contents: Contents, fill: Callable[[Path], int | None]) -> bool:
        """Serve the index that ``fill`` makes in a new folder, in the place of the old one.

        False where it makes none.
        """
        folder = self._root / f"{self.name}-{uuid.uuid4().hex[:12]}"
        folder.mkdir()
        try:
            count = fill(folder)
            sealed = {} if count is None else sealing.seal(folder)
            index = None if count is None else self._opened(folder, count)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        if count is None or index is None:
            shutil.rmtree(folder, ignore_errors=True)
            return False
        manifest.write(self._manifest, Manifest(folder.name, count, contents, sealed))
        self._serve(Serving(index, contents, folder.name))
        self.clear_remains()
        return True

    def clear_remains(self) -> None:
        """Delete the folders of this index that nobody reads and the manifest does not name."""
        named = manifest.read(self._manifest)
        kept = self.open_names()
        if named:
            kept.add(named.folder)
        for folder in self._root.glob(f"{self.name}-*"):
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _opened(self, folder: Path, count: int) -> OpenIndex:
        index = self._kind.open(folder)
        try:
            index.probe(count)
        except BaseException:
            index.close()
            raise
        return index


def _changed(
    old: Path,
    new: Path,
    update: Callable[[Path, Progress | None], int | None],
    progress: Progress | None,
) -> int | None:
    # What is served is only read: its files stand still.
    shutil.copytree(old, new, dirs_exist_ok=True)
    return update(new, progress)


def _is_of_the_engine(error: BaseException) -> bool:
    """Whether building the index anew may help: not where work was stopped or the records fail."""
    # The engines are native: their panics are no Exceptions.
    is_panic = type(error).__module__ == "pyo3_runtime"
    return is_panic or (isinstance(error, Exception) and not isinstance(error, AssistantError))
