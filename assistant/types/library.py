"""What the library tells of itself and of the files it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.types.resolution import Lang


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library held when the answer was given."""

    resolutions: int
    sessions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LibrarySize:
    """How large a library is. A generation counts the changes of its records."""

    generation: int  # of the records, as they were last read
    indexes: Mapping[str, int]  # the generation that each index is of, by its name
    resolutions: int
    paragraphs: int  # preambular and operative


@dataclass(frozen=True, slots=True)
class Summary:
    """A resolution in a list."""

    symbol: str
    label: str
    title: str
    lang: Lang
    session: int | None
    date: str | None  # ISO 8601
    committee: str | None
    preambular: int
    operative: int
    langs: tuple[Lang, ...] = ("zh",)  # held, the one that answers first


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A paragraph found by free search, best first."""

    symbol: str
    paragraph: str
    label: str
    text: str
    href: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Paragraphs for free words, best first."""

    query: str
    hits: tuple[SearchHit, ...]
    by_words_alone: bool = False  # the dense index is silent: looked up by words


@dataclass(frozen=True, slots=True)
class ResolutionPage:
    """Resolutions of the library, by session and number."""

    resolutions: tuple[Summary, ...]
    total: int  # of all pages
    next: str | None = None  # the cursor of the next page; None on the last


Outcome = Literal["added", "replaced", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one resolution of a file, or of a file that was refused."""

    name: str
    outcome: Outcome
    symbol: str | None = None
    reason_zh: str | None = None
    reason_en: str | None = None
    line: int | None = None
    lang: Lang | None = None
    inferred: int = 0  # paragraphs of which something was inferred
    unplaced: int = 0  # lines that fit nowhere


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of ``assistant doctor``. ``remedy`` is the command that mends it."""

    name: str
    ok: bool
    zh: str
    en: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """What ``assistant doctor --mend`` did. Resolutions by symbol and language."""

    damaged: str | None = None  # the name of the file that was damaged and is kept; None: sound
    kept: int = 0
    regained: tuple[tuple[str, Lang], ...] = ()  # read again from the files that are kept
    lost: tuple[tuple[str, Lang], ...] = ()
    rows_lost: tuple[tuple[str, int], ...] = ()  # of other tables: at least so many
    sources_lost: tuple[str, ...] = ()  # sha256 of files that were altered, and taken out
    indexes: tuple[str, ...] = ()  # that were made again


class Progress(Protocol):
    """Told how far long work has come; a front end draws it."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """``step`` is ``reading``, ``embedding``, ``lexical``, ``dense`` …; 0 <= done <= total."""
