"""The graph of who mentions whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.retrieval.graph import reference_graph
from assistant.types import ReferenceGraph, ReferenceNode
from tests.retrieval.referring import records_of, written

CHAIN = (
    written("75/1", "一", "回顾第74/1号决议，", "回顾《不扩散核武器条约》，"),
    written("74/1", "二", "回顾第73/1号决议，", "注意到A/74/96号文件，"),
    written("73/1", "三", "回顾第72/1号决议，", "回顾《不扩散核武器条约》，"),
)


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Records]:
    with records_of(tmp_path, *CHAIN) as records:
        yield records


def node(graph: ReferenceGraph, symbol: str) -> ReferenceNode:
    return next(node for node in graph.nodes if node.symbol == symbol)


def distances(graph: ReferenceGraph) -> dict[str, int]:
    return {node.symbol.removeprefix("A/RES/"): node.distance for node in graph.nodes}


def test_every_mention_is_an_edge_with_its_words(sample_library: Library) -> None:
    graph = reference_graph(sample_library.records, "75/45", direction="mentions")
    resolution = sample_library.records.read("A/RES/75/45")
    texts = {paragraph.key: paragraph for paragraph in resolution.paragraphs}
    said = [(p.key, one.span) for p in resolution.paragraphs for one in p.references]
    assert [(edge.paragraph, edge.span) for edge in graph.edges] == said
    for edge in graph.edges:
        assert edge.span.of(texts[edge.paragraph].text) == edge.text
        assert edge.source == "A/RES/75/45"


def test_nodes_say_whether_they_are_held_and_what_the_texts_print(sample_library: Library) -> None:
    graph = reference_graph(sample_library.records, "75/45")
    center, cited = graph.nodes[0], node(graph, "A/RES/67/39")
    assert (center.symbol, center.distance, center.held) == ("A/RES/75/45", 0, ("A/RES/75/45",))
    assert center.title == "2013 年核裁军问题大会高级别会议的后续行动"
    assert (cited.held, cited.title, cited.session, cited.year) == ((), None, 67, 2012)
    kinds = [node.kind for node in graph.nodes[1:]]
    assert kinds == sorted(kinds, key=["resolution", "decision", "document", "instrument"].index)
    assert graph.coverage.resolutions == 2


@pytest.mark.parametrize(
    ("direction", "depth", "reached"),
    [
        ("mentions", 1, {"74/1": 0, "73/1": 1, "A/74/96": 1}),
        ("mentions", 2, {"74/1": 0, "73/1": 1, "A/74/96": 1, "72/1": 2, "不扩散核武器条约": 2}),
        ("mentioned_by", 1, {"74/1": 0, "75/1": 1}),
        ("both", 1, {"74/1": 0, "73/1": 1, "75/1": 1, "A/74/96": 1}),
    ],
)
def test_a_graph_goes_as_far_and_the_way_it_is_asked(
    chain: Records, direction: str, depth: int, reached: dict[str, int]
) -> None:
    graph = reference_graph(chain, "74/1", depth=depth, direction=direction)  # type: ignore[arg-type]
    assert distances(graph) == reached


def test_paths_do_not_lead_through_instruments(chain: Records) -> None:
    graph = reference_graph(chain, "75/1", depth=2)
    assert "A/RES/72/1" not in distances(graph)
    assert distances(graph)["73/1"] == 2


def test_an_instrument_may_stand_in_the_centre_by_any_name(chain: Records) -> None:
    graph = reference_graph(chain, "NPT")
    assert distances(graph) == {"不扩散核武器条约": 0, "73/1": 1, "75/1": 1}
    assert graph.nodes[0].label == "《不扩散核武器条约》"
    english = reference_graph(chain, "《不扩散条约》", lang="en")
    assert english.nodes[0].label == "Treaty on the Non-Proliferation of Nuclear Weapons"


def test_what_is_only_mentioned_has_a_graph_too(chain: Records) -> None:
    assert distances(reference_graph(chain, "A/RES/72/1")) == {"72/1": 0, "73/1": 1}
    assert distances(reference_graph(chain, "A/74/96")) == {"A/74/96": 0, "74/1": 1}


def test_what_nothing_holds_or_mentions_is_not_there(chain: Records) -> None:
    for asked in ("1/1", "月球公约"):
        with pytest.raises(NotInLibrary):
            reference_graph(chain, asked)


@pytest.mark.parametrize("depth", [0, 5, -1])
def test_a_depth_has_its_bounds(chain: Records, depth: int) -> None:
    with pytest.raises(ValueError, match="depth"):
        reference_graph(chain, "75/1", depth=depth)


def test_spellings_and_parts_are_one_node(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("75/1", "一", "回顾安全理事会第1325(2000)号决议，"),
        written("75/2", "二", "回顾第75/1号决议和安全理事会第1325号决议，"),
        written("75/3", "三", "回顾第51/242 A号决议和第51/242 B号决议，"),
    ) as records:
        council = reference_graph(records, "安全理事会第1325号决议")
        parts = reference_graph(records, "A/RES/51/242B")
    assert distances(council) == {"S/RES/1325": 0, "75/1": 1, "75/2": 1}
    assert council.nodes[0].label == "安全理事会第1325(2000)号决议"
    assert council.nodes[0].year == 2000
    assert distances(parts) == {"51/242": 0, "75/3": 1}
    assert parts.nodes[0].spellings == ("A/RES/51/242A", "A/RES/51/242B")


def test_what_is_left_out_for_the_size_is_counted(sample_library: Library) -> None:
    records = sample_library.records
    whole = reference_graph(records, "72/31")
    small = reference_graph(records, "72/31", most_nodes=5, most_edges=2)
    assert small.nodes == whole.nodes[:5]
    assert small.nodes_left_out == len(whole.nodes) - 5 > 0
    assert len(small.edges) == 2
    assert small.edges_left_out == len(whole.edges) - 2
    named = {node.symbol for node in small.nodes}
    assert all({edge.source, edge.target} <= named for edge in small.edges)


def test_the_same_graph_comes_again(sample_library: Library) -> None:
    graphs = [reference_graph(sample_library.records, "67/39", depth=3) for _ in range(2)]
    assert graphs[0] == graphs[1]


def test_a_graph_has_no_more_than_the_texts_say(sample_library: Library) -> None:
    """Over all the library, edges and the references of its paragraphs are the same set."""
    edges = {
        (edge.paragraph, edge.span)
        for symbol in sample_library.records.symbols()
        for edge in reference_graph(sample_library.records, symbol, depth=4).edges
    }
    said = {
        (paragraph.key, one.span)
        for symbol in sample_library.records.symbols()
        for paragraph in sample_library.records.read(symbol).paragraphs
        for one in paragraph.references
    }
    assert edges == said


def test_links_count_every_mention_between_two_nodes_also_those_left_out(
    sample_library: Library,
) -> None:
    whole = reference_graph(sample_library.records, "75/45")
    some = reference_graph(sample_library.records, "75/45", most_edges=1)
    assert some.links == whole.links
    assert sum(link.mentions for link in whole.links) == len(whole.edges)
    assert some.edges_left_out == len(whole.edges) - 1
    for link in whole.links:
        mentions = [e for e in whole.edges if (e.source, e.target) == (link.source, link.target)]
        assert link.mentions == len(mentions)
        assert set(link.invoked) == {edge.invoked for edge in mentions}
        assert link.inferred == all(edge.inferred for edge in mentions)
