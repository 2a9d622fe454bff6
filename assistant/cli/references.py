"""``assistant references``: what a resolution mentions and who mentions it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.types import (
    Invocation,
    Lang,
    ReferenceDirection,
    ReferenceEdge,
    ReferenceGraph,
    ReferenceNode,
    Series,
    SeriesReason,
)
from assistant.types.bounds import MOST_DEPTH

_INVOKED: Final[dict[Invocation, tuple[str, str]]] = {
    "recalls": ("回顾", "recalls"),
    "reaffirms": ("重申", "reaffirms"),
    "notes": ("注意到", "notes"),
    "welcomes": ("欢迎", "welcomes"),
    "pursuant_to": ("根据", "pursuant to"),
    "cites": ("提到", "cites"),
    "same_as_before": ("同上", "ibid."),
}
_REASONS: Final[dict[SeriesReason, tuple[str, str]]] = {
    "same_title": ("标题相同", "same title"),
    "named": ("回顾段写明标题", "recalled under the title"),
    "renamed": ("标题相近（推定）", "much the same title (inferred)"),
    "recalled": ("见于回顾段（推定）", "listed among earlier ones (inferred)"),
}


def references(
    symbol: Annotated[
        str, typer.Argument(help="文号或文书名称 · A/RES/75/45, 75/45, A/68/514, NPT")
    ],
    *,
    depth: Annotated[int, typer.Option(min=1, max=MOST_DEPTH, help="几步 · References away")] = 1,
    direction: Annotated[
        ReferenceDirection, typer.Option(help="它提到的、提到它的或两者 · Which way")
    ] = "both",
    series: Annotated[
        bool, typer.Option("--series", help="只列同一系列的历次决议 · Only its series")
    ] = False,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """谁提到谁 · What a resolution mentions, and who mentions it."""
    with opened(lang) as assistant:
        found: Series | ReferenceGraph = (
            assistant.series(symbol, lang=lang or "zh")
            if series
            else assistant.references(symbol, depth=depth, direction=direction, lang=lang or "zh")
        )
    if json_:
        print_json(found)
    elif isinstance(found, Series):
        printing.show(series_lines(found, lang))
    else:
        printing.show(graph_lines(found, lang))


def graph_lines(graph: ReferenceGraph, lang: Lang | None) -> Iterator[Line]:
    """Each node with the mentions that lead from it, then the sizes and what was left out."""
    names = {node.symbol: node for node in graph.nodes}
    for node in graph.nodes:
        edges = [edge for edge in graph.edges if edge.source == node.symbol]
        if not edges and node.distance:
            continue
        yield Line(_headed(node, lang), style="bold")
        yield from (Line(_mention(edge, names[edge.target], lang), indent=4) for edge in edges)
    nodes, edges_ = len(graph.nodes), len(graph.edges)
    yield Line(
        in_language(lang, f"{nodes} 个节点，{edges_} 处提及", f"{nodes} nodes, {edges_} mentions")
    )
    out = graph.nodes_left_out, graph.edges_left_out
    if any(out):
        yield Line(
            in_language(
                lang,
                f"另有 {out[0]} 个节点、{out[1]} 处提及未列出",
                f"left out: {out[0]} nodes, {out[1]} mentions",
            ),
            style="dim",
        )


def series_lines(series: Series, lang: Lang | None) -> Iterator[Line]:
    """Each member with its date, whether it is held and why it belongs."""
    yield Line(series.title, style="bold")
    for member in series.members:
        held = in_language(lang, "库中", "held") if member.held else _not_held(lang)
        reason = in_language(lang, *_REASONS[member.reason])
        parts = (member.label, member.date or "", held, reason, " ".join(member.evidence[:1]))
        yield Line("  ".join(part for part in parts if part), indent=4)
    held_ = sum(member.held for member in series.members)
    total = len(series.members)
    yield Line(
        in_language(
            lang,
            f"共 {total} 份，库中收有 {held_} 份",
            f"{total} resolutions, {held_} of them in the library",
        )
    )


def _headed(node: ReferenceNode, lang: Lang | None) -> str:
    where = "" if node.held or node.kind in ("document", "instrument") else f"  {_not_held(lang)}"
    return f"{node.label}  {node.title or ''}".rstrip() + where


def _mention(edge: ReferenceEdge, target: ReferenceNode, lang: Lang | None) -> str:
    place = edge.paragraph.partition("#")[2]
    inferred = in_language(lang, "（推定）", " (inferred)") if edge.inferred else ""
    return f"{place}  {in_language(lang, *_INVOKED[edge.invoked])}  {target.label}{inferred}"


def _not_held(lang: Lang | None) -> str:
    return in_language(lang, "库中未收", "not in the library")
