"""Resolutions to rows and back. The frozen types are the one definition of the JSON's form."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import RowMapping

from assistant.library.mandate_rows import asked_acts
from assistant.text.places import is_whole
from assistant.text.symbols import label, session_of
from assistant.types import (
    Clause,
    Fact,
    Inferred,
    Lang,
    Mark,
    MastheadField,
    Paragraph,
    Reference,
    Resolution,
    Source,
    Span,
    Summary,
    Vote,
)

Row = dict[str, Any]

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Structure:
    """What ``paragraphs.structure`` holds: the fields of a Paragraph that have no column."""

    inferred: tuple[Inferred, ...] = ()
    clauses: tuple[Clause, ...] = ()
    references: tuple[Reference, ...] = ()
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as a version of the parser read it from a file."""

    resolution: Resolution
    parser: str = ""  # version of the parser
    of_file: int = 1  # how many resolutions the file gave


@dataclass(frozen=True, slots=True)
class ResolutionRows:
    """A resolution as it is written: its own row, and those of every table below it."""

    resolution: Row
    paragraphs: list[Row]
    clauses: list[Row]
    addressees: list[Row]
    deadlines: list[Row]
    mentions: list[Row]
    mandates: list[Row]
    mandate_features: list[Row]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type form
    # Built at first use: building at import would cost every program that never opens a library.
    return TypeAdapter(kind)


def text_hash(text: str) -> str:
    """The key of a text's vectors: sha256 of its UTF-8 form."""
    return hashlib.sha256(text.encode()).hexdigest()


def content_hash(resolution: Resolution) -> str:
    """sha256 over everything a resolution says and how it was parsed."""
    return hashlib.sha256(_adapter(Resolution).dump_json(resolution)).hexdigest()


def whole(resolution: Resolution) -> str:
    """The resolution as one JSON text."""
    return _json(Resolution, resolution)


def from_whole(stored: str) -> Resolution:
    """What :func:`whole` wrote."""
    resolution: Resolution = _adapter(Resolution).validate_json(stored)
    return resolution


def rows_of(reading: Reading) -> ResolutionRows:
    """The rows to write for the resolution of ``reading``."""
    resolution = reading.resolution
    paragraphs = resolution.paragraphs
    mandates = tuple(asked_acts(resolution))
    return ResolutionRows(
        resolution=_resolution_row(reading),
        paragraphs=[_paragraph_row(i, p) for i, p in enumerate(paragraphs)],
        clauses=[
            {
                "key": p.key,
                "position": i,
                "symbol": p.symbol,
                "verb": c.verb,
                "family": c.family,
            }
            for p in paragraphs
            for i, c in enumerate(p.clauses)
        ],
        addressees=[
            {"key": p.key, "position": i, "name": name}
            for p in paragraphs
            for i, c in enumerate(p.clauses)
            for name in dict.fromkeys(entity.name for entity in c.addressees)
        ],
        deadlines=[
            {
                "key": p.key,
                "position": i,
                "ordinal": n,
                "session": d.session,
                "date": d.date.isoformat() if d.date else None,
                "recurring": d.recurring,
            }
            for p in paragraphs
            for i, c in enumerate(p.clauses)
            for n, d in enumerate(c.deadlines)
        ],
        mentions=[
            {"key": p.key, "position": i, "kind": r.kind, "target": r.target, "invoked": r.invoked}
            for p in paragraphs
            for i, r in enumerate(p.references)
        ],
        mandates=[asked.row() for asked in mandates],
        mandate_features=[row for asked in mandates for row in asked.feature_rows()],
    )


def paragraph_of(row: RowMapping) -> Paragraph:
    """The paragraph a row of ``paragraphs`` holds."""
    structure: _Structure = _adapter(_Structure).validate_json(row["structure"])
    return Paragraph(
        symbol=row["symbol"],
        place=row["place"],
        kind=row["kind"],
        text=row["text"],
        printed=row["printed"],
        inferred=structure.inferred,
        clauses=structure.clauses,
        references=structure.references,
        marks=structure.marks,
        emphasis=structure.emphasis,
    )


