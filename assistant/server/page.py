"""The chat page: the files of its build, or a friendly word where it was never built."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fastapi import FastAPI
from fastapi.responses import FileResponse, PlainTextResponse

STATIC: Final = Path(__file__).parent / "static"

NOT_BUILT: Final = """决议问答正在运行，但网页尚未构建：请运行 make page，然后重新启动。
接口可以照常使用，说明见 /api/openapi.json。

The Resolution Assistant is running, but its page has not been built: run make page and start
again. The API works as usual; it is described at /api/openapi.json.
"""


# Paths that the page itself resolves; each is its index to us.
PAGE_PATHS: Final = (
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


def add_page(app: FastAPI, static: Path = STATIC) -> None:
    """Serves the page's files below every path that no route answers.

    ``/resolutions/A/RES/75/45`` gets its index, so that a link to a paragraph can be opened
    anew.
    """
    index = static / "index.html"
    if not index.is_file():
        app.add_api_route("/", _not_built, include_in_schema=False)
        return

    def opened_anew() -> FileResponse:
        return FileResponse(index)

    for path in PAGE_PATHS:
        app.add_api_route(path, opened_anew, include_in_schema=False)
    app.frontend("/", directory=static, fallback=None)


def _not_built() -> PlainTextResponse:
    return PlainTextResponse(NOT_BUILT)
