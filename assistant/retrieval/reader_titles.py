"""Titles in the reader's language, where it is held, in the place of those that lead.

What a series or a graph is made of is decided on the leading titles; only what is shown changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from assistant.library.records import Records
from assistant.types import (
    Lang,
    Mentioner,
    ReferenceNode,
    ResolutionLink,
    Series,
    SeriesMember,
)

Shown = TypeVar("Shown", Mentioner, ResolutionLink, SeriesMember)


def titled(shown: Iterable[Shown], records: Records, lang: Lang) -> tuple[Shown, ...]:
    """What is shown of resolutions, each with its title in ``lang``, if it is held in it."""
    those = tuple(shown)
    titles = records.mentions.titles([one.symbol for one in those], lang)
    return tuple(
        replace(one, title=titles[one.symbol]) if one.symbol in titles else one for one in those
    )


def titled_series(series: Series, records: Records, lang: Lang) -> Series:
    """A series with its members' titles in ``lang``, and its own: that of the newest held."""
    members = titled(series.members, records, lang)
    held = [one.title for one in members if one.held and one.title]
    return replace(series, title=held[-1] if held else series.title, members=members)


def titled_nodes(
    nodes: Iterable[ReferenceNode], records: Records, lang: Lang
) -> tuple[ReferenceNode, ...]:
    """The nodes of a graph, each with the title in ``lang`` of the first held of it."""
    those = tuple(nodes)
    titles = records.mentions.titles([node.held[0] for node in those if node.held], lang)
    return tuple(
        replace(node, title=titles.get(node.held[0], node.title)) if node.held else node
        for node in those
    )
