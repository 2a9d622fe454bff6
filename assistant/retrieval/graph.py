"""The graph of who mentions whom, around one symbol. Walked over rows, read where it is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from assistant.errors import NotInLibrary
from assistant.library.mentions import Entry
from assistant.library.records import Records
from assistant.retrieval.meanings import Meant, meant, mentioning
from assistant.retrieval.reader_titles import titled_nodes
from assistant.text import instruments, kinship
from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.text.symbols import kind_of, parse_symbol, session_of
from assistant.types import (
    Lang,
    Reference,
    ReferenceDirection,
    ReferenceEdge,
    ReferenceGraph,
    ReferenceKind,
    ReferenceLink,
    ReferenceNode,
)

MOST_DEPTH = 4
MOST_NODES = 200  # more cannot be told apart in a drawing
MOST_EDGES = 1_000
_ORDER: tuple[ReferenceKind, ...] = ("resolution", "decision", "document", "instrument")
# Through the Charter everything is two steps from everything: only these are walked through.
_WALKED: frozenset[ReferenceKind] = frozenset({"resolution", "decision"})

Entries = Mapping[str, tuple[Entry, ...]]  # what is held, by the one name of its spellings


def reference_graph(
    records: Records,
    center: str,
    *,
    depth: int = 1,
    direction: ReferenceDirection = "both",
    lang: Lang = "zh",
    most_nodes: int = MOST_NODES,
    most_edges: int = MOST_EDGES,
) -> ReferenceGraph:
    """What is mentioned from ``center`` and what mentions it, over ``depth`` references.

    ``center`` is a symbol in any written form, or an instrument's title or everyday name. Paths
    lead through resolutions and decisions; documents and instruments end them. Nodes nearest to
    the centre are kept, and edges between kept ones, up to the sizes given.

    Raises:
        NotInLibrary: the library neither holds nor mentions it.
        ValueError: a depth below 1 or above ``MOST_DEPTH``.
    """
    if not 1 <= depth <= MOST_DEPTH:
        raise ValueError(f"a depth of 1 to {MOST_DEPTH}, not {depth}")
    entries = records.mentions.held().by_name
    name, kind = _center(center)
    walk = _Walk(records, entries, name, kind)
    if name not in entries and not mentioning(records, name, instrument=kind == "instrument"):
        raise _unknown(center)
    for distance in range(1, depth + 1):
        walk.go(distance, direction)
    kept = walk.nearest(most_nodes)
    between = walk.between(kept)
    shown = between[:most_edges]
    edges = tuple(_edges(records, shown))
    return ReferenceGraph(
        center=name,
        depth=depth,
        direction=direction,
        nodes=titled_nodes(_nodes(walk, kept, edges, lang), records, lang),
        edges=tuple(edge for edge, _ in edges),
        nodes_left_out=len(walk.distances) - len(kept),
        edges_left_out=len(walk.found) - len(shown),
        coverage=records.coverage(),
        links=tuple(_links(between)),
    )


def _links(mentions: Iterable[Meant]) -> Iterator[ReferenceLink]:
    pairs: dict[tuple[str, str], list[Meant]] = {}
    for one in mentions:
        pairs.setdefault((kinship.root(one.mention.symbol), one.target), []).append(one)
    for (source, target), some in pairs.items():
        ways = Counter(one.mention.invoked for one in some)
        yield ReferenceLink(
            source=source,
            target=target,
            mentions=len(some),
            invoked=tuple(way for way, _ in ways.most_common()),
            inferred=all(one.inferred for one in some),
        )


class _Walk:
    """What has been found from a centre outwards."""

    def __init__(
        self, records: Records, entries: Entries, center: str, kind: ReferenceKind
    ) -> None:
        self.entries = entries
        self.distances = {center: 0}
        self.kinds: dict[str, ReferenceKind] = {center: kind}
        self.spellings: dict[str, set[str]] = {}
        self.found: dict[tuple[str, int], Meant] = {}  # by key and position
        self._records = records
        self._level = [center]

    def go(self, distance: int, direction: ReferenceDirection) -> None:
        """One reference further, from all that was reached last."""
        reached: list[str] = []
        for one in self._around(direction):
            source = kinship.root(one.mention.symbol)
            if source == one.target:
                continue  # one part of a resolution speaks of another
            self.found[one.mention.key, one.mention.position] = one
            self.kinds.setdefault(one.target, one.mention.kind)
            self.kinds.setdefault(source, kind_of(source))
            self._spelled(one.target, one.mention.target, inferred=one.inferred)
            self._spelled(source, one.mention.symbol)
            for name in (one.target, source):
                if name not in self.distances:
                    self.distances[name] = distance
                    reached.append(name)
        self._level = [name for name in reached if self.kinds[name] in _WALKED]

    def nearest(self, most: int) -> list[str]:
        """The ``most`` nearest, in the order in which a graph lists them."""
        return sorted(self.distances, key=self._rank)[:most]

    def between(self, names: Collection[str]) -> list[Meant]:
        """The mentions from one of ``names`` to another, in the order of the library."""
        kept = frozenset(names)
        rows = (
            one
            for one in self.found.values()
            if one.target in kept and kinship.root(one.mention.symbol) in kept
        )
        return sorted(rows, key=lambda one: one.mention)

    def _around(self, direction: ReferenceDirection) -> Iterator[Meant]:
        if direction != "mentioned_by":
            held = [e.symbol for name in self._level for e in self.entries.get(name, ())]
            yield from meant(self._records, self._records.mentions.made_by(held))
        if direction != "mentions":
            for name in self._level:
                if self.kinds[name] == "instrument":
                    yield from mentioning(self._records, name, instrument=True)
            yield from self._of_symbols()

    def _of_symbols(self) -> Iterator[Meant]:
        symbols = [name for name in self._level if self.kinds[name] != "instrument"]
        wanted = {spelled for name in symbols for spelled in kinship.spellings(name)}
        for row in self._records.mentions.of(wanted):
            name = row.target if row.kind == "document" else kinship.root(row.target)
            yield Meant(row, name, row.invoked == "same_as_before")

    def _spelled(self, name: str, spelling: str, *, inferred: bool = False) -> None:
        if not inferred:
            self.spellings.setdefault(name, set()).add(spelling)

    def _rank(self, name: str) -> tuple[object, ...]:
        return (self.distances[name], _ORDER.index(self.kinds[name]), *library_position(name))


def library_position(symbol: str) -> tuple[int, tuple[int, ...], str]:
    """Where a symbol stands in the order of sessions, whether it is held or not."""
    numbers = tuple(int(digits) for digits in re.findall(r"\d+", symbol))
    session = session_of(symbol)
    return (session if session is not None else (*numbers, 0)[0], numbers, symbol)


def _center(asked: str) -> tuple[str, ReferenceKind]:
    symbol = parse_symbol(asked)
    if symbol is not None:
        return kinship.root(symbol), kind_of(symbol)
    title = fold(asked).text.strip().removeprefix("《").removesuffix("》")
    return instruments.identity(title), "instrument"


def _edges(records: Records, rows: list[Meant]) -> Iterator[tuple[ReferenceEdge, Reference]]:
    """The edges with the references they are, each paragraph read once."""
    keys = list(dict.fromkeys(one.mention.key for one in rows))
    texts = {paragraph.key: paragraph for paragraph in records.paragraphs(keys)}
    for one in rows:
        paragraph = texts.get(one.mention.key)
        if paragraph is None:  # replaced between the two readings
            continue
        reference = paragraph.references[one.mention.position]
        edge = ReferenceEdge(
            source=kinship.root(one.mention.symbol),
            target=one.target,
            paragraph=paragraph.key,
            span=reference.span,
            text=reference.span.of(paragraph.text),
            invoked=reference.invoked,
            part=reference.part,
            inferred=one.inferred,
        )
        yield edge, reference


def _nodes(
    walk: _Walk,
    names: list[str],
    edges: tuple[tuple[ReferenceEdge, Reference], ...],
    lang: Lang,
) -> Iterator[ReferenceNode]:
    printed = {edge.target: ref.date.year for edge, ref in edges if ref.date is not None}
    for name in names:
        held = walk.entries.get(name, ())
        spellings = walk.spellings.get(name, set()) | {entry.symbol for entry in held}
        yield ReferenceNode(
            symbol=name,
            label=_label(name, walk.kinds[name], spellings, lang),
            kind=walk.kinds[name],
            distance=walk.distances[name],
            held=tuple(entry.symbol for entry in held),
            spellings=tuple(sorted(spellings)),
            title=held[0].title if held else None,
            session=held[0].session if held else session_of(name),
            year=_year(held, spellings, printed.get(name)),
        )


def _label(name: str, kind: ReferenceKind, spellings: Collection[str], lang: Lang) -> str:
    if kind == "instrument":
        english = instruments.english_title(name) if lang == "en" else None
        return english or (f"《{name}》" if not name.isascii() else name)
    if kind == "document":
        return name if "/" in name else f"《{name}》"
    fullest = max(sorted(spellings), key=len, default=name)
    is_one = kinship.part_of(fullest) is None or len(spellings) == 1
    return label(fullest if is_one else name, lang)


_YEAR_IN_SYMBOL = re.compile(r"S/(?:RES|DEC)/\d+\((?P<s>\d{4})\)|E/(?:RES|DEC)/(?P<e>\d{4})/\d+")


def _year(held: tuple[Entry, ...], spellings: Collection[str], printed: int | None) -> int | None:
    if held and held[0].date:
        return int(held[0].date[:4])
    stated = [m for one in sorted(spellings) if (m := _YEAR_IN_SYMBOL.match(one))]
    return int(stated[0]["s"] or stated[0]["e"]) if stated else printed


def _unknown(asked: str) -> NotInLibrary:
    return NotInLibrary(
        f"库中没有 {asked}，也没有哪段提到它；库中有哪些决议，见 assistant list。",
        f"{asked} is not in the library, and nothing held mentions it; assistant list shows "
        "what is held.",
    )
