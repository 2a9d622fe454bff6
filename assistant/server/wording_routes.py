"""The routes for those who look for wording: precedents of a phrase, and its counterparts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.server.clean_text import CleanText
from assistant.server.openapi import problem_responses
from assistant.server.paging import CursorQuery, LinkNext, paged
from assistant.server.parameters import DIGITS
from assistant.server.reader import Reader
from assistant.server.routes import Serving
from assistant.server.validators import OF_THE_LIBRARY
from assistant.types import Precedents, Renderings
from assistant.types.bounds import MOST_PRECEDENTS

wording = APIRouter(dependencies=[OF_THE_LIBRARY])

SearchedPhrase = Annotated[
    CleanText,
    Query(
        description="要查的说法 · The phrase to look for",
        openapi_examples={"q": {"value": "执行情况"}},
    ),
]


@wording.get(
    "/precedents",
    summary="一个说法的先例 · Precedents of a phrase",
    responses={**paged(), **problem_responses(422, 503)},
)
def precedents(
    service: Serving,
    reader: Reader,
    link_next: LinkNext,
    q: SearchedPhrase,
    *,
    limit: Annotated[
        int, Query(ge=1, le=MOST_PRECEDENTS, description="每页段数 · Paragraphs on a page"), DIGITS
    ] = 20,
    cursor: CursorQuery = None,
) -> Precedents:
    """Every paragraph that uses the phrase, then those that come near; counted by session, kind of
    paragraph and verb, whatever the page."""
    page = service.precedents(q, limit=limit, cursor=cursor, lang=reader)
    link_next(page.next)
    return page


@wording.get(
    "/wording",
    summary="一个说法的中文或英文写法 · A phrase in the other language",
    responses=problem_responses(422, 503),
)
def renderings(service: Serving, reader: Reader, q: SearchedPhrase) -> Renderings:
    """How resolutions held in both languages put a phrase in the other one, with both texts side
    by side; and what the term tables say, marked as such."""
    return service.wording(q, lang=reader)
