"""Lists in pages, all of them in one way.

``limit`` says how many a page has, ``cursor`` which one it is. The page after stands in ``next``,
and as an address in the header ``Link: <…>; rel="next"`` (RFC 8288). A cursor is opaque; one that
an older state of the library gave is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, TypeVar

from fastapi import Depends, Query, Request, Response
from pydantic import AfterValidator, Field

from assistant.errors import InvalidFilter
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
T = TypeVar("T")

_PLACE: Final = re.compile(r"([1-9][0-9]{0,8})-([0-9a-f]{12})")


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


def page_of(
    whole: Sequence[T], edition: str, *, limit: int, cursor: str | None
) -> tuple[Sequence[T], str | None]:
    """A page of a list that is all there, and the cursor of the next. Raises InvalidFilter."""
    begin = 0 if cursor is None else _begin(cursor, edition)
    end = begin + limit
    return whole[begin:end], f"{end}-{_digest(edition)}" if end < len(whole) else None


def _begin(cursor: str, edition: str) -> int:
    found = _PLACE.fullmatch(cursor)
    if found is None or found[2] != _digest(edition):
        raise InvalidFilter(
            "cursor 无效，或文库在此期间有了变化；请从第一页重新开始。",
            "This cursor is none of ours, or the library has changed since; begin again with the "
            "first page.",
        )
    return int(found[1])


def _digest(edition: str) -> str:
    return hashlib.sha256(edition.encode()).hexdigest()[:12]
