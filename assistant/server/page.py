"""The chat page: the files of its build, or a friendly word where it was never built."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse

from assistant.server.problems import handle

STATIC: Final = Path(__file__).parent / "static"

NOT_BUILT: Final = """决议问答正在运行，但网页尚未构建：请运行 make page，然后重新启动。
接口可以照常使用，说明见 /api/v1/openapi.json。

The Resolution Assistant is running, but its page has not been built: run make page and start
again. The API works as usual; it is described at /api/v1/openapi.json.
"""


# Paths that the page itself resolves; each is its index to us.
PAGE_PATHS: Final = (
    "/conversations",
    "/conversations/{rest:path}",
    "/answers/{rest:path}",
    "/resolutions",
    "/resolutions/{rest:path}",
    "/compare",
    "/series",
    "/series/{rest:path}",
    "/graph",
    "/graph/{rest:path}",
    "/mandates",
    "/about",
)

# Below these nobody reads: what is missing there is said to a program.
ASSETS: Final = "/assets/"  # files whose names change with what is in them
_FOR_PROGRAMS: Final = ("/api/", "/v1/", ASSETS)


def add_page(app: FastAPI, static: Path = STATIC) -> None:
    """Serves the page's files below every path that no route answers.

    ``/resolutions/A/RES/75/45`` gets its index, so that a link to a paragraph can be opened
    anew. Any other address gets it too, with status 404, where a person asks for it: the page says
    that nothing is there, in the reader's language, and how to go on.
    """
    index = static / "index.html"
    if not index.is_file():
        app.add_api_route("/", _not_built, include_in_schema=False)
        return

    def opened_anew() -> FileResponse:
        return FileResponse(index)

    async def led_nowhere(request: Request, error: Exception) -> Response:
        if _asked_by_a_person(request):
            return FileResponse(index, status_code=404)
        return await handle(request, error)

    app.add_exception_handler(404, led_nowhere)
    for path in PAGE_PATHS:
        app.add_api_route(path, opened_anew, include_in_schema=False)
    app.frontend("/", directory=static, fallback=None)


def _asked_by_a_person(request: Request) -> bool:
    return (
        request.method == "GET"
        and "text/html" in request.headers.get("accept", "")
        and not request.url.path.startswith(_FOR_PROGRAMS)
    )


def _not_built() -> PlainTextResponse:
    return PlainTextResponse(NOT_BUILT)
