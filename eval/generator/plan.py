"""What a resolution says before it is written in any language or form.

A sentence is a pair of templates, Chinese and English, whose slots are pieces: words, resolutions
named, deadlines, things to be made, instruments, notes. A language turns pieces into text and
knows where each came to stand, so the truth is right by construction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Literal

from eval.generator.addresses import Address, Form
from eval.generator.offices import Office
from eval.generator.verbs import Verb
from eval.generator.vocabulary import Words


@dataclass(frozen=True, slots=True)
class Cited:
    """Resolutions or decisions named one after the other, sharing one 号决议."""

    addresses: tuple[Address, ...]
    invoked: str  # of ``assistant.types.Invocation``
    own: bool = False  # 其
    dated: bool = True
    titled: bool = False  # 题为“…”的, of the only one


@dataclass(frozen=True, slots=True)
class Document:
    """A document named by its symbol."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, declaration or programme named by its title: 《…》."""

    title: Words
    invoked: str


@dataclass(frozen=True, slots=True)
class Due:
    """A session of the Assembly, a last day, or every so many years."""

    session: int | None = None
    date: Date | None = None
    years: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What somebody is asked to make: 报告, 项目 …"""

    words: Words


@dataclass(frozen=True, slots=True)
class Day:
    """A date that is told and binds nobody."""

    date: Date


@dataclass(frozen=True, slots=True)
class Number:
    """A number in running text."""

    value: int


@dataclass(frozen=True, slots=True)
class SameAsBefore:
    """同上: what the note before names, whose symbol is ``target``."""

    target: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote's mark."""

    note: Sentence


Piece = Words | Cited | Document | Instrument | Due | Made | Day | Number | SameAsBefore | Noted


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template in each language, and what fills its slots."""

    zh: str
    en: str
    slots: tuple[tuple[str, Piece], ...] = ()


def sentence(template: tuple[str, str], **slots: Piece) -> Sentence:
    """A sentence of a pair of templates; slots that a language does not use are its own affair."""
    return Sentence(*template, tuple(slots.items()))


@dataclass(frozen=True, slots=True)
class ActPlan:
    """One act. ``again``: 0, or 1 for 又 and 2 for 还 before the verb; ``linked``: 在这方面.

    ``within``: canonical names of addressees that the body's own words name.
    """

    verb: Verb
    body: Sentence
    offices: tuple[Office, ...] = ()
    again: int = 0
    linked: bool = False
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """A sub-paragraph (a), with its own (i)."""

    body: Sentence
    items: tuple[ItemPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphPlan:
    """A paragraph: one or two acts, or without acts the words of ``plain``."""

    acts: tuple[ActPlan, ...] = ()
    items: tuple[ItemPlan, ...] = ()
    plain: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """An article, or a section of a declaration. ``lead`` opens an article before its numbers."""

    paragraphs: tuple[ParagraphPlan, ...]
    heading: Words | None = None
    lead: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A convention (articles) or a declaration (numbered paragraphs in sections)."""

    kind: Literal["convention", "declaration"]
    title: Words
    sections: tuple[Section, ...]
    opener: Sentence | None = None  # 本公约各缔约国，
    preamble: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class VotePlan:
    """A recorded vote, by country."""

    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstaining: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text."""

    agenda_item: str
    agenda_title: Words
    committee: Office | None
    report: str
    report_paragraph: int | None
    meeting: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole resolution. In parts: each part is a plan of its own, and this holds the masthead."""

    index: int
    form: Form
    address: Address
    masthead: Masthead
    preamble: tuple[ParagraphPlan, ...] = ()
    operative: tuple[ParagraphPlan, ...] = ()
    annex: Annex | None = None
    vote: VotePlan | None = None
    parts: tuple[Plan, ...] = ()
