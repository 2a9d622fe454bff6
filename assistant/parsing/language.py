"""Everything that parsing does differently in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from assistant.parsing import clauses, masthead_forms, references
from assistant.parsing.english import clauses as english_clauses
from assistant.parsing.english import masthead as english_masthead
from assistant.parsing.english import references as english_references
from assistant.parsing.masthead_forms import LineForm
from assistant.parsing.wording import Wording, wording_of, wordings
from assistant.types import Clause, Lang, Reference


@dataclass(frozen=True, slots=True)
class Language:
    """A language of resolutions."""

    wording: Wording
    masthead: tuple[LineForm, ...]
    closing: tuple[LineForm, ...]
    clauses_of: Callable[[str], tuple[Clause, ...]]
    references_of: Callable[[str, tuple[Clause, ...]], tuple[Reference, ...]]
    references_of_notes: Callable[[list[str]], list[tuple[Reference, ...]]]


def language_of(lines: Iterable[str]) -> Language | None:
    """The language a document is written in; None for one in neither language."""
    wording = wording_of(lines)
    return _languages()[wording.lang] if wording else None


@cache
def _languages() -> dict[Lang, Language]:
    return {
        "zh": Language(
            wordings()["zh"],
            masthead_forms.LINES,
            masthead_forms.CLOSING,
            clauses.clauses_of,
            references.references_of,
            references.references_of_notes,
        ),
        "en": Language(
            wordings()["en"],
            english_masthead.LINES,
            english_masthead.CLOSING,
            english_clauses.clauses_of,
            english_references.references_of,
            english_references.references_of_notes,
        ),
    }
