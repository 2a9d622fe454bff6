"""The application: routes, problem documents, limits, headers and the page, put together."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from assistant import __version__
from assistant.server.headers import ResponseHeaders
from assistant.server.limits import BodyLimit
from assistant.server.openapi import describe
from assistant.server.page import add_page
from assistant.server.problems import add_problem_handlers
from assistant.server.routes import api
from assistant.server.seam import Service

DESCRIPTION = """用中文询问联合国大会决议的内容；回答的每一句都能对照到编号的段落。

Ask in Chinese what UN General Assembly resolutions say; every sentence of an answer can be
checked against a numbered paragraph.
"""


def create_app(assistant: Service) -> FastAPI:
    """The assistant over HTTP. The caller opens and closes ``assistant``."""
    app = _described_app()
    app.state.service = assistant
    add_problem_handlers(app)
    add_page(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(ResponseHeaders)
    return app


def openapi_document() -> dict[str, Any]:
    """The API's description, without a library to open."""
    return describe(_described_app())


def _described_app() -> FastAPI:
    app = FastAPI(
        title="决议问答 · Resolution Assistant",
        version=__version__,
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url="/api/openapi.json",
        # Their pages load scripts from elsewhere, which our content policy forbids.
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
    )
    app.openapi = cache(partial(describe, app))  # type: ignore[method-assign]
    app.include_router(api)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name