def decoder(rows: Mapping[str, RowMapping]) -> Callable[[list[str]], dict[str, Paragraph]]:
    """Decodes those of ``rows`` whose keys it is given."""
    return lambda keys: {key: paragraph_of(rows[key]) for key in keys}


def resolution_of(row: RowMapping, paragraphs: Sequence[Paragraph]) -> Resolution:
    """The resolution a row of ``resolutions`` holds, with its paragraphs in document order."""
    strings = _adapter(tuple[str, ...])
    return Resolution(
        symbol=row["symbol"],
        lang=row["lang"],
        title=row["title"],
        paragraphs=tuple(paragraphs),
        masthead=masthead_of(row["masthead"]),
        source=source_of(row["source"]),
        inferred=strings.validate_json(row["inferred"]),
        unplaced=strings.validate_json(row["unplaced"]),
        vote=_adapter(Vote).validate_json(row["vote"]) if row["vote"] else None,
    )


def summary_of(row: RowMapping, others: Sequence[Lang]) -> Summary:
    """What a list shows of a row of ``resolutions``; ``others`` are its companions' languages."""
    return Summary(
        symbol=row["symbol"],
        label=label(row["symbol"], row["lang"]),
        title=row["title"],
        lang=row["lang"],
        session=row["session"],
        date=row["date"],
        committee=row["committee"],
        preambular=row["preambular"],
        operative=row["operative"],
        langs=(row["lang"], *others),
    )


def source_of(stored: str) -> Source:
    """The source a ``resolutions.source`` holds."""
    source: Source = _adapter(Source).validate_json(stored)
    return source


def masthead_of(stored: str) -> dict[MastheadField, Fact]:
    """The masthead a ``resolutions.masthead`` holds."""
    masthead: dict[MastheadField, Fact] = _adapter(dict[MastheadField, Fact]).validate_json(stored)
    return masthead


def _json(kind: Any, value: Any) -> str:  # noqa: ANN401 - any type form and a value of it
    return _adapter(kind).dump_json(value).decode()


def _stated(resolution: Resolution, name: MastheadField) -> str | None:
    fact = resolution.masthead.get(name)
    return fact.value if fact else None


def _session(resolution: Resolution) -> int | None:
    stated = _stated(resolution, "session")
    if stated is not None and stated.isdecimal():
        return int(stated)
    return session_of(resolution.symbol)


def _resolution_row(reading: Reading) -> Row:
    resolution = reading.resolution
    numbers = _DIGITS.findall(resolution.symbol)
    kinds = [p.kind for p in resolution.paragraphs if is_whole(p.place)]
    return {
        "symbol": resolution.symbol,
        "lang": resolution.lang,
        "session": _session(resolution),
        "number": int(numbers[-1]) if numbers else None,
        # Parts and old texts print it in their closing lines alone.
        "date": _stated(resolution, "date") or _stated(resolution, "meeting_date"),
        "title": resolution.title,
        "committee": _stated(resolution, "committee"),
        "masthead": _json(dict[MastheadField, Fact], resolution.masthead),
        "source": _json(Source, resolution.source),
        "sha256": resolution.source.sha256,
        "inferred": _json(tuple[str, ...], resolution.inferred),
        "unplaced": _json(tuple[str, ...], resolution.unplaced),
        "preambular": kinds.count("preambular"),
        "operative": kinds.count("operative"),
        "parser": reading.parser,
        "content_hash": content_hash(resolution),
        "vote": _json(Vote, resolution.vote) if resolution.vote else None,
        "of_file": reading.of_file,
    }


def _paragraph_row(ordinal: int, paragraph: Paragraph) -> Row:
    structure = _Structure(
        inferred=paragraph.inferred,
        clauses=paragraph.clauses,
        references=paragraph.references,
        marks=paragraph.marks,
        emphasis=paragraph.emphasis,
    )
    return {
        "key": paragraph.key,
        "symbol": paragraph.symbol,
        "place": paragraph.place,
        "ordinal": ordinal,
        "kind": paragraph.kind,
        "printed": paragraph.printed,
        "text": paragraph.text,
        "text_hash": text_hash(paragraph.text),
        "structure": _json(_Structure, structure),
    }
