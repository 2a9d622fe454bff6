"""Problem documents (RFC 9457) for everything that can go wrong with a request.

Status codes appear here and nowhere deeper. No document repeats what was sent or shows where
in the program something failed.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from assistant.errors import (
    AnswerUnverified,
    AssistantError,
    EmbedderUnavailable,
    InvalidCorrection,
    InvalidDocument,
    InvalidFilter,
    InvalidQuestion,
    InvalidReplacement,
    LibraryBusy,
    LibraryDamaged,
    LibraryUnavailable,
    LibraryUnwritable,
    ModelNotSet,
    ModelUnavailable,
    NotComparable,
    NotInLibrary,
    RerankerUnavailable,
    TooManyAtOnce,
)
from assistant.server.allowed import allowed_methods
from assistant.server.headers import SECURITY_HEADERS
from assistant.server.http_problems import OF_HTTP
from assistant.server.languages import reader_language
from assistant.server.refusals import Refused
from assistant.server.schemas import Problem
from assistant.server.wrong_fields import field_problems
from assistant.types import Lang

MEDIA_TYPE: Final = "application/problem+json"

STATUSES: Final[Mapping[type[AssistantError], int]] = {
    InvalidQuestion: 422,
    InvalidCorrection: 422,
    InvalidDocument: 422,
    InvalidFilter: 422,
    InvalidReplacement: 422,
    NotInLibrary: 404,
    NotComparable: 422,
    LibraryBusy: 503,
    TooManyAtOnce: 503,
    LibraryDamaged: 503,
    LibraryUnavailable: 503,
    LibraryUnwritable: 503,
    EmbedderUnavailable: 503,
    RerankerUnavailable: 503,
    ModelNotSet: 422,
    ModelUnavailable: 503,
    AnswerUnverified: 500,
}

_RETRY_SECONDS: Final = 5  # of a queue that is full

_TITLES: Final[Mapping[int, tuple[str, str]]] = {
    404: ("文库中没有", "Not in the library"),
    422: ("内容有误", "Invalid content"),
    500: ("无法运行", "Cannot run"),
    503: ("暂时无法使用", "Unavailable for now"),
}


def problem_of(error: Exception, lang: Lang) -> Problem:
    """The document for any exception; what we do not know is an internal error."""
    if isinstance(error, AssistantError):
        return _of_assistant_error(error, lang)
    if isinstance(error, RequestValidationError):
        return _of_validation(error, lang)
    if isinstance(error, Refused):
        return _document(
            error.status_code, error.code, _in(lang, error.title), _in(lang, error.said)
        )
    if isinstance(error, HTTPException):
        return _of_status(error.status_code, lang)
    return _of_status(500, lang)


def not_ready(details: tuple[str, ...], lang: Lang) -> Problem:
    """The document of a library whose checks failed."""
    return _document(503, "not_ready", _in(lang, _TITLES[503]), " ".join(details))


def respond(problem: Problem, lang: Lang, headers: Mapping[str, str] | None = None) -> Response:
    """The document as a response. It carries its own security headers, because answers to
    unknown exceptions are written outside every middleware."""
    return Response(
        problem.model_dump_json(),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={
            **SECURITY_HEADERS,
            "content-language": lang,
            "cache-control": "no-store",
            **(headers or {}),
        },
    )


def language_of(request: Request) -> Lang:
    """The reader's language: what a route noted of the body, else Accept-Language."""
    noted = getattr(request.state, "lang", None)
    return reader_language(noted, request.headers.get("accept-language"))


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of the application leave as a problem document."""
    for family in (AssistantError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(family, handle)


def headers_of(error: Exception) -> dict[str, str]:
    """What is said of an error in headers."""
    if isinstance(error, TooManyAtOnce):
        return {"retry-after": str(_RETRY_SECONDS)}
    return dict(error.headers or {}) if isinstance(error, HTTPException) else {}


async def handle(request: Request, error: Exception) -> Response:
    """The problem document of an error, in the reader's language; or what OpenAI's clients read,
    where one of them asks."""
    lang = language_of(request)
    if isinstance(error, RequestValidationError) and _is_of_another_kind(request, error):
        error = HTTPException(415, headers={"accept-post": "application/json"})
    if isinstance(error, RequestValidationError) and isinstance(error.body, dict):
        lang = reader_language(error.body.get("lang"), request.headers.get("accept-language"))
    headers = headers_of(error)
    if isinstance(error, HTTPException) and error.status_code == 405:
        headers = {"allow": allowed_methods(request.app, request.url.path)}
    problem = problem_of(error, lang)
    request.state.problem = problem.code
    told = {**headers, **_named(request)}
    if request.url.path.startswith("/v1/"):
        from assistant.server.openai.errors import as_openai  # built on this module

        response = as_openai(error, request)
        response.headers.update(told)
        return response
    return respond(problem, lang, told)


def _named(request: Request) -> dict[str, str]:
    """The request's id. What no route foresaw is answered outside of what would add it."""
    request_id = getattr(request.state, "request_id", None)
    return {"x-request-id": request_id} if request_id else {}


def _is_of_another_kind(request: Request, error: RequestValidationError) -> bool:
    """Whether a body was sent that does not call itself JSON, and so was not read as such."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json" or kind.endswith("+json")
    return isinstance(error.body, bytes) and bool(error.body) and not is_json


def _of_assistant_error(error: AssistantError, lang: Lang) -> Problem:
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 500)
    return _document(status, error.code, _in(lang, _TITLES[status]), error.message(lang))


def _of_validation(error: RequestValidationError, lang: Lang) -> Problem:
    if any(item["type"] == "json_invalid" for item in error.errors()):
        return _of_status(400, lang)
    problem = _of_status(422, lang)
    return problem.model_copy(update={"errors": field_problems(error.errors(), lang)})


def _of_status(status: int, lang: Lang) -> Problem:
    if status in OF_HTTP:
        code, title, detail = OF_HTTP[status]
        return _document(status, code, _in(lang, title), _in(lang, detail))
    phrase = HTTPStatus(status).phrase
    return _document(status, f"http_{status}", phrase, phrase)


def _document(status: int, code: str, title: str, detail: str) -> Problem:
    return Problem(
        type=f"urn:resolution-assistant:problem:{code}",
        title=title,
        status=status,
        detail=detail,
        code=code,
    )


def _in(lang: Lang, pair: tuple[str, str]) -> str:
    return pair[1] if lang == "en" else pair[0]
