"""Who used a phrase before, and what it is called in the other language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.library import Coverage
from assistant.types.resolution import Lang, ParagraphKind, Span

PhraseMatch = Literal[
    "exact",  # the same words, after folding
    "near",  # the same words with others between, or few characters changed
]


@dataclass(frozen=True, slots=True)
class Precedent:
    """A paragraph that uses a phrase, or comes near to it."""

    symbol: str
    paragraph: str
    label: str
    kind: ParagraphKind
    session: int | None
    lang: Lang  # of ``text``
    verb: str | None  # canonical, of the paragraph's first act
    match: PhraseMatch
    changes: int  # characters put in, left out or replaced; 0 for an exact match
    text: str
    spans: tuple[Span, ...]  # of the phrase in ``text``
    href: str


@dataclass(frozen=True, slots=True)
class PhraseTally:
    """How many paragraphs of a session, kind or verb use a phrase. ``name`` is None where the
    session is not known or no act begins the paragraph."""

    name: str | None
    exact: int
    near: int


@dataclass(frozen=True, slots=True)
class Precedents:
    """Every paragraph of the library that uses a phrase, counted; a page of them shown.

    Exact matches come first, in document order, then near ones, those with the fewest changes
    first. Each tally adds up to ``exact`` and ``near``.
    """

    phrase: str  # as it was looked for
    exact: int  # paragraphs
    near: int  # further paragraphs, none of which uses the phrase itself
    resolutions: int  # that use the phrase itself
    by_session: tuple[PhraseTally, ...]  # name: the session's number, the earliest first
    by_kind: tuple[PhraseTally, ...]  # name: a ParagraphKind
    by_verb: tuple[PhraseTally, ...]  # name: a canonical verb, the most frequent first
    earliest: Precedent | None  # exact, in the first session
    latest: Precedent | None
    hits: tuple[Precedent, ...]  # a page
    next: str | None  # cursor of the page after
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class BilingualExample:
    """A paragraph in both languages, each verbatim, with the places of the phrase and of its
    rendering; no span where none is known."""

    symbol: str
    paragraph: str
    label: str
    session: int | None
    zh: str
    en: str
    zh_span: Span | None
    en_span: Span | None
    href: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """Words of the other language that stand where a phrase stands, and not elsewhere."""

    text: str
    paragraphs: int  # that have both, each in its language
    texts: int  # of those, how many differ: formulas are repeated word for word
    elsewhere: int  # different texts that have the rendering without the phrase
    dice: float  # association over different texts, 0 to 1
    log_likelihood: float  # Dunning's G², over different texts; above 10.8: p < .001
    examples: tuple[BilingualExample, ...]


TermTable = Literal[
    "verbs",  # operative verbs
    "bodies",  # offices, organs, groups of states
    "lookup",  # everyday names: what a search also looks for, no translation
]


@dataclass(frozen=True, slots=True)
class TableTerm:
    """A counterpart taken from a term table of ours, not from the texts held."""

    text: str
    table: TermTable


@dataclass(frozen=True, slots=True)
class Renderings:
    """How a phrase is put in the other language.

    ``renderings`` come from paragraphs held in both languages and are empty where too few of them
    have the phrase (``enough`` is false) or nothing stands out; ``examples`` then show the
    paragraphs as they are.
    """

    phrase: str
    lang: Lang  # of the phrase
    table: tuple[TableTerm, ...]
    renderings: tuple[Rendering, ...]
    examples: tuple[BilingualExample, ...]  # paragraphs that no rendering explains
    paragraphs: int  # held in both languages, that have the phrase
    texts: int  # of those, how many differ
    compared: int  # all paragraphs held in both languages
    enough: bool
    coverage: Coverage
