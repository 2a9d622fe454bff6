"""The route of mandates: as JSON page by page, or whole as a table or a calendar."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response

from assistant.server.mandate_parameters import FacetParameters, MandateParameters
from assistant.server.openapi import problem_responses
from assistant.server.paging import LINK, LinkNext
from assistant.server.problems import language_of
from assistant.server.routes import Serving
from assistant.server.validators import OF_THE_LIBRARY
from assistant.types import MandateFacets, MandatePage

PAGE = 100  # mandates
_Form = Literal["json", "csv", "ics"]
_MEDIA_TYPES: Final[dict[_Form, str]] = {
    "json": "application/json",
    "csv": "text/csv",
    "ics": "text/calendar",
}
_TABLES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "任务和时限 · Mandates and deadlines",
        "headers": LINK,
        "content": {_MEDIA_TYPES[form]: {"schema": {"type": "string"}} for form in ("csv", "ics")},
    }
}

mandate_routes = APIRouter(dependencies=[OF_THE_LIBRARY])


@mandate_routes.get(
    "/mandates",
    summary="任务和时限 · Mandates and deadlines",
    response_model=MandatePage,
    responses={**_TABLES, **problem_responses(404, 422, 503)},
)
def mandates(
    request: Request,
    service: Serving,
    link_next: LinkNext,
    asked: Annotated[MandateParameters, Query()],
) -> MandatePage | Response:
    """Who is asked what by when, the newest resolutions first unless another ``sort`` is asked for,
    with how many there are and what the library covers. As JSON page by page, with a cursor that
    holds for the same filters and order; as CSV or iCalendar whole."""
    request.state.lang = asked.lang
    form = asked.format or _wanted(request.headers.get("accept", ""))
    if form == "json":
        page = service.mandates(asked.query(), limit=asked.limit or PAGE, cursor=asked.cursor)
        link_next(page.next)
        return page
    lang = language_of(request)
    return Response(
        service.export_mandates(asked.query(), form, lang=lang),
        media_type=f"{_MEDIA_TYPES[form]}; charset=utf-8",
        headers={
            "content-disposition": f'attachment; filename="mandates.{form}"',
            "content-language": lang,
        },
    )


@mandate_routes.get(
    "/mandates/facets",
    summary="任务可按什么筛选 · What mandates can be narrowed by",
    responses=problem_responses(404, 422, 503),
)
def mandate_facets(
    request: Request, service: Serving, asked: Annotated[FacetParameters, Query()]
) -> MandateFacets:
    """Addressees, deliverables, committees and sessions with how many mandates each has under the
    other filters; the values are taken by the filters as they are."""
    request.state.lang = asked.lang
    return service.browsing.mandate_facets(asked.query(), lang=language_of(request))


def _wanted(accept: str) -> _Form:
    """The first of our media types that an Accept header names, JSON where it names none."""
    named = (item.partition(";")[0].strip().lower() for item in accept.split(","))
    form_of = {media_type: form for form, media_type in _MEDIA_TYPES.items()}
    return next((form_of[one] for one in named if one in form_of), "json")
