"""The routes of references: who mentions whom, and the resolutions of one item."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.server.openapi import problem_responses
from assistant.server.parameters import DIGITS
from assistant.server.reader import Reader
from assistant.server.routes import Serving
from assistant.server.schemas import SymbolPath
from assistant.server.validators import OF_THE_LIBRARY
from assistant.types import ReferenceDirection, ReferenceGraph, Series
from assistant.types.bounds import MOST_DEPTH, MOST_EDGES, MOST_NODES

# Before the route of whole resolutions, whose symbol would take the rest of the path.
reference_routes = APIRouter(dependencies=[OF_THE_LIBRARY])


@reference_routes.get(
    "/resolutions/{symbol:path}/references",
    summary="引用关系图 · Who mentions whom",
    responses=problem_responses(404, 422),
)
def references(
    service: Serving,
    reader: Reader,
    symbol: SymbolPath,
    *,
    depth: Annotated[
        int, Query(ge=1, le=MOST_DEPTH, description="几步 · References away"), DIGITS
    ] = 1,
    direction: Annotated[
        ReferenceDirection, Query(description="它提到的、提到它的或两者 · Which way")
    ] = "both",
    nodes: Annotated[
        int, Query(ge=1, le=MOST_NODES, description="最多几个结点 · Nodes at most"), DIGITS
    ] = 200,
    edges: Annotated[
        int, Query(ge=0, le=MOST_EDGES, description="最多几处引用 · Mentions at most"), DIGITS
    ] = 1_000,
) -> ReferenceGraph:
    """The graph around one symbol, or an instrument's title or everyday name: nodes by distance,
    each mention an edge with its words and paragraph, and how much was left out for its size.
    ``links`` count all mentions of one node by another, those left out included."""
    return service.references(
        symbol,
        depth=depth,
        direction=direction,
        lang=reader,
        most_nodes=nodes,
        most_edges=edges,
    )


@reference_routes.get(
    "/resolutions/{symbol:path}/series",
    summary="同一系列的历次决议 · The resolutions of one item",
    responses=problem_responses(404, 422),
)
def series(service: Serving, reader: Reader, symbol: SymbolPath) -> Series:
    """The resolutions of the symbol's item over the sessions, held or only named by those held,
    each with the reason why it belongs and the paragraphs that tell so. Labels are in ``lang``,
    else in the reader's language, and so are titles of what is held in it."""
    return service.series(symbol, lang=reader)
