"""Two resolutions side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.resolution import Lang, ParagraphKind, Span, VerbFamily

WordChangeKind = Literal["same", "replaced", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of two aligned paragraphs: the same words, or what became of them.

    The changes of a row cover both texts from end to end, in order. ``routine`` is what every
    session renews and nobody negotiates: sessions, years and symbols moved on by as many sessions
    as lie between the two resolutions, the list of resolutions recalled grown by the last ones.
    """

    kind: WordChangeKind
    first: Span  # in the first paragraph's text; empty where words were inserted
    second: Span  # in the second paragraph's text; empty where words were deleted
    routine: bool = False


# stronger, weaker: by the table of verbs, adverbs included. verb: another verb that the table does
# not rank against the first.
VerbChangeKind = Literal[
    "stronger", "weaker", "verb", "addressee", "deadline", "act_added", "act_dropped"
]


@dataclass(frozen=True, slots=True)
class VerbChange:
    """What became of an act between two aligned paragraphs.

    ``before`` and ``after`` are words of the texts: verbs with their adverbs, addressees or
    deadlines (several joined by 、; empty where there are none).
    """

    kind: VerbChangeKind
    before: str
    after: str
    first: int | None  # index of the act in the first paragraph's clauses
    second: int | None
    family: VerbFamily | None = None  # of the act afterwards


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of one side of a comparison, verbatim."""

    place: str
    kind: ParagraphKind
    text: str


# same: word for word. renewed: nothing but routine changes. changed: other words as well.
RowKind = Literal["same", "renewed", "changed", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A paragraph or sub-paragraph of one resolution, beside its counterpart of the other."""

    kind: RowKind
    first: ComparedParagraph | None  # None where the paragraph was added
    second: ComparedParagraph | None  # None where it was dropped
    likeness: float = 0.0  # 0 to 1, of the words, what a session renews aside
    words: tuple[WordChange, ...] = ()
    verbs: tuple[VerbChange, ...] = ()
    moved: bool = False  # stands elsewhere among the paragraphs that both have
    across: bool = False  # moved between the preamble and the operative part


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two resolutions, paragraph by paragraph, in the order of the second.

    The counts are of whole paragraphs: one of which an item was changed is changed. ``shared`` is
    the share of both resolutions' paragraphs that have a counterpart; where it is too small for a
    table to tell anything, ``related`` is false.
    """

    first: str  # symbols
    second: str
    lang: Lang
    rows: tuple[AlignedRow, ...]
    same: int
    renewed: int
    changed: int
    added: int
    dropped: int
    moved: int  # of those that both have
    shared: float
    related: bool
