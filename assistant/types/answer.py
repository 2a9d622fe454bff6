"""The answer: public, versioned, the same in REST, CLI, SSE and evaluation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.types.comparison import Comparison
from assistant.types.library import Coverage
from assistant.types.question import Correction, Intent, OtherReading, Selection
from assistant.types.resolution import Inferred, Lang

Status = Literal["answered", "not_found", "out_of_scope", "needs_clarification"]
StatementKind = Literal["quote", "fact", "computed", "connective"]
Answerer = Literal["extractive", "llm"]
Verification = Literal["verbatim", "checked", "repaired", "recounted"]


@dataclass(frozen=True, slots=True)
class Quote:
    """``citations[n].text[start:end]`` stands in the statement's text, exactly."""

    n: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer.

    ``quote`` is verbatim spans joined by a closed list of connecting words; ``computed`` is a
    count, order or comparison, verified by doing it again; ``connective`` claims nothing.
    """

    text: str
    kind: StatementKind
    citations: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    verification: Verification | None = None
    answers: tuple[Quote, ...] = ()  # the words within the quotes that answer; empty: all of them


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The source of a citation, as the answer shows it."""

    name: str
    sha256: str
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """A paragraph in another language of the same resolution."""

    lang: Lang
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph that a statement rests on, with its whole text."""

    n: int
    symbol: str
    paragraph: str
    inferred: bool
    label: str
    text: str
    source: CitedSource
    href: str
    inferred_parts: tuple[Inferred, ...] = ()  # what ``inferred`` means
    lang: Lang = "zh"  # of ``text``
    parallel: Parallel | None = None  # the same paragraph in the other language, where it is held


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read, for the reader to check."""

    intent: Intent
    symbols: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    addressee: str | None = None
    verbs: tuple[str, ...] = ()
    session: int | None = None
    attribute: str | None = None
    target: str | None = None
    carried: tuple[str, ...] = ()
    selection: Selection | None = None
    deliverables: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()  # content words, as asked
    deadline_session: int | None = None
    corrections: tuple[Correction, ...] = ()
    others: tuple[OtherReading, ...] = ()
    rewritten: str | None = None  # what was read in the place of a follow-up: a model's words
    # The names above as the answer's language has them.
    addressee_label: str | None = None
    verb_labels: tuple[str, ...] = ()
    deliverable_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generation:
    """What a language model had to do with an answer.

    ``said`` sentences came from it: ``kept`` as they were, ``repaired`` after it was told what was
    wrong or with the right citation, ``replaced`` by the paragraph's own words, ``dropped``.
    """

    model: str
    prompts_hash: str
    sent_to: str | None  # the host that question and paragraphs went to; None: this machine
    said: int = 0
    kept: int = 0
    repaired: int = 0
    replaced: int = 0
    dropped: int = 0
    calls: int = 0
    prompt_tokens: int = 0  # where the server counts them
    completion_tokens: int = 0
    failure: str | None = None  # why the model had no say, or not the last one; None: it did its
    # work, though nothing of what it wrote may have passed


@dataclass(frozen=True, slots=True)
class Answer:
    """The public answer, version 1. Fields may be added, never changed."""

    status: Status
    lang: Lang
    answer: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    understood: Understood
    coverage: Coverage
    settings_hash: str
    answerer: str = "extractive"
    missing: tuple[str, ...] = ()
    clarify: str | None = None
    suggestions: tuple[str, ...] = ()
    page: str | None = None
    conversation_id: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    version: Literal[1] = 1
    comparison: Comparison | None = None  # of two resolutions: the whole aligned table
    comparisons: tuple[Comparison, ...] = ()  # of a series: each resolution with the one before
    generation: Generation | None = None  # None: no model was asked
    id: str | None = None  # of this answer in its conversation; None for a further page


EventName = Literal["understood", "passages", "delta", "citation", "answer"]


@dataclass(frozen=True, slots=True)
class PassageNote:
    """What a stream tells of the passages before the answer is written."""

    total: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a streamed answer.

    ``understood``: Understood; ``passages``: PassageNote; ``citation``: Citation, always before
    the first ``delta`` that uses it; ``delta``: Statement; ``answer``: the whole Answer, last.
    """

    name: EventName
    data: Understood | PassageNote | Statement | Citation | Answer
