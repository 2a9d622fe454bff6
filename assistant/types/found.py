"""What retrieval found for a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.comparison import Comparison
from assistant.types.references import Series
from assistant.types.resolution import Paragraph, Span
from assistant.types.wording import Precedents, Renderings


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that bears on a question, the acts of it that do, and how it was found."""

    paragraph: Paragraph
    score: float  # of ranking; 1.0 for structural look-ups
    found_by: Literal["structure", "hybrid"]
    clauses: tuple[int, ...] = ()  # indices into ``paragraph.clauses``; empty means all of it
    spans: tuple[Span, ...] = ()  # exactly these words, where neither clauses nor all is meant
    answers: tuple[Span, ...] = ()  # the words among them that answer; empty: all of them


MissingKind = Literal[
    "symbol",  # a resolution the library does not hold
    "named",  # a resolution named by title or year
    "session",  # no resolution of that session is held
    "place",  # a paragraph that the resolution does not have
    "addressee",  # a body that no act of the resolution addresses
    "body",  # a body that the resolution does not name
    "verb",  # a verb that the resolution does not use
    "deliverable",  # something that no such act asks to be made
    "act",  # body and verb are there, but not together
    "attribute",  # a value that the text of this resolution does not carry: votes, sponsors
    "selection",  # no resolution held is of that session, date, committee …
    "operative",  # the text held has no operative part: it cannot say what was not asked for
    "field",  # a masthead value that this resolution does not print
    "reference",  # something the resolution does not mention
    "series",  # another resolution of the same item
    "invocation",  # a mention with the verb asked for: the verb and what is mentioned
    "deadline",  # nothing is due at that session
    "footnote",
    "term",  # a word of the question that no paragraph has
    "premise",  # the question states what the text contradicts
    "phrase",  # exact words that no paragraph uses
    "bilingual",  # words that no paragraph held in both languages uses
    "content",  # no paragraph answers the question
    "language",  # a text in the same language as the one it is to be compared with
    "asked",  # one of several things asked for: the words that ask for it
    "definition",  # what something means
    "reason",  # why something is done or said
    "counterpart",  # another resolution of its series, to compare it with
    "later",  # what happened after the texts: ``name`` is the day on which they end
]


@dataclass(frozen=True, slots=True)
class Missing:
    """What a question asks for and the library does not hold."""

    kind: MissingKind
    name: str  # the symbol, place, body … that is missing
    where: str | None = None  # the symbol; "": the resolutions asked about; None: the library
    held: str | None = None  # what is there instead: the number of paragraphs, the real date


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole of a list of which passages are one page; numbers begin at 1.

    A paragraph counts once, its sub-paragraphs with it.
    """

    paragraphs: int
    resolutions: int
    first: int  # the first one shown
    last: int  # the last one shown


@dataclass(frozen=True, slots=True)
class Version:
    """Words that answer in the newest resolution of a series that has them."""

    key: str  # of the paragraph that has them there
    words: tuple[str, ...]  # folded, in text order; empty where earlier ones print them otherwise
    earlier: tuple[Paragraph, ...]  # of earlier resolutions of the series, that say the same


@dataclass(frozen=True, slots=True)
class Found:
    """What retrieval found for a question."""

    passages: tuple[Passage, ...] = ()
    missing: tuple[Missing, ...] = ()
    symbols: tuple[str, ...] = ()  # the resolutions looked in
    refused: bool = False  # nothing is answered, even where passages show why
    plain: bool = False  # to be shown as bare quotations, whatever was asked
    unrelated: bool = False  # nothing that the question names is in the library
    ambiguous: bool = False  # the question has to say which resolution it means
    series: Series | None = None  # where the passages are its members and what names them
    inferred: bool = False  # which instrument a short title stands for was inferred
    comparisons: tuple[Comparison, ...] = ()  # of two resolutions, or of the neighbours of a series
    precedents: Precedents | None = None  # the uses that the passages are of, counted
    renderings: Renderings | None = None  # the counterparts that the passages show
    whole: Whole | None = None  # where the passages are a page of a longer list
    # What the resolutions of a series say of the thing asked, the newest first, each with its
    # passage. More than one: they say different things.
    versions: tuple[Version, ...] = ()
    near: str | None = None  # where nothing answers: the key of the paragraph nearest in its words
    parts: tuple[Found, ...] = ()  # for each of ``Question.attributes`` what was found
    by_words_alone: bool = False  # the dense index was wanted and failed
