"""The route for two resolutions beside each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.server.openapi import problem_responses
from assistant.server.reader import Reader
from assistant.server.routes import Serving
from assistant.server.schemas import Symbol
from assistant.server.validators import OF_THE_LIBRARY
from assistant.types import Comparison, Lang

compare_routes = APIRouter(dependencies=[OF_THE_LIBRARY])


@compare_routes.get(
    "/compare",
    summary="两份决议逐段对照 · Two resolutions beside each other",
    responses=problem_responses(404, 422),
)
def comparison(
    service: Serving,
    reader: Reader,
    a: Annotated[
        Symbol,
        Query(
            description="较早的一份 · The one compared against",
            openapi_examples={"a": {"value": "A/RES/72/31"}},
        ),
    ],
    b: Annotated[
        Symbol,
        Query(
            description="较晚的一份 · The one compared with it",
            openapi_examples={"b": {"value": "A/RES/75/45"}},
        ),
    ],
    version: Annotated[
        Lang | None,
        Query(
            description="只对照这种语言的文本；默认为两份都有的语言，读者的优先 · Of these texts; "
            "default: a language that both are held in, the reader's if it is one"
        ),
    ] = None,
) -> Comparison:
    """Every paragraph of both aligned, wording differences word by word with offsets into both
    texts, and what became of verbs, addressees and deadlines. What every session renews is marked
    ``routine``. Where ``related`` is false the two have too little in common for a table. ``lang``
    of the answer says which texts were compared."""
    return service.comparison(a, b, version=version, lang=reader)
