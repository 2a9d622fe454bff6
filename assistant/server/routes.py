"""The routes of the API. Each hands its request to the service and returns what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic_core import to_json
from starlette.concurrency import run_in_threadpool

from assistant import __version__
from assistant.server import examples
from assistant.server.awaited import LEFT, ReaderLeftError, while_awaited
from assistant.server.clean_text import CleanText
from assistant.server.idempotency import REPLAYED, OnceOnly, told_once
from assistant.server.openapi import problem_responses
from assistant.server.owner import Asker
from assistant.server.paging import CursorQuery, LinkNext, paged
from assistant.server.parameters import DIGITS
from assistant.server.problems import language_of, not_ready, respond
from assistant.server.reader import Reader
from assistant.server.readiness import Probing
from assistant.server.schemas import AskRequest, Health, Readiness, Removed, SymbolPath
from assistant.server.scopes import needs
from assistant.server.seam import Service
from assistant.server.streaming import begun, sent
from assistant.server.validators import OF_THE_LIBRARY
from assistant.server.waiting import Waiting
from assistant.types import Answer, Event, Lang, Resolution, ResolutionPage, SearchResult
from assistant.types.bounds import MOST_HITS, MOST_SUMMARIES


async def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _asked(
    request: Request,
    asked: Annotated[AskRequest, Body(openapi_examples=examples.QUESTIONS)],
) -> AskRequest:
    request.state.lang = asked.lang
    return asked


Serving = Annotated[Service, Depends(_service)]
Version = Annotated[
    Lang | None,
    Query(
        description="哪种语言的文本，默认为主要的一种 · Which language's; default: that which leads"
    ),
]
RemovedVersion = Annotated[
    Lang | None,
    Query(description="只移除这种语言的文本 · Only the text in this language"),
]
Asked = Annotated[AskRequest, Depends(_asked)]


def _events(
    service: Serving, asker: Asker, asked: Asked, once: OnceOnly, response: Response
) -> Iterator[Iterator[Event]]:
    def tell() -> Iterator[Event]:
        return service.stream(asked.question, **asked.options(asker))

    for events in begun(told_once(once, asked.model_dump_json().encode(), tell)):
        if once.replayed:
            response.headers.update(REPLAYED)
        yield events


api = APIRouter()
# Outside of every version: load balancers and watchdogs are told once.
probes = APIRouter(prefix="/api")
PROBES: Final = frozenset({"/api/health", "/api/ready"})


@api.post(
    "/ask",
    summary="提问 · Ask",
    dependencies=[needs("own")],
    response_model=Answer,
    responses={200: examples.ANSWER, **problem_responses(400, 409, 413, 422, 503)},
)
async def ask(
    request: Request,
    response: Response,
    service: Serving,
    asker: Asker,
    asked: Asked,
    *,
    once: OnceOnly,
) -> Response:
    """The answer to a question, every sentence with the paragraphs it rests on.

    A question that cannot be answered gets an answer too, which says what is missing.
    ``understood`` says how it was read; ``corrected`` puts that right. A long list comes in pages:
    its first sentence counts all of it, ``page`` asks for more. ``replaces`` asks again, or asks
    something else, in the place of an earlier answer and all after it. With the cookie of ``PUT
    /api/v1/owner`` the conversation is that browser's alone: for others another one begins.
    """

    def answered() -> bytes:
        """Written in the thread: a long answer would hold the event loop."""
        kept = once.begin(asked.model_dump_json().encode())
        if kept is not None:
            return kept
        answer = service.ask(asked.question, **asked.options(asker))
        written = to_json(answer)
        once.keep(written, answer.conversation_id)
        return written

    try:
        # What is sent with a key is sent again by who left, and finds its answer then.
        work = run_in_threadpool(answered) if once.key else while_awaited(request, answered)
        body = await work
    except ReaderLeftError:
        return Response(status_code=LEFT)
    headers = REPLAYED if once.replayed else {}
    reply = Response(body, media_type="application/json", headers=headers)
    reply.raw_headers.extend(response.raw_headers)  # its cookie
    return reply


@api.post(
    "/ask/stream",
    summary="提问，边写边看 · Ask, and watch the answer come",
    dependencies=[needs("own")],
    response_class=EventSourceResponse,
    responses={200: examples.STREAM, **problem_responses(400, 409, 413, 422, 503)},
)
def ask_stream(
    request: Request, events: Annotated[Iterator[Event], Depends(_events)]
) -> Iterator[ServerSentEvent]:
    """The same as server-sent events: ``understood``, ``passages``, then ``citation`` and
    ``delta`` in turn, and the whole ``answer`` last; or ``error`` with a problem document."""
    yield from sent(events, language_of(request))


@api.get(
    "/resolutions",
    summary="文库目录 · What the library holds",
    dependencies=[OF_THE_LIBRARY],
    responses={**paged(), **problem_responses(422, 503)},
)
def resolutions(
    service: Serving,
    link_next: LinkNext,
    *,
    limit: Annotated[
        int, Query(ge=1, le=MOST_SUMMARIES, description="每页几份 · Of a page"), DIGITS
    ] = MOST_SUMMARIES,
    cursor: CursorQuery = None,
) -> ResolutionPage:
    """The resolutions of the library, by session and number, and how many there are. Titles and
    labels are in the language that leads."""
    page = service.resolution_page(limit=limit, cursor=cursor)
    link_next(page.next)
    return page


@api.get(
    "/resolutions/{symbol:path}",
    summary="一份决议 · One resolution",
    dependencies=[OF_THE_LIBRARY],
    responses=problem_responses(404, 422),
)
def resolution(service: Serving, symbol: SymbolPath, version: Version = None) -> Resolution:
    """A whole resolution, paragraph by paragraph, with its clauses and references. A symbol that
    means several parts is refused with their names."""
    return service.read(symbol, version)


@api.delete(
    "/resolutions/{symbol:path}",
    summary="移除一份决议 · Remove a resolution",
    dependencies=[needs("write")],
    responses=problem_responses(401, 403, 404, 422, 503),
)
def remove(
    service: Serving, jobs: Waiting, symbol: SymbolPath, version: RemovedVersion = None
) -> Removed:
    """Takes a resolution out of the library, or only its text in one language.

    Needs a key of scope write. While an upload is taken in, nothing can be removed. A symbol that
    means several parts is refused with their names, and nothing is removed.
    """
    with jobs.changing_the_library():
        return Removed(symbols=service.remove([symbol], version=version))


@api.get("/search", summary="检索段落 · Search paragraphs", responses=problem_responses(422, 503))
def search(
    service: Serving,
    reader: Reader,
    q: Annotated[
        CleanText,
        Query(description="检索词 · What to look for", openapi_examples={"q": {"value": "网播"}}),
    ],
    limit: Annotated[int, Query(ge=1, le=MOST_HITS), DIGITS] = 10,
) -> SearchResult:
    """Paragraphs near to the words asked, best first. Where the embedder or the vector server is
    silent they are looked up by words alone, and ``by_words_alone`` is true."""
    return service.search(q, limit=limit, lang=reader)


@probes.get("/health", summary="是否在运行 · Alive?")
async def health() -> Health:
    """The process answers. It says nothing about the library."""
    return Health(version=__version__)


@probes.get(
    "/ready",
    summary="是否可以提问 · Ready?",
    response_model=Readiness,
    responses=problem_responses(503),
)
async def ready(request: Request, probe: Probing) -> Readiness | Response:
    """A question would be answered fully now: records can be read, the indexes are of their
    generation, the embedder is loaded, a Chroma server answers, and the server is not shutting
    down. Otherwise a problem document says what is missing."""
    checks = await probe.checks()
    lang = language_of(request)
    failed = tuple(check.en if lang == "en" else check.zh for check in checks if not check.ok)
    return respond(not_ready(failed, lang), lang) if failed else Readiness(checks=checks)
