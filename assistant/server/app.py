"""The application: routes, problem documents, limits, headers and the page, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from functools import cache, partial
from typing import Any, Final

import anyio.to_thread
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from assistant import __version__
from assistant.mcp_server import MCP_PATH, McpEndpoint
from assistant.observing.observing import Observing
from assistant.server.about_routes import about_routes
from assistant.server.answer_routes import answer_routes
from assistant.server.compare_routes import compare_routes
from assistant.server.conversation_routes import conversation_routes
from assistant.server.cross_origin import allow_origins
from assistant.server.ending import HonestEnds, Unfinished
from assistant.server.gate import Gate
from assistant.server.headers import ResponseHeaders
from assistant.server.hosts import AllowedHosts
from assistant.server.jobs import Jobs
from assistant.server.known_parameters import KNOWN_PARAMETERS
from assistant.server.limits import BodyLimit
from assistant.server.listing_routes import listing_routes
from assistant.server.mandate_routes import mandate_routes
from assistant.server.observed import Observed, add_metrics
from assistant.server.openai.routes import openai_routes
from assistant.server.openapi import describe
from assistant.server.page import ASSETS, add_page
from assistant.server.problems import add_problem_handlers
from assistant.server.rates import Rates
from assistant.server.readiness import Phase, Probe
from assistant.server.reading_routes import reading_routes
from assistant.server.receiving import Limits
from assistant.server.reference_routes import reference_routes
from assistant.server.routes import PROBES, api, probes
from assistant.server.scopes import Guarded, Rules, needs, why_not_more
from assistant.server.seam import Service
from assistant.server.spool import Spool
from assistant.server.upload_routes import UPLOADS, uploads
from assistant.server.validators import Validators, add_not_modified
from assistant.server.versions import CURRENT, CurrentVersion
from assistant.server.wording_routes import wording
from assistant.settings import Settings, reached_as

DESCRIPTION = """用中文询问联合国大会决议的内容；回答的每一句都能对照到编号的段落。

Ask in Chinese what UN General Assembly resolutions say; every sentence of an answer can be
checked against a numbered paragraph.
"""


# Below the data folder: uploads that are not in the library yet.
SPOOL: Final = "uploads"

# Each below the current version's address. What lies below one resolution comes before it: its
# symbol would take the rest of the path.
_ROUTERS: Final = (
    reference_routes,
    reading_routes,
    api,
    uploads,
    wording,
    compare_routes,
    mandate_routes,
    listing_routes,
    about_routes,
    conversation_routes,
    answer_routes,
)


def create_app(
    assistant: Service, settings: Settings, observing: Observing | None = None
) -> FastAPI:
    """The assistant over HTTP. The caller opens and closes ``assistant``. For its answers to be
    counted too, and not requests alone, ``observing.answered`` has to be its observer.

    Raises InvalidSettings where ``settings`` name an upload key, rates or a storage of theirs that
    cannot be had.
    """
    app = _described_app()
    app.state.observing = observing = observing or Observing.of(settings)
    access = assistant.access.with_key_of(settings)
    rules = Rules(access, Rates(settings), open_reading=settings.reading == "open")
    app.state.service = assistant
    app.state.conversation_days = settings.conversation_days
    app.state.public_url = settings.public_url
    app.state.upload_limits = Limits(
        settings.max_upload_bytes, settings.max_upload_total_bytes, settings.max_upload_files
    )
    app.state.jobs = Jobs(
        assistant.ingest, Spool(settings.data_dir / SPOOL), grace=settings.grace_seconds
    )
    app.state.phase = Phase()
    app.state.waiting = settings.work_waiting
    app.state.probe = Probe(assistant.readiness, app.state.phase)
    app.state.unfinished = Unfinished()
    app.state.mcp = McpEndpoint(assistant, settings, why_not_more) if settings.mcp_http else None
    if app.state.mcp:
        app.router.routes.append(Route(MCP_PATH, Guarded(app.state.mcp, "read")))
    add_metrics(app, observing, settings, assistant)
    add_problem_handlers(app)
    add_not_modified(app)
    add_page(app)
    app.add_middleware(Validators)
    app.add_middleware(BodyLimit, beside=(UPLOADS,))
    app.add_middleware(HonestEnds, unfinished=app.state.unfinished)
    app.add_middleware(Gate, rules=rules, uncounted=(*PROBES, ASSETS))
    names = reached_as(settings.host, settings.public_url, settings.allowed_hosts)
    if names is not None and settings.allowed_hosts:
        app.add_middleware(AllowedHosts, names=names, always=PROBES)
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    allow_origins(app, settings.cors_origins)
    app.add_middleware(ResponseHeaders)
    app.add_middleware(Observed, observing=observing)
    # The last one added is the first to see a request: the others know canonical addresses only.
    app.add_middleware(CurrentVersion)
    return app


def openapi_document() -> dict[str, Any]:
    """The API's description, without a library to open."""
    return describe(_described_app())


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    jobs: Jobs = app.state.jobs
    mcp: McpEndpoint | None = app.state.mcp
    await run_in_threadpool(jobs.resume)
    threads = anyio.to_thread.current_default_thread_limiter()
    threads.total_tokens += app.state.waiting  # who waits for a turn is in nobody else's way
    observing: Observing = app.state.observing
    async with observing.running(), mcp.running() if mcp else nullcontext():
        yield
    await run_in_threadpool(jobs.close)


def _described_app() -> FastAPI:
    app = FastAPI(
        title="决议问答 · Resolution Assistant",
        version=__version__,
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=None,  # see below
        # Their pages load scripts from elsewhere, which our content policy forbids.
        docs_url=None,
        redoc_url=None,
        # It would send readers to whatever host their request named.
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        lifespan=_running,
    )
    app.openapi = cache(partial(describe, app))  # type: ignore[method-assign]

    def openapi() -> Response:
        """In a thread, unlike FastAPI's own: to describe so many routes takes a second."""
        return JSONResponse(app.openapi())

    app.add_api_route(
        f"{CURRENT}/openapi.json", openapi, include_in_schema=False, dependencies=[needs("open")]
    )
    app.include_router(probes, dependencies=[needs("open")])
    app.include_router(openai_routes, dependencies=[needs("read")])
    for router in _ROUTERS:
        # What asks for more says so itself.
        app.include_router(router, prefix=CURRENT, dependencies=[needs("read"), KNOWN_PARAMETERS])
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name
