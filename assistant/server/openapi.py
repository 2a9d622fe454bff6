"""The OpenAPI document, brought in line with what really goes over the wire."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from pydantic import TypeAdapter

from assistant.access import SCOPES
from assistant.server.conversation_schemas import Judgement, Renaming
from assistant.server.corrections import ChosenResolutions, Corrected
from assistant.server.known_parameters import refuses_unknown
from assistant.server.problems import MEDIA_TYPE
from assistant.server.schemas import AskRequest, Problem
from assistant.server.scopes import ASKED_OF, Declared, declared_by
from assistant.types import PassageNote

PROBLEM_CONTENT: Final = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}

# Named by no route: problem documents and one kind of event.
_BESIDE_ROUTES: Final = (Problem, PassageNote)
_SENT_TO_US: Final = frozenset(
    kind.__name__ for kind in (AskRequest, Corrected, ChosenResolutions, Judgement, Renaming)
)
SCHEME: Final = "Key"
SECURITY_SCHEMES: Final = {
    SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "description": "密钥，由 assistant keys create 新建；ASSISTANT_READING=key 时查阅也需要 · "
        "A key, made by assistant keys create; with ASSISTANT_READING=key reading needs one too",
    }
}
_ETAG: Final = {
    "ETag": {
        "description": "以 If-None-Match 送回，没有变化时得到 304 · Sent back as If-None-Match: "
        "304 where nothing has changed",
        "schema": {"type": "string"},
    }
}
_OF_BODIES: Final = (400, 408, 413, 415)
_OF_ALL: Final = (500, 503)
_REPLACED_BY_PROBLEM: Final = ("HTTPValidationError", "ValidationError")


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route that may answer with problem documents."""
    return {
        status: {
            "description": "出错 · Problem document (RFC 9457)",
            "content": PROBLEM_CONTENT,
        }
        for status in statuses
    }


def describe(app: FastAPI) -> dict[str, Any]:
    """The document of ``app``: every schema named, every field that is always sent required."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        license_info=app.license_info,
    )
    schemas: dict[str, Any] = document["components"]["schemas"]
    for kind in _BESIDE_ROUTES:
        schemas.update(_named_schemas(kind))
    for name in _REPLACED_BY_PROBLEM:
        schemas.pop(name, None)
    for name, schema in schemas.items():
        if name not in _SENT_TO_US and "properties" in schema:
            schema["required"] = list(schema["properties"])
    declared = {route.unique_id: declared_by(route) for route in described_routes(app)}
    particular = {route.unique_id for route in described_routes(app) if refuses_unknown(route)}
    for path in document["paths"].values():
        if "get" in path:
            _validate(path["get"])
    for operation in _operations(document):
        _guard(operation, declared[operation["operationId"]])
        _complete(operation, (422,) if operation["operationId"] in particular else ())
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                response["content"] = PROBLEM_CONTENT
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    document["components"]["securitySchemes"] = SECURITY_SCHEMES
    return document


def described_routes(app: FastAPI) -> list[RouteContext]:
    """Every route that the document names."""
    every = iter_route_contexts(app.routes)
    return [one for one in every if isinstance(one.route, APIRoute) and one.include_in_schema]


def _complete(operation: dict[str, Any], beside: tuple[int, ...]) -> None:
    """Says what may happen to every request, and to every body, ``beside`` what else may."""
    of_bodies = _OF_BODIES if "requestBody" in operation else ()
    statuses = (*of_bodies, *beside, *_OF_ALL)
    refused = {str(status): said for status, said in problem_responses(*statuses).items()}
    operation["responses"] = dict(sorted({**refused, **operation["responses"]}.items()))


def _validate(operation: dict[str, Any]) -> None:
    """Says of a document that it has a validator, and what comes where it has not changed."""
    found = operation["responses"]["200"]
    if "text/event-stream" in found.get("content", {}):
        return
    found["headers"] = {**found.get("headers", {}), **_ETAG}
    operation["responses"]["304"] = {"description": "没有变化 · Not modified", "headers": _ETAG}


def _guard(operation: dict[str, Any], declared: frozenset[Declared]) -> None:
    """Says which key an operation asks for, and what comes of another."""
    asked = [scope for scope in SCOPES if scope in {ASKED_OF.get(one) for one in declared}]
    if not asked:
        return
    needed = {SCHEME: [asked[-1]]}
    operation["security"] = [{}, needed] if asked[-1] == "read" else [needed]
    refused = (401, 429) if asked[-1] == "read" else (401, 403, 429)
    responses = {str(status): said for status, said in problem_responses(*refused).items()}
    operation["responses"] = dict(sorted({**responses, **operation["responses"]}.items()))


def _named_schemas(kind: type) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema(
        ref_template="#/components/schemas/{model}", mode="serialization"
    )
    inner: dict[str, Any] = schema.pop("$defs", {})
    return {kind.__name__: schema, **inner}


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]
