"""The route of the library as a list: searched while it is typed, narrowed and counted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.server.clean_text import WHOLE, CleanText, whole_text
from assistant.server.mandate_parameters import Name
from assistant.server.openapi import problem_responses
from assistant.server.paging import Cursor, LinkNext, paged
from assistant.server.parameters import DIGITS
from assistant.server.problems import language_of
from assistant.server.routes import Serving
from assistant.server.validators import OF_THE_LIBRARY
from assistant.text.sessions import session_ranges
from assistant.types import Lang, Listing, ListingQuery, ListingSort
from assistant.types.bounds import MOST_LISTED, MOST_VALUES

_LONGEST_TITLE = 1_000  # characters

_Title = Annotated[
    str,
    Field(min_length=1, max_length=_LONGEST_TITLE, json_schema_extra=WHOLE),
    AfterValidator(whole_text),
]
_Year = Annotated[int, Field(ge=1945, le=2999), DIGITS]


class ListingParameters(BaseModel):
    """Which resolutions are wanted, and which page."""

    model_config = ConfigDict(frozen=True)

    q: CleanText = Field(
        default="",
        description="输入的字词：标题、文号、正文 · What is typed: titles, symbols, text",
    )
    session: list[Name] = Field(
        default_factory=list,
        max_length=MOST_VALUES,
        description="届会，如 75 或 70-75 · Sessions or ranges",
    )
    committee: list[Name] = Field(
        default_factory=list, max_length=MOST_VALUES, description="委员会，任何写法 · Committees"
    )
    year: list[_Year] = Field(
        default_factory=list, max_length=MOST_VALUES, description="通过的年份 · Years of adoption"
    )
    subject: list[_Title] = Field(
        default_factory=list,
        max_length=MOST_VALUES,
        description="主题：facets.subjects 的 value · Subjects, as facets.subjects gives them",
    )
    held: Lang | None = Field(
        default=None, description="有这种语言的文本 · Only those held in this language"
    )
    sort: ListingSort | None = Field(
        default=None,
        description="默认：有输入时 best，否则 newest · Default: best where anything is typed",
    )
    limit: Annotated[int, DIGITS] = Field(
        default=20, ge=1, le=MOST_LISTED, description="每页几份 · Of a page"
    )
    cursor: Cursor | None = Field(
        default=None, description="上一页的 next · The ``next`` of the page before"
    )
    lang: Lang | None = Field(default=None, description="名称的语言 · Language of labels")

    def query(self) -> ListingQuery:
        """What the service is asked. Raises InvalidFilter for a range that is none."""
        return ListingQuery(
            text=self.q,
            sessions=session_ranges("session", self.session),
            committees=tuple(self.committee),
            years=tuple(self.year),
            subjects=tuple(self.subject),
            lang=self.held,
            sort=self.sort,
        )


listing_routes = APIRouter(dependencies=[OF_THE_LIBRARY])


@listing_routes.get(
    "/library",
    summary="在文库中查找 · Find in the library",
    responses={**paged(), **problem_responses(422, 503)},
)
def library(
    request: Request,
    service: Serving,
    link_next: LinkNext,
    asked: Annotated[ListingParameters, Query()],
) -> Listing:
    """Resolutions with every word typed in symbol, titles or text, and where; how many there are,
    and how many each session, committee, year and subject has under the other filters. Quick
    enough to be asked at every key."""
    request.state.lang = asked.lang
    page = service.browsing.listing(
        asked.query(), limit=asked.limit, cursor=asked.cursor, lang=language_of(request)
    )
    link_next(page.next)
    return page
