"""Pieces of a plan to words, in Chinese or English; each segment knows what it truly is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Protocol, TypeVar

from eval.generator.addresses import Address
from eval.generator.offices import Office
from eval.generator.plan import (
    ActPlan,
    Cited,
    Day,
    Document,
    Due,
    Instrument,
    Made,
    Noted,
    Number,
    Piece,
    SameAsBefore,
    Sentence,
)
from eval.generator.truth import TrueDeadline, TrueReference
from eval.generator.vocabulary import Words


@dataclass(frozen=True, slots=True)
class MadeThing:
    """The fact that a segment names what is to be made."""


Fact = TrueReference | TrueDeadline | MadeThing | Noted | None
Segment = tuple[str, Fact]
T = TypeVar("T", TrueReference, TrueDeadline)


class Language(Protocol):
    """What differs between the languages a plan is written in."""

    @property
    def code(self) -> str:
        """zh or en."""

    @property
    def joint(self) -> str:
        """What stands between two acts of a paragraph."""

    @property
    def gap(self) -> str:
        """What stands between verb, addressees and object."""

    @property
    def blank(self) -> str:
        """What stands before a date, besides what the template has."""

    @property
    def titles(self) -> tuple[str, str]:
        """What encloses an instrument's title."""

    @property
    def same_as_before(self) -> str:
        """The word for 同上."""

    def template(self, sentence: Sentence) -> str:
        """The template of this language."""

    def words(self, words: Words) -> str:
        """The words of this language."""

    def verb(self, act: ActPlan, *, preambular: bool, second: bool) -> tuple[str, tuple[str, ...]]:
        """The head of an act as printed, and its adverbs."""

    def addressees(self, offices: tuple[Office, ...]) -> str:
        """Several offices in a row."""

    def cited(self, piece: Cited) -> Iterator[Segment]:
        """Resolutions or decisions, with dates."""

    def due(self, due: Due) -> Iterator[Segment]:
        """A session, a day or every year."""

    def day(self, day: Date) -> str:
        """A date in running text."""

    def number(self, value: int | str, before: str = "", after: str = "") -> str:
        """A number with what stands around it."""

    def stops(self, text: str) -> str:
        """The text with this form's stops; its length stays."""


def segments(language: Language, piece: Piece) -> Iterator[Segment]:
    """A piece in words, cut where facts begin and end."""
    match piece:
        case Cited():
            yield from language.cited(piece)
        case Due():
            yield from language.due(piece)
        case Document():
            yield piece.symbol, document_fact(piece.symbol)
        case Instrument():
            yield from _titled(language, piece)
        case Made():
            yield language.words(piece.words), MadeThing()
        case SameAsBefore():
            words, kind = language.same_as_before, kind_of(piece.target)
            yield words, TrueReference(kind, piece.target, "same_as_before", 0, len(words))
        case Noted():
            yield "", piece
        case _:
            yield _plain(language, piece), None


def _plain(language: Language, piece: Words | Day | Number) -> str:
    match piece:
        case Words():
            return language.words(piece)
        case Day():
            return language.blank + language.day(piece.date)
        case Number():
            return language.number(piece.value)


def _titled(language: Language, piece: Instrument) -> Iterator[Segment]:
    title, (opening, closing) = language.words(piece.title), language.titles
    yield opening, None
    yield title, TrueReference("instrument", title, piece.invoked, 0, len(title))
    yield closing, None


def kind_of(symbol: str) -> str:
    """Whether a symbol is a decision's or a resolution's."""
    return "decision" if "/DEC/" in symbol else "resolution"


def document_fact(symbol: str) -> TrueReference:
    """The fact that a segment is a document's symbol."""
    return TrueReference("document", symbol, "cites", 0, len(symbol))


def cited_fact(address: Address, words: str, piece: Cited) -> TrueReference:
    """The fact that a segment is the number of a resolution or decision."""
    kind = "resolution" if address.noun == "RES" else "decision"
    day = address.date if piece.dated else None
    return TrueReference(kind, address.symbol, piece.invoked, 0, len(words), day)


def moved(fact: T, start: int) -> T:
    """The fact, ``start`` characters further on."""
    return replace(fact, start=fact.start + start, end=fact.end + start)
