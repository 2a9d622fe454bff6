"""A set's passages as a throw-away library: real records, real indexes, generic paragraphs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.library.bare_questions import laid_bare
from assistant.library.embedders import open_model
from assistant.library.engine import sqlite_url
from assistant.library.library import Library
from assistant.settings import load_settings
from assistant.types import Paragraph, Progress, Resolution, Source
from eval.external.kept_vectors import KeptVectors
from eval.external.sets import ExternalSet

VECTORS = "vectors.sqlite3"

# Places of equal width: paragraphs of equal scores then come in the order of the file, as they do
# in the figures that ours stand beside (see ``ranking``).
_FIRST_PLACE = 10_001


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library and which paragraph is which passage.

    ``asked`` names the resolution that holds the passages of a question that is asked of some
    alone.
    """

    library: Library
    passage_of: Mapping[str, str]  # paragraph key → passage id
    original_of: Mapping[str, str]  # passage id → the first passage of the same text
    asked: Mapping[str, str]  # question id → symbol


@contextmanager
def shelved(one: ExternalSet, folder: Path, progress: Progress | None = None) -> Iterator[Shelf]:
    """The library of a set in ``folder``, made where it is not there; vectors are kept in it.

    Raises EmbedderUnavailable, LibraryBusy, InvalidSettings.
    """
    resolutions, passage_of, asked = _resolutions(one)
    own = folder / one.name
    own.mkdir(parents=True, exist_ok=True)
    # Told where its records are: a person's own, named by the environment, are never written to.
    records = sqlite_url(own / "library.sqlite3").render_as_string()
    settings = load_settings(data_dir=own, records_url=records)
    with (
        closing(KeptVectors(open_model(settings), folder / VECTORS)) as model,
        Library(settings, laid_bare(model)) as library,
    ):
        if gone := set(library.records.symbols()) - {each.symbol for each in resolutions}:
            library.records.remove(*gone)
        library.records.put_file(resolutions)
        library.refresh(progress)
        yield Shelf(library, passage_of, _originals(one), asked)


def _resolutions(
    one: ExternalSet,
) -> tuple[tuple[Resolution, ...], dict[str, str], dict[str, str]]:
    """Every passage a paragraph: of one resolution for each question that is asked of some
    passages alone, of one for all otherwise."""
    apart = [question for task in one.tasks for question in task.questions if question.among]
    groups = [question.among for question in apart] or [tuple(one.passages)]
    digest = hashlib.sha256("\0".join(one.passages.values()).encode()).hexdigest()
    source = Source(one.name, digest)
    resolutions = []
    passage_of: dict[str, str] = {}
    for number, ids in enumerate(groups, start=1):
        symbol = f"A/RES/{number}/1"
        paragraphs = tuple(
            Paragraph(symbol, f"OP{place}", "operative", one.passages[passage])
            for place, passage in enumerate(ids, start=_FIRST_PLACE)
        )
        passage_of |= {p.key: passage for p, passage in zip(paragraphs, ids, strict=True)}
        resolutions.append(Resolution(symbol, "zh", one.name, paragraphs, {}, source))
    asked = {q.id: r.symbol for q, r in zip(apart, resolutions, strict=False)}
    return tuple(resolutions), passage_of, asked


def _originals(one: ExternalSet) -> dict[str, str]:
    first: dict[str, str] = {}
    return {passage: first.setdefault(text, passage) for passage, text in one.passages.items()}
