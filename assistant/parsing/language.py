"""Everything that parsing does differently in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.parsing import clauses, masthead_forms, references
from assistant.parsing.masthead_forms import LineForm
from assistant.parsing.wording import Wording, wording_of
from assistant.types import Clause, Reference


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
    if wording is None:
        return None
    return Language(
        wording,
        masthead_forms.LINES,
        masthead_forms.CLOSING,
        clauses.clauses_of,
        references.references_of,
        references.references_of_notes,
    )
