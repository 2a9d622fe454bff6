"""What lies around a resolution that is read: what it mentions, who mentions it, its file."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types.mandates import Mandate
from assistant.types.references import Series
from assistant.types.resolution import Invocation, Lang, ReferenceKind, Span


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a resolution was read from, byte for byte. ``name`` is made of the symbol:
    letters, digits, points, hyphens and underscores, whatever the file was called."""

    name: str
    media_type: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a text came from, and whether its file can be had."""

    name: str  # of the file as it came
    sha256: str
    retrieved: str | None  # ISO 8601, for what was fetched
    href: str | None  # None: the file is not kept


@dataclass(frozen=True, slots=True)
class ResolutionLink:
    """A resolution of the library."""

    symbol: str
    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class MentionLink:
    """A mention in the text that is read, and what of it the library holds.

    ``span`` covers the number or title in the paragraph's text. ``held`` has all parts of a
    resolution in parts; empty: cited only.
    """

    place: str
    span: Span
    text: str
    target: str  # symbol, or an instrument's title
    kind: ReferenceKind
    label: str
    invoked: Invocation
    part: str | None  # 第二节, 附件 … as printed
    held: tuple[ResolutionLink, ...]


@dataclass(frozen=True, slots=True)
class Mentioner:
    """A resolution that mentions the one that is read, and in which paragraphs."""

    symbol: str
    label: str
    title: str
    session: int | None
    places: tuple[str, ...]
    href: str  # of the first of these


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around one version of a resolution."""

    symbol: str
    label: str
    lang: Lang  # of the text that ``mentions`` are spans of
    langs: tuple[Lang, ...]  # held, the leading one first
    aligned: tuple[str, ...]  # places that say the same in both languages
    mentions: tuple[MentionLink, ...]  # in document order
    mentioned_by: tuple[Mentioner, ...]  # the newest first
    mentioned_by_total: int  # resolutions; those not shown are in the graph of references
    series: Series | None  # None where it has no other member
    earlier: ResolutionLink | None  # the nearest members of the series that are held
    later: ResolutionLink | None
    mandates: tuple[Mandate, ...]
    mandates_total: int
    source: SourceNote
