"""Who mentions whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.types.library import Coverage
from assistant.types.resolution import Invocation, ReferenceKind, Span

ReferenceDirection = Literal["mentions", "mentioned_by", "both"]


@dataclass(frozen=True, slots=True)
class ReferenceNode:
    """A resolution, decision, document or instrument of a graph of references.

    All spellings of one resolution (with and without its year, the whole and its parts) are one
    node. ``symbol`` is the node's id: the symbol without year or part, or an instrument's title.
    """

    symbol: str
    label: str
    kind: ReferenceKind
    distance: int  # from the centre, in references
    held: tuple[
        str, ...
    ] = ()  # the resolutions of the library that it stands for; empty: cited only
    spellings: tuple[str, ...] = ()  # the symbols or titles by which the graph's texts call it
    title: str | None = None  # of the first that is held
    session: int | None = None
    year: int | None = None  # of adoption, as a text prints it


@dataclass(frozen=True, slots=True)
class ReferenceEdge:
    """A mention: ``text`` stands at ``span`` in the paragraph ``paragraph`` of ``source``."""

    source: str  # symbols of nodes
    target: str
    paragraph: str  # key
    span: Span
    text: str
    invoked: Invocation
    part: str | None = None  # 第二节, 附件 … as printed
    inferred: bool = False  # a short title alone, or 同上: which one is meant was inferred


@dataclass(frozen=True, slots=True)
class ReferenceLink:
    """All mentions of one node by another, counted: a line of a drawing."""

    source: str  # symbols of nodes
    target: str
    mentions: int  # also those that are left out of the edges
    invoked: tuple[Invocation, ...]  # the ways in which it is mentioned, the most frequent first
    inferred: bool  # every one of them


@dataclass(frozen=True, slots=True)
class ReferenceGraph:
    """What lies around one symbol, nodes by distance and then by kind and session.

    ``nodes_left_out`` and ``edges_left_out`` are what was found and is not shown, for its size.
    """

    center: str
    depth: int
    direction: ReferenceDirection
    nodes: tuple[ReferenceNode, ...]
    edges: tuple[ReferenceEdge, ...]
    nodes_left_out: int
    edges_left_out: int
    coverage: Coverage
    links: tuple[ReferenceLink, ...] = ()  # between the nodes shown, in the order of the library


# same_title: held, under the same title up to its spelling. named: a member recalls it under that
# title (其关于…的第…号决议, resolution … entitled …). renamed: held, recalled among a member's own
# earlier resolutions, and the titles share most of their words. recalled: not held, and recalled in
# such a list, which names no title.
SeriesReason = Literal["same_title", "named", "renamed", "recalled"]


@dataclass(frozen=True, slots=True)
class SeriesMember:
    """A resolution of a series. ``evidence``: the paragraphs that tell so, by key; its own masthead
    where it is held under the series' title."""

    symbol: str
    label: str
    held: bool
    reason: SeriesReason
    inferred: bool  # renamed, recalled: no text says that it bears this title
    evidence: tuple[str, ...]
    title: str | None = None
    session: int | None = None
    date: str | None = None  # ISO 8601, of its masthead or as printed beside its number


@dataclass(frozen=True, slots=True)
class Series:
    """The resolutions of one item over the sessions, the oldest first."""

    title: str  # of the newest that is held
    members: tuple[SeriesMember, ...]
    coverage: Coverage
