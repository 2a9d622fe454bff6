"""What a generated text says, known because it was written from a plan.

Places are those of ``assistant.types``. Offsets are code points into the paragraph's text, the
end exclusive. Nothing here is read from a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Any

from eval.generator.addresses import Form


@dataclass(frozen=True, slots=True)
class TrueReference:
    """A resolution, decision, document or instrument named; the span is its number or title."""

    kind: str
    target: str
    invoked: str
    start: int
    end: int
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class TrueDeadline:
    """When something is due; the span is the session, the day or 每年."""

    start: int
    end: int
    session: int | None = None
    date: Date | None = None
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class TrueAct:
    """An act; the span runs from its verb with adverbs to before its closing stop."""

    start: int
    end: int
    verb: str
    verb_end: int
    adverbs: tuple[str, ...]
    addressees: tuple[str, ...]
    deliverables: tuple[str, ...] = ()
    deadlines: tuple[TrueDeadline, ...] = ()


@dataclass(frozen=True, slots=True)
class TrueParagraph:
    """A paragraph; ``marks`` are (offset, place of the note)."""

    place: str
    kind: str
    text: str
    printed: str | None = None
    acts: tuple[TrueAct, ...] = ()
    references: tuple[TrueReference, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TrueVote:
    """A recorded vote: countries as printed, in order."""

    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstaining: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A resolution. ``masthead`` holds exactly the fields that the text prints."""

    symbol: str
    lang: str
    form: Form
    title: str
    masthead: Mapping[str, str]
    paragraphs: tuple[TrueParagraph, ...]
    vote: TrueVote | None = None
    furniture: tuple[str, ...] = field(default=())  # lines that are no part of the text

    def key(self, paragraph: TrueParagraph) -> str:
        """``symbol#place``."""
        return f"{self.symbol}#{paragraph.place}"

    def record(self) -> dict[str, Any]:
        """Everything, for JSON; dates by their ``isoformat``."""
        return asdict(self) | {"masthead": dict(self.masthead)}
