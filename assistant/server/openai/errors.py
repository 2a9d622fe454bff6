"""Errors as OpenAI's clients read them (platform.openai.com/docs/guides/error-codes)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from assistant.errors import AssistantError
from assistant.server.problems import headers_of, problem_of
from assistant.server.refusals import Refused, Words
from assistant.server.schemas import Problem
from assistant.types import Lang

_log = logging.getLogger(__name__)

# What OpenAI answers with 400: its clients have an exception for that, and none for these.
_BAD_REQUEST: Final = frozenset({413, 415, 422})
_KNOWN: Final = (AssistantError, HTTPException, RequestValidationError)
_TYPES: Final = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}


class Unsupported(Refused):
    """A parameter whose wish is not met."""

    def __init__(self, param: str, said: Words) -> None:
        super().__init__(400, "unsupported_parameter", ("不支持", "Not supported"), said)
        self.param = param


def no_such_model(name: str, known: str) -> Refused:
    """Another model than the one there is."""
    shown = name[:100]
    return Refused(
        404,
        "model_not_found",
        ("没有这个模型", "No such model"),
        (
            f"没有名为 {shown} 的模型；请把 model 设为 {known}。",
            f"There is no model called {shown}; set model to {known}.",
        ),
    )


def error_body(error: Exception, lang: Lang | None) -> tuple[int, dict[str, Any]]:
    """The status of an error and its body; in both languages, where the reader's is not known."""
    problem = problem_of(error, lang or "zh")
    status = 400 if problem.status in _BAD_REQUEST else problem.status
    said = _message(problem)
    if lang is None:
        said = f"{said} · {_message(problem_of(error, 'en'))}"
    kind = "server_error" if status >= 500 else _TYPES.get(status, "invalid_request_error")
    param = error.param if isinstance(error, Unsupported) else _param(problem)
    if problem.code == "model_not_found":
        param = "model"
    return status, {"error": {"message": said, "type": kind, "param": param, "code": problem.code}}


def as_openai(error: Exception, request: Request) -> Response:
    """An error as a response, with the headers that it brings (Retry-After, WWW-Authenticate)."""
    lang = language(request)
    status, body = error_body(error, lang)
    headers = {"cache-control": "no-store", **headers_of(error)}
    return JSONResponse(body, status, headers=headers)


def language(request: Request) -> Lang | None:
    """The reader's language, where the request names one: OpenAI's clients do not."""
    named = request.headers.get("accept-language", "").lower()
    if named.startswith("en"):
        return "en"
    return "zh" if named.startswith("zh") else None


class OpenAIRoute(APIRoute):
    """A route whose errors, those of its dependencies included, leave in OpenAI's form."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route, with its errors caught."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except Exception as error:
                if not isinstance(error, _KNOWN):
                    _log.exception("a chat completion failed")
                return as_openai(error, request)

        return handled


def _message(problem: Problem) -> str:
    if not problem.errors:
        return problem.detail
    named = ((one.pointer or one.parameter, one.detail) for one in problem.errors)
    return " ".join(f"{name}: {detail}" if name else detail for name, detail in named)


def _param(problem: Problem) -> str | None:
    first = next(iter(problem.errors), None)
    if first is None:
        return None
    return (first.pointer or "").lstrip("/").replace("/", ".") or first.parameter
