"""In which language labels are wanted: what ``lang`` means wherever a route takes it. The language
of a resolution's text is its ``version``."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from assistant.server.problems import language_of
from assistant.types import Lang


async def _reader(
    request: Request,
    lang: Annotated[
        Lang | None,
        Query(
            description="名称的语言，默认按 Accept-Language · Language of the labels; default: by "
            "Accept-Language"
        ),
    ] = None,
) -> Lang:
    request.state.lang = lang
    return language_of(request)


Reader = Annotated[Lang, Depends(_reader)]
