"""The routes of a resolution that is read: what lies around it, and the file it came from."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Response

from assistant.reading.media_types import ALL_TYPES
from assistant.server.openapi import problem_responses
from assistant.server.reader import Reader
from assistant.server.routes import Serving, Version
from assistant.server.schemas import SymbolPath
from assistant.server.validators import OF_THE_LIBRARY
from assistant.types import Around

_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "原文件 · The file, byte for byte",
        "content": {one: {"schema": {"type": "string", "format": "binary"}} for one in ALL_TYPES},
    }
}

# Before the route of whole resolutions, whose symbol would take the rest of the path.
reading_routes = APIRouter(dependencies=[OF_THE_LIBRARY])


@reading_routes.get(
    "/resolutions/{symbol:path}/source",
    summary="导入时的原文件 · The file it was read from",
    response_class=Response,
    responses={**_FILE, **problem_responses(404, 422, 503)},
)
def source(service: Serving, symbol: SymbolPath, version: Version = None) -> Response:
    """The file as it was ingested, to be saved: never shown by the browser in this site's name.
    Libraries that were filled before files were kept have none until they are ingested again."""
    file = service.browsing.source(symbol, version)
    return Response(
        file.data,
        media_type=file.media_type,
        headers={
            # Of letters, digits, points, hyphens and underscores, see ``SourceFile``.
            "content-disposition": f'attachment; filename="{file.name}"',
            "content-security-policy": "default-src 'none'; sandbox",
            "etag": f'"{file.sha256}"',
        },
    )


@reading_routes.get(
    "/resolutions/{symbol:path}/around",
    summary="读一份决议时所需 · What lies around a resolution",
    responses=problem_responses(404, 422),
)
def around(
    service: Serving,
    symbol: SymbolPath,
    reader: Reader,
    version: Version = None,
) -> Around:
    """Beside the resolution's text in the same ``version``: its mentions with the resolutions held
    that they mean, who mentions it, its series and neighbours, its mandates, and whether its file
    can be had. Labels are in ``lang``, and so are titles of what is held in it."""
    return service.browsing.around(symbol, version, lang=reader)
