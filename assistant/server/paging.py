"""Lists in pages, all of them in one way.

``limit`` says how many a page has, ``cursor`` which one it is. The page after stands in ``next``,
and as an address in the header ``Link: <…>; rel="next"`` (RFC 8288). A cursor is opaque; one that
an older state of the library gave is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final

from fastapi import Depends, Query, Request, Response
from pydantic import AfterValidator, Field

from assistant.server.clean_text import ONE_LINE, single_line

# Longer than any that is given out: those of conversations hold a time and an id.
LONGEST_CURSOR: Final = 200

Cursor = Annotated[
    str,
    Field(min_length=1, max_length=LONGEST_CURSOR, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]
CursorQuery = Annotated[
    Cursor | None,
    Query(description="上一页的 next · The ``next`` of the page before"),
]

LINK: Final[dict[str, Any]] = {
    "Link": {
        "description": '下一页的地址，rel="next"；最后一页没有 · Where the next page is; none on '
        "the last",
        "schema": {"type": "string"},
    }
}


def paged(**response: Any) -> dict[int | str, dict[str, Any]]:  # noqa: ANN401 - OpenAPI's own
    """The ``responses`` of a list's first status."""
    return {200: {"description": "一页 · A page", "headers": LINK, **response}}


def _link_next(request: Request, response: Response) -> Callable[[str | None], None]:
    def link(cursor: str | None) -> None:
        if cursor is not None:
            after = request.url.include_query_params(cursor=cursor)
            response.headers["link"] = f'<{after.path}?{after.query}>; rel="next"'

    return link


# Tells where the page after is, if there is one: the same address with another cursor.
LinkNext = Annotated[Callable[[str | None], None], Depends(_link_next)]
