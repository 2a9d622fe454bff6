"""One file to its resolutions: reading and parsing, and nothing of the library.

A worker process runs this (``library.workers``), so this module imports little.
"""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable

from assistant.errors import InvalidDocument
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Resolution

# Whatever of these changes may read a file differently.
_PARSING_ROOMS = ("assistant.reading", "assistant.parsing", "assistant.text")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read, and the symbol that the caller gives it."""

    file: File
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not taken, in both languages. Errors themselves do not cross processes."""

    zh: str
    en: str
    line: int | None = None

    @classmethod
    def of(cls, error: InvalidDocument) -> Refusal:
        """The refusal that ``error`` tells of."""
        return cls(error.zh, error.en, error.line)


@dataclass(frozen=True, slots=True)
class Fault:
    """The program failed on a file. ``trace`` is for its log."""

    trace: str


Outcome = tuple[Resolution, ...] | Refusal | Fault


def read_file(task: Task) -> Outcome:
    """What a file gives. Whatever goes wrong comes back as a value."""
    try:
        found = parse(read_document(task.file), symbol=task.symbol)
    except InvalidDocument as error:
        return Refusal.of(error)
    except Exception:
        # A file that the parser was not written for must not take the batch with it.
        return Fault(traceback.format_exc())
    retrieved = task.file.retrieved
    return tuple(replace(one, source=replace(one.source, retrieved=retrieved)) for one in found)


@cache
def parser_version() -> str:
    """A hash of the source code that turns a file into a Resolution.

    A file that was read by another version is read again. Nobody has to remember to count a
    number up.
    """
    digest = hashlib.sha256()
    for room in _PARSING_ROOMS:
        _add_sources(digest, package_files(room))
    return digest.hexdigest()[:16]


def _add_sources(digest: hashlib._Hash, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _add_sources(digest, entry)
        elif entry.name.endswith(".py"):
            digest.update(entry.read_bytes())
